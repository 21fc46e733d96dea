package rendertruth

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-logr/logr"
	"github.com/go-logr/logr/funcr"
	"github.com/hashicorp/go-hclog"
	phuslu "github.com/phuslu/log"
	"k8s.io/klog/v2/textlogger"

	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/render/truth"
)

func writeText(method reflect.Value, _ render.Format) string {
	var b bytes.Buffer
	method.Interface().(func(*bytes.Buffer))(&b)
	return b.String()
}

func TestKlog(t *testing.T) {
	run(t, truth.Printer{
		Name:   "klog",
		Format: render.Format{Family: render.Klog},
		Print: func(v any) (string, error) {
			var b bytes.Buffer
			fixed := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC) // a time would look like a canary
			textlogger.NewLogger(textlogger.NewConfig(textlogger.Output(&b), textlogger.FixedTime(fixed))).Info("message", "key", v)
			return refused(b.String(), "internal error", "<panic")
		},
	})
}

// TestLogr stands for any sink: funcr, and one that hands on to encoding/json
// what has no method that logr knows.
func TestLogr(t *testing.T) {
	run(t, truth.Printer{
		Name:   "logr",
		Format: render.Format{Family: render.Logr},
		Print: func(v any) (string, error) {
			var b strings.Builder
			funcr.New(func(prefix, args string) { b.WriteString(args) }, funcr.Options{}).Info("message", "key", v)
			switch v.(type) {
			case logr.Marshaler, fmt.Stringer, error:
				return refused(b.String(), "<panic")
			}
			text, err := json.Marshal(v)
			if err != nil {
				return b.String(), err
			}
			return refused(b.String()+" "+string(text), "<panic")
		},
	})
}

func TestHclog(t *testing.T) {
	run(t, truth.Printer{
		Name:   "hclog",
		Format: render.Format{Family: render.Hclog},
		Print: func(v any) (string, error) {
			var b bytes.Buffer
			for _, inJSON := range []bool{false, true} {
				hclog.New(&hclog.LoggerOptions{Output: &b, JSONFormat: inJSON, DisableTime: true, TimeFormat: "x"}).Info("message", "key", v)
			}
			return refused(b.String(), "@warn")
		},
	})
}

func TestPhuslu(t *testing.T) {
	log := func(add func(*phuslu.Entry)) (string, error) {
		var b bytes.Buffer
		l := phuslu.Logger{Writer: phuslu.IOWriter{Writer: &b}, TimeFormat: "2006"}
		e := l.Info()
		add(e)
		e.Msg("message")
		return refused(b.String(), "marshaling error")
	}
	run(t, truth.Printer{
		Name:   "Any",
		Format: render.Format{Family: render.Phuslu},
		Print:  func(v any) (string, error) { return log(func(e *phuslu.Entry) { e.Any("key", v) }) },
		// JSON may refuse some values of a type and take others. What is refused is
		// printed by fmt, so what comes out is one of the two that the plan has.
		Either: true,
	})
	run(t, truth.Printer{
		Name:   "Interface",
		Format: render.Format{Family: render.Phuslu, Depth: 1},
		Print:  func(v any) (string, error) { return log(func(e *phuslu.Entry) { e.Interface("key", v) }) },
	})
}
