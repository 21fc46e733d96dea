package piitag_test

import (
	"fmt"
	"log/slog"
	"os"

	"github.com/piivet/piivet/piitag"
)

// Customer says of each field what it holds.
type Customer struct {
	ID    string `json:"id" pii:"user_id"`
	Name  string `json:"name" pii:"name"`
	Email string `json:"email" pii:"email"`
	Card  string `json:"-" pii:"payment_card,retain=90d"`
	Plan  string `json:"plan" pii:"-"`
}

// LogValue makes slog log customers masked, without their card.
func (c Customer) LogValue() slog.Value { return piitag.LogValue(c) }

var jane = Customer{"c-17", "Jane Doe", "jane@example.org", "4111 1111 1111 1111", "gold"}

// withoutTime keeps the output of the examples the same every time.
func withoutTime(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

func ExampleParse() {
	tag, err := piitag.Parse("email,purpose=billing|support,retain=90d")
	fmt.Println(tag.Class, tag.Level, tag.Purposes, tag.Retain, err)

	tag, err = piitag.Parse("emial,level=high")
	fmt.Println(tag.Class, tag.Level)
	fmt.Println(err)
	// Output:
	// email moderate [billing support] 90d <nil>
	// unknown high
	// pii tag "emial,level=high", column 1: unknown class "emial" (did you mean "email"?)
}

func ExampleLookup() {
	c, ok := piitag.Lookup("iban")
	fmt.Println(c.Name, c.Level, ok)
	fmt.Println(c.Meaning)
	// Output:
	// bank_account high true
	// bank account number, IBAN, access to an account
}

func ExampleMask() {
	fmt.Printf("%+v\n", piitag.Mask(jane))
	fmt.Println(jane.Plan)
	// Output:
	// {ID:[user_id] Name:J*** Email:j***@***.org Card:****1111 Plan:gold}
	// gold
}

func ExampleMaskString() {
	fmt.Println(piitag.MaskString("email", "jane@example.org"))
	fmt.Println(piitag.MaskString("email,level=high", "jane@example.org"))
	fmt.Println(piitag.MaskString("ip", "192.0.2.7"))
	fmt.Println(piitag.MaskString("password", "hunter2"))
	// Output:
	// j***@***.org
	// [email]
	// 192.0.2.0/24
	// [credential]
}

func ExampleJSON() {
	text, err := piitag.JSON(map[string]any{"customer": jane, "items": 3})
	fmt.Println(string(text), err)
	// Output:
	// {"customer":{"id":"[user_id]","name":"J***","email":"j***@***.org","plan":"gold"},"items":3} <nil>
}

func ExampleMasked() {
	err := fmt.Errorf("charging %v failed", piitag.Masked(jane))
	fmt.Println(err)
	// Output:
	// charging {[user_id] J*** j***@***.org ****1111 gold} failed
}

func ExampleLogValue() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
	log.Info("new", "customer", jane)
	// Output:
	// level=INFO msg=new customer.id=[user_id] customer.name=J*** customer.email=j***@***.org customer.plan=gold
}

func ExampleReplaceAttr() {
	type ticket struct {
		Number int
		From   *Customer
	}
	log := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			return piitag.ReplaceAttr(groups, withoutTime(groups, a))
		},
	}))
	log.Info("new", "ticket", ticket{7, &jane})
	// Output:
	// {"level":"INFO","msg":"new","ticket":{"Number":7,"From":{"id":"[user_id]","name":"J***","email":"j***@***.org","plan":"gold"}}}
}

func ExampleNewMasker() {
	m, err := piitag.NewMasker(piitag.Options{
		Key:   []byte("use 32 bytes of crypto/rand here"),
		Attrs: map[string]string{"client": "ip", "user.email": "email"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, b := m.MaskString("email", "jane@example.org"), m.MaskString("email", "jane@example.org")
	fmt.Println(a == b, len(a))
	fmt.Println(m.ReplaceAttr([]string{"user"}, slog.String("email", "jane@example.org")).Value.String() == a)
	// Output:
	// true 24
	// true
}
