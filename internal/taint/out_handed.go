package taint

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/address"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Handed is one way on which data goes to a recipient.
type Handed struct {
	Sink      string // the function that is called, as in messages
	Recipient string // name, where the library is that recipient's
	Kind      string // kind of recipient, in the words of package model
	Pkg       string // import path of the function that is called
	Via       string // import path of the package that calls it
	// Addresses are constants that the address may be. Open says that it may be
	// another one, too.
	Addresses []address.Address
	Open      bool
	Settings  []string // settings that make the channel insecure, by name
	InURL     bool     // the data stand in the address
	Consents  []string // purposes that the data subject agreed to before; "*" is any
	Verified  bool     // who calls was verified before
	Answers   bool     // it is the caller of a handler who gets the data: a response
}

// handedKey tells the sources of outbound flows apart.
type handedKey struct {
	flowKey
	class, name string
}

// handOn notes known personal data on the way to a recipient. Where callers in
// this package may know more of the recipient or have asked for consent, it is
// left to them.
func (f *frame) handOn(w way) {
	if !f.e.handsOn(w.kind) {
		return
	}
	if w.state == nil {
		w.state = f.state()
	}
	if f.settled(w) || !f.e.insidersOnly(f.fn) || !f.leaveHanded(w) {
		f.certain(w)
	}
}

// handsOn reports whether it matters for a kind of sinks who gets the data or what
// was agreed to. Consent is a ground for other ways out only if the policy says so.
func (e *engine) handsOn(kind string) bool {
	return kind == directive.KindOutbound || e.pol != nil && e.pol.Asks(kind, policy.Consent)
}

// handedPrefix begins the kind of what is left to callers. A response that only
// verified callers may see is another matter.
const handedPrefix = "handed "

// settled reports whether callers can add nothing to what is known.
func (f *frame) settled(w way) bool {
	if w.out != nil && (slices.ContainsFunc(w.out.Dest, (*value.Label).Symbolic) || slices.ContainsFunc(w.out.Channel, (*value.Label).Symbolic)) {
		return false
	}
	return f.caller == nil || !slices.ContainsFunc(w.state.Labels, func(l *value.Label) bool {
		return l.Root.Kind == value.Caller && (l.Root.N == asBefore || l.Root.N >= 0)
	})
}

// insidersOnly reports whether a function is called by this package alone.
func (e *engine) insidersOnly(fn *ssa.Function) bool {
	if fn.Parent() != nil {
		return true
	}
	return !ast.IsExported(fn.Name()) && fn.Name() != "main" && fn.Name() != "init" && !strings.HasPrefix(fn.Name(), "init#") && fn.Synthetic == ""
}

// certain adds to what is certain.
func (f *frame) certain(w way) {
	key := handedKey{flowKey{w.kind, w.spot.key}, w.label.Src.Class, w.label.Src.Name()}
	h := handedBy(w)
	if !slices.ContainsFunc(f.hands[key], h.equal) {
		if f.hands == nil {
			f.hands = map[handedKey][]Handed{}
		}
		f.hands[key] = append(f.hands[key], h)
	}
}

func handedBy(w way) Handed {
	h := Handed{Sink: w.name, Via: w.place.Pkg, Consents: consentsIn(w.state), Verified: closed(w.state), Answers: answersCaller(w.out)}
	o := w.out
	if o == nil {
		h.Open = true
		return h
	}
	h.Recipient, h.Kind, h.Pkg, h.InURL = o.Recipient, o.Kind, o.Pkg, o.InURL
	h.Open = len(o.Dest) == 0 || slices.ContainsFunc(o.Dest, (*value.Label).Symbolic)
	for _, text := range constantsOf(o.Dest, false) {
		a, ok := address.Read(text)
		if !ok || text == value.ManyTexts {
			h.Open = true
			continue
		}
		if a.Host == "*" { // what is filled in is known by itself, or not at all
			a.Host = ""
		}
		if a != (address.Address{}) && !slices.Contains(h.Addresses, a) {
			h.Addresses = append(h.Addresses, a)
		}
	}
	if h.Settings = constantsOf(o.Channel, true); slices.Contains(h.Settings, secureMark) {
		h.Settings = nil // the code chooses, and is taken to choose well
	}
	slices.SortFunc(h.Addresses, func(a, b address.Address) int { return strings.Compare(a.String(), b.String()) })
	slices.Sort(h.Settings)
	return h
}

