package model

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// exprError is a mistake at a byte offset of an expression.
type exprError struct {
	off int
	msg string
}

func (e *exprError) Error() string { return fmt.Sprintf("offset %d: %s", e.off, e.msg) }

// forms has the names of all forms but Plain.
var forms = map[string]Form{
	"text": Text, "printf": Printf, "print": Print, "println": Println,
	"wrapped": Wrapped, "error": Err, "stringer": Stringer,
	"json": JSON, "xml": XML, "gob": Gob, "yaml": YAML, "template": Template,
	"slog": Slog, "zapany": ZapAny, "zapobject": ZapObject, "zapsugar": ZapSugar, "zerolog": Zerolog, "zerologfields": ZerologFields,
	"logrus": Logrus, "logfmt": Logfmt, "kv": KV,
	"klog": Klog, "logr": Logr, "hclog": Hclog, "phusluany": PhusluAny, "phuslujson": PhusluJSON, "gostring": GoStr,
	"read": Read, "attrs": Attrs, "seq": Seq, "seq1": Seq1, "clone": Clone, "part": Part, "as": As, "unknown": Unknown, "decoded": Decoded, "outside": Outside, "input": Input, "response": Response, "verified": Verified,
	"proto": Proto, "told": Told,
}

// scanner reads one expression from left to right. The first mistake ends the
// parse: methods after it do nothing, so callers check err once.
type scanner struct {
	in  string
	pos int
	err *exprError
}

// ParseFlow reads "SRC -> DST" or "SRC => DST".
func ParseFlow(s string) (Flow, error) {
	p := &scanner{in: s}
	f := Flow{Src: p.source()}
	if f.Replace = p.accept("=>"); !f.Replace {
		p.expect("->")
	}
	f.Dst = p.dest()
	return f, p.end()
}

// ParseSource reads a SRC.
func ParseSource(s string) (Source, error) {
	p := &scanner{in: s}
	src := p.source()
	return src, p.end()
}

// ParsePlace reads a PLACE.
func ParsePlace(s string) (Place, error) {
	p := &scanner{in: s}
	pl := p.place()
	return pl, p.end()
}

// ParseCall reads "PLACE(SRC, ...)" or "PLACE!Method(SRC, ...)", either of
// them with "-> DST" behind it. "PLACE(SRC...)" gives each parameter what SRC has for it.
func ParseCall(s string) (Call, error) {
	p := &scanner{in: s}
	c := Call{Fn: p.place()}
	if p.accept("!") {
		c.Method = p.ident("a method name")
	}
	p.expect("(")
	for p.err == nil && !p.accept(")") {
		if len(c.Args) > 0 {
			p.expect(",")
		}
		c.Args = append(c.Args, p.source())
		c.Spread = len(c.Args) == 1 && p.accept("...")
	}
	if p.accept("->") {
		d := p.dest()
		c.Dst = &d
	}
	return c, p.end()
}

func (p *scanner) source() Source {
	start := p.skip()
	word := p.peekWord()
	form, ok := forms[word]
	switch {
	case (form == Unknown || form == Decoded || form == Outside || form == Input || form == Response || form == Verified) && ok:
		p.pos += len(word)
		return Source{Form: form}
	case strings.HasPrefix(p.in[p.pos+len(word):], "(") && !ok:
		p.fail(start, fmt.Sprintf("unknown form %q", word))
		return Source{}
	case !ok:
		return Source{Places: []Place{p.place()}}
	}
	p.pos += len(word)
	return Source{Form: form, Places: p.operands(form)}
}

// operands reads the parenthesized places of a form.
func (p *scanner) operands(form Form) []Place {
	p.expect("(")
	places := []Place{p.place()}
	if form == Printf || form == Wrapped {
		p.expect(",")
		places = append(places, p.place())
	}
	p.expect(")")
	return places
}

func (p *scanner) dest() Dest {
	p.skip()
	if p.peekWord() != "write" {
		start := p.pos
		pl := p.place()
		if pl.Root == Arg && len(pl.Path) == 0 {
			p.fail(start, "an argument itself cannot be changed, only what it points to or holds")
		}
		return Dest{Place: pl}
	}
	p.pos += len("write")
	p.expect("(")
	d := Dest{Write: true, Place: p.place()}
	p.expect(")")
	return d
}

