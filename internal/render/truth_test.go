package render_test

import (
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	htmltemplate "html/template"
	"io"
	"log/slog"
	"reflect"
	"strings"
	"sync"
	"testing"
	"text/template"

	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/render/truth"
	"github.com/piivet/piivet/internal/render/truth/shapes"
)

// seed and generated choose the types that are composed from the shapes.
var (
	seed      = flag.Uint64("seed", 1, "what types are generated from")
	generated = flag.Int("generated", 300, "how many types are generated for each formatter")
)

// suite type-checks the shapes once.
var suite = sync.OnceValue(func() *truth.Suite {
	linker, err := truth.Load(".", "./truth/shapes", "reflect")
	if err != nil {
		panic(err)
	}
	linker.Add(reflect.TypeFor[shapes.All]())
	return &truth.Suite{Linker: linker, Filler: filler(), Writers: truth.Writers(), Seed: *seed, Generated: *generated}
})

// filler makes values of the shapes.
func filler() *truth.Filler {
	return &truth.Filler{Dynamics: dynamics(reflect.TypeFor[shapes.All]()), Special: truth.Special()}
}

// dynamics picks the types that interfaces are filled with: a few of each
// kind, some as pointers.
func dynamics(all reflect.Type) (list []reflect.Type) {
	for i := range all.NumField() {
		switch f := all.Field(i); {
		case strings.HasSuffix(f.Name, "Pointer"):
			list = append(list, f.Type, reflect.PointerTo(f.Type))
		case strings.HasSuffix(f.Name, "Value"), strings.HasSuffix(f.Name, "Kind"), f.Name == "Plain", f.Name == "String",
			f.Name == "Bytes", f.Name == "Strings", f.Name == "Everything", f.Name == "Labeled":
			list = append(list, f.Type)
		case f.Name == "Nested":
			list = append(list, reflect.PointerTo(f.Type), reflect.TypeFor[*shapes.Plain]())
		}
	}
	return list
}

// run tests a printer and guards against one that shows nothing.
func run(t *testing.T, p truth.Printer) {
	t.Helper()
	s := *suite()
	s.Run(t, p, (*shapes.All)(nil))
	if s.Checked < 500 {
		t.Errorf("only %d values compared", s.Checked)
	}
	t.Logf("%s: %d values compared, canaries seen in %d", p.Name, s.Checked, s.Leaked)
}

func TestFmt(t *testing.T) {
	for _, format := range []string{
		"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%p", "%T", "%t", "%c", "%U", "%e", "%o", "%b",
		"%O", "%E", "%f", "%F", "%g", "%G", "%+s", "%#q", "%+q", "%#x", "% x", "%# X", "%+d", "%#d", "%#o", "%#b", "%#U", "%#p", "%+#v", "%#s",
		"%2v", "%-2s", "%02d", "%.0s", "%.0v", "%.0x", "%.0q", "%.0d", "%z", "%!",
	} {
		run(t, truth.Printer{
			Name:   format,
			Format: render.Printf(format, 1)[0].Format,
			Print:  func(v any) (string, error) { return fmt.Sprintf(format, v), nil },
		})
	}
}

func TestFmtWrap(t *testing.T) {
	for _, format := range []string{"%w", "%+w", "%#w"} {
		f := render.Printf(format, 1)[0].Format
		run(t, truth.Printer{
			Name:   "Errorf " + format,
			Format: f,
			Print:  func(v any) (string, error) { return fmt.Errorf(format, v).Error(), nil },
		})
		f.NoWrap = true
		run(t, truth.Printer{
			Name:   "Sprintf " + format,
			Format: f,
			Print:  func(v any) (string, error) { return fmt.Sprintf(format, v), nil },
		})
	}
}

func TestEncoders(t *testing.T) {
	run(t, truth.Printer{
		Name:   "json",
		Format: render.Format{Family: render.JSON},
		Print: func(v any) (string, error) {
			b, err := json.Marshal(v)
			return string(b), err
		},
	})
	run(t, truth.Printer{
		Name:   "xml",
		Format: render.Format{Family: render.XML},
		Print: func(v any) (string, error) {
			b, err := xml.Marshal(v)
			return string(b), err
		},
		// encoding/xml overflows the stack on a type that embeds itself.
		Skip: func(v reflect.Value) bool { return strings.Contains(v.Type().String(), "SelfEmbed") },
	})
	for _, typ := range suite().Filler.Dynamics {
		register(typ)
	}
	run(t, truth.Printer{
		Name:   "gob",
		Format: render.Format{Family: render.Gob},
		Print: func(v any) (string, error) {
			var b strings.Builder
			err := gob.NewEncoder(&b).Encode(v)
			return b.String(), err
		},
		NoInts: true,
	})
}

// register makes gob send values of typ in interfaces, if it can.
func register(typ reflect.Type) {
	defer func() { _ = recover() }()
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	gob.Register(reflect.Zero(typ).Interface())
}

func TestTemplate(t *testing.T) {
	text := template.Must(template.New("").Parse("{{.}}"))
	html := htmltemplate.Must(htmltemplate.New("").Parse("<p>{{.}}</p>"))
	execute := func(v any, templates ...interface{ Execute(io.Writer, any) error }) (string, error) {
		var b strings.Builder
		var errs []error
		for _, t := range templates {
			errs = append(errs, t.Execute(&b, v))
		}
		return b.String(), errors.Join(errs...)
	}
	run(t, truth.Printer{
		Name:   "text/template",
		Format: render.Format{Family: render.TextTemplate},
		Print:  func(v any) (string, error) { return execute(v, text) },
	})
	run(t, truth.Printer{
		Name:   "html/template",
		Format: render.Format{Family: render.HTMLTemplate},
		Print:  func(v any) (string, error) { return execute(v, html) },
	})
	run(t, truth.Printer{
		Name:   "template",
		Format: render.Format{Family: render.Template},
		Print:  func(v any) (string, error) { return execute(v, text, html) },
	})
}

// logged gives what a handler prints of v as an attribute's value.
func logged(v any, handler func(io.Writer) slog.Handler) (string, error) {
	var b strings.Builder
	slog.New(handler(&b)).Info("message", "key", v)
	if strings.Contains(b.String(), "!ERROR") {
		return b.String(), errors.New("refused")
	}
	return b.String(), nil
}

func newText(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) }
func newJSON(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) }

func TestSlog(t *testing.T) {
	for name, printer := range map[string]truth.Printer{
		"text": {
			Format: render.Format{Family: render.SlogText, Depth: 1},
			Print:  func(v any) (string, error) { return logged(v, newText) },
		},
		"json": {
			Format: render.Format{Family: render.SlogJSON, Depth: 1},
			Print:  func(v any) (string, error) { return logged(v, newJSON) },
		},
		"unknown": {
			Format: render.Format{Family: render.Slog, Depth: 1},
			Print: func(v any) (string, error) {
				text, _ := logged(v, newText)
				json, err := logged(v, newJSON)
				return text + json, err
			},
		},
	} {
		printer.Name = "slog " + name
		run(t, printer)
	}
}

func TestMethodFamilies(t *testing.T) {
	run(t, truth.Printer{
		Name:   "Stringer",
		Format: render.Format{Family: render.Stringer},
		Print: func(v any) (string, error) {
			if s, ok := v.(fmt.Stringer); ok {
				return s.String(), nil
			}
			return "", nil
		},
	})
	run(t, truth.Printer{
		Name:   "Error",
		Format: render.Format{Family: render.Error},
		Print: func(v any) (string, error) {
			if err, ok := v.(error); ok {
				return err.Error(), nil
			}
			return "", nil
		},
	})
}
