// Package consent asks for others, well and badly.
package consent

import (
	"context"
	"errors"
	"fmt"
)

var ErrNo = errors.New("no")

type Store interface {
	//pii:consent news
	Granted(ctx context.Context, id string) (bool, error)
}

type Checker struct{ s Store }

func New(s Store) *Checker { return &Checker{s} }

// Require wraps.
func (c *Checker) Require(ctx context.Context, id string) error {
	ok, err := c.s.Granted(ctx, id)
	if err != nil {
		return fmt.Errorf("consent: %w", err)
	}
	if !ok {
		return ErrNo
	}
	return nil
}

// Loose does not.
func (c *Checker) Loose(ctx context.Context, id string) error {
	if _, err := c.s.Granted(ctx, id); err != nil {
		return fmt.Errorf("consent: %w", err)
	}
	return nil
}

// With calls back.
func (c *Checker) With(ctx context.Context, id string, f func() error) error {
	if err := c.Require(ctx, id); err != nil {
		return err
	}
	return f()
}

func (c *Checker) May(ctx context.Context, id string) bool {
	ok, err := c.s.Granted(ctx, id)
	return err == nil && ok
}

func (c *Checker) Denied(ctx context.Context, id string) bool { return !c.May(ctx, id) }
