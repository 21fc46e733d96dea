// Package app asks in another package.
package app

import (
	"context"
	"errors"

	"outbound/crossconsent/consent"
	"outbound/crossconsent/mail"
)

type app struct {
	c *consent.Checker
	m *mail.Client
}

func (a *app) require(ctx context.Context, u *mail.User) error {
	if err := a.c.Require(ctx, u.ID); err != nil {
		return err
	}
	mail.Send(u.News)
	mail.Send(u.Any)
	mail.Send(u.Bill) // want `email from User.Bill reaches letters.example.org \(http.Post\) with consent to news, not to billing`
	return a.m.Post(u.News)
}

func (a *app) loose(ctx context.Context, u *mail.User) error {
	if err := a.c.Loose(ctx, u.ID); err != nil {
		return err
	}
	mail.Send(u.News) // want `email from User.News reaches letters.example.org`
	return nil
}

func (a *app) with(ctx context.Context, u *mail.User) error {
	return a.c.With(ctx, u.ID, func() error { return a.m.Post(u.News) })
}

func (a *app) may(ctx context.Context, u *mail.User) {
	if a.c.May(ctx, u.ID) {
		mail.Send(u.News)
	}
	if a.c.Denied(ctx, u.ID) {
		return
	}
	mail.Send(u.Any)
}

func (a *app) denied(ctx context.Context, u *mail.User) {
	if a.c.Denied(ctx, u.ID) {
		mail.Send(u.Any) // want `phone from User.Any`
	}
}

func (a *app) errs(ctx context.Context, u *mail.User) error {
	err := a.c.Require(ctx, u.ID)
	if errors.Is(err, consent.ErrNo) {
		return nil
	}
	mail.Send(u.News) // want `email from User.News`
	return err
}

func (a *app) early(ctx context.Context, us []*mail.User) (err error) {
	for _, u := range us {
		if err = a.c.Require(ctx, u.ID); err != nil {
			continue
		}
		mail.Send(u.News)
	}
	return
}

func (a *app) goroutine(ctx context.Context, u *mail.User) {
	if !a.c.May(ctx, u.ID) {
		return
	}
	go func() { mail.Send(u.News) }()
	defer mail.Send(u.News)
}

func (a *app) late(ctx context.Context, u *mail.User) {
	go mail.Send(u.News) // want `email from User.News`
	if !a.c.May(ctx, u.ID) {
		return
	}
}

func (a *app) ignored(ctx context.Context, u *mail.User) {
	_ = a.c.Require(ctx, u.ID)
	mail.Send(u.News) // want `email from User.News`
	if err := a.c.Require(ctx, u.ID); err == nil {
		return
	}
	mail.Send(u.Any) // want `phone from User.Any`
}

func (a *app) selects(ctx context.Context, u *mail.User) {
	switch err := a.c.Require(ctx, u.ID); err {
	case nil:
		mail.Send(u.News)
	case consent.ErrNo:
		mail.Send(u.Any) // want `phone from User.Any`
	}
}

var steps = []func(context.Context, *app, *mail.User) error{
	func(ctx context.Context, a *app, u *mail.User) error { return a.c.Require(ctx, u.ID) },
	func(ctx context.Context, a *app, u *mail.User) error { mail.Send(u.News); return nil }, // want `email from User.News`
}

func users(u *mail.User) { mail.SendUser(u) }
