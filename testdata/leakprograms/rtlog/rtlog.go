// Package rtlog makes the loggers of generated programs. They write to rt.W, so
// that what they print is seen.
package rtlog

import (
	"leak.example/rt"

	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// Zap returns a logger that prints JSON, without the time: its digits may be
// those of a canary.
func Zap() *zap.Logger {
	cfg := zap.NewProductionEncoderConfig()
	cfg.TimeKey = zapcore.OmitKey
	enc := zapcore.NewJSONEncoder(cfg)
	return zap.New(zapcore.NewCore(enc, zapcore.AddSync(rt.W), zapcore.DebugLevel))
}

// Zero returns a logger that prints JSON.
func Zero() *zerolog.Logger {
	l := zerolog.New(rt.W)
	return &l
}

// Rus returns a logger that prints text, or JSON where the run asks for it.
func Rus() *logrus.Logger {
	l := logrus.New()
	l.SetOutput(rt.W)
	l.SetLevel(logrus.DebugLevel)
	if rt.Variant() == 1 {
		l.SetFormatter(&logrus.JSONFormatter{})
	}
	return l
}
