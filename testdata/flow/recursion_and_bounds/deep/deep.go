// Package deep has data far down in structures.
package deep

import (
	"fmt"
	"log/slog"
)

// A tree of outlines, as in a feed reader: what lies far down is told apart like what lies above.
type outline struct {
	Title    string
	Agent    string `pii:"device_id"`
	Children []outline
}

type document struct{ Body struct{ Outlines []outline } }

type entry struct{ Category, Title, Agent string }

func flatten(list []outline, category string) []entry {
	var out []entry
	for _, o := range list {
		if len(o.Children) > 0 {
			out = append(out, flatten(o.Children, o.Title)...)
			continue
		}
		out = append(out, entry{Category: category, Title: o.Title, Agent: o.Agent})
	}
	return out
}

func entriesOf(d *document) []entry { return flatten(d.Body.Outlines, "") }

func describe(d *document) error {
	for _, e := range entriesOf(d) {
		slog.Info("entry", "category", e.Category)
		if e.Title == "" {
			return fmt.Errorf("no title in %s", e.Category)
		}
		slog.Info("entry", "agent", e.Agent) // want `device_id from outline.Agent reaches slog.Info`
	}
	return nil
}

// What a field far down holds is known by its type.
type member struct {
	Login string
	Mail  string `pii:"email"`
}

type slot struct{ item *member }
type shard struct{ slots map[string]slot }
type cache struct{ shards []*shard }
type driver struct{ caches map[string]*cache }
type store struct{ driver *driver }
type service struct{ store *store }
type server struct{ service *service }

func (s *server) member(id string) *member {
	return s.service.store.driver.caches["members"].shards[0].slots[id].item
}

func (s *server) archived(id string) error {
	m := s.member(id)
	if m == nil {
		return nil
	}
	return fmt.Errorf("%s has been archived", m.Login)
}

func (s *server) named(id string) error {
	return fmt.Errorf("%s has been archived", s.member(id).Mail) // want `email from member.Mail reaches fmt.Errorf`
}

func all(s *server) {
	_ = s.archived("1")
	_ = s.named("1")
	fresh := &server{&service{&store{&driver{map[string]*cache{"members": {[]*shard{{map[string]slot{"1": {load("1")}}}}}}}}}}

	_ = fresh.archived("1")
}

func load(id string) *member {
	var m member
	fill(&m)
	return &m
}

func fill(any) {}
