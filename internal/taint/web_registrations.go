package taint

import (
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/taint/value"
)

// mounted is a registration as it is seen from here: one of another package stands where
// its router was mounted, or else where it is served.
func (f *frame) mounted(site *callSite, reg *registration) *registration {
	if reg.spot.pos.IsValid() {
		return reg
	}
	out := &registration{place: reg.place, spot: site.spot()}
	if outer := f.route; outer != nil && outer.spot.pos.IsValid() {
		out.spot, out.mount = outer.spot, outer.mount
		if outer.place.Pkg == f.e.pass.Pkg.Path() {
			out.mount = outer.place
		}
	}
	return out
}

// handlerType is the type that a registration knows its handler by, or nil.
func (f *frame) handlerType(g *value.Fn) types.Type {
	if i := strings.LastIndexByte(g.Name, '\x01'); i >= 0 && i+1 < len(g.Name) {
		return f.dynType(g.Name[i+1:])
	}
	return nil
}

// registrationOf reads the place out of a registration's name.
func (e *engine) registrationOf(name string) *registration {
	parts := strings.Split(strings.TrimPrefix(name, routeName), "\x01")
	if len(parts) < 5 {
		return nil
	}
	line, _ := strconv.Atoi(parts[2])
	col, _ := strconv.Atoi(parts[3])
	reg := &registration{place: value.Place{Pkg: parts[0], File: parts[1], Line: line, Col: col}}
	if parts[0] != e.pass.Pkg.Path() {
		return reg
	}
	tf := e.fileNamed(parts[1])
	if tf == nil || line < 1 || line > tf.LineCount() {
		return reg
	}
	pos := tf.LineStart(line) + token.Pos(col-1)
	if call := e.callAt[pos]; call != nil {
		reg.spot = spot{call.Pos(), call.End(), pos}
	}
	return reg
}

func (e *engine) fileNamed(name string) *token.File {
	if e.files == nil {
		e.files = e.fileIndex()
	}
	return e.files[name]
}
