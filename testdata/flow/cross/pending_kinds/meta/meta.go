// Package meta has what all objects have.
package meta

import (
	"fmt"
	"strings"
)

// Kind tells what an object is.
type Kind interface {
	SetName(n Name)
	Name() Name
}

// Name is a group and a version.
type Name struct{ Group, Version string }

// Parse takes a name apart.
func Parse(s string) (Name, error) {
	if strings.Count(s, "/") > 1 {
		return Name{}, fmt.Errorf("unexpected name: %v", s)
	}
	g, v, _ := strings.Cut(s, "/")
	return Name{g, v}, nil
}

// From is Parse without the error.
func From(s string) Name {
	if n, err := Parse(s); err == nil {
		return n
	}
	return Name{}
}
