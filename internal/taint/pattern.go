package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/constval"
	"github.com/piivet/piivet/internal/taint/shape"
)

// A pattern is a text of which parts may be missing. A missing part stands
// between two zero bytes: the number of a parameter of the function that the
// text is written in, behind an e if it is any element of that, the number of a
// captured variable behind an f, or nothing where the part cannot be known.
//
// A wrapper of a printf function has its format from its callers. The pattern
// "audit: \x001\x00" says so in its summary, and a caller that has a constant
// there knows what is printed.
const hole = "\x00"

const unknownText = hole + hole

// maxPatterns bounds what one text may be, maxPatternDepth the expressions that
// are looked into, maxPatternText its length; maxKeyTexts what one key may be,
// maxQueryText the length of a query.
const (
	maxPatterns     = 4
	maxPatternDepth = 12
	maxPatternText  = 1024
	maxKeyTexts     = 64
	maxQueryText    = 16384
)

// bounds say how many texts there may be, and how long one, in bytes.
type bounds struct{ texts, length int }

var (
	formatBounds = bounds{maxPatterns, maxPatternText}
	keyBounds    = bounds{maxKeyTexts, maxPatternText}
	queryBounds  = bounds{maxPatterns, maxQueryText}
)

// isOpen reports whether callers may know more of a pattern.
func isOpen(p string) bool { return strings.Contains(strings.ReplaceAll(p, unknownText, ""), hole) }

// usable reports whether a pattern says anything of how operands are printed.
func usable(p string) bool { return isOpen(p) || strings.Contains(p, "%") }

// verbatim is the pattern without the parts that stay missing: those are taken
// to be plain text, like the name of a logger in front of a format.
func verbatim(p string) string { return strings.ReplaceAll(p, unknownText, "") }

// textOf lists what a string value may be. It looks at expressions alone: what
// went through memory is known only where one value was ever stored there.
func textOf(v ssa.Value) []string {
	e := texts{seen: map[ssa.Value]bool{}, most: formatBounds}
	return e.of(v, 0)
}

// texts finds out what a value may be. Of a key it also sees what is read from
// lists and tables of the package, of which there may be more than formats.
type texts struct {
	seen map[ssa.Value]bool
	most bounds
	pkg  *constval.Package // of keys, else nil
}

func (e *texts) of(v ssa.Value, depth int) []string {
	if v == nil || depth > maxPatternDepth {
		return []string{unknownText}
	}
	switch v := v.(type) {
	case *ssa.Const:
		if s, ok := shape.ConstString(v); ok && !strings.Contains(s, hole) && len(s) <= e.most.length {
			return []string{s}
		}
	case *ssa.Parameter:
		return []string{holeOf(v)}
	case *ssa.ChangeType:
		return e.of(v.X, depth+1)
	case *ssa.MakeInterface:
		return e.of(v.X, depth+1)
	case *ssa.Convert:
		if shape.IsString(v.X.Type()) {
			return e.of(v.X, depth+1)
		}
	case *ssa.Phi:
		return e.phi(v, depth)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return e.concat(e.of(v.X, depth+1), e.of(v.Y, depth+1))
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return e.listed(v, depth, e.loaded(v.X, depth))
		}
	case *ssa.Call:
		return e.call(v, depth)
	}
	return e.listed(v, depth, []string{unknownText})
}

// phi is a text that depends on the way; a loop that adds to it stays unknown.
func (e *texts) phi(v *ssa.Phi, depth int) []string {
	if e.seen[v] {
		return []string{unknownText}
	}
	e.seen[v] = true
	defer delete(e.seen, v)
	var out []string
	for _, x := range v.Edges {
		out = e.either(out, e.of(x, depth+1))
	}
	return out
}

// loaded is the content of a variable that is written once.
func (e *texts) loaded(addr ssa.Value, depth int) []string {
	switch a := addr.(type) {
	case *ssa.Alloc:
		if s := shape.OnlyStore(a); s != nil {
			return e.of(s.Val, depth+1)
		}
	case *ssa.FreeVar:
		return []string{hole + "f" + strconv.Itoa(slices.Index(a.Parent().FreeVars, a)) + hole}
	}
	return []string{unknownText}
}

// trims are functions that leave the verbs of a format alone.
var trims = map[string]bool{
	"strings.TrimSpace": true, "strings.TrimSuffix": true, "strings.TrimPrefix": true,
	"strings.TrimRight": true, "strings.TrimLeft": true, "strings.Trim": true,
}

