// Package rendertruth tests package render against logging and YAML libraries.
package rendertruth

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"net"
	"reflect"
	"strings"
	"sync"
	"testing"

	kitlog "github.com/go-kit/log"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"gopkg.in/yaml.v3"

	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/render/truth"
	"github.com/piivet/piivet/testdata/rendertruth/shapes"
)

// seed and generated choose the types that are composed from the shapes.
var (
	seed      = flag.Uint64("seed", 1, "what types are generated from")
	generated = flag.Int("generated", 300, "how many types are generated for each formatter")
)

// suite type-checks the shapes once.
var suite = sync.OnceValue(func() *truth.Suite {
	linker, err := truth.Load(".", "./shapes")
	if err != nil {
		panic(err)
	}
	linker.Add(reflect.TypeFor[shapes.All]())
	filler := &truth.Filler{Dynamics: dynamics(), Special: truth.Special()}
	filler.Special[reflect.TypeFor[net.HardwareAddr]()] = func(v reflect.Value, _ func() string) {
		v.SetBytes([]byte{1, 2, 3, 4, 5, 6})
	}
	filler.Special[reflect.TypeFor[yaml.Node]()] = func(v reflect.Value, next func() string) {
		v.Set(reflect.ValueOf(yaml.Node{Kind: yaml.ScalarNode, Value: next(), HeadComment: next()}))
	}
	filler.Special[reflect.TypeFor[zapcore.Field]()] = func(v reflect.Value, next func() string) {
		v.Set(reflect.ValueOf(zap.String(next(), next())))
	}
	writers := truth.Writers()
	writers["MarshalLogObject"] = marshalLogObject
	writers["MarshalLogArray"] = marshalLogArray
	writers["WriteText"] = writeText
	writers["MarshalZerologObject"] = marshalZerologObject
	return &truth.Suite{Linker: linker, Filler: filler, Writers: writers, Seed: *seed, Generated: *generated}
})

// dynamics picks the types that interfaces are filled with.
func dynamics() (list []reflect.Type) {
	for _, f := range truth.Fields(reflect.TypeFor[shapes.All]()) {
		switch name := f.Name; {
		case strings.HasSuffix(name, "Pointer"):
			list = append(list, f.Type, reflect.PointerTo(f.Type))
		case strings.HasSuffix(name, "Value"), strings.HasPrefix(name, "Zap"), strings.HasPrefix(name, "Zerolog"), strings.HasPrefix(name, "Log"),
			strings.HasPrefix(name, "Error") && f.Type.Kind() == reflect.Struct,
			name == "Plain", name == "String", name == "Bytes", name == "IP", name == "FormatStringer", name == "FlagFormatter":
			list = append(list, f.Type)
		}
	}
	return list
}

func marshalLogObject(method reflect.Value, _ render.Format) string {
	return zapped(zap.Inline(zapcore.ObjectMarshalerFunc(method.Interface().(func(zapcore.ObjectEncoder) error))))
}

func marshalLogArray(method reflect.Value, _ render.Format) string {
	return zapped(zap.Array("x", zapcore.ArrayMarshalerFunc(method.Interface().(func(zapcore.ArrayEncoder) error))))
}

func marshalZerologObject(method reflect.Value, _ render.Format) string {
	var b strings.Builder
	l := zerolog.New(&b)
	l.Log().Func(method.Interface().(func(*zerolog.Event))).Send()
	return b.String()
}

// run tests a printer and guards against one that shows nothing.
func run(t *testing.T, p truth.Printer) {
	t.Helper()
	s := *suite()
	s.Run(t, p, (*shapes.All)(nil))
	if s.Checked < 500 || s.Leaked < 50 {
		t.Errorf("only %d values compared, canaries in %d", s.Checked, s.Leaked)
	}
	t.Logf("%s: %d values compared, canaries seen in %d", p.Name, s.Checked, s.Leaked)
}

// zapped logs fields with both of zap's encoders.
func zapped(fields ...zap.Field) string {
	var b bytes.Buffer
	cfg := zapcore.EncoderConfig{MessageKey: "message"} // a time would look like a canary
	for _, enc := range []zapcore.Encoder{zapcore.NewJSONEncoder(cfg), zapcore.NewConsoleEncoder(cfg)} {
		zap.New(zapcore.NewCore(enc, zapcore.AddSync(&b), zap.DebugLevel)).Info("message", fields...)
	}
	return b.String()
}

// refused turns the notes of loggers about failed encoding into an error.
func refused(out string, notes ...string) (string, error) {
	for _, note := range notes {
		if strings.Contains(out, note) {
			return out, errors.New("refused")
		}
	}
	return out, nil
}

