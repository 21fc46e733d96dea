// Package impl has one careful and one careless implementation of each.
package impl

import (
	"flow/cross/pending_result/model"
	"flow/cross/pending_result/svc"
)

// Careful gives ids.
type Careful struct{ all map[string]*model.Customer }

// NewCareful loads.
func NewCareful() Careful { return Careful{load()} }

func load() map[string]*model.Customer { return map[string]*model.Customer{"1": read()} }

func read() *model.Customer { return &model.Customer{ID: "1", Email: mail} }

var mail string

// Describe gives the id.
func (Careful) Describe(c *model.Customer) string { return "customer " + c.ID }

// Contact gives the id.
func (d Careful) Contact(id string) (string, error) { return d.all[id].ID, nil }

// Region gives nothing personal.
func (d Careful) Region(id string) string { return "north" }

// Card has the address in the field that nobody logs.
func (d Careful) Card(id string) svc.Card { return svc.Card{Title: d.all[id].Email, Line: id} }

// Careless gives addresses.
type Careless struct{ all map[string]*model.Customer }

// NewCareless has nothing yet.
func NewCareless() *Careless { return &Careless{all: map[string]*model.Customer{}} }

// Load comes later.
func (d *Careless) Load(c *model.Customer) { d.all[c.ID] = c }

// Describe gives the address.
func (*Careless) Describe(c *model.Customer) string { return "customer " + c.Email }

// Contact gives the address.
func (d *Careless) Contact(id string) (string, error) { return d.all[id].Email, nil }

// Region gives nothing personal.
func (d *Careless) Region(id string) string { return "south" }

// Card has the address in the field that is logged.
func (d *Careless) Card(id string) svc.Card { return svc.Card{Title: id, Line: d.all[id].Email} }

// Nosy gives an address as a region.
type Nosy struct{ Careful }

// Region gives the address.
func (n Nosy) Region(id string) string { return (&model.Customer{}).ID + n.mail() }

func (n Nosy) mail() string { return Found.Email }

// Found is set elsewhere.
var Found *model.Customer
