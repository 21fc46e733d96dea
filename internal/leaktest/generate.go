package leaktest

import (
	"fmt"
	"math/rand/v2"
)

// Options says what programs are made of.
type Options struct {
	Libs bool // with libraries outside the standard one
}

// generator makes trees.
type generator struct {
	r     *rand.Rand
	ops   []*op // what may be chosen
	sinks []*op
	total int
	next  int // id of the next step
}

// Generate makes the n-th program of a seed.
func Generate(o Options, seed, n uint64) *Program {
	g := &generator{r: rand.New(rand.NewPCG(seed, n))}
	for _, c := range constructs {
		if c.lib && !o.Libs {
			continue
		}
		if c.sink {
			g.sinks = append(g.sinks, c)
		}
		g.ops = append(g.ops, c)
		g.total += c.weight
	}
	p := &Program{ID: fmt.Sprintf("p%d", n), Lib: g.r.IntN(3) == 0}
	for range 1 + g.r.IntN(2) {
		p.Types = append(p.Types, &TypeSpec{R: g.r.Uint64()})
	}
	p.Steps = append(p.Steps, g.step(sourceParam))
	p.Steps = append(p.Steps, g.steps(4+g.r.IntN(12), 0)...)
	for range 2 {
		p.Steps = append(p.Steps, g.step(g.sinks[g.r.IntN(len(g.sinks))]))
	}
	return p
}

// steps makes n steps at a depth of nesting.
func (g *generator) steps(n, depth int) (list []*Step) {
	for range n {
		o := g.choose()
		if o.kids > 0 && depth >= 3 {
			continue
		}
		s := g.step(o)
		for k := range s.Kids {
			s.Kids[k] = g.steps(1+g.r.IntN(3), depth+1)
		}
		list = append(list, s)
	}
	return list
}

func (g *generator) step(o *op) *Step {
	g.next++
	return &Step{ID: g.next, Op: o, R: g.r.Uint64(), Kids: make([][]*Step, o.kids)}
}

// choose takes an op by weight.
func (g *generator) choose() *op {
	n := g.r.IntN(g.total)
	for _, o := range g.ops {
		if n -= o.weight; n < 0 {
			return o
		}
	}
	panic("unreachable")
}
