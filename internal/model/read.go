package model

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/piivet/piivet/internal/nearest"
)

// Parse reads a table file. It is strict: whatever it does not know is an
// *Error with file, line and column.
func Parse(file string, data []byte) (*Table, error) {
	r := &reader{file: file, layout: newLayout(data), table: newTable()}
	top, err := r.decode()
	if err != nil {
		return nil, err
	}
	if err := r.onlyKeys(r.root, top, append(slices.Clone(packageKeys), "model")...); err != nil {
		return nil, err
	}
	if len(top) > 1 || top["model"] == nil {
		if err := r.packages(r.root, "", top); err != nil {
			return nil, err
		}
	}
	if err := r.models(top); err != nil {
		return nil, err
	}
	return r.table, nil
}

// ParseModels reads only the [[model]] blocks of a file that holds other things
// too, such as a policy file.
func ParseModels(file string, data []byte) (*Table, error) {
	r := &reader{file: file, layout: newLayout(data), table: newTable()}
	top, err := r.decode()
	if err != nil {
		return nil, err
	}
	if err := r.models(top); err != nil {
		return nil, err
	}
	return r.table, nil
}

// packageKeys are the keys of a [[model]] block, and of a file as a whole.
var packageKeys = []string{"handlers", "path", "default", "recipient", "recipient_kind", "func", "global", "type"}

// reader turns the text of one file into models.
type reader struct {
	*layout
	file  string
	table *Table
}

func (r *reader) decode() (map[string]any, error) {
	var top map[string]any
	if _, err := toml.Decode(string(r.text), &top); err != nil {
		return nil, syntaxError(r.file, err)
	}
	return top, nil
}

func (r *reader) models(top map[string]any) error {
	blocks, err := r.tables(r.root, top, "model")
	if err != nil {
		return err
	}
	for _, m := range blocks {
		b := r.take("model")
		if err := r.onlyKeys(b, m, packageKeys...); err != nil {
			return err
		}
		if err := r.packages(b, "model.", m); err != nil {
			return err
		}
	}
	return nil
}

// packages reads the functions and globals in m and enters them for each path
// of m. Prefix is what their headers have before "func".
func (r *reader) packages(b block, prefix string, m map[string]any) error {
	paths, err := r.strings(b, m, "path")
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return r.errAt(b, "path", "", 0, `missing path = ["import/path"]`)
	}
	def, err := r.defaultOf(b, m)
	if err != nil {
		return err
	}
	handlers, isBool := m["handlers"].(bool)
	if m["handlers"] != nil && !isBool {
		return r.errAt(b, "handlers", "", 0, "handlers must be true or false")
	}
	for _, path := range paths {
		r.table.add(path, def)
		p := r.table.exact[path]
		p.routing = p.routing || handlers
	}
	to, err := r.recipient(b, m)
	if err != nil {
		return err
	}
	if err := r.funcs(b, prefix+"func", m, paths, to); err != nil {
		return err
	}
	if err := r.types(b, prefix+"type", m, paths); err != nil {
		return err
	}
	return r.globals(b, prefix+"global", m, paths)
}

func (r *reader) defaultOf(b block, m map[string]any) (Default, error) {
	s, err := r.str(b, m, "default")
	switch {
	case err != nil:
		return Clean, err
	case s == "" || s == "clean":
		return Clean, nil
	case s == "args":
		return Args, nil
	case s == "closed":
		return Closed, nil
	}
	return Clean, r.errAt(b, "default", s, 0, fmt.Sprintf(`default is %q, must be "clean", "args" or "closed"`, s))
}

func (r *reader) funcs(b block, head string, m map[string]any, paths []string, to Outbound) error {
	blocks, err := r.tables(b, m, "func")
	if err != nil {
		return err
	}
	for _, fm := range blocks {
		e := &entry{reader: r, b: r.take(head), m: fm, to: to}
		names, fn := e.read()
		if e.err != nil {
			return e.err
		}
		for _, path := range paths {
			for _, name := range names {
				named := *fn
				named.PkgPath, named.Name = path, name
				if !r.table.exact[path].addFunc(&named) {
					return r.errAt(e.b, "name", name, 0, fmt.Sprintf("%s.%s is described twice", path, name))
				}
			}
		}
	}
	return nil
}

func (r *reader) globals(b block, head string, m map[string]any, paths []string) error {
	blocks, err := r.tables(b, m, "global")
	if err != nil {
		return err
	}
	for _, gm := range blocks {
		e := &entry{reader: r, b: r.take(head), m: gm}
		names, g := e.readGlobal()
		if e.err != nil {
			return e.err
		}
		for _, path := range paths {
			for _, name := range names {
				named := *g
				named.PkgPath, named.Name = path, name
				r.table.exact[path].addGlobal(&named)
			}
		}
	}
	return nil
}

// onlyKeys complains of the first key, by name, that is not allowed.
func (r *reader) onlyKeys(b block, m map[string]any, allowed ...string) error {
	for _, key := range slices.Sorted(maps.Keys(m)) {
		if !slices.Contains(allowed, key) {
			msg := fmt.Sprintf("unknown key %q, must be one of %s", key, strings.Join(allowed, ", ")) + nearest.Hint(nearest.Of(key, allowed))
			return r.errAt(b, key, "", 0, msg)
		}
	}
	return nil
}

func (r *reader) tables(b block, m map[string]any, key string) ([]map[string]any, error) {
	switch v := m[key].(type) {
	case nil:
		return nil, nil
	case []map[string]any:
		return v, nil
	}
	return nil, r.errAt(b, key, "", 0, fmt.Sprintf("%s must be an array of tables, [[%s]]", key, key))
}

func (r *reader) str(b block, m map[string]any, key string) (string, error) {
	switch v := m[key].(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	}
	return "", r.errAt(b, key, "", 0, key+" must be a string")
}

// strings reads a list of strings; one string stands for a list of one.
func (r *reader) strings(b block, m map[string]any, key string) ([]string, error) {
	wrong := func() error { return r.errAt(b, key, "", 0, key+" must be a list of strings") }
	switch v := m[key].(type) {
	case nil:
		return nil, nil
	case string:
		return []string{v}, nil
	case []any:
		list := make([]string, 0, len(v))
		for _, x := range v {
			s, ok := x.(string)
			if !ok {
				return nil, wrong()
			}
			list = append(list, s)
		}
		return list, nil
	}
	return nil, wrong()
}