func (p *scanner) place() Place {
	start := p.skip()
	pl, ok := root(p.peekWord())
	if !ok {
		p.fail(start, "expected recv, an argument number, result, resultN or pkg")
		return pl
	}
	p.pos += len(p.peekWord())
	for p.err == nil && p.pos < len(p.in) && (p.in[p.pos] == '.' || p.in[p.pos] == '[') && !strings.HasPrefix(p.in[p.pos:], "...") {
		pl.Path = append(pl.Path, p.sel())
	}
	if pl.Root == Pkg && p.err == nil && (len(pl.Path) == 0 || pl.Path[0].Kind != access.Slot) {
		p.fail(start, "pkg must be followed by a slot: pkg.@name")
	}
	return pl
}

// root reads the word that a place starts with.
func root(word string) (Place, bool) {
	switch word {
	case "recv":
		return Place{Root: Recv}, true
	case "result":
		return Place{Root: Result}, true
	case "pkg":
		return Place{Root: Pkg}, true
	}
	digits, isResult := strings.CutPrefix(word, "result")
	n, err := strconv.ParseUint(digits, 10, 8)
	switch {
	case err != nil:
		return Place{}, false
	case isResult:
		return Place{Root: Result, Index: int(n)}, true
	}
	return Place{Root: Arg, Index: int(n)}, true
}

func (p *scanner) sel() Sel {
	switch {
	case p.accept(".*"):
		return Sel{Kind: access.Deref}
	case p.accept(".@"):
		return Sel{Kind: access.Slot, Name: p.ident("a slot name")}
	case p.accept("."):
		return Sel{Kind: access.Field, Name: p.ident("a field name, * or @slot")}
	case p.accept("[]"):
		return Sel{Kind: access.Elem}
	case p.accept("[k]"):
		return Sel{Kind: access.MapKey}
	case p.accept(`["`):
		return p.nameSel()
	case p.accept("[="):
		return p.keySel(AsIs)
	case p.accept("[^"):
		return p.keySel(Header)
	case p.accept("[_"):
		return p.keySel(Lower)
	}
	p.fail(p.pos, `expected [], [k], ["KEY"], [=N], [^N] or [_N]`)
	return Sel{}
}

// nameSel reads the rest of ["KEY"].
func (p *scanner) nameSel() Sel {
	name, _, ok := strings.Cut(p.in[p.pos:], `"]`)
	if !ok || name == "" {
		p.fail(p.pos, `expected a key and "]`)
		return Sel{}
	}
	p.pos += len(name) + len(`"]`)
	return Sel{Kind: access.Key, Name: name}
}

// keySel reads the rest of [=N], [^N] or [_N].
func (p *scanner) keySel(spelled Spelling) Sel {
	word := p.peekWord()
	n, err := strconv.ParseUint(word, 10, 8)
	if err != nil {
		p.fail(p.pos, "expected an argument number")
		return Sel{}
	}
	p.pos += len(word)
	p.expect("]")
	return Sel{Kind: access.Key, Arg: int(n), Spelled: spelled}
}

// peekWord returns the letters, digits and underscores that come next.
func (p *scanner) peekWord() string {
	i := p.pos
	for i < len(p.in) && isWord(p.in[i]) {
		i++
	}
	return p.in[p.pos:i]
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func (p *scanner) ident(what string) string {
	word := p.peekWord()
	if word == "" || '0' <= word[0] && word[0] <= '9' {
		p.fail(p.pos, "expected "+what)
		return ""
	}
	p.pos += len(word)
	return word
}

// skip passes over blanks and returns the position behind them.
func (p *scanner) skip() int {
	for p.pos < len(p.in) && p.in[p.pos] == ' ' {
		p.pos++
	}
	return p.pos
}

// accept passes over tok if it comes next. Blanks may stand before tokens that
// start no selector.
func (p *scanner) accept(tok string) bool {
	if p.err != nil {
		return false
	}
	if tok[0] != '.' && tok[0] != '[' {
		p.skip()
	}
	if !strings.HasPrefix(p.in[p.pos:], tok) {
		return false
	}
	p.pos += len(tok)
	return true
}

func (p *scanner) expect(tok string) {
	if !p.accept(tok) {
		p.fail(p.pos, fmt.Sprintf("expected %q", tok))
	}
}

func (p *scanner) fail(off int, msg string) {
	if p.err == nil {
		p.err = &exprError{off, msg}
	}
}

// end checks that nothing is left over.
func (p *scanner) end() error {
	if p.err == nil && p.skip() < len(p.in) {
		p.fail(p.pos, fmt.Sprintf("unexpected %q", p.in[p.pos:]))
	}
	if p.err != nil {
		return p.err
	}
	return nil
}
