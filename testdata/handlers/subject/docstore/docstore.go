// Package docstore finds documents by filters, and decodes them where they are wanted.
package docstore

import (
	"context"
	"encoding/json"
)

// M is a filter.
type M map[string]any

// Collection has documents.
type Collection struct{ find func(filter []byte) []byte }

// Result is what was found.
type Result struct{ raw []byte }

// FindOne finds the document that a filter names.
func (c *Collection) FindOne(ctx context.Context, filter any) *Result {
	f, err := json.Marshal(filter)
	if err != nil {
		return nil
	}
	return &Result{raw: c.find(f)}
}

// Decode puts it where it is wanted.
func (r *Result) Decode(into any) error { return json.Unmarshal(r.raw, into) }
