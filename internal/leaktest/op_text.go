package leaktest

import (
	"fmt"
	"strings"
)

// expressions is an op that makes a value of type t of a variable of some
// kinds, by one of several expressions.
func expressions(name string, weight int, t *Type, kinds []Kind, list ...string) *op {
	return &op{name: name, weight: weight, do: func(e *emitter, s *Step) bool {
		v := e.pickKind(s, 0, kinds...)
		if v == nil {
			return false
		}
		e.let(s, t, v.PII, list[e.rand(s, 1, len(list))], v.Name)
		return true
	}}
}

// values are the kinds that a formatter is handed.
var values = []Kind{String, Bytes, Int, Struct, Pointer, Slice, Array, Map, Any}

// lines is an op that makes text of a value in several statements, in which $v
// stands for the value, $w for the result and $n for a number.
func lines(name string, weight int, kinds []Kind, list ...[]string) *op {
	return &op{name: name, weight: weight, do: func(e *emitter, s *Step) bool {
		v := e.pickKind(s, 0, kinds...)
		if v == nil {
			return false
		}
		w := e.add(s, stringType, v.PII)
		for _, l := range list[e.rand(s, 1, len(list))] {
			e.line("%s", strings.NewReplacer("$v", v.Name, "$w", w.Name, "$n", fmt.Sprint(s.ID)).Replace(l))
		}
		return true
	}}
}

func textOps() []*op {
	return topic("text and builders",
		expressions("format", 8, stringType, values, `fmt.Sprint(%s)`, `fmt.Sprintf("%%v", %s)`, `fmt.Sprintf("%%+v", %s)`, `fmt.Sprintf("%%#v", %s)`,
			`fmt.Sprintf("%%s", %s)`, `fmt.Sprintf("%%q", %s)`, `fmt.Sprintf("%%x", %s)`, `fmt.Sprintf("%%T", %s)`, `fmt.Sprintf("%%p", %s)`, `fmt.Sprintf("%%d", %s)`,
			`fmt.Sprintf("%%[2]d %%[1]v", %s, 1)`, `fmt.Sprintln("a", %s)`, `string(fmt.Appendf(nil, "<%%v>", %s))`, `fmt.Sprintf("%%.3d|%%*v", 1, 5, %s)`, `fmt.Sprintf("%%d%%%%", len(fmt.Sprint(%s)))`),
		expressions("string functions", 6, stringType, []Kind{String}, `strings.ToUpper(%s)`, `strings.TrimSpace(%s)`, `strings.ReplaceAll(%s, "-", "+")`, `strings.Repeat(%s, 2)`,
			`strings.Join([]string{"a", %s}, ",")`, `strconv.Quote(%s)`, `%s[0:]`, `string([]rune(%s))`, `string([]byte(%s))`, `strings.Map(func(r rune) rune { return r }, %s)`,
			`strings.Title(%s)`, `strings.Clone(%s)`, `strings.NewReplacer("-", "_").Replace(%s)`, `strings.TrimPrefix(%s, "to ")`, `strings.Split(%s, ",")[0]`, `strings.Fields(%s+" x")[0]`, `max(%s, "")`),
		expressions("to bytes", 3, bytesType, []Kind{String}, `[]byte(%s)`, `append([]byte("x"), %s...)`, `strconv.AppendQuote(nil, %s)`),
		expressions("from bytes", 3, stringType, []Kind{Bytes}, `string(%s)`, `fmt.Sprintf("%%s", %s)`, `string(bytes.TrimSpace(%s))`, `string(bytes.ToUpper(%s))`, `strings.ToValidUTF8(string(%s), "")`),
		expressions("split", 2, sliceOf(stringType), []Kind{String}, `strings.Split(%s, "-")`, `strings.Fields(%s)`, `strings.SplitN(%s, "-", 2)`, `slices.Collect(strings.SplitSeq(%s, "-"))`),
		expressions("join", 2, stringType, []Kind{Slice}, `fmt.Sprint(%s)`, `fmt.Sprintf("%%q", %s)`, `fmt.Sprintf("%%v", %s)`),
		expressions("number to text", 4, stringType, []Kind{Int}, `strconv.Itoa(%s)`, `fmt.Sprint(%s)`, `strconv.FormatInt(int64(%s), 16)`, `string(strconv.AppendInt(nil, int64(%s), 10))`),
		expressions("arithmetic", 2, intType, []Kind{Int}, `%s + 0`, `-(-%s)`, `int(int64(%s))`, `max(%s, 1)`),
		lines("builder", 5, values,
			[]string{"var b$n strings.Builder", `fmt.Fprint(&b$n, "x", $v)`, "$w := b$n.String()"},
			[]string{"var b$n bytes.Buffer", `fmt.Fprintf(&b$n, "%v", $v)`, "$w := b$n.String()"},
			[]string{"var b$n bytes.Buffer", `w$n := bufio.NewWriter(&b$n)`, `fmt.Fprintln(w$n, $v)`, "w$n.Flush()", "$w := b$n.String()"},
			[]string{"b$n := &strings.Builder{}", `b$n.WriteString(fmt.Sprint($v))`, "b$n.Reset()", "b$n.WriteString(\"x\")", "$w := b$n.String()"},
			[]string{"var b$n bytes.Buffer", `io.MultiWriter(&b$n, io.Discard).Write([]byte(fmt.Sprint($v)))`, "$w := b$n.String()"}),
		lines("reader", 4, []Kind{String},
			[]string{"b$n, _ := io.ReadAll(strings.NewReader($v))", "$w := string(b$n)"},
			[]string{"s$n := bufio.NewScanner(strings.NewReader($v))", "s$n.Scan()", "$w := s$n.Text()"},
			[]string{"var b$n strings.Builder", "io.Copy(&b$n, bytes.NewBufferString($v))", "$w := b$n.String()"},
			[]string{"$w, _ := bufio.NewReader(strings.NewReader($v)).ReadString('\\n')"},
			[]string{"b$n := make([]byte, len($v))", "io.ReadFull(strings.NewReader($v), b$n)", "$w := string(b$n)"}),
		lines("cut", 2, []Kind{String},
			[]string{`$w, _, _ := strings.Cut($v, "+")`},
			[]string{`_, $w, _ := strings.Cut("x+"+$v, "+")`}),
	)
}

