// Package helpers has handlers that share what finds and what writes records.
package helpers

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"sync"

	"handlers/people"
)

// Order is what a person bought.
type Order struct {
	Number int
	Buyer  *people.Person
	Ship   Address
}

// Address is where it goes.
type Address struct {
	Street string `pii:"address"`
	City   string
}

// Desk keeps orders.
type Desk struct {
	mu     sync.Mutex
	placed map[int]*Order
}

var errUnknown = errors.New("no such order")

// Find gives the order with a number.
func (d *Desk) Find(number int) (*Order, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if o := d.placed[number]; o != nil {
		return o, nil
	}
	return nil, errUnknown
}

// Read puts the order with a number where the caller wants it.
func (d *Desk) Read(number int, into *Order) error {
	o, err := d.Find(number)
	if err == nil {
		*into = *o
	}
	return err
}

type api struct{ desk *Desk }

type callerKey struct{}

func (a *api) known(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		p, err := logIn(r)
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), callerKey{}, p)))
	}
}

func logIn(r *http.Request) (*people.Person, error) {
	if err := people.Verify(r); err != nil {
		return nil, err
	}
	p := people.Find(r.Header.Get("X-User"))
	return &p, nil
}

func buyer(ctx context.Context) *people.Person {
	p, _ := ctx.Value(callerKey{}).(*people.Person)
	return p
}

// Routes serves everything below.
func Routes(desk *Desk) http.Handler {
	a := &api{desk: desk}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders/{number}", a.known(a.anyOrder))
	mux.HandleFunc("GET /whole/{number}", a.known(a.whole))
	mux.HandleFunc("GET /filled/{number}", a.known(a.filled))
	mux.HandleFunc("GET /me/orders/{number}", a.known(a.ownOrder))
	mux.HandleFunc("GET /me/filled/{number}", a.known(a.ownFilled))
	mux.HandleFunc("GET /at/{provider}", a.known(a.redirected))
	mux.HandleFunc("GET /loaded/{number}", a.known(a.loaded))
	mux.HandleFunc("GET /me/loaded/{number}", a.known(a.ownLoaded))
	mux.HandleFunc("GET /me/checked/{number}", a.known(a.checked))
	return mux
}

// load finds the order that a request names.
func (a *api) load(r *http.Request) (*Order, error) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		return nil, err
	}
	return a.desk.Find(number)
}

// loadOwn finds it for who bought it.
func (a *api) loadOwn(r *http.Request) (*Order, error) {
	o, err := a.load(r)
	if err != nil || o.Buyer.ID != buyer(r.Context()).ID {
		return nil, errUnknown
	}
	return o, nil
}

func (a *api) loaded(w http.ResponseWriter, r *http.Request) {
	o, err := a.load(r)
	if err != nil {
		return
	}
	reply(w, receipt(o)) // want `address from Address.Street reaches json.Encoder.Encode, but helpers.Desk.Find`
}

func (a *api) ownLoaded(w http.ResponseWriter, r *http.Request) {
	o, err := a.load(r)
	if err != nil || o.Buyer.ID != buyer(r.Context()).ID {
		return
	}
	reply(w, receipt(o))
}

func (a *api) checked(w http.ResponseWriter, r *http.Request) {
	o, err := a.loadOwn(r)
	if err != nil {
		return
	}
	reply(w, receipt(o))
}

// receipt is never nil, and asks nobody who they are.
func receipt(o *Order) map[string]any {
	return map[string]any{"order": o.Number, "street": o.Ship.Street}
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}

func (a *api) anyOrder(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		return
	}
	o, err := a.desk.Find(number)
	if err != nil {
		return
	}
	reply(w, receipt(o)) // want `address from Address.Street reaches json.Encoder.Encode, but helpers.Desk.Find`
}

func (a *api) whole(w http.ResponseWriter, r *http.Request) {
	number, _ := strconv.Atoi(r.PathValue("number"))
	o, err := a.desk.Find(number)
	if err != nil {
		return
	}
	reply(w, o) // want `reach json.Encoder.Encode, but helpers.Desk.Find`
}

func (a *api) filled(w http.ResponseWriter, r *http.Request) {
	number, _ := strconv.Atoi(r.PathValue("number"))
	var o Order
	if err := a.desk.Read(number, &o); err != nil {
		return
	}
	reply(w, receipt(&o)) // want `address from Address.Street reaches json.Encoder.Encode, but helpers.Desk.Read`
}

func (a *api) ownOrder(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		return
	}
	o, err := a.desk.Find(number)
	if err == nil && o.Buyer.ID != buyer(r.Context()).ID {
		err = errUnknown
	}
	if err != nil {
		return
	}
	reply(w, receipt(o))
}

func (a *api) ownFilled(w http.ResponseWriter, r *http.Request) {
	number, _ := strconv.Atoi(r.PathValue("number"))
	var o Order
	if err := a.desk.Read(number, &o); err != nil || o.Buyer.ID != buyer(r.Context()).ID {
		return
	}
	reply(w, receipt(&o))
}

// provider is where people log in, by the settings of the program.
type provider struct {
	URL    string
	Secret string `pii:"credential"`
}

var providers map[string]*provider

func providerNamed(name string) (*provider, error) {
	if p := providers[name]; p != nil {
		return p, nil
	}
	return nil, errUnknown
}

// redirected hands its caller's own address to the provider that the request
// names: nobody else's record.
func (a *api) redirected(w http.ResponseWriter, r *http.Request) {
	p, err := providerNamed(r.PathValue("provider"))
	if err != nil {
		return
	}
	http.Redirect(w, r, p.URL+"?hint="+buyer(r.Context()).Email, http.StatusFound)
}
