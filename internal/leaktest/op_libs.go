package leaktest

// libOps are sinks of logging libraries outside the standard one.
func libOps() []*op {
	values := []*op{
		printSink("zap", 4, `rtlog.Zap().Info("m", zap.Any("k", %s))`, `rtlog.Zap().Sugar().Infow("m", "k", %s)`, `rtlog.Zap().Sugar().Infof("%%v", %s)`,
			`rtlog.Zap().Info("m", zap.Reflect("k", %s))`, `rtlog.Zap().Sugar().Info("m", %s)`, `rtlog.Zap().With(zap.Any("k", %s)).Info("m")`, `rtlog.Zap().Info(fmt.Sprint(%s))`,
			`rtlog.Zap().Named("n").Error("m", zap.Int("n", 1), zap.Any("k", %s))`, `rtlog.Zap().Sugar().With("k", %s).Info("m")`),
		printSink("zerolog", 4, `rtlog.Zero().Info().Interface("k", %s).Msg("m")`, `rtlog.Zero().Info().Any("k", %s).Send()`, `rtlog.Zero().Info().Msgf("%%v", %s)`,
			`rtlog.Zero().Info().Fields(map[string]any{"k": %s}).Msg("m")`, `rtlog.Zero().Print(%s)`, `rtlog.Zero().Printf("%%+v", %s)`),
		printSink("logrus", 4, `rtlog.Rus().WithField("k", %s).Info("m")`, `rtlog.Rus().Info(%s)`, `rtlog.Rus().Infof("%%v", %s)`, `rtlog.Rus().WithFields(logrus.Fields{"k": %s}).Warn("m")`,
			`rtlog.Rus().WithField("n", 1).Errorln("m", %s)`),
	}
	texts := []*op{
		textSink("zap text", `rtlog.Zap().Info(%s)`, `rtlog.Zap().Info("m", zap.String("k", %s))`, `rtlog.Zap().Info("m", zap.Strings("k", []string{%s}))`, `rtlog.Zap().Info("m", zap.String(%s, "v"))`,
			`rtlog.Zap().Info("m", zap.ByteString("k", []byte(%s)))`, `rtlog.Zap().Info("m", zap.Int("k", len(%s)))`, `rtlog.Zap().Info("m", zap.Namespace("n"), zap.String("k", %s))`, `rtlog.Zap().Info("m", zap.Stringp("k", &[]string{%s}[0]))`),
		textSink("zerolog text", `rtlog.Zero().Info().Str("k", %s).Msg("m")`, `rtlog.Zero().Warn().Msg(%s)`, `rtlog.Zero().Info().Strs("k", []string{%s}).Send()`, `rtlog.Zero().Info().Bytes("k", []byte(%s)).Send()`,
			`rtlog.Zero().Info().Dict("d", zerolog.Dict().Str("k", %s)).Send()`, `rtlog.Zero().Info().Int("k", len(%s)).Send()`, `rtlog.Zero().Info().Bool("k", %s == "").Send()`),
		textSink("logrus text", `rtlog.Rus().Info(%s)`, `rtlog.Rus().WithField("k", %s).Debug("m")`, `rtlog.Rus().WithField("k", len(%s)).Info("m")`),
	}
	list := append(values, texts...)
	for _, o := range list {
		o.lib = true
	}
	return topic("libraries", list...)
}

// textSink is a sink that takes a string.
func textSink(name string, formats ...string) *op {
	return &op{name: name, weight: 3, sink: true, do: func(e *emitter, s *Step) bool {
		v := e.pickKind(s, 0, String)
		if v == nil {
			return false
		}
		e.sink(formats[e.rand(s, 1, len(formats))], v.Name)
		return true
	}}
}
