package truth

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"net/netip"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/piivet/piivet/internal/render"
)

// Special fills the standard library's types whose insides have an order to them.
func Special() map[reflect.Type]func(reflect.Value, func() string) {
	set := func(make func(next func() string) any) func(reflect.Value, func() string) {
		return func(v reflect.Value, next func() string) { v.Set(reflect.ValueOf(make(next))) }
	}
	return map[reflect.Type]func(reflect.Value, func() string){
		reflect.TypeFor[time.Time](): set(func(func() string) any {
			return time.Date(2021, 3, 4, 5, 6, 7, 8, time.UTC)
		}),
		reflect.TypeFor[time.Duration](): set(func(func() string) any { return 1500 * time.Millisecond }),
		reflect.TypeFor[big.Int]():       set(func(func() string) any { return *big.NewInt(12345) }),
		reflect.TypeFor[net.IP]():        set(func(func() string) any { return net.IPv4(1, 2, 3, 4) }),
		reflect.TypeFor[net.IPMask]():    set(func(func() string) any { return net.CIDRMask(8, 32) }),
		reflect.TypeFor[netip.Addr]():    set(func(func() string) any { return netip.AddrFrom4([4]byte{1, 2, 3, 4}) }),
		reflect.TypeFor[slog.Level]():    set(func(func() string) any { return slog.LevelWarn }),
		reflect.TypeFor[sync.Mutex]():    func(reflect.Value, func() string) {},
		reflect.TypeFor[slog.Value]():    set(func(next func() string) any { return slog.StringValue(next()) }),
		reflect.TypeFor[json.RawMessage](): set(func(next func() string) any {
			return json.RawMessage(`"` + next() + `"`)
		}),
		reflect.TypeFor[xml.Name](): set(func(next func() string) any { return xml.Name{Local: next()} }),
	}
}

// Writers runs the standard library's methods that write into a parameter.
func Writers() map[string]func(reflect.Value, render.Format) string {
	return map[string]func(reflect.Value, render.Format) string{
		"Format":     format,
		"MarshalXML": marshalXML,
	}
}

// format runs Format as a directive with f's verb and flags would.
func format(method reflect.Value, f render.Format) string {
	directive := "%"
	if f.Plus {
		directive += "+"
	}
	if f.Sharp {
		directive += "#"
	}
	return fmt.Sprintf(directive+string(f.Verb), formatFunc(method.Interface().(func(fmt.State, rune))))
}

// formatFunc is a Formatter made of its method.
type formatFunc func(fmt.State, rune)

// Format calls the function.
func (f formatFunc) Format(s fmt.State, verb rune) { f(s, verb) }

// marshalXML runs MarshalXML on an element of its own.
func marshalXML(method reflect.Value, _ render.Format) string {
	var b strings.Builder
	enc := xml.NewEncoder(&b)
	marshal := method.Interface().(func(*xml.Encoder, xml.StartElement) error)
	if marshal(enc, xml.StartElement{Name: xml.Name{Local: "x"}}) != nil || enc.Flush() != nil {
		return ""
	}
	return b.String()
}
