// Package policy reads the policy file, .piivet.toml, and answers what it
// demands.
//
// A Policy never changes once it is read, so it may be shared freely. Reading is
// strict: a key that is not known, a value of the wrong type or meaning and
// anything said twice is an error with its place in the file.
package policy

import (
	"maps"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/address"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/piitag"
)

// FileName is how a policy file is called.
const FileName = ".piivet.toml"

// Policy is what the user wants: demands, classes, and what the code itself
// can't say about types and functions. Slices that its methods return must not
// be changed.
type Policy struct {
	path string
	dir  string // absolute directory of the file
	hash string

	layers []layer // the file and the presets that it takes in

	classes      *piitag.Table
	demands      map[string]levels
	fields       map[fieldName]piitag.Tag
	types        map[string]piitag.Tag
	keyed        map[string][]keyedType
	presets      []Preset
	protos       []protoOption
	defaultProto bool // what protos has of debug_redact is the default
	tags         []convention

	sources    map[string][]Source
	redactors  map[string]Redactor
	verifiers  map[string]bool
	consents   map[string]ConsentFunc
	sinks      map[string][]Sink
	recipients []Recipient
	internal   []string // patterns of hosts and import paths that are no recipients
	models     []Model

	switched map[string]bool // of [analyzers]
	keys     KeyLevel        // of [sources]

	excludeFiles     []string
	excludePackages  []string
	excludeGenerated bool
}

// fieldName is a field of a named struct type.
type fieldName struct{ typ, field string }

// Source is a function of the [[source]] list: it brings personal data in.
type Source struct {
	Func   string     // "import/path.Func" or "import/path.Type.Method"
	Tag    piitag.Tag // what it brings
	Param  string     // the parameter that is meant, or "" for results
	Result int        // the result that is meant, from 0; -1 for all
}

// Redactor is a function of the [[redactor]] list: its results are clean.
type Redactor struct {
	Func    string
	Classes []string // what it removes; empty for everything
}

// ConsentFunc is a function of the [[consent]] list: a nil error or a true result
// proves that the data subject agreed.
type ConsentFunc struct {
	Func    string
	Purpose string // "" for any purpose
}

// Sink is a function of the [[sink]] list: its arguments leave there.
type Sink struct {
	Func string
	Kind string // one of directive.Kinds
	Args []int  // the arguments that leave, from 0, without the receiver; nil for all
}

// Recipient is somebody to whom data is handed on.
type Recipient struct {
	Name    string
	Match   []string // patterns of import paths and hosts
	Allow   []string // the classes that it may get
	Purpose string   // "" if not said
}

// May reports whether the recipient may get data of the class.
func (r Recipient) May(class string) bool { return slices.Contains(r.Allow, class) }

// Model is one [[model]] entry: a table of library functions in the form of
// package model.
type Model struct {
	File string // the policy file
	// TOML is the text of the entry. All of it stands on the lines and in the
	// columns of the policy file, so that errors in it name the right place.
	TOML []byte
}

// Default returns the policy of a program that has no policy file.
func Default() *Policy {
	p := &Policy{hash: hashOf(nil), classes: piitag.Builtin(), demands: defaultDemands(), keys: KeysStrict}
	p.addDefaultProto()
	return p
}

// Path returns the name of the file as given to Load or Parse; "" for Default.
func (p *Policy) Path() string { return p.path }

// Hash returns a text that is equal for equal content of the policy file and
// differs for different content.
func (p *Policy) Hash() string { return p.hash }

// Demand returns what has to stand between personal data of the level and a sink
// of the kind. What is not known is treated as strictly as possible.
func (p *Policy) Demand(kind string, level piitag.Level) Demand {
	l, ok := p.demands[kind]
	if !ok {
		return Redact
	}
	if level < piitag.Low || level > piitag.High {
		level = piitag.High
	}
	return l[level-1]
}

// Asks reports whether a demand counts at any level of a kind of sinks.
func (p *Policy) Asks(kind string, d Demand) bool {
	l, ok := p.demands[kind]
	return ok && slices.ContainsFunc(l[:], func(of Demand) bool { return of.Has(d) })
}

// Classes returns the built-in classes and those of the file.
func (p *Policy) Classes() *piitag.Table { return p.classes }

