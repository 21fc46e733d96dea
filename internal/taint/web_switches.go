package taint

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// An operator may switch a check off, by a flag, the environment or a file: on one side of
// such a switch everybody passes, on the other one callers are verified. That is the
// operator's doing, so the open side does not count. Ways say on which side they go. At the
// end of a function it is known what stands on the other one. Of settings that callers may
// know they decide: one that the code fixes is no switch.

// switchSide is the state st on one side of a branch, if what it asks is a switch that
// callers know no more about.
func (f *frame) switchSide(cond ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	if !f.e.switches || !f.tellsSetting(o, st) || slices.ContainsFunc(st.Labels, fullOfSettings) {
		return st
	}
	cond, o = withoutNot(cond, o)
	if f.ofCallers(cond) || !f.e.chosenOutside(cond) {
		return st
	}
	return f.marked(st, ways.Sep+ways.SwitchPrefix+shape.FuncName(f.fn)+ways.KeySep+cond.Name()+ways.KeySep+boolText(o))
}

// ofCallers reports whether callers decide what a setting is: those of middleware that is
// told, or those who filled a struct.
func (f *frame) ofCallers(cond ssa.Value) bool {
	if b, ok := cond.(*ssa.BinOp); ok {
		return isParameter(b.X) || isParameter(b.Y)
	}
	if isParameter(cond) {
		return true
	}
	n := f.val(cond)
	if _, _, field := fieldRead(cond); !field || n == nil {
		return false
	}
	if _, known := mayBeBool(n.Labels, "true"); known {
		return !chosen(n.Labels)
	}
	return settingPart("", n.Labels, "true") != ""
}

func isParameter(v ssa.Value) bool {
	if c, ok := v.(*ssa.Call); ok && shape.BuiltinCall(c, "len") != nil {
		v = c.Call.Args[0]
	}
	_, ok := given(v, 0).(*ssa.Parameter)
	return ok
}

// chosen reports whether labels of a setting say that it is computed or read, and nothing
// besides.
func chosen(ls []*value.Label) bool {
	return len(ls) > 0 && !slices.ContainsFunc(ls, func(l *value.Label) bool {
		return l.Root.Name != boolMark+unknownBool && l.Root.Name != constMark+unknownConst
	})
}

// askedPart is the part of a way for a setting, which says so if it may be a switch.
func (f *frame) askedPart(v ssa.Value, part string) string {
	if f.e.switches && f.e.chosenOutside(v) {
		return withFlag(part, ways.AskedSwitch)
	}
	return part
}

// withFlag is the part of a way for a setting, with another flag.
func withFlag(part, flag string) string {
	part = strings.TrimPrefix(part, ways.SettingPrefix)
	return ways.SettingPrefix + flag + strings.TrimPrefix(part, ways.AskedSwitch)
}

// onSides is what is known behind the state st: verified ways go on the sides of switches
// on which those of st go.
func (f *frame) onSides(out, st *value.Node) *value.Node {
	if out == nil || st == nil || !f.e.switches || !hasSettings(st) || unreachable(out) {
		return out
	}
	var all *value.Node
	for _, l := range out.Labels {
		if !isVerified(l) || ways.Sides(l.Root.Name) != "" {
			all = f.u.Join(all, value.Of(l))
			continue
		}
		for _, w := range st.Labels {
			all = f.u.Join(all, f.e.stateOf(verified, l.Root.M, ways.Join(l.Root.Name, ways.Sides(w.Root.Name))))
		}
	}
	return all
}

func isVerified(l *value.Label) bool { return l.Root.Kind == value.Caller && l.Root.N == verified }

// switchedOff settles at the end of a function what its switches mean for each state that
// it tells of.
func (f *frame) switchedOff() {
	if !f.e.switches {
		return
	}
	for key, st := range f.outs {
		f.outs[key] = f.withoutOff(st, st)
	}
	f.after = f.withoutOff(f.after, f.after)
	f.pass = f.withoutOff(f.pass, f.pass)
	for i := range f.disclosures {
		f.disclosures[i].State = f.withoutOff(f.disclosures[i].State, f.disclosures[i].State)
	}
	for i := range f.answers {
		f.answers[i].State = f.withoutOff(f.answers[i].State, f.answers[i].State)
	}
	together := map[string]*value.Node{}
	for _, c := range f.calls {
		if c.State != nil && hasSettings(c.State) {
			together[calledAs(c)] = f.u.Join(together[calledAs(c)], c.State)
		}
	}
	for i, c := range f.calls {
		f.calls[i].State = f.withoutOff(c.State, together[calledAs(c)])
	}
}

// calledAs tells callbacks of one function apart from those of others, whoever makes them.
func calledAs(c summary.Call) string {
	return itoa(int(c.Target.Root.Kind)) + "." + itoa(c.Target.Root.N) + c.Target.Path.String() + "." + c.Method
}

// withoutOff is a state without ways on which a switch is off, and without sides: whether
// callers are verified on the other side, all the ways say. Where callers of the function
// know the setting, the way says that it would end.
func (f *frame) withoutOff(st, all *value.Node) *value.Node {
	if st == nil || all == nil || !hasSettings(all) {
		return st
	}
	off := offParts(all.Labels)
	var out *value.Node
	for _, l := range st.Labels {
		if l.Root.Kind != value.Caller {
			out = f.u.Join(out, value.Of(l))
			continue
		}
		if name, ok := f.withoutSides(l, off); ok {
			out = f.u.Join(out, f.e.stateOf(l.Root.N, l.Root.M, name))
		}
	}
	if out == nil {
		return f.e.neverState
	}
	return f.mergeSettings(out)
}

// offParts are the sides on which a check is switched off: nobody is verified there, and
// everybody on the other side, but for those who come there by another such switch.
func offParts(ls []*value.Label) []string {
	var off []string
	for {
		n := len(off)
		for _, l := range ls {
			if isVerified(l) || l.Root.Kind != value.Caller {
				continue
			}
			for _, p := range ways.Parts(l.Root.Name) {
				if ways.IsSide(p) && !slices.Contains(off, p) && offBy(ls, p, off) {
					off = append(off, p)
				}
			}
		}
		if len(off) == n {
			return off
		}
	}
}

// offBy reports whether a part is a side on which a check is switched off.
func offBy(ls []*value.Label, part string, off []string) bool {
	other, verifies := otherSetting(part), false
	for _, l := range ls {
		parts := ways.Parts(l.Root.Name)
		on := slices.Contains(parts, other)
		switch {
		case !isVerified(l):
			if on && !slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(off, p) }) {
				return false
			}
		case unreachable(value.Of(l)):
		case !on:
			return false
		default:
			verifies = true
		}
	}
	return verifies
}

// withoutSides is the name of a way without the sides on which it goes; false if it does
// not count.
func (f *frame) withoutSides(l *value.Label, off []string) (string, bool) {
	out := ways.Marks(l.Root.Name)
	for _, p := range ways.Parts(l.Root.Name) {
		is := slices.Contains(off, p) && !isVerified(l)
		switch {
		case !ways.IsSide(p):
			out += ways.Sep + p
		case strings.HasPrefix(p, ways.SwitchPrefix):
			if is {
				return "", false
			}
		case is:
			out += ways.Sep + withFlag(p, ways.OffSwitch)
		case !isVerified(l) || f.e.marks: // what verified callers may do can depend on it
			out += ways.Sep + withFlag(p, "")
		}
	}
	return ways.Join(out, ""), true
}
