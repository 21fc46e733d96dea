package taint

import (
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Middleware is often made by a function that is told whether everybody may pass:
// auth(true). What a closure asks of such a setting becomes part of the way, and
// whoever knows what the closure captured drops the ways that are not taken.
const (
	boolMark    = "bool:" // begins the name of the mark of a constant
	unknownBool = "?"     // stands behind it where a value is computed
	requestBool = "?r"    // the same where a request may have a say
	maxSettings = 3       // settings of one way; further ones leave both ways open
)

// maxGiven bounds how far a bool is looked back for.
const maxGiven = 6

// given is the parameter or the constant that a bool is, through variables that
// are stored to once; nil for any other.
func given(v ssa.Value, depth int) ssa.Value {
	if depth > maxGiven {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Const, *ssa.Parameter:
		return v
	case *ssa.UnOp:
		var s *ssa.Store
		switch x := v.X.(type) {
		case *ssa.Alloc:
			s = shape.OnlyStore(x)
		case *ssa.FreeVar:
			s = shape.CapturedStore(x)
		}
		if s != nil && v.Op == token.MUL {
			return given(s.Val, depth+1)
		}
	}
	return nil
}

// boolArgument is an argument that may be a setting: a constant has a mark, and
// what is computed is unknown.
func (f *frame) boolArgument(v ssa.Value, n *value.Node) *value.Node {
	if f.caller == nil || !shape.IsBool(v.Type()) {
		return n
	}
	switch g := given(v, 0).(type) {
	case *ssa.Const:
		if g.Value == nil {
			return n
		}
		return value.Of(f.boolLabel(g.Value.String()))
	case *ssa.Parameter:
		return n
	}
	if fieldArgument(v, n) {
		return n
	}
	n = f.u.Map(n, func(l *value.Label) *value.Label {
		if l.Src == nil {
			return nil
		}
		return l
	})
	return f.u.AddLabels(n, []*value.Label{f.boolLabel(f.computedBool(v))})
}

// computedBool is the mark of a bool that is no constant. What is computed while a request
// is served may depend on it.
func (f *frame) computedBool(v ssa.Value) string {
	if !f.e.switches {
		return unknownBool // nobody asks
	}
	for fn := f.fn; fn != nil; fn = fn.Parent() {
		if handlerShaped(fn.Signature) && !f.e.chosenOutside(v) {
			return requestBool
		}
	}
	return unknownBool
}

func (f *frame) boolLabel(text string) *value.Label {
	return f.u.Label(value.Label{Root: value.Root{Kind: value.Mark, Name: boolMark + text}})
}

// tellsSetting reports whether an outcome tells of a setting where the state is st:
// where all callers are verified, only what they may do can depend on it.
func (f *frame) tellsSetting(o model.Outcome, st *value.Node) bool {
	return (o == model.IsTrue || o == model.IsFalse) && (!closed(st) || f.e.marks)
}

// settingIs is the state st where a captured bool is true or false.
func (f *frame) settingIs(v ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	if !shape.IsBool(v.Type()) || !f.tellsSetting(o, st) || slices.ContainsFunc(st.Labels, fullOfSettings) {
		return st
	}
	g, n := given(v, 0), f.val(v)
	if c, ok := g.(*ssa.Const); ok && branch.ConstHas(c, branch.Opposite[o]) {
		return f.e.neverState
	}
	if _, ok := g.(*ssa.Parameter); !ok || n == nil {
		return st
	}
	want := boolText(o)
	if part := settingPart(shape.FuncName(f.top), n.Labels, want); part != "" {
		return f.marked(st, ways.Sep+f.askedPart(v, part))
	}
	return st
}

// mayBeBool reports whether labels allow a value, and whether they tell.
func mayBeBool(ls []*value.Label, want string) (can, known bool) {
	if aboutConst(want) {
		return mayBeConst(ls, want)
	}
	for _, l := range ls {
		text, ok := strings.CutPrefix(l.Root.Name, boolMark)
		if !ok || l.Root.Kind != value.Mark {
			return true, false
		}
		can = can || text == want || text == unknownBool || text == requestBool
	}
	return can, len(ls) > 0
}

// settingPart is the part of a way for a value that only callers know; empty
// where it is not one.
func settingPart(fn string, ls []*value.Label, want string) string {
	if len(ls) != 1 {
		return ""
	}
	l := ls[0]
	if k := l.Root.Kind; k != value.Param && k != value.FreeVar || l.Via != nil || l.Trunc {
		return ""
	}
	at := strconv.Itoa(int(l.Root.Kind)) + "." + strconv.Itoa(l.Root.N)
	for _, s := range l.Path {
		if s.Kind != access.Deref && s.Kind != access.Field {
			return ""
		}
		at += "." + strconv.Itoa(int(s.Kind)) + "." + strconv.Itoa(s.N)
	}
	return ways.SettingPrefix + fn + ways.KeySep + at + ways.KeySep + want
}

// placeOfSetting is the label of the place that a part speaks of.
func (f *frame) placeOfSetting(at, want string) *value.Label {
	var nums []int
	for s := range strings.SplitSeq(at, ".") {
		n, err := strconv.Atoi(s)
		if err != nil {
			return nil
		}
		nums = append(nums, n)
	}
	if len(nums)%2 != 0 {
		return nil
	}
	l := value.Label{Root: value.Root{Kind: value.RootKind(nums[0]), N: nums[1]}, Type: typeOfSetting(want)}
	for i := 2; i < len(nums); i += 2 {
		l.Path = append(l.Path, access.Sel{Kind: access.Kind(nums[i]), N: nums[i+1]})
	}
	return f.u.Label(l)
}

// settled is a state of the callee's without the settings that are known here:
// ways that are not taken end. Where the caller knows no more than the callee did,
// both stay open.
func (in *instance) settled(st *value.Node) *value.Node {
	if !hasSettings(st) {
		return st
	}
	var out *value.Node
	for _, l := range st.Labels {
		r := l.Root
		if r.Kind != value.Caller {
			out = in.f.u.Join(out, value.Of(l))
			continue
		}
		if name, ok := in.settle(r.Name); ok {
			out = in.f.u.Join(out, in.f.e.stateOf(r.N, r.M, name))
		}
	}
	if out == nil {
		return in.f.e.neverState
	}
	return out
}

// settle is the name of a way in the caller's terms; false if it is not taken.
func (in *instance) settle(name string) (string, bool) {
	out := ways.Marks(name)
	for _, p := range ways.Parts(name) {
		if rest, ok := strings.CutPrefix(p, ways.SettingPrefix); ok {
			var taken bool
			if p, taken = in.setting(rest); !taken {
				return "", false
			}
		}
		if strings.HasPrefix(p, ways.SwitchPrefix) {
			continue // the callee has asked what stands on its other side
		}
		if p != "" {
			out += ways.Sep + p
		}
	}
	return ways.Join(out, ""), true
}

// setting is what is left of a part of a way for those who call this function.
func (in *instance) setting(part string) (left string, taken bool) {
	callee := in.name
	if in.fn != nil {
		callee = in.fn.Name
	}
	part, said := strings.CutPrefix(part, ways.SaidSetting)
	part, off := strings.CutPrefix(strings.TrimPrefix(part, ways.AskedSwitch), ways.OffSwitch)
	fn, rest, _ := strings.Cut(part, ways.KeySep)
	at, want, _ := strings.Cut(rest, ways.KeySep)
	l := in.f.placeOfSetting(at, want)
	if fn != callee || l == nil {
		return "", true
	}
	n := in.label(l, l.Type)
	if n == nil {
		return "", !off && !said
	}
	if can, known := mayBeBool(n.Labels, want); known {
		return "", can && !(off && chosen(n.Labels))
	}
	ls := n.Labels
	if aboutConst(want) {
		ls = symbolicLabels(ls)
	}
	if left = settingPart(shape.FuncName(in.f.top), ls, want); left == "" {
		return "", !off && !said
	}
	if off {
		left = withFlag(left, ways.OffSwitch)
	}
	if said {
		left = withFlag(left, ways.SaidSetting)
	}
	return left, true
}

// fullOfSettings reports whether a way has no room for another setting.
func fullOfSettings(l *value.Label) bool {
	return strings.Count(l.Root.Name, ways.Sep+ways.SettingPrefix)+strings.Count(l.Root.Name, ways.Sep+ways.SwitchPrefix) >= maxSettings
}
