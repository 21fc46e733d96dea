// Package typenames prints the names of types: nothing of the values, whoever knows
// what they are.
package typenames

import (
	"context"
	"errors"
	"fmt"
)

type Mutation struct {
	name, mail *string
	done       []string
}

type User struct {
	Name string `pii:"name"`
	Mail string `pii:"email"`
}

type Changer interface {
	Change(ctx context.Context, change any) (any, error)
}

type Func func(ctx context.Context, change any) (any, error)

func (f Func) Change(ctx context.Context, change any) (any, error) { return f(ctx, change) }

func with[V any, M any, PM interface{ *M }](ctx context.Context, do func(context.Context) (V, error), change PM, hooks []func(Changer) Changer) (out V, err error) {
	var c Changer = Func(func(ctx context.Context, a any) (any, error) {
		m, ok := a.(PM)
		if !ok {
			return nil, fmt.Errorf("unexpected change %T", a)
		}
		*change = *m
		return do(ctx)
	})
	for _, h := range hooks {
		if h == nil {
			return out, errors.New("no hook")
		}
		c = h(c)
	}
	v, err := c.Change(ctx, change)
	if err != nil {
		return out, err
	}
	w, ok := v.(V)
	if !ok {
		return out, fmt.Errorf("unexpected %T of %T", v, change)
	}
	return w, nil
}

type Update struct {
	hooks []func(Changer) Changer
	user  *User
}

func (u *Update) save(context.Context) (*User, error) { return u.user, nil }

func (u *Update) Save(ctx context.Context) (*User, error) {
	return with[*User, User](ctx, u.save, u.user, u.hooks)
}

func unexpected[T any](v T) error { return fmt.Errorf("unexpected %T", v) }

func shown[T any](v T) error { return fmt.Errorf("unexpected %v", v) }

func Use(ctx context.Context, u *User) error {
	if _, err := (&Update{user: u}).Save(ctx); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	if err := unexpected(u.Mail); err != nil {
		return err
	}
	return shown(u.Mail) // want "email from User.Mail reaches fmt.Errorf"
}
