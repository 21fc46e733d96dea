package leaktest

// shown chooses what a sink prints: mostly what may be personal.
func (e *emitter) shown(s *Step) *Var {
	return e.pick(s, 0, func(v *Var) bool { return v.Type.plainData() })
}

// printSink is a sink that takes a value of any type.
func printSink(name string, weight int, formats ...string) *op {
	return &op{name: name, weight: weight, sink: true, do: func(e *emitter, s *Step) bool {
		v := e.shown(s)
		if v == nil {
			return false
		}
		e.sink(formats[e.rand(s, 1, len(formats))], v.Name)
		return true
	}}
}

func sinkOps() []*op {
	return topic("sinks",
		printSink("log", 8, `log.Println(%s)`, `log.Print("seen ", %s)`, `log.Printf("%%v", %s)`, `log.Printf("%%+v", %s)`, `log.Printf("%%#v", %s)`,
			`log.Printf("%%s", %s)`, `log.Printf("%%q", %s)`, `log.Printf("%%x", %s)`, `log.Printf("%%d", %s)`, `log.Printf("%%T", %s)`, `log.Printf("%%p", %s)`,
			`log.Output(1, fmt.Sprint(%s))`, `log.Default().Println(%s)`, `log.New(rt.W, "", 0).Println(%s)`, `log.Printf("%%[2]v %%[1]d", 7, %s)`),
		printSink("fmt print", 4, `fmt.Println(%s)`, `fmt.Print(%s, "\n")`, `fmt.Printf("%%v\n", %s)`, `fmt.Printf("%%+v\n", %s)`,
			`fmt.Fprintln(os.Stderr, %s)`, `fmt.Fprintf(os.Stdout, "%%s", %s)`, `fmt.Fprint(os.Stdout, %s)`, `os.Stdout.WriteString(fmt.Sprint(%s))`),
		printSink("slog", 8, `slog.Info("m", "k", %s)`, `slog.Info("m", slog.Any("k", %s))`, `slog.Info(fmt.Sprint(%s))`,
			`slog.LogAttrs(context.Background(), slog.LevelInfo, "m", slog.Any("k", %s))`, `slog.Error("m", slog.Group("g", "k", %s))`,
			`slog.New(slog.NewTextHandler(rt.W, nil)).Info("m", "k", %s)`, `slog.New(slog.NewJSONHandler(rt.W, nil)).Info("m", "k", %s)`),
		printSink("slog derived", 4, `slog.With("k", %s).Info("m")`, `slog.Default().WithGroup("g").Info("m", "k", %s)`,
			`slog.Info("m", slog.Group("g", slog.Group("h", slog.Any("k", %s))))`, `slog.Log(context.Background(), slog.LevelWarn, "m", "k", %s)`,
			`slog.New(slog.NewMultiHandler(slog.NewTextHandler(rt.W, nil), slog.NewJSONHandler(rt.W, nil))).Info("m", "k", %s)`,
			`slog.New(slog.Default().Handler().WithAttrs([]slog.Attr{slog.Any("k", %s)})).Info("m")`, `slog.New(slog.DiscardHandler).Info("m", "k", %s)`,
			`slog.New(slog.NewTextHandler(io.Discard, nil)).Info("m", "k", %s)`, `slog.NewLogLogger(slog.NewTextHandler(rt.W, nil), slog.LevelInfo).Print(%s)`,
			`slog.New(slog.NewJSONHandler(rt.W, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr { if a.Key == "k" { return slog.String("k", "x") }; return a }})).Info("m", "k", %s)`,
			`slog.New(slog.NewJSONHandler(rt.W, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr { if a.Key == "j" { return slog.Attr{} }; return a }})).Info("m", "k", %s)`),
		printSink("log derived", 3, `log.Writer().Write([]byte(fmt.Sprint(%s)))`, `fmt.Fprintf(log.Writer(), "%%v", %s)`, `log.New(rt.W, fmt.Sprint(%s), 0).Println("x")`,
			`log.New(io.Discard, "", 0).Println(%s)`, `slog.Info("m", fmt.Sprint(%s), 1)`, `fmt.Fprintln(io.MultiWriter(os.Stdout, io.Discard), %s)`, `io.Copy(os.Stdout, strings.NewReader(fmt.Sprint(%s)))`,
			`json.NewEncoder(os.Stdout).Encode(%s)`, `template.Must(template.New("").Parse("{{.}}")).Execute(os.Stdout, %s)`, `fmt.Fprint(log.Default().Writer(), %s)`),
		&op{name: "string sink", weight: 6, sink: true, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, String)
			if v == nil {
				return false
			}
			e.sink(oneOf(e, s, 1, `log.Print(%s)`, `os.Stdout.WriteString(%s)`, `slog.Info("m", slog.String("k", %s))`, `slog.Warn(%s)`, `io.WriteString(os.Stderr, %s)`,
				`log.Println(strings.TrimSpace(%s))`, `os.Stdout.Write([]byte(%s))`), v.Name)
			return true
		}},
	)
}
