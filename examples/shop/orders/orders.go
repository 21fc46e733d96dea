// Package orders takes orders and ships them.
package orders

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"sync"

	"example.com/shop/customer"
	"example.com/shop/mail"
)

// ErrEmpty says that there is nothing to buy.
var ErrEmpty = errors.New("nothing ordered")

// ErrUnknown says that there is no such order.
var ErrUnknown = errors.New("no such order")

// Order is what somebody buys, how they pay, and where it goes.
type Order struct {
	Number int
	Items  []string
	Buyer  *customer.Customer
	Ship   customer.Address
	Card   customer.Card
}

// Desk takes orders. The zero value is not ready: see [New].
type Desk struct {
	mail   *mail.Outbox
	mu     sync.Mutex
	last   int
	placed map[int]*Order
	ships  sync.WaitGroup
}

// New gives a desk that confirms by mail.
func New(outbox *mail.Outbox) *Desk { return &Desk{mail: outbox, placed: map[int]*Order{}} }

// Place takes an order.
func (d *Desk) Place(ctx context.Context, o *Order) error {
	if len(o.Items) == 0 {
		return fmt.Errorf("order of %s: %w", o.Buyer.Name, ErrEmpty)
	}
	d.mu.Lock()
	d.last++
	o.Number = d.last
	d.placed[o.Number] = o
	d.mu.Unlock()
	log.Printf("placing %+v", *o)
	slog.InfoContext(ctx, "placed", "order", o.Number, "customer", o.Buyer.ID, "card", o.Card)
	if err := charge(o.Card); err != nil {
		return fmt.Errorf("order %d: %w", o.Number, err)
	}
	d.mail.SendQuietly(ctx, o.Buyer.Email, "Your order", "It is on its way to "+o.Ship.Street)
	d.ship(o)
	return nil
}

// Find gives the order with a number.
func (d *Desk) Find(number int) (*Order, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if o := d.placed[number]; o != nil {
		return o, nil
	}
	return nil, ErrUnknown
}

// charge talks to the bank.
func charge(card customer.Card) error {
	if len(card.Number) < 12 {
		return fmt.Errorf("card %s expires %s: number too short", card, card.Expires)
	}
	return nil
}

// ship hands the parcel over in the background.
func (d *Desk) ship(o *Order) {
	label := o.Buyer.Name + ", " + o.Ship.Street
	d.ships.Go(func() {
		log.Printf("order %d goes to %s", o.Number, label)
	})
	d.ships.Go(func() {
		log.Printf("order %d goes to %s", o.Number, o.Ship.Country)
	})
}

// Wait waits for the parcels that are being handed over.
func (d *Desk) Wait() { d.ships.Wait() }