func encoderOps() []*op {
	return topic("encoders",
		&op{name: "json marshal", weight: 6, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, values...)
			if v == nil {
				return false
			}
			w := e.add(s, bytesType, v.PII)
			e.line("%s, err%d := %s", w.Name, s.ID, fmt.Sprintf(oneOf(e, s, 1, "json.Marshal(%s)", `json.MarshalIndent(%s, "", " ")`), v.Name))
			e.line("_ = err%d", s.ID)
			return true
		}},
		&op{name: "json generic", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Struct, Map)
			if v == nil {
				return false
			}
			w := e.add(s, &Type{Go: "map[string]any", Kind: Map, Elem: anyOf(stringType), Depth: 2}, v.PII)
			e.line("var %s map[string]any", w.Name)
			e.line("b%d, _ := json.Marshal(%s)", s.ID, v.Name)
			e.line("_ = json.Unmarshal(b%d, &%s)", s.ID, w.Name)
			return true
		}},
		lines("encode", 5, values,
			[]string{"var b$n bytes.Buffer", `_ = json.NewEncoder(&b$n).Encode($v)`, "$w := b$n.String()"},
			[]string{"b$n, _ := xml.Marshal($v)", "$w := string(b$n)"},
			[]string{"var b$n strings.Builder", `_ = template.Must(template.New("").Parse("{{.}}")).Execute(&b$n, $v)`, "$w := b$n.String()"},
			[]string{"var b$n bytes.Buffer", `_ = gob.NewEncoder(&b$n).Encode($v)`, "$w := hex.EncodeToString(b$n.Bytes())"}),
		lines("encode text", 4, []Kind{String},
			[]string{"$w := base64.StdEncoding.EncodeToString([]byte($v))"},
			[]string{"$w := hex.EncodeToString([]byte($v))"},
			[]string{"$w := url.QueryEscape($v)"},
			[]string{`$w := url.Values{"k": {$v}}.Encode()`},
			[]string{`q$n := url.Values{}`, `q$n.Set("k", $v)`, `$w := q$n.Get("k")`},
			[]string{"var b$n strings.Builder", "w$n := csv.NewWriter(&b$n)", `_ = w$n.Write([]string{"x", $v})`, "w$n.Flush()", "$w := b$n.String()"},
			[]string{"b$n, _ := hex.DecodeString(hex.EncodeToString([]byte($v)))", "$w := string(b$n)"},
			[]string{"b$n, _ := base64.URLEncoding.DecodeString(base64.URLEncoding.EncodeToString([]byte($v)))", "$w := string(b$n)"}),
	)
}

func redactOps() []*op {
	return topic("redactors and cuts",
		&op{name: "redactor", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, String)
			if v == nil {
				return false
			}
			name := e.fresh(s, "Mask")
			ref := e.declare(e.prog.Lib && e.chance(s, 1, 50) || e.fn.lib, name, "// %s hides all.\n//\n//pii:redact\nfunc %s(s string) string { return strings.Map(func(rune) rune { return '*' }, s) }", name, name)
			if e.chance(s, 2, 50) && !v.Fixed {
				e.line("%s = %s(%s)", v.Name, ref, v.Name)
				return true
			}
			e.let(s, stringType, false, "%s(%s)", ref, v.Name)
			return true
		}},
		&op{name: "redact field", weight: 4, do: func(e *emitter, s *Step) bool {
			v, f, ok := e.structVar(s, 0)
			if !ok || f.Type.Kind != String || v.Fixed {
				return false
			}
			e.line("%s.%s = strings.Repeat(\"*\", len(%s.%s))", v.Name, f.Name, v.Name, f.Name)
			return true
		}},
		expressions("cut", 3, stringType, []Kind{String}, `strconv.Itoa(len(%s))`, `strconv.FormatBool(%s == "")`, `map[bool]string{true: "yes", false: "no"}[%s == "x"]`,
			`fmt.Sprint(strings.Contains(%s, "@"))`, `fmt.Sprint(strings.Index(%s, "@"))`, `fmt.Sprintf("%%T", %s)`, `strings.Repeat("*", len(%s))`),
		lines("keyed hash", 2, []Kind{String},
			[]string{`h$n := hmac.New(sha256.New, []byte("key"))`, `h$n.Write([]byte($v))`, `$w := hex.EncodeToString(h$n.Sum(nil))`}),
	)
}
