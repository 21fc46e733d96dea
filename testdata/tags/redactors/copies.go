package redactors

import (
	"slices"
	"strings"
)

//pii:redact
func cloned(in []string) []string {
	return slices.Clone(in) // want `cloned is said to redact, but returns in unchanged here`
}

//pii:redact
func appendedNil(in []byte) []byte {
	return append([]byte(nil), in...) // want `appendedNil is said to redact, but returns in unchanged here`
}

//pii:redact
func copied(in []string) []string {
	out := make([]string, len(in))
	copy(out, in)
	return out // want `copied is said to redact, but returns in unchanged here`
}

//pii:redact
func collected(in []string) []string {
	out := make([]string, 0, len(in))
	for _, s := range in {
		if s != "" {
			out = append(out, s)
		}
	}
	return out // want `collected is said to redact, but returns in unchanged here`
}

//pii:redact
func clonedAndMasked(in []string) []string {
	out := slices.Clone(in)
	for i := range out {
		out[i] = "***"
	}
	return out
}

//pii:redact
func appendedAndMasked(in []byte) []byte {
	out := append([]byte{}, in...)
	for i := range out {
		out[i] = '*'
	}
	return out
}

//pii:redact
func copiedAndMasked(in []string) []string {
	out := make([]string, len(in))
	copy(out, in)
	stars(out)
	return out
}

func stars(list []string) {
	for i := range list {
		list[i] = "***"
	}
}

//pii:redact
func someMasked(in []string) []string {
	var out []string
	for _, s := range in {
		if strings.Contains(s, "@") {
			out = append(out, "***")
			continue
		}
		out = append(out, s)
	}
	return out
}

//pii:redact
func maskedFirst(in []string) []string {
	var out []string
	for _, s := range in {
		if strings.Contains(s, "@") {
			s = "***"
		}
		out = append(out, s)
	}
	return out
}

//pii:redact
func recovering(s string) (out string) {
	out = s
	defer func() {
		if recover() != nil {
			out = ""
		}
	}()
	if strings.Contains(s, "@") {
		out = "***"
	}
	return // want `recovering is said to redact, but returns s unchanged here`
}

//pii:redact
func recoveringNonEmpty(s string) (out string) {
	defer func() {
		if recover() != nil {
			out = ""
		}
	}()
	out = s
	if out != "" {
		out = "***"
	}
	return out
}

//pii:redact
func deferred(s string) (out string) {
	defer func() { out = "***" }()
	out = s
	return
}

//pii:redact
func textBehind(s *string) *string {
	if s == nil || *s == "" {
		return s
	}
	return s // want `textBehind is said to redact, but returns s unchanged here`
}

//pii:redact
func textCopied(s *string) *string {
	v := *s
	return &v // want `textCopied is said to redact, but returns s unchanged here`
}

//pii:redact
func otherText(s *string) *string {
	if s == nil || *s == "" {
		return s
	}
	m := "***"
	return &m
}

//pii:redact
func maskedBehind(s *string) *string {
	*s = "***"
	return s
}