// Class returns the class that has the name or alias.
func (p *Policy) Class(name string) (piitag.Class, bool) { return p.classes.Lookup(name) }

// Directive reads a comment with the classes of the policy.
func (p *Policy) Directive(comment string) (directive.Directive, bool, error) {
	return directive.NewParser(p.classes).Parse(comment)
}

// Field returns what the file says of a field, to be heard before the field's
// own tag. typeName is "import/path.Type".
func (p *Policy) Field(typeName, field string) (piitag.Tag, bool) {
	t, ok := p.fields[fieldName{typeName, field}]
	return t, ok
}

// Sources returns the [[source]] entries of a function.
func (p *Policy) Sources(fn string) []Source { return p.sources[fn] }

// Redactor returns the [[redactor]] entry of a function.
func (p *Policy) Redactor(fn string) (Redactor, bool) {
	r, ok := p.redactors[fn]
	return r, ok
}

// Redactors returns the functions of the [[redactor]] list, sorted by name.
func (p *Policy) Redactors() []Redactor {
	var out []Redactor
	for _, name := range slices.Sorted(maps.Keys(p.redactors)) {
		out = append(out, p.redactors[name])
	}
	return out
}

// Verifier reports whether a function is in the [[verifier]] list: its nil error
// or true result proves who the caller is.
func (p *Policy) Verifier(fn string) bool { return p.verifiers[fn] }

// Consent returns the [[consent]] entry of a function.
func (p *Policy) Consent(fn string) (ConsentFunc, bool) {
	c, ok := p.consents[fn]
	return c, ok
}

// Checks reports whether a [[verifier]] or a [[consent]] stands in the package.
func (p *Policy) Checks(pkgPath string) bool {
	for _, name := range slices.Concat(slices.Collect(maps.Keys(p.verifiers)), slices.Collect(maps.Keys(p.consents))) {
		if rest, ok := strings.CutPrefix(name, pkgPath+"."); ok && !strings.Contains(rest, "/") {
			return true
		}
	}
	return false
}

// Sinks returns the [[sink]] entries of a function, at most one of each kind.
func (p *Policy) Sinks(fn string) []Sink { return p.sinks[fn] }

// Recipient returns the first [[recipient]] to whom calls into the package go.
func (p *Policy) Recipient(pkgPath string) (Recipient, bool) {
	for _, r := range p.recipients {
		if slices.ContainsFunc(r.Match, func(pattern string) bool { return matchPath(pattern, pkgPath) }) {
			return r, true
		}
	}
	return Recipient{}, false
}

// RecipientAt returns the first [[recipient]] to whom a host belongs.
func (p *Policy) RecipientAt(host string) (Recipient, bool) {
	for _, r := range p.recipients {
		if slices.ContainsFunc(r.Match, func(pattern string) bool { return address.Matches(pattern, host) }) {
			return r, true
		}
	}
	return Recipient{}, false
}

// InternalHost reports whether a host is the machine itself, or one that the
// policy declares to be internal.
func (p *Policy) InternalHost(host string) bool {
	return address.Loopback(host) || slices.ContainsFunc(p.internal, func(pattern string) bool { return address.Matches(pattern, host) })
}

// InternalPackage reports whether the policy declares what a package calls, or
// what is called there, to be internal.
func (p *Policy) InternalPackage(pkgPath string) bool {
	return slices.ContainsFunc(p.internal, func(pattern string) bool { return matchPath(pattern, pkgPath) })
}

// Recipients lists all recipients in the order of the file.
func (p *Policy) Recipients() []Recipient { return p.recipients }

// Models returns the [[model]] entries in the order of the file.
func (p *Policy) Models() []Model { return p.models }

// ExcludesPackage reports whether findings in the package are not wanted.
func (p *Policy) ExcludesPackage(pkgPath string) bool {
	return slices.ContainsFunc(p.excludePackages, func(pattern string) bool { return matchPath(pattern, pkgPath) })
}

// ExcludesGenerated reports whether findings in generated files are not wanted.
func (p *Policy) ExcludesGenerated() bool { return p.excludeGenerated }

// ExcludesFile reports whether findings in the file are not wanted. file is an
// absolute name.
func (p *Policy) ExcludesFile(file string) bool {
	return slices.ContainsFunc(p.excludeFiles, func(pattern string) bool { return p.matchFile(pattern, file) })
}
