// Package service makes what is shown of people.
package service

import (
	"handlers/cleanlayers/domain"
	"handlers/people"
)

type team struct{ ids []string }

// New makes one.
func New(ids ...string) domain.Team { return &team{ids} }

func (t *team) All() ([]domain.Shown, error) {
	var out []domain.Shown
	for _, id := range t.ids {
		out = append(out, domain.Shown{Name: people.Find(id).Name})
	}
	return out, nil
}
