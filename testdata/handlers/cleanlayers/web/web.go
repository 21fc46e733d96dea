// Package web knows services by their interfaces alone.
package web

import (
	"encoding/json"
	"net/http"

	"handlers/cleanlayers/domain"
)

// Handler answers by a service.
type Handler struct{ team domain.Team }

// New makes one.
func New(t domain.Team) *Handler { return &Handler{t} }

// All shows the team.
func (h *Handler) All(w http.ResponseWriter, r *http.Request) {
	list, err := h.team.All()
	if err != nil {
		http.Error(w, "no team", http.StatusNotFound)
		return
	}
	json.NewEncoder(w).Encode(list)
}

// Names shows it by a helper.
func (h *Handler) Names(w http.ResponseWriter, r *http.Request) {
	for _, s := range h.list() {
		w.Write([]byte(s.Name))
	}
}

func (h *Handler) list() []domain.Shown {
	list, _ := h.team.All()
	return list
}

// Count shows no names.
func (h *Handler) Count(w http.ResponseWriter, r *http.Request) {
	list, _ := h.team.All()
	json.NewEncoder(w).Encode(len(list))
}
