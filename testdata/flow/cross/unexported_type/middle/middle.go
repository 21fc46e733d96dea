// Package middle gives out interfaces and keeps its types to itself.
package middle

import (
	"log"

	"flow/cross/unexported_type/model"
)

// Recorder is all that others see.
type Recorder interface {
	Record(s string)
	Last() string
}

type recorder struct{ last string }

func (r *recorder) Record(s string) {
	r.last = s
	log.Println(s)
}

func (r *recorder) Last() string { return r.last }

// New gives a recorder.
func New() Recorder { return &recorder{} }

// Texter is another one.
type Texter interface{ Text() string }

type texter struct{ c model.Customer }

func (t texter) Text() string { return t.c.ID + " " + t.c.Email }

// TextOf gives a texter for a customer.
func TextOf(c model.Customer) Texter { return texter{c} }

type plain struct{ n int }

// Record counts.
func (p *plain) Record(s string) int {
	p.n += len(s)
	return p.n
}

// NewPlain gives a pointer to a type without a name outside.
func NewPlain() *plain { return &plain{} }
