package redactors

import "strings"

//pii:redact
func first(in []string) { // want `first is said to redact, but leaves in\[1:\] unchanged here`
	if len(in) > 0 {
		in[0] = "***"
	}
}

//pii:redact
func firstBack(in []string) []string {
	if len(in) > 0 {
		in[0] = whole(in[0])
	}
	return in // want `firstBack is said to redact, but returns in\[1:\] unchanged here`
}

//pii:redact
func eachBack(in []string) []string {
	for i := range in {
		in[i] = "***"
	}
	return in
}

//pii:redact
func eachButFirst(in []string) []string {
	for i := 1; i < len(in); i++ {
		in[i] = "***"
	}
	return in
}

//pii:redact
func some(in []string) []string {
	for i, s := range in {
		if strings.Contains(s, "@") {
			in[i] = "***"
		}
	}
	return in
}

//pii:redact
func listCopies(in []string) []string {
	for _, s := range in {
		s = "***"
		_ = s
	}
	return in // want `listCopies is said to redact, but returns in unchanged here`
}

//pii:redact
func untouched(in []string) []string {
	return in // want `untouched is said to redact, but returns in unchanged here`
}

//pii:redact
func bytesInPlace(b []byte) {
	for i := range b {
		b[i] = '*'
	}
}

//pii:redact
func bytesBack(b []byte) []byte {
	for i := range b {
		b[i] = '*'
	}
	return b
}

//pii:redact
func bytesCleared(b []byte) []byte {
	clear(b)
	return b
}

//pii:redact
func bytesCopied(b []byte) []byte {
	copy(b, strings.Repeat("*", len(b)))
	return b
}

//pii:redact
func bytesKept(b []byte) []byte {
	if len(b) < 4 {
		return b // want `bytesKept is said to redact, but returns b unchanged here`
	}
	for i := range b[4:] {
		b[4+i] = '*'
	}
	return b
}

//pii:redact
func bytesUntouched(b []byte) {} // want `bytesUntouched is said to redact, but leaves b unchanged here`

//pii:redact
func lazy(s string) func() string {
	return func() string { return s } // want `lazy is said to redact, but returns s unchanged here`
}

//pii:redact
func lazyMasked(s string) func() string {
	return func() string { return whole(s) }
}

//pii:redact
func closure(s string) string {
	get := func() string { return s }
	return get() // want `closure is said to redact, but returns s unchanged here`
}

//pii:redact
func closureMasked(s string) string {
	get := func() string { return "***" }
	return get()
}

//pii:redact
func closureParam(s string) string {
	same := func(t string) string { return t }
	return same(s) // want `closureParam is said to redact, but returns s unchanged here`
}

//pii:redact
func appended(s string) []string {
	return []string{s} // want `appended is said to redact, but returns s unchanged here`
}

//pii:redact
func fieldsOf(s string) []string {
	out := strings.Fields(s)
	for i := range out {
		out[i] = "***"
	}
	return out
}

//pii:redact
func entriesBack(m map[string]string) map[string]string {
	for k := range m {
		m[k] = "***"
	}
	return m
}

//pii:redact
func entriesKept(m map[string]string) map[string]string {
	return m // want `entriesKept is said to redact, but returns m unchanged here`
}

//pii:redact
func oneEntry(m map[string]string) map[string]string {
	m["email"] = "***"
	return m
}

//pii:redact
func columns(row []string) []string {
	row[0], row[3] = "***", "***"
	return row
}

//pii:redact
func single(in []string) []string {
	if len(in) != 1 {
		return nil
	}
	in[0] = "***"
	return in
}

//pii:redact
func firstCustomer(cs []*Customer) { // want `firstCustomer is said to redact, but leaves cs\[1:\] unchanged here`
	cs[0].Email = ""
	cs[0].Phone = ""
}

//pii:redact
func lazyEmpty(s string) func() string {
	return func() string {
		if s == "" {
			return s
		}
		return "***"
	}
}
