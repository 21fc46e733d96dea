package taint

import (
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// elemHole begins the name of a missing part that is any element of a parameter.
const elemHole = "e"

// keyTexts lists what a key may be, as textOf does; also what a loop over a list
// or map of constants reads.
func (f *frame) keyTexts(v ssa.Value) []string {
	e := texts{seen: map[ssa.Value]bool{}, most: keyBounds, pkg: f.e.constants()}
	return e.of(v, 0)
}

// keysAt is what argument i of a call may be, if it is a key.
func (c *modelCall) keysAt(i int) []string {
	if v := c.site.argValue(i); v != nil {
		return c.f.keyTexts(v)
	}
	return c.site.text(i)
}

// listed adds what a key may be that is read from a list; known is what is known
// of it without.
func (e *texts) listed(v ssa.Value, depth int, known []string) []string {
	if e.pkg == nil || len(known) != 1 || known[0] != unknownText || e.seen[v] {
		return known
	}
	e.seen[v] = true
	defer delete(e.seen, v)
	var out []string
	for _, x := range e.pkg.Choices(v) {
		if x != v {
			out = e.either(out, e.choice(x, depth))
		}
	}
	if out = slices.DeleteFunc(out, func(s string) bool { return s == unknownText }); len(out) == 0 {
		return known
	}
	return out
}

func (e *texts) choice(x ssa.Value, depth int) []string {
	if p, ok := x.(*ssa.Parameter); ok && !shape.IsString(p.Type()) {
		return []string{hole + elemHole + strconv.Itoa(slices.Index(p.Parent().Params, p)) + hole}
	}
	return e.of(x, depth+1)
}

func holeOf(p *ssa.Parameter) string {
	return hole + strconv.Itoa(slices.Index(p.Parent().Params, p)) + hole
}

// elements is what the elements of the list may be that the callee has from this
// call.
func (in *instance) elements(number string) []string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return nil
	}
	list := in.site.argValue(n - in.receivers())
	if list == nil {
		return nil
	}
	e := texts{seen: map[ssa.Value]bool{}, most: keyBounds, pkg: in.f.e.constants()}
	var out []string
	for _, x := range in.f.e.constants().Elements(list) {
		out = e.either(out, e.choice(x, 0))
	}
	return out
}
