// Package base has what objects embed.
package base

import "flow/cross/pending_kinds/meta"

// Type is embedded in objects.
type Type struct{ APIVersion string }

// GetKind gives the object's kind.
func (t *Type) GetKind() meta.Kind { return t }

// SetName sets.
func (t *Type) SetName(n meta.Name) { t.APIVersion = n.Group + "/" + n.Version }

// Name gives.
func (t *Type) Name() meta.Name { return meta.From(t.APIVersion) }
