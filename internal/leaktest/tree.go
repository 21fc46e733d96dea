package leaktest

import (
	"slices"
	"strings"
)

// Program is a tree of choices. The same tree gives the same text; what is
// dropped from it leaves the other choices as they are.
type Program struct {
	ID    string // unique in a run; names of declarations begin with it
	Lib   bool   // the types live in a package of their own
	Types []*TypeSpec
	Steps []*Step
}

// TypeSpec is the choices behind a tagged type.
type TypeSpec struct {
	R    uint64
	Drop uint64 // features that are left out, by bit
}

// Step is one use of a construct.
type Step struct {
	ID   int
	Op   *op
	R    uint64 // what the construct's own choices come from
	Kids [][]*Step
}

// clone copies the tree, so that the copy can be cut.
func (p *Program) clone() *Program {
	c := *p
	c.Types = nil
	for _, t := range p.Types {
		t := *t
		c.Types = append(c.Types, &t)
	}
	c.Steps = cloneSteps(p.Steps)
	return &c
}

func cloneSteps(list []*Step) []*Step {
	out := slices.Clone(list)
	for i, s := range list {
		c := *s
		c.Kids = nil
		for _, kids := range s.Kids {
			c.Kids = append(c.Kids, cloneSteps(kids))
		}
		out[i] = &c
	}
	return out
}

// walk visits all steps, with the list that holds each of them.
func walk(list *[]*Step, visit func(list *[]*Step, i int)) {
	for i := range *list {
		visit(list, i)
	}
	for _, s := range *list {
		for k := range s.Kids {
			walk(&s.Kids[k], visit)
		}
	}
}

// constructs lists what a program uses, each once.
func (p *Program) constructs() []*op {
	var out []*op
	walk(&p.Steps, func(list *[]*Step, i int) {
		if o := (*list)[i].Op; !slices.Contains(out, o) {
			out = append(out, o)
		}
	})
	slices.SortFunc(out, func(a, b *op) int { return strings.Compare(a.name, b.name) })
	return out
}

// mix makes a number of others, each bit of which depends on all of them.
func mix(xs ...uint64) uint64 {
	h := uint64(0x9e3779b97f4a7c15)
	for _, x := range xs {
		h ^= x
		h *= 0xbf58476d1ce4e5b9
		h ^= h >> 29
		h *= 0x94d049bb133111eb
		h ^= h >> 32
	}
	return h
}

// mixString is mix of a text.
func mixString(r uint64, s string) uint64 {
	for _, b := range []byte(s) {
		r = mix(r, uint64(b))
	}
	return r
}