func (h Handed) equal(o Handed) bool {
	return h.Sink == o.Sink && h.Recipient == o.Recipient && h.Kind == o.Kind && h.Pkg == o.Pkg && h.Via == o.Via && h.Open == o.Open &&
		h.InURL == o.InURL && h.Verified == o.Verified && h.Answers == o.Answers && slices.Equal(h.Addresses, o.Addresses) &&
		slices.Equal(h.Settings, o.Settings) && slices.Equal(h.Consents, o.Consents)
}

// leaveHanded makes it part of the summary; false where there is no room.
func (f *frame) leaveHanded(w way) bool {
	key := handedPrefix + w.kind + w.out.Key() + "#" + itoa(w.label.ID()) + "@" + itoa(int(w.spot.key))
	if i, ok := f.known[key]; ok {
		f.disclosures[i].State = f.u.Join(f.disclosures[i].State, w.state)
		return true
	}
	if len(f.disclosures) >= maxDisclosures {
		f.e.bounded(boundSinks)
		return false
	}
	f.known[key] = len(f.disclosures)
	f.disclosures = append(f.disclosures, summary.Sink{
		Kind: handedPrefix + w.kind, Name: w.name, Label: w.label, Place: w.place, State: w.state, Out: w.out,
		Pos: w.spot.pos, End: w.spot.end, Key: w.spot.key,
	})
	return true
}

// handedOn follows what a callee of this package left to its callers.
func (in *instance) handedOn(kind string, s summary.Sink) {
	f := in.f
	if f.quiet > 0 || !s.Pos.IsValid() {
		return
	}
	if in.escape && in.fn != nil {
		if g := f.e.funcs[in.fn.Func]; g != nil {
			g.called = true // it is judged by what held where it was made
		}
	}
	w := way{
		kind: kind, name: s.Name, label: s.Label, spot: spot{s.Pos, s.End, s.Key}, place: s.Place,
		state: in.state(s.State), out: in.outlet(s.Out),
	}
	f.handOn(w)
	if kind == directive.KindOutbound && answersCaller(w.out) {
		w.kind, w.out, w.in = directive.KindResponse, nil, f.writer(in.name)
		f.disclose(w)
	}
}

// handsOver gives the sources of outbound flows all ways on which they go.
func (e *engine) handsOver(flows []*Flow) {
	all, left := map[handedKey][]Handed{}, map[handedKey][]Handed{}
	add := func(to map[handedKey][]Handed, k handedKey, hs ...Handed) {
		for _, h := range hs {
			if !slices.ContainsFunc(to[k], h.equal) {
				to[k] = append(to[k], h)
			}
		}
	}
	for _, s := range e.sorted() {
		for k, hs := range s.hands {
			add(all, k, hs...)
		}
		if s.sum == nil {
			continue
		}
		for _, d := range s.sum.Disclosures {
			kind, ok := strings.CutPrefix(d.Kind, handedPrefix)
			if !ok {
				continue
			}
			k := handedKey{flowKey{kind, d.Key}, d.Label.Src.Class, d.Label.Src.Name()}
			h := handedBy(way{name: d.Name, place: d.Place, label: d.Label, out: d.Out, state: d.State})
			add(left, k, h)
			if !s.called {
				add(all, k, h)
			}
		}
	}
	for _, fl := range flows {
		for i, src := range fl.Sources {
			k := handedKey{flowKey{fl.Kind, fl.call}, src.Class, src.Name()}
			if fl.Sources[i].Handed = all[k]; len(all[k]) == 0 {
				fl.Sources[i].Handed = left[k]
			}
		}
	}
}
