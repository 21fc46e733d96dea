package web

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/julienschmidt/httprouter"
)

type Customer struct {
	Address string `json:"address" pii:"address"`
}

type Store interface {
	Get(ctx context.Context, id string) (*Customer, error)
}

// Handlers has methods that no other package can call.
type Handlers interface {
	show(res http.ResponseWriter, req *http.Request)
}

type handlers struct{ s Store }

func (h *handlers) show(w http.ResponseWriter, r *http.Request) {
	c, err := h.s.Get(r.Context(), r.URL.Path)
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(c)
}

type service struct{ s Store }

func (s service) Handlers(router *httprouter.Router) {
	res := registerHandlers(s.s)
	router.HandlerFunc("GET", "/x", res.show)
}

func (s service) Routes() http.Handler {
	router := httprouter.New()
	s.Handlers(router)
	return router
}

func registerHandlers(s Store) Handlers { return &handlers{s: s} }

type Service interface {
	Routes() http.Handler
	Handlers(router *httprouter.Router)
}

func NewService(s Store) Service { return &service{s} }
