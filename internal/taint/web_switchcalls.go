package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// maxSettingBlocks bounds functions that may look at settings alone.
const maxSettingBlocks = 32

// call reports whether what a call gives depends on settings alone.
func (s *settingFinder) call(c *ssa.CallCommon, depth int) bool {
	args := c.Args
	if c.IsInvoke() {
		args = append([]ssa.Value{c.Value}, args...)
	}
	for _, a := range args {
		if shape.ConstOf(a) == nil && !s.value(a, depth) && !s.filled(a) {
			return false
		}
	}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return b.Name() == "len" && shape.ConstOf(args[0]) == nil
	}
	if fn := c.StaticCallee(); fn != nil && len(fn.Blocks) > 0 {
		return s.body(fn, depth)
	}
	obj := calleeObject(c)
	return obj != nil && obj.Pkg() != nil && tellsSettings(obj)
}

// filled reports whether a value is the address of a package variable that is filled outside.
func (s *settingFinder) filled(v ssa.Value) bool {
	g, ok := v.(*ssa.Global)
	return ok && s.e.filledOutside(g)
}

// body reports whether a function whose arguments are settings looks at nothing else.
func (s *settingFinder) body(fn *ssa.Function, depth int) bool {
	if len(fn.Blocks) > maxSettingBlocks || depth > maxSwitch {
		return false
	}
	s.called = append(s.called, fn)
	defer func() { s.called = s.called[:len(s.called)-1] }()
	some := false
	for _, b := range fn.Blocks {
		switch i := b.Instrs[len(b.Instrs)-1].(type) {
		case *ssa.If:
			if !s.value(i.Cond, depth) {
				return false
			}
			some = true
		case *ssa.Return:
			for _, r := range i.Results {
				if shape.ConstOf(r) == nil {
					if !s.value(r, depth) {
						return false
					}
					some = true
				}
			}
		}
	}
	return some
}

// tellsSettings reports whether a function elsewhere tells of settings what it does: the
// environment, libraries for settings, and what is called after them.
func tellsSettings(obj *types.Func) bool {
	path := obj.Pkg().Path()
	switch {
	case path == "os":
		return obj.Name() == "Getenv" || obj.Name() == "LookupEnv"
	case path == "strings", path == "strconv", path == "slices":
		return true
	case strings.Contains(path, "spf13/viper"), strings.Contains(path, "knadh/koanf"):
		return true
	}
	if recv := obj.Signature().Recv(); recv != nil {
		return namesSettings(shape.TypeBase(recv.Type()))
	}
	return obj.Signature().Params().Len() == 0 && (namesSettings(obj.Pkg().Name()) || obj.Signature().Results().Len() == 1 && namesSettings(shape.TypeBase(obj.Signature().Results().At(0).Type())))
}

// namesSettings reports whether something is called after settings.
func namesSettings(name string) bool {
	name = strings.ToLower(name)
	for _, end := range []string{"config", "configuration", "cfg", "conf", "settings", "setting", "options", "env", "environment", "flags"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}
