package taint

import (
	"go/token"
	"path/filepath"

	"github.com/piivet/piivet/internal/taint/value"
)

// Position finds a place again in the files of this package, or NoPos.
func (r *Result) Position(p value.Place) token.Pos {
	if p.Pkg != r.pkg || p.Line == 0 {
		return token.NoPos
	}
	tf := r.files[p.File]
	if tf == nil || p.Line > tf.LineCount() {
		return token.NoPos
	}
	return tf.LineStart(p.Line) + token.Pos(p.Col-1)
}

// fileIndex finds the files of the package by their base names.
func (e *engine) fileIndex() map[string]*token.File {
	out := map[string]*token.File{}
	for _, f := range e.pass.Files {
		tf := e.pass.Fset.File(f.FileStart)
		out[filepath.Base(tf.Name())] = tf
	}
	return out
}
