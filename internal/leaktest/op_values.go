package leaktest

import (
	"fmt"
	"regexp"
	"strings"
)

// same is an op that leads a value of any type through several statements into a
// variable of the same type. $v stands for the value, $u for another one, $z for
// the zero value, $t for the type, $w for the result and $n for a number.
func same(name string, weight int, list ...string) *op {
	return &op{name: name, weight: weight, do: func(e *emitter, s *Step) bool {
		v := e.pick(s, 0, element)
		if v == nil {
			return false
		}
		e.flow(s, v, list[e.rand(s, 2, len(list))])
		return true
	}}
}

func controlOps() []*op {
	return topic("branches and loops",
		same("labels", 3,
			"var $w $t\nouter$n:\nfor i := range 3 {\n\tfor range 2 {\n\t\tif i == 1 {\n\t\t\t$w = $v\n\t\t\tbreak outer$n\n\t\t}\n\t\tcontinue outer$n\n\t}\n}",
			"var $w $t\n{\n\ti$n := 0\nagain$n:\n\tif i$n < 2 {\n\t\t$w = $v\n\t\ti$n++\n\t\tgoto again$n\n\t}\n}",
			"$w := $v\nswitch {\ncase true:\n\t$w = $u\n\tfallthrough\ncase false:\n\t$w = $v\n}",
			"var $w $t\nfor i$n, j$n := 0, 2; i$n < j$n; i$n, j$n = i$n+1, j$n-1 {\n\t$w = $v\n}"),
		same("shadowing", 3,
			"$w := $v\n{\n\t$w := $u\n\t_ = $w\n}",
			"var $w $t\nif $w := $v; true {\n\t_ = $w\n}",
			"var $w $t\nfor i, $w := range []$t{$v} {\n\t_, _ = i, $w\n}",
			"var $w $t\nif x$n, ok := any($v).($t); ok {\n\t$w = x$n\n}",
			"var $w $t\nswitch x$n := $v; {\ndefault:\n\t$w = x$n\n}"),
		same("loop variables", 3,
			"var f$n []func() $t\nfor _, x$n := range []$t{$v, $u} {\n\tf$n = append(f$n, func() $t { return x$n })\n}\n$w := f$n[0]()",
			"var p$n []*$t\nfor _, x$n := range []$t{$v, $u} {\n\tp$n = append(p$n, &x$n)\n}\n$w := *p$n[0]",
			"var $w $t\nfunc() {\n\tfor _, x$n := range []$t{$u, $v} {\n\t\tdefer func() { $w = x$n }()\n\t}\n}()",
			"var $w $t\nfor i$n := range 2 {\n\t$w = [2]$t{$u, $v}[i$n]\n}"))
}

func containerOps() []*op {
	return topic("containers in containers",
		same("nested containers", 4,
			"g$n := [][]$t{{$v}, {$u}}\n$w := g$n[0][0]",
			"g$n := map[string]map[string]$t{\"a\": {}}\ng$n[\"a\"][\"b\"] = $v\n$w := g$n[\"a\"][\"b\"]",
			"g$n := map[string][]$t{}\ng$n[\"a\"] = append(g$n[\"a\"], $v)\n$w := g$n[\"a\"][0]",
			"g$n := &struct{ M map[string]map[string]$t }{M: map[string]map[string]$t{\"a\": {\"b\": $v}}}\n$w := g$n.M[\"a\"][\"b\"]",
			"g$n := map[string]*$t{\"a\": new($t)}\n*g$n[\"a\"] = $v\n$w := *g$n[\"a\"]",
			"g$n := []struct{ X $t; N int }{{$v, 1}}\ng$n[0].N++\n$w := g$n[0].X",
			"type node$n struct {\n\tX    $t\n\tNext *node$n\n}\nvar g$n *node$n\nfor _, x := range []$t{$v, $u} {\n\tg$n = &node$n{x, g$n}\n}\nvar $w $t\nfor p := g$n; p != nil; p = p.Next {\n\t$w = p.X\n}",
			"g$n := make(chan chan $t, 1)\nh$n := make(chan $t, 1)\ng$n <- h$n\nh$n <- $v\n$w := <-<-g$n"),
		same("arrays", 3,
			"a$n := [2]$t{$v, $u}\nb$n := a$n\na$n[0] = $z\n$w := b$n[0]",
			"a$n := [2]$t{$v, $u}\nb$n := a$n\nb$n[0] = $z\n$w := b$n[0]",
			"a$n := [2]$t{$v, $u}\ns$n := a$n[:]\ns$n[1] = $v\n$w := a$n[1]",
			"s$n := []$t{$v, $u}\n$w := [2]$t(s$n)[0]",
			"s$n := []$t{$v, $u}\n$w := (*[2]$t)(s$n)[1]",
			"a$n := &[2]$t{$v, $u}\nvar $w $t\nfor _, x := range a$n {\n\t$w = x\n}",
			"a$n := [...]$t{1: $v}\n$w := a$n[1]"),
		same("slices of slices", 3,
			"s$n := make([]$t, 2)\ncopy(s$n[1:], []$t{$v})\n$w := s$n[1]",
			"s$n := []$t{$v, $u}\nclear(s$n)\n$w := s$n[0]",
			"s$n := []$t{$u, $v}\ns$n[0], s$n[1] = s$n[1], s$n[0]\n$w := s$n[0]",
			"s$n := append([]$t{$u}, $v)\ns$n = s$n[1:]\n$w := s$n[0]",
			"s$n := slices.Insert([]$t{$u}, 0, $v)\n$w := s$n[0]",
			"s$n := append([]$t(nil), []$t{$u, $v}...)\n$w := s$n[len(s$n)-1]",
			"s$n := []*$t{new($t)}\n*s$n[0] = $v\nt$n := append([]*$t{}, s$n...)\n$w := *t$n[0]"))
}

