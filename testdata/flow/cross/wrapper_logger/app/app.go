// Package app logs through the wrappers.
package app

import (
	"context"

	"flow/cross/wrapper_logger/middle"
	"flow/cross/wrapper_logger/model"
)

func formatted(c model.Customer) {
	l := middle.New("app ")
	l.Infof("seen %s", c.ID)
	l.Infof("seen %s", c.Email) // want `email from Customer.Email reaches log.Logger.Printf`
	l.Errorf("%v", c)           // want `email from Customer.Email reaches log.Logger.Printf`
	l.Errorf("%d", len(c.Email))
	l.Infof("no verbs here")
	if l.Enabled(c.Email) {
		l.Infof("%s", c.ID)
	}
}

func prefixed(c model.Customer) {
	middle.New(c.ID).Infof("x")
	middle.New(c.Email).Infof("x") // want `email from Customer.Email reaches log.Logger.Printf`
}

func structured(ctx context.Context, c model.Customer) {
	s := middle.NewStructured()
	s.Event("seen", "id", c.ID)
	s.Event("seen", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	s.With("id", c.ID).Info(ctx, "seen")
	s.With("email", c.Email).Info(ctx, "seen") // want `email from Customer.Email reaches slog.Logger.InfoContext`
	s.Info(ctx, "seen "+c.ID)
	s.Info(ctx, "seen "+c.Email) // want `email from Customer.Email reaches slog.Logger.InfoContext`
}

type server struct{ log *middle.Logger }

func (s *server) handle(c *model.Customer) {
	s.log.Infof("%s", c.ID)
	s.log.Infof("%s", c.Email) // want `email from Customer.Email reaches log.Logger.Printf`
}
