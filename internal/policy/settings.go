package policy

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// FromSettings reads a policy that stands inline in the configuration of
// another tool, in the shape of a policy file: the same keys, nested as there.
// Nil settings give the default. name says in errors where the settings stand.
// The error is an *Error without a line.
func FromSettings(name string, settings any) (*Policy, error) {
	if settings == nil {
		return Default(), nil
	}
	m, ok := settings.(map[string]any)
	if !ok {
		return nil, &Error{File: name, Msg: fmt.Sprintf("want the sections of a policy file, got %T", settings)}
	}
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(m); err != nil {
		return nil, &Error{File: name, Msg: "not a policy: " + err.Error(), Err: err}
	}
	p, err := Parse(name, b.Bytes())
	var pe *Error
	if errors.As(err, &pe) && pe.Line > 0 {
		// The lines are those of the encoding: the text tells the reader more.
		lines := strings.Split(b.String(), "\n")
		pe.Msg += " in " + strings.TrimSpace(lines[pe.Line-1])
		pe.Line, pe.Col = 0, 0
	}
	if p != nil {
		p.foldValues()
	}
	return p, err
}

// foldValues makes the case of values not matter that stand as keys in the policy:
// golangci-lint writes all keys of its settings in small letters.
func (p *Policy) foldValues() {
	for i := range p.tags {
		p.tags[i].values.fold = true
	}
	for i := range p.protos {
		p.protos[i].values.fold = true
	}
}
