// Package account signs customers up and lets them in.
package account

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"

	"example.com/shop/audit"
	"example.com/shop/customer"
	"example.com/shop/logx"
	"example.com/shop/mail"
)

// ErrRefused says that the password was wrong.
var ErrRefused = errors.New("login refused")

// Store is what the service needs to know of customers.
type Store interface {
	Add(*customer.Customer) error
	ByID(id string) (*customer.Customer, error)
	ByEmail(addr string) (*customer.Customer, error)
	ByPhone(number string) (*customer.Customer, error)
}

// Service signs up and logs in.
type Service struct {
	store Store
	mail  *mail.Outbox
	trail audit.Trail
}

// New puts a service together.
func New(store Store, outbox *mail.Outbox, trail audit.Trail) *Service {
	return &Service{store: store, mail: outbox, trail: trail}
}

// Login is what a customer types in.
type Login struct {
	Email    string `json:"email" pii:"email"`
	Phone    string `json:"phone" pii:"phone"`
	Password string `json:"password" pii:"credential"`
}

// SignUp stores a new customer and welcomes them.
func (s *Service) SignUp(ctx context.Context, c *customer.Customer, password string) error {
	c.Secret = hash(c.Email, password)
	if err := s.store.Add(c); err != nil {
		return fmt.Errorf("sign up: %w", err)
	}
	logx.Event(ctx, "signed up", "customer", c.ID, "name", c.Name)
	logx.Event(ctx, "signed up", "customer", c.Ref(), "email", customer.MaskEmail(c.Email))
	s.mail.Send(ctx, c.Email, "Welcome", "Hello "+c.Name)
	return nil
}

// LogIn finds the customer who knows the password.
//
//pii:verify
func (s *Service) LogIn(ctx context.Context, in Login) (*customer.Customer, error) {
	c, err := s.find(in)
	if err != nil {
		return nil, err
	}
	if err := s.verify(c, in); err != nil {
		who := fmt.Sprintf("%s <%s>", c.ID, c.Email)
		slog.WarnContext(ctx, "login refused", "who", who)
		return nil, err
	}
	s.trail.Record("login", c.Email)
	slog.InfoContext(ctx, "logged in", "customer", c.ID)
	return c, nil
}

// Find looks a customer up by the shop's own number.
func (s *Service) Find(id string) (*customer.Customer, error) { return s.store.ByID(id) }

// ByEmail looks a customer up by email address.
func (s *Service) ByEmail(addr string) (*customer.Customer, error) { return s.store.ByEmail(addr) }

func (s *Service) find(in Login) (*customer.Customer, error) {
	if in.Email != "" {
		return s.store.ByEmail(in.Email)
	}
	c, err := s.store.ByPhone(in.Phone)
	if err != nil {
		return nil, fmt.Errorf("no account for %s: %w", in.Phone, err)
	}
	return c, nil
}

func (s *Service) verify(c *customer.Customer, in Login) error {
	if !bytes.Equal(c.Secret, hash(c.Email, in.Password)) {
		return ErrRefused
	}
	return nil
}

func hash(salt, password string) customer.Secret {
	sum := sha256.Sum256([]byte(salt + password))
	return sum[:]
}