func TestZap(t *testing.T) {
	run(t, truth.Printer{
		Name:   "zap.Any",
		Format: render.Format{Family: render.ZapAny},
		Print:  func(v any) (string, error) { return refused(zapped(zap.Any("key", v)), "keyError") },
	})
	run(t, truth.Printer{
		Name:   "zap.Reflect",
		Format: render.Format{Family: render.JSON},
		Print:  func(v any) (string, error) { return refused(zapped(zap.Reflect("key", v)), "keyError") },
	})
	run(t, truth.Printer{
		Name:   "zap.Error",
		Format: render.Format{Family: render.ZapError},
		Print: func(v any) (string, error) {
			err, _ := v.(error)
			errs, _ := v.([]error)
			return zapped(zap.Error(err), zap.Errors("errs", errs)), nil
		},
	})
	run(t, truth.Printer{
		Name:   "zap.SugaredLogger",
		Format: render.Format{Family: render.ZapSugar},
		Print:  sugared,
	})
}

// sugared hands v to a SugaredLogger as a value and on its own.
func sugared(v any) (string, error) {
	var b bytes.Buffer
	enc := zapcore.NewJSONEncoder(zapcore.EncoderConfig{MessageKey: "message"})
	l := zap.New(zapcore.NewCore(enc, zapcore.AddSync(&b), zap.DebugLevel)).Sugar()
	l.Infow("message", "key", v)
	l.Infow("message", v)
	return refused(b.String(), "keyError", "ignoredError")
}

// withKeys puts a key before each element of a list.
func withKeys(v any) any {
	list, ok := v.([]any)
	if !ok {
		return v
	}
	var pairs []any
	for _, e := range list {
		pairs = append(pairs, "key", e)
	}
	return pairs
}

func TestZerolog(t *testing.T) {
	log := func(add func(*zerolog.Event)) (string, error) {
		var b strings.Builder
		l := zerolog.New(&b)
		l.Info().Func(add).Send()
		return refused(b.String(), "marshaling error")
	}
	run(t, truth.Printer{
		Name:   "Interface",
		Format: render.Format{Family: render.ZerologInterface},
		Print:  func(v any) (string, error) { return log(func(e *zerolog.Event) { e.Interface("key", v) }) },
	})
	run(t, truth.Printer{
		Name:   "Fields",
		Format: render.Format{Family: render.ZerologFields},
		Print:  func(v any) (string, error) { return log(func(e *zerolog.Event) { e.Fields(withKeys(v)) }) },
	})
	run(t, truth.Printer{
		Name:   "Fields value",
		Format: render.Format{Family: render.ZerologFields, Depth: 1},
		Print:  func(v any) (string, error) { return log(func(e *zerolog.Event) { e.Fields([]any{"key", v}) }) },
	})
	run(t, truth.Printer{
		Name:   "Err",
		Format: render.Format{Family: render.ZerologError},
		Print: func(v any) (string, error) {
			err, ok := v.(error)
			if !ok {
				return "", nil
			}
			return log(func(e *zerolog.Event) { e.Err(err) })
		},
	})
}

func TestLogrus(t *testing.T) {
	log := func(f logrus.Formatter, v any) (string, error) {
		var b strings.Builder
		l := logrus.New()
		l.Out, l.Formatter = &b, f
		l.WithField("key", v).Info("message")
		if b.Len() == 0 {
			return "", errors.New("refused")
		}
		return b.String(), nil
	}
	run(t, truth.Printer{
		Name:   "text",
		Format: render.Format{Family: render.LogrusText},
		Print:  func(v any) (string, error) { return log(&logrus.TextFormatter{}, v) },
	})
	run(t, truth.Printer{
		Name:   "json",
		Format: render.Format{Family: render.LogrusJSON},
		Print:  func(v any) (string, error) { return log(&logrus.JSONFormatter{}, v) },
	})
	run(t, truth.Printer{
		Name:   "unknown",
		Format: render.Format{Family: render.Logrus},
		Print: func(v any) (string, error) {
			text, _ := log(&logrus.TextFormatter{}, v)
			json, err := log(&logrus.JSONFormatter{}, v)
			return text + json, err
		},
	})
}

func TestKit(t *testing.T) {
	log := func(newLogger func(io.Writer) kitlog.Logger, v any) (string, error) {
		var b strings.Builder
		err := newLogger(&b).Log("key", v)
		return b.String(), err
	}
	run(t, truth.Printer{
		Name:   "logfmt",
		Format: render.Format{Family: render.Logfmt},
		Print:  func(v any) (string, error) { return log(kitlog.NewLogfmtLogger, v) },
	})
	run(t, truth.Printer{
		Name:   "json",
		Format: render.Format{Family: render.KitJSON},
		Print:  func(v any) (string, error) { return log(kitlog.NewJSONLogger, v) },
	})
	run(t, truth.Printer{
		Name:   "unknown",
		Format: render.Format{Family: render.Kit},
		Print: func(v any) (string, error) {
			text, _ := log(kitlog.NewLogfmtLogger, v)
			json, err := log(kitlog.NewJSONLogger, v)
			return text + json, err
		},
	})
}

func TestYAML(t *testing.T) {
	run(t, truth.Printer{
		Name:   "yaml",
		Format: render.Format{Family: render.YAML},
		Print: func(v any) (string, error) {
			b, err := yaml.Marshal(v)
			// Lists of bytes stand one on a line.
			return strings.Join(strings.FieldsFunc(string(b), func(r rune) bool { return strings.ContainsRune(" -\n", r) }), " "), err
		},
	})
}
