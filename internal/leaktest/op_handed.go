package leaktest

// Functions that are handed iterators, functions and states: what goes through
// them only their callers know.

func handedOps() []*op {
	return topic("closures",
		lines("handed iterator", 3, []Kind{String},
			[]string{"g$n := func(q iter.Seq[string]) string {", "\to := \"\"", "\tfor s := range q {", "\t\to += s", "\t}", "\treturn o", "}", "$w := g$n(slices.Values([]string{$v}))"},
			[]string{"g$n := func(q iter.Seq[string]) string {", "\tfor s := range q {", "\t\treturn s", "\t}", "\treturn \"\"", "}", "$w := g$n(slices.Values([]string{$v}))"},
			[]string{"g$n := func(q func(func(string) bool)) []string {", "\tvar o []string", "\tq(func(s string) bool {", "\t\to = append(o, s)", "\t\treturn true", "\t})", "\treturn o", "}", "$w := strings.Join(g$n(func(y func(string) bool) { y($v) }), \" \")"},
			[]string{"g$n := func(each func(func(string))) map[string]int {", "\tm := map[string]int{}", "\teach(func(s string) { m[s]++ })", "\treturn m", "}", "$w := fmt.Sprint(g$n(func(f func(string)) { f($v) }))"},
			[]string{"g$n := func(each func(func(string))) string {", "\tvar b strings.Builder", "\teach(func(s string) { b.WriteString(s) })", "\treturn b.String()", "}", "$w := g$n(func(f func(string)) { f($v) })"},
			[]string{"g$n := func(each func(func(string))) int {", "\tc := 0", "\teach(func(s string) { c += len(s) })", "\treturn c", "}", "$w := fmt.Sprint(g$n(func(f func(string)) { f($v) }))"},
			[]string{"g$n := func(q iter.Seq[string]) string {", "\tnext, stop := iter.Pull(q)", "\tdefer stop()", "\ts, _ := next()", "\treturn s", "}", "$w := g$n(slices.Values([]string{$v}))"}),
		lines("one of two functions", 2, []Kind{String},
			[]string{"g$n := func(a, b func(string) string, second bool) string {", "\tf := a", "\tif second {", "\t\tf = b", "\t}", "\treturn f($v)", "}",
				"$w := g$n(func(string) string { return \"\" }, func(s string) string { return s }, true) + g$n(func(s string) string { return s }, func(string) string { return \"\" }, true)"},
			[]string{"g$n := func(a, b func(string) string, second bool, s string) string {", "\tif second {", "\t\ta = b", "\t}", "\treturn a(s)", "}",
				"$w := g$n(func(s string) string { return fmt.Sprint(len(s)) }, func(s string) string { return s }, len($v) > 0, $v)"}),
		lines("states", 2, []Kind{String},
			[]string{"type st$n func(*[]string) st$n", "last$n := st$n(func(o *[]string) st$n {", "\t*o = append(*o, $v)", "\treturn nil", "})", "first$n := st$n(func(o *[]string) st$n { return last$n })",
				"run$n := func(s st$n) string {", "\tvar o []string", "\tfor s != nil {", "\t\ts = s(&o)", "\t}", "\treturn strings.Join(o, \" \")", "}", "$w := run$n(first$n)"},
			[]string{"type st$n func(*[]string) st$n", "first$n := st$n(func(o *[]string) st$n {", "\t*o = append(*o, fmt.Sprint(len($v)))", "\treturn nil", "})",
				"run$n := func(s st$n) string {", "\tvar o []string", "\tfor ; s != nil; s = s(&o) {", "\t}", "\treturn strings.Join(o, \" \")", "}", "$w := run$n(first$n)"}),
	)
}

// pooledOps use what others may have used before.
func pooledOps() []*op {
	return topic("shared state",
		lines("pool", 2, []Kind{String},
			[]string{"p$n := sync.Pool{New: func() any { return new(bytes.Buffer) }}", "b$n := p$n.Get().(*bytes.Buffer)", "b$n.WriteString($v)", "$w := b$n.String()", "p$n.Put(b$n)"},
			[]string{"p$n := sync.Pool{New: func() any { return new(bytes.Buffer) }}", "b$n := p$n.Get().(*bytes.Buffer)", "b$n.WriteString($v)", "b$n.Reset()", "b$n.WriteString(\"x\")", "$w := b$n.String()"},
			[]string{"p$n := &sync.Pool{New: func() any { return new([]string) }}", "l$n := p$n.Get().(*[]string)", "*l$n = append((*l$n)[:0], $v)", "$w := (*l$n)[0]", "p$n.Put(l$n)"}),
		lines("copy and clear", 2, []Kind{String},
			[]string{"type in$n struct{ S string }", "type out$n struct{ P *in$n }", "a$n := out$n{&in$n{$v}}", "c$n := a$n", "if c$n.P != nil {", "\tq := *c$n.P", "\tq.S = \"\"", "\tc$n.P = &q", "}", "$w := \"\"", "if c$n.P != nil {", "\t$w = c$n.P.S", "}"},
			[]string{"type in$n struct{ S string }", "type out$n struct{ P *in$n }", "a$n := out$n{&in$n{$v}}", "c$n := a$n", "if c$n.P == nil {", "\tc$n.P = &in$n{\"x\"}", "}", "$w := c$n.P.S"}),
	)
}
