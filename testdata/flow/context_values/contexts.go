// Package contexts carries data in a context.Context.
package contexts

import (
	"context"
	"log"
	"log/slog"
	"time"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

type (
	userKey  struct{}
	emailKey struct{}
	idKey    struct{}
)

func stored(ctx context.Context, c Customer) {
	ctx = context.WithValue(ctx, emailKey{}, c.Email)
	s, ok := ctx.Value(emailKey{}).(string)
	log.Println(ok)
	log.Println(s)                     // want `email from Customer.Email reaches log.Println`
	log.Println(ctx.Value(emailKey{})) // want `email from Customer.Email reaches log.Println`
}

func harmless(ctx context.Context, c Customer) {
	ctx = context.WithValue(ctx, idKey{}, c.ID)
	log.Println(ctx.Value(idKey{}))
	slog.InfoContext(ctx, "seen", "id", ctx.Value(idKey{}))
}

func notPrinted(ctx context.Context, c Customer) {
	ctx = context.WithValue(ctx, userKey{}, c)
	slog.InfoContext(ctx, "seen", "id", c.ID)
	slog.InfoContext(ctx, "seen", "email", c.Email) // want `email from Customer.Email reaches slog.InfoContext`
	log.Println(ctx.Err())
}

func typed(ctx context.Context) {
	c, ok := ctx.Value(userKey{}).(Customer)
	if !ok {
		return
	}
	log.Println(c.ID)
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	if p, ok := ctx.Value(userKey{}).(*Customer); ok {
		log.Println(p) // want `email from Customer.Email reaches log.Println`
	}
}

// withUser and userFrom are the usual pair.
func withUser(ctx context.Context, c *Customer) context.Context {
	return context.WithValue(ctx, userKey{}, c)
}

func userFrom(ctx context.Context) *Customer {
	c, _ := ctx.Value(userKey{}).(*Customer)
	return c
}

func pair(ctx context.Context, c *Customer) {
	ctx = withUser(ctx, c)
	log.Println(userFrom(ctx).ID)
	log.Println(userFrom(ctx).Email) // want `email from Customer.Email reaches log.Println`
}

func withEmail(ctx context.Context, s string) context.Context {
	return context.WithValue(ctx, emailKey{}, s)
}

func emailFrom(ctx context.Context) string {
	s, _ := ctx.Value(emailKey{}).(string)
	return s
}

func stringPair(ctx context.Context, c Customer) {
	a := withEmail(ctx, c.Email)
	b := withEmail(ctx, c.ID)
	log.Println(emailFrom(b))
	log.Println(emailFrom(a)) // want `email from Customer.Email reaches log.Println`
}

func derived(ctx context.Context, c Customer) {
	ctx = withEmail(ctx, c.Email)
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	log.Println(emailFrom(ctx)) // want `email from Customer.Email reaches log.Println`
	sub := context.WithoutCancel(ctx)
	log.Println(emailFrom(sub)) // want `email from Customer.Email reaches log.Println`
	deadline, ok := ctx.Deadline()
	log.Println(deadline, ok)
}

func logEmail(ctx context.Context) { log.Println(ctx.Value(emailKey{})) }

func loggedInHelper(ctx context.Context, c Customer) {
	logEmail(withEmail(ctx, c.ID))
	logEmail(withEmail(ctx, c.Email)) // want `email from Customer.Email reaches log.Println`
}

func afterwards(ctx context.Context, c Customer) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func(ctx context.Context) {
		<-ctx.Done()
		log.Println("done", c.ID)
		log.Println("done", c.Email) // want `email from Customer.Email reaches log.Println`
	}(ctx)
}
