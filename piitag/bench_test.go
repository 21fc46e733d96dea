package piitag_test

import (
	"fmt"
	"io"
	"log/slog"
	"testing"

	"github.com/piivet/piivet/piitag"
)

// order is a value as services log it.
type order struct {
	ID       string
	Customer *account
	Ship     address
	Items    []item
	Meta     map[string]string
}

type item struct {
	SKU   string
	Count int
}

func newOrder(items int) *order {
	o := &order{ID: "o-1", Customer: &account{ID: "7", Email: "jane@example.org"}, Ship: address{"Main St 1", "US"},
		Meta: map[string]string{"a": "b"}}
	for i := range items {
		o.Items = append(o.Items, item{fmt.Sprint(i), i})
	}
	return o
}

func BenchmarkMask(b *testing.B) {
	type flat struct {
		ID    string
		Email string `pii:"email"`
		Card  string `pii:"payment_card"`
	}
	type clean struct {
		ID   string
		Rows []item
	}
	list := make([]flat, 1000)
	for i := range list {
		list[i] = flat{"1", "jane@example.org", "4111111111111111"}
	}
	b.Run("flat", func(b *testing.B) { benchMask(b, list[0]) })
	b.Run("clean", func(b *testing.B) { benchMask(b, clean{"1", make([]item, 1000)}) })
	b.Run("nested", func(b *testing.B) { benchMask(b, newOrder(10)) })
	b.Run("list1000", func(b *testing.B) { benchMask(b, list) })
	b.Run("any", func(b *testing.B) {
		benchMask(b, map[string]any{"order": newOrder(10), "n": 1, "list": []any{1, "a", 2.5}})
	})
}

func benchMask[T any](b *testing.B, v T) {
	b.ReportAllocs()
	for b.Loop() {
		piitag.Mask(v)
	}
}

func BenchmarkMaskString(b *testing.B) {
	for class, s := range map[string]string{"email": "jane@example.org", "ssn": "123-45-6789", "ip": "192.0.2.7"} {
		b.Run(class, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				piitag.MaskString(class, s)
			}
		})
	}
}

func BenchmarkJSON(b *testing.B) {
	o := newOrder(10)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := piitag.JSON(o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReplaceAttr(b *testing.B) {
	for name, replace := range map[string]func([]string, slog.Attr) slog.Attr{"without": nil, "with": piitag.ReplaceAttr} {
		l := slog.New(slog.NewJSONHandler(io.Discard, &slog.HandlerOptions{ReplaceAttr: replace}))
		o := newOrder(10)
		b.Run(name+"/plain", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.Info("request", "path", "/orders", "status", 200)
			}
		})
		b.Run(name+"/order", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.Info("request", "order", o)
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := piitag.Parse("email,level=high,subject=customer,purpose=a|b,retain=90d"); err != nil {
			b.Fatal(err)
		}
	}
}