func sequenceOps() []*op {
	return topic("iterators",
		same("sequences", 4,
			"var $w $t\nfor _, x$n := range slices.All([]$t{$v}) {\n\t$w = x$n\n}",
			"$w := maps.Collect(slices.All([]$t{$v}))[0]",
			"var $w $t\nfor c$n := range slices.Chunk([]$t{$v, $u}, 1) {\n\t$w = c$n[0]\n}",
			"var $w $t\nfor _, x$n := range slices.Backward([]$t{$v}) {\n\t$w = x$n\n}",
			"$w := slices.Repeat([]$t{$v}, 2)[1]",
			"$w := slices.SortedFunc(slices.Values([]$t{$v, $u}), func(a, b $t) int { return 0 })[0]",
			"$w := slices.MaxFunc([]$t{$v, $u}, func(a, b $t) int { return 0 })",
			"m$n := map[string]$t{}\nmaps.Insert(m$n, maps.All(map[string]$t{\"a\": $v}))\n$w := m$n[\"a\"]",
			"m$n := map[string]$t{}\nmaps.Copy(m$n, map[string]$t{\"a\": $v})\n$w := m$n[\"a\"]",
			"q$n := func(yield func(string, $t) bool) {\n\t_ = yield(\"a\", $v)\n}\nvar $w $t\nfor _, x$n := range q$n {\n\t$w = x$n\n}",
			"next$n, stop$n := iter.Pull2(maps.All(map[string]$t{\"a\": $v}))\n_, $w, _ := next$n()\nstop$n()",
			"var $w $t\n_ = slices.IndexFunc([]$t{$v}, func(x $t) bool { $w = x; return false })",
			"s$n := []$t{$v, $u}\nsort.Slice(s$n, func(i, j int) bool { return i < j })\n$w := s$n[0]",
			"s$n := []$t{$v, $u}\nslices.SortFunc(s$n, func(a, b $t) int { return 1 })\n$w := s$n[1]",
			"s$n := slices.AppendSeq([]$t{}, slices.Values([]$t{$v}))\n$w := s$n[0]",
			"s$n := slices.Collect(maps.Values(map[int]$t{1: $v}))\n$w := s$n[0]"))
}

// withDecl is same with a declaration, in which $d begins the names; $b begins
// them where a field is meant.
func withDecl(name string, weight int, decl string, list ...string) *op {
	return &op{name: name, weight: weight, do: func(e *emitter, s *Step) bool {
		v := e.pick(s, 0, element)
		if v == nil {
			return false
		}
		lib := e.prog.Lib && e.chance(s, 3, 50) || e.fn.lib
		id := e.fresh(s, "Decl")
		e.declare(lib, id, "%s", strings.ReplaceAll(decl, "$d", id))
		for _, n := range dollarName.FindAllStringSubmatch(decl, -1) {
			e.lib[id+n[1]] = lib
		}
		text := dollarName.ReplaceAllString(list[e.rand(s, 2, len(list))], "@"+id+"$1@")
		e.flow(s, v, strings.ReplaceAll(text, "$b", id))
		return true
	}}
}

var dollarName = regexp.MustCompile(`\$d(\w+)`)

// flow writes the lines of same.
func (e *emitter) flow(s *Step, v *Var, text string) {
	u := e.pickOf(s, 1, v.Type, nil)
	w := e.add(s, v.Type, v.PII || u.PII)
	text = strings.NewReplacer("$v", v.Name, "$u", u.Name, "$w", w.Name, "$t", v.Type.Go, "$z", zero(v.Type), "$n", fmt.Sprint(s.ID)).Replace(text)
	for l := range strings.Lines(text) {
		e.line("%s", strings.TrimRight(l, "\n"))
	}
}