// call is what the usual ways to complete a format give, and a function of this
// package that does nothing else.
func (e *texts) call(v *ssa.Call, depth int) []string {
	fn := v.Call.StaticCallee()
	if fn == nil {
		return []string{unknownText}
	}
	obj, _ := fn.Object().(*types.Func)
	switch {
	case obj != nil && trims[qualified(obj)]:
		return e.of(v.Call.Args[0], depth+1)
	case obj != nil && qualified(obj) == "fmt.Sprintf":
		return e.sprintf(v, depth)
	}
	ret := shape.Returned(fn)
	if ret == nil || !shape.IsString(ret.Type()) {
		return []string{unknownText}
	}
	var out []string
	for _, p := range e.of(ret, depth+1) {
		out = e.either(out, fill(p, func(name string) []string {
			if i, err := strconv.Atoi(name); err == nil && i < len(v.Call.Args) {
				return e.of(v.Call.Args[i], depth+1)
			}
			return nil
		}))
	}
	return out
}

// sprintf puts the operands of a constant format in their places; operands that
// are no text print no verbs.
func (e *texts) sprintf(v *ssa.Call, depth int) []string {
	format, ok := shape.ConstString(v.Call.Args[0])
	if !ok || strings.Contains(format, hole) {
		return []string{unknownText}
	}
	out, arg := []string{""}, 0
	for format != "" {
		lit, rest, found := strings.Cut(format, "%")
		out = e.concat(out, []string{lit})
		if format = rest; !found {
			break
		}
		if format == "" || strings.IndexByte("+#- 0123456789.*[", format[0]) >= 0 {
			return []string{unknownText}
		}
		if format[0] == '%' {
			out = e.concat(out, []string{"%"})
		} else {
			piece := []string{unknownText}
			if x := shape.Listed(v.Call.Args[1], arg); x != nil && (format[0] == 's' || format[0] == 'v') {
				piece = e.of(x, depth+1)
			}
			out = e.concat(out, piece)
			arg++
		}
		format = format[1:]
	}
	return out
}

func (e *texts) concat(a, b []string) []string { return concat(a, b, e.most) }

func (e *texts) either(a, b []string) []string { return eitherOf(a, b, e.most) }

// concat joins each with each.
func concat(a, b []string, most bounds) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			out = eitherOf(out, []string{x + y}, most)
		}
	}
	return out
}

// eitherText adds to what a text may be; too many are none.
func eitherText(a, b []string) []string { return eitherOf(a, b, formatBounds) }

func eitherOf(a, b []string, most bounds) []string {
	for _, s := range b {
		switch {
		case slices.Contains(a, s):
		case len(a) >= most.texts || len(s) > most.length:
			return []string{unknownText}
		default:
			a = append(a[:len(a):len(a)], s)
		}
	}
	return a
}

// fill puts texts in for the missing parts of a pattern; get gives none for a
// part that stays unknown.
func fill(p string, get func(name string) []string) []string {
	out := []string{""}
	for i, part := range strings.Split(p, hole) {
		piece := []string{part}
		if i%2 == 1 {
			piece = []string{unknownText}
			if part != "" {
				if got := get(part); len(got) > 0 {
					piece = got
				}
			}
		}
		out = concat(out, piece, keyBounds)
	}
	return out
}

// text lists what argument i of a call may be, the receiver not counted, in
// terms of the calling function; nil where nothing is known.
func (s *callSite) text(i int) []string {
	if s.consts != nil {
		if v := s.argValue(i); v != nil {
			return textOf(v)
		}
		return nil
	}
	if i >= 0 && i < len(s.texts) {
		return s.texts[i]
	}
	return nil
}

// argText is text for an argument that is handed on to a call whose target only
// callers know.
func (s *callSite) argText(i int, t types.Type) []string {
	if t == nil || !shape.IsString(t) {
		return nil
	}
	out := s.text(i)
	if slices.Contains(out, unknownText) {
		return nil
	}
	return out
}

// filled is a callee's pattern with what this call knows.
func (in *instance) filled(p string) []string {
	return fill(p, func(name string) []string {
		if strings.HasPrefix(name, "f") {
			return in.captured(name[1:])
		}
		if number, ok := strings.CutPrefix(name, elemHole); ok {
			return in.elements(number)
		}
		n, err := strconv.Atoi(name)
		if err != nil {
			return nil
		}
		return in.site.text(n - in.receivers())
	})
}

// receivers is the number of receivers among the callee's parameters.
func (in *instance) receivers() int {
	if in.sig != nil && in.sig.Recv() != nil {
		return 1
	}
	return 0
}

// captured is the text in a variable that the callee, a closure of this
// function, captured.
func (in *instance) captured(number string) []string {
	n, err := strconv.Atoi(number)
	if err != nil || in.fn == nil || in.fn.Func == nil || in.fn.Func.Parent() != in.f.fn {
		return nil
	}
	for _, b := range in.f.fn.Blocks {
		for _, i := range b.Instrs {
			c, ok := i.(*ssa.MakeClosure)
			if ok && c.Fn == in.fn.Func && n < len(c.Bindings) {
				e := texts{seen: map[ssa.Value]bool{}, most: formatBounds}
				return e.loaded(c.Bindings[n], 0)
			}
		}
	}
	return nil
}
