package model

import (
	"fmt"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
)

// RecipientKind says what a recipient of data does, or, where that is not known,
// in which way the data goes to him.
type RecipientKind string

// recipientKinds lists the kinds. The first ones say what is done with data, the
// last ones only how it gets there.
var recipientKinds = []RecipientKind{
	"ads", "analytics", "apm", "cloud", "crm", "database", "errors", "identity", "llm", "mail", "messaging",
	"payment", "queue", "search", "storage", "support",
	"http", "network", "process", "rpc",
}

// RecipientKinds lists the words that a table may use.
func RecipientKinds() []string {
	out := make([]string, len(recipientKinds))
	for i, k := range recipientKinds {
		out[i] = string(k)
	}
	return out
}

// Transport reports whether the kind only says how data gets there.
func (k RecipientKind) Transport() bool {
	return slices.Contains(recipientKinds[len(recipientKinds)-4:], k)
}

// The keys of an entry that say to whom data goes.
var outboundKeys = []string{"recipient", "recipient_kind", "url", "channel", "insecure", "secure"}

// recipientName is what a recipient may be called.
var recipientName = regexp.MustCompile(`^[A-Za-z0-9]+([ ._-][A-Za-z0-9]+)*$`)

// recipient reads to whom calls into a package hand data on.
func (r *reader) recipient(b block, m map[string]any) (Outbound, error) {
	e := &entry{reader: r, b: b, m: m}
	o := Outbound{Recipient: e.recipient(), Kind: e.recipientKind()}
	return o, e.err
}

// outbound reads what a function says of that. What it does not say holds as its
// package has it.
func (e *entry) outbound(fn *Func) *Outbound {
	o := &Outbound{
		Recipient: e.recipient(), Kind: e.recipientKind(),
		URLs: exprs(e, "url", ParsePlace), Channels: exprs(e, "channel", ParsePlace), Insecure: e.boolean("insecure"),
		Secure: e.boolean("secure"),
	}
	leaves := fn.Sink == SinkOutbound || fn.Writes == SinkOutbound
	for _, key := range outboundKeys[:4] {
		if e.m[key] != nil && !leaves {
			e.fail(key, "", 0, key+` needs sink = "outbound" or writes = "outbound"`)
		}
	}
	if o.Secure && o.Insecure {
		e.fail("secure", "", 0, "secure contradicts insecure")
	}
	if !leaves && !o.Insecure && !o.Secure {
		return nil
	}
	if o.Recipient == "" {
		o.Recipient = e.to.Recipient
	}
	if o.Kind == "" {
		o.Kind = e.to.Kind
	}
	return o
}

func (e *entry) recipient() string {
	name := e.text("recipient")
	if name != "" && !recipientName.MatchString(name) {
		e.fail("recipient", name, 0, fmt.Sprintf("bad recipient %q, want words of letters and digits", name))
	}
	return name
}

func (e *entry) recipientKind() RecipientKind {
	kind := e.text("recipient_kind")
	if kinds := RecipientKinds(); kind != "" && !slices.Contains(kinds, kind) {
		e.fail("recipient_kind", kind, 0, fmt.Sprintf("unknown recipient_kind %q, must be one of %s", kind, strings.Join(kinds, ", "))+
			nearest.Hint(nearest.Of(kind, kinds)))
	}
	return RecipientKind(kind)
}

// outbound checks the places of addresses and of settings.
func (c *checker) outbound(f *Func) {
	o := f.Outbound
	if o == nil {
		return
	}
	for _, p := range slices.Concat(o.URLs, o.Channels) {
		c.in = p.String()
		c.place(p)
	}
	if (o.Insecure || o.Secure) && c.sig.Results().Len() == 0 {
		c.in = "insecure or secure"
		c.failf("there is no result")
	}
}

// check compares the entry with the type's declaration.
func (t *Type) check(pkg *types.Package) error {
	obj, ok := pkg.Scope().Lookup(t.Name).(*types.TypeName)
	if !ok {
		return fmt.Errorf("no type %s.%s", pkg.Path(), t.Name)
	}
	fields := slices.Concat(t.Insecure, t.Unless, t.Here, t.Opened, t.Settings)
	if t.Told != "" {
		fields = append(fields, t.Told)
	}
	for _, name := range fields {
		if field, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, name); field == nil {
			return fmt.Errorf("%s.%s has no field %s", pkg.Path(), t.Name, name)
		}
	}
	if t.Sent != "" && Lookup(pkg, t.Sent) == nil {
		return fmt.Errorf("%s has no %s", pkg.Path(), t.Sent)
	}
	return nil
}
