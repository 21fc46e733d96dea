// Package imports has a loop with many steps, of which each may be left out and each
// asks somebody who may refuse. What they tell of callers must not cost the data.
package imports

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"time"
)

type Entry struct {
	ID       string
	Name     string `pii:"name"`
	Mails    []Mail
	Devices  []Device
	Password *string `pii:"credential"`
	Seed     *string `pii:"credential"`
	Since    *time.Time
}

type Mail struct {
	Address string `pii:"email"`
	First   bool
}

type Device struct {
	Serial string `pii:"device_id"`
	Marks  []string
}

type (
	User struct {
		ID, Name string
		Since    time.Time
	}
	Address struct {
		ID, User, Text string
		Since          time.Time
	}
	First struct{ ID, User, Address string }
	Login struct{ ID, User, Name string }
	Key   struct {
		ID, User, Serial string
		Marks            []Mark
	}
	Mark struct{ ID, Key, Text string }
	Hash struct{ ID, User, Text string }
	Seed struct{ ID, User, Text string }
)

type (
	Users interface {
		Create(ctx context.Context, u User) error
	}
	Addresses interface {
		Create(ctx context.Context, a Address) error
	}
	Firsts interface {
		Create(ctx context.Context, f First) error
	}
	Logins interface {
		Create(ctx context.Context, l Login) error
	}
	Keys interface {
		Create(ctx context.Context, k Key) error
	}
	Hashes interface {
		Create(ctx context.Context, h Hash) error
	}
	Seeds interface {
		Create(ctx context.Context, s Seed) error
	}
)

// Store is where all that goes.
type Store interface {
	Apart(do func() error) error
	Users() Users
	Addresses() Addresses
	Firsts() Firsts
	Logins() Logins
	Keys() Keys
	Hashes() Hashes
	Seeds() Seeds
}

func newID() (string, error) {
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		return "", err
	}
	return hex.EncodeToString(b[:]), nil
}

type importer struct {
	store Store
	now   time.Time
}

func (i *importer) user(ctx context.Context, e Entry) (*User, error) {
	id, err := newID()
	if err != nil {
		return nil, err
	}
	u := User{ID: id, Since: i.now}
	if e.ID != "" {
		u.ID = e.ID
	}
	if e.Since != nil {
		u.Since = e.Since.UTC()
	}
	if err = i.store.Users().Create(ctx, u); err != nil {
		return nil, err
	}
	return &u, nil
}

func (i *importer) address(ctx context.Context, user string, m Mail) (*Address, error) {
	id, err := newID()
	if err != nil {
		return nil, err
	}
	a := Address{ID: id, User: user, Since: i.now}
	if err = i.store.Addresses().Create(ctx, a); err != nil {
		return nil, err
	}
	return &a, nil
}

func (i *importer) first(ctx context.Context, user, address string) error {
	id, err := newID()
	if err != nil {
		return err
	}
	return i.store.Firsts().Create(ctx, First{id, user, address})
}

func (i *importer) login(ctx context.Context, user string) error {
	id, err := newID()
	if err != nil {
		return err
	}
	return i.store.Logins().Create(ctx, Login{ID: id, User: user})
}

func (i *importer) key(ctx context.Context, user string, d Device) error {
	id, err := newID()
	if err != nil {
		return err
	}
	k := Key{ID: id, User: user}
	for range d.Marks {
		m, err := newID()
		if err != nil {
			return err
		}
		k.Marks = append(k.Marks, Mark{ID: m, Key: id})
	}
	return i.store.Keys().Create(ctx, k)
}

func (i *importer) hash(ctx context.Context, user string) error {
	id, err := newID()
	if err != nil {
		return err
	}
	return i.store.Hashes().Create(ctx, Hash{ID: id, User: user})
}

func (i *importer) seed(ctx context.Context, user string) error {
	id, err := newID()
	if err != nil {
		return err
	}
	return i.store.Seeds().Create(ctx, Seed{ID: id, User: user})
}

// All imports entries, one after the other.
func All(ctx context.Context, store Store, entries []Entry) error {
	return store.Apart(func() error {
		i := &importer{store, time.Now()}
		for n, e := range entries {
			u, err := i.user(ctx, e)
			if err != nil {
				return fmt.Errorf("user %d: %w", n, err)
			}
			for _, m := range e.Mails {
				a, err := i.address(ctx, u.ID, m)
				if err != nil {
					return fmt.Errorf("address %q of %d: %w", m.Address, n, err) // want "email from Mail.Address reaches fmt.Errorf"
				}
				if m.First {
					if err = i.first(ctx, u.ID, a.ID); err != nil {
						return fmt.Errorf("first address %q of %d: %w", m.Address, n, err) // want "email from Mail.Address reaches fmt.Errorf"
					}
				}
			}
			if e.Name != "" {
				if err = i.login(ctx, u.ID); err != nil {
					return fmt.Errorf("login %q of %d: %w", e.Name, n, err) // want "name from Entry.Name reaches fmt.Errorf"
				}
			}
			for _, d := range e.Devices {
				if err = i.key(ctx, u.ID, d); err != nil {
					return fmt.Errorf("device %q of %d: %w", d.Serial, n, err) // want "device_id from Device.Serial reaches fmt.Errorf"
				}
			}
			if e.Password != nil {
				if err = i.hash(ctx, u.ID); err != nil {
					return fmt.Errorf("password of %d: %w", n, err)
				}
			}
			if e.Seed != nil {
				if err = i.seed(ctx, u.ID); err != nil {
					return fmt.Errorf("seed of %d: %w", n, err)
				}
			}
		}
		return nil
	})
}
