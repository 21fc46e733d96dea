// Package httpapi is the shop's front door.
package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"sync/atomic"

	"github.com/piivet/piivet/piitag"

	"example.com/shop/account"
	"example.com/shop/customer"
	"example.com/shop/logx"
	"example.com/shop/orders"
	"example.com/shop/store"
)

// API answers requests.
type API struct {
	accounts *account.Service
	desk     *orders.Desk
	requests atomic.Int64
}

// New gives the handler of all routes.
func New(accounts *account.Service, desk *orders.Desk) http.Handler {
	a := &API{accounts: accounts, desk: desk}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /customers", a.signUp)
	mux.HandleFunc("POST /orders", a.order)
	mux.HandleFunc("GET /customers/{id}", a.card)
	mux.Handle("GET /me", a.known(http.HandlerFunc(a.me)))
	mux.Handle("GET /orders/{number}", a.known(http.HandlerFunc(a.anyOrder)))
	mux.Handle("GET /me/orders/{number}", a.known(http.HandlerFunc(a.ownOrder)))
	return a.numbered(mux)
}

// known lets only those through who know the password of an account.
func (a *API) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		addr, password, _ := r.BasicAuth()
		c, err := a.accounts.LogIn(r.Context(), account.Login{Email: addr, Password: password})
		if err != nil {
			refuse(w, r, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), callerKey{}, c)))
	})
}

// card tells anybody who asks where a customer lives.
func (a *API) card(w http.ResponseWriter, r *http.Request) {
	c, err := a.accounts.Find(r.PathValue("id"))
	if err != nil {
		refuse(w, r, err)
		return
	}
	reply(w, map[string]any{"name": c.Name, "address": c.Address})
}

// me tells customers what the shop knows of them.
func (a *API) me(w http.ResponseWriter, r *http.Request) {
	addr, _, _ := r.BasicAuth()
	c, err := a.accounts.ByEmail(addr)
	if err != nil {
		refuse(w, r, err)
		return
	}
	reply(w, c)
}

// numbered gives each request a number, and logs it without its parameters.
func (a *API) numbered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := logx.WithRequest(r.Context(), int(a.requests.Add(1)))
		logx.Event(ctx, "request", "method", r.Method, "path", r.URL.Path)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

type signUp struct {
	customer.Customer
	Password string `json:"password" pii:"credential"`
}

func (a *API) signUp(w http.ResponseWriter, r *http.Request) {
	var in signUp
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		slog.WarnContext(r.Context(), "bad sign-up", "err", err)
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	slog.DebugContext(r.Context(), "sign-up", "body", in)
	slog.DebugContext(r.Context(), "sign-up", "body", piitag.LogValue(in))
	if err := a.accounts.SignUp(r.Context(), &in.Customer, in.Password); err != nil {
		refuse(w, r, err)
		return
	}
	reply(w, map[string]string{"id": in.ID, "plan": in.Plan})
}

type order struct {
	Login account.Login `json:"login"`
	Items []string      `json:"items"`
	Card  customer.Card `json:"card"`
}

func (a *API) order(w http.ResponseWriter, r *http.Request) {
	var in order
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	logx.Debugf("order %d items by %s", len(in.Items), in.Login.Email)
	logx.Debugf("order %d items, card %s", len(in.Items), in.Card)
	c, err := a.accounts.LogIn(r.Context(), in.Login)
	if err != nil {
		refuse(w, r, err)
		return
	}
	o := &orders.Order{Items: in.Items, Buyer: c, Ship: c.Address, Card: in.Card}
	if err := a.desk.Place(r.Context(), o); err != nil {
		refuse(w, r, err)
		return
	}
	reply(w, map[string]any{"order": o.Number, "card": o.Card.Last4()})
}

func refuse(w http.ResponseWriter, r *http.Request, err error) {
	slog.WarnContext(r.Context(), "refused", "err", err)
	code := http.StatusBadRequest
	if errors.Is(err, account.ErrRefused) || errors.Is(err, store.ErrNotFound) {
		code = http.StatusForbidden
	}
	http.Error(w, http.StatusText(code), code)
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		slog.Error("reply", "err", err)
	}
}
