package leaktest

import (
	"fmt"
	"slices"
)

// shrinking is a program on its way to the smallest one that disagrees in the
// same way.
type shrinking struct {
	best *Verdict
	kind string
	done bool
	// together are the cuts that worked one by one in the last round.
	together []cut
	tries    []try
}

// cut takes something out of a tree.
type cut func(*Program)

// try is a candidate of a round.
type try struct {
	cut      cut // nil if it is several
	program  *Program
	combined bool
}

const maxRounds = 14

// Shrink reduces programs that disagree, all in the same builds, and returns
// the smallest of each.
func (l *Lab) Shrink(failing []*Verdict) ([]*Verdict, error) {
	var list []*shrinking
	for _, v := range failing {
		list = append(list, &shrinking{best: v, kind: worst(v)})
	}
	for range maxRounds {
		var batch []*Program
		for _, s := range list {
			batch = append(batch, s.candidates()...)
		}
		if len(batch) == 0 {
			break
		}
		verdicts, err := l.Judge(batch)
		if err != nil {
			return nil, err
		}
		byID := map[string]*Verdict{}
		for _, v := range verdicts {
			byID[v.Program.ID] = v
		}
		for _, s := range list {
			s.choose(byID)
		}
	}
	var out []*Verdict
	for _, s := range list {
		out = append(out, s.best)
	}
	return out, nil
}

// worst is the disagreement that is kept while a program shrinks.
func worst(v *Verdict) string {
	for _, k := range []string{Miss, False, Double} {
		if v.Has(k) {
			return k
		}
	}
	return Broken
}

// candidates makes the smaller programs of a round.
func (s *shrinking) candidates() (batch []*Program) {
	s.tries = nil
	if s.done {
		return nil
	}
	cuts := cuts(s.best.Program)
	for _, c := range cuts {
		s.try(c)
	}
	for _, group := range [][]cut{s.together, half(s.together, 0), half(s.together, 1)} {
		if len(group) > 1 {
			s.try(group...)
		}
	}
	for _, t := range s.tries {
		batch = append(batch, t.program)
	}
	return batch
}

func half(list []cut, second int) []cut {
	n := len(list) / 2
	if second == 1 {
		return list[n:]
	}
	return list[:n]
}

// try adds a candidate.
func (s *shrinking) try(list ...cut) {
	p := s.best.Program.clone()
	base, _, _ := cutID(p.ID)
	p.ID = fmt.Sprintf("%sc%d", base, len(s.tries))
	for _, c := range list {
		c(p)
	}
	t := try{program: p, combined: len(list) > 1}
	if !t.combined {
		t.cut = list[0]
	}
	s.tries = append(s.tries, t)
}

// cutID splits the id of a candidate off that of the program.
func cutID(id string) (base, rest string, ok bool) {
	if i := slices.Index([]byte(id), 'c'); i >= 0 {
		return id[:i], id[i:], true
	}
	return id, "", false
}

// choose takes the smallest candidate that still disagrees.
func (s *shrinking) choose(verdicts map[string]*Verdict) {
	if s.done {
		return
	}
	s.together = nil
	before := size(s.best.Program)
	next := s.best
	for _, t := range s.tries {
		v := verdicts[t.program.ID]
		if v == nil || !v.Has(s.kind) || s.kind == False && v.Has(Broken) {
			continue
		}
		if t.cut != nil {
			s.together = append(s.together, t.cut)
		}
		if size(v.Program) < size(next.Program) {
			next = v
		}
	}
	s.best = next
	s.done = size(s.best.Program) == before
}

// size orders programs.
func size(p *Program) int {
	n := 0
	walk(&p.Steps, func(*[]*Step, int) { n += features })
	for _, t := range p.Types {
		for f := range features {
			if t.Drop>>f&1 == 0 {
				n++
			}
		}
	}
	if p.Lib {
		n++
	}
	return n
}

// cuts lists all single reductions of a program.
func cuts(p *Program) (list []cut) {
	walk(&p.Steps, func(steps *[]*Step, i int) {
		id := (*steps)[i].ID
		list = append(list, func(p *Program) { removeStep(p, id, -1) })
		for k, kids := range (*steps)[i].Kids {
			if len(kids) > 0 {
				list = append(list, func(p *Program) { removeStep(p, id, k) })
			}
		}
	})
	for i, t := range p.Types {
		var present []int
		for f := range features {
			if t.Drop>>f&1 == 0 {
				present = append(present, f)
			}
		}
		for _, group := range [][]int{present, present[:len(present)/2], present[len(present)/2:]} {
			list = append(list, dropFeatures(i, group))
		}
		for _, f := range present {
			if int(mix(t.R, uint64(f))%100) < likely[f] {
				list = append(list, dropFeatures(i, []int{f}))
			}
		}
	}
	if p.Lib {
		list = append(list, func(p *Program) { p.Lib = false })
	}
	return list
}

func dropFeatures(i int, fs []int) cut {
	return func(p *Program) {
		for _, f := range fs {
			p.Types[i].Drop |= 1 << f
		}
	}
}

// removeStep takes a step out; if kid is not negative, the steps of that block
// take its place.
func removeStep(p *Program, id, kid int) {
	walk(&p.Steps, func(list *[]*Step, i int) {
		if i < len(*list) && (*list)[i].ID == id {
			s := (*list)[i]
			var in []*Step
			if kid >= 0 {
				in = s.Kids[kid]
			}
			*list = slices.Replace(*list, i, i+1, in...)
		}
	})
}
