// Package layers has handlers that call a service by an interface. Whose data the
// service gives is known where both are put together.
package layers

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"

	"handlers/subject/layers/letters"
	"handlers/subject/loads"
)

type service interface {
	Any(ctx context.Context, id string) (*letters.Letter, error)
	Queried(ctx context.Context, id string) (*letters.Letter, error)
	Compared(ctx context.Context, id string) (*letters.Letter, error)
	Use(ctx context.Context, w letters.Wanted) (*letters.Letter, error)
}

type api struct{ service service }

func (a *api) any(w http.ResponseWriter, r *http.Request) {
	l, err := a.service.Any(r.Context(), r.PathValue("id"))
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(l) // want `message from Letter.Text reaches json.Encoder.Encode, but layers.service.Any`
}

func (a *api) queried(w http.ResponseWriter, r *http.Request) {
	l, err := a.service.Queried(r.Context(), r.PathValue("id"))
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(l)
}

func (a *api) compared(w http.ResponseWriter, r *http.Request) {
	l, err := a.service.Compared(r.Context(), r.PathValue("id"))
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(l)
}

func (a *api) used(w http.ResponseWriter, r *http.Request) {
	l, err := a.service.Use(r.Context(), letters.Wanted{Caller: loads.Caller(r.Context()).ID, ID: r.PathValue("id")})
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(l)
}

// Serve puts everything together.
func Serve(db *sql.DB) error {
	a := &api{service: &letters.Service{Letters: &letters.Rows{DB: db}}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /any/{id}", loads.Known(a.any))
	mux.HandleFunc("GET /queried/{id}", loads.Known(a.queried))
	mux.HandleFunc("GET /compared/{id}", loads.Known(a.compared))
	mux.HandleFunc("GET /used/{id}", loads.Known(a.used))
	return http.ListenAndServe(":1", mux)
}
