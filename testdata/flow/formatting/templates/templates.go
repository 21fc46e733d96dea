// Package templates prints personal data by templates.
package templates

import (
	"bytes"
	htmltemplate "html/template"
	"io"
	"log"
	"strings"
	"text/template"
)

type order struct {
	ID    string
	Email string `pii:"email"`
	Buyer *buyer
	Items []*item
}

type buyer struct {
	Name  string `pii:"name"`
	Phone string `pii:"phone"`
	Group string
}

type item struct {
	Title string
	For   string `pii:"address"`
}

// Label is for parcels.
func (b *buyer) Label() string { return b.Name }

func execute(t *template.Template, data any) string {
	var b strings.Builder
	if err := t.Execute(&b, data); err != nil {
		return ""
	}
	return b.String()
}

// Templates of files can name anything.

func unknown(t *template.Template, o *order) {
	var b bytes.Buffer
	t.Execute(&b, map[string]any{"Order": o, "Lang": "en"})
	log.Print(b.String()) // want `email from order.Email reaches log.Print`
	b.Reset()
	t.Execute(&b, map[string]any{"Order": o.ID})
	log.Print(b.String())
	b.Reset()
	t.Execute(&b, struct{ Buyer *buyer }{o.Buyer})
	log.Print(b.String()) // want `name from buyer.Name and phone from buyer.Phone reach log.Print`
	b.Reset()
	t.Execute(&b, o.Items)
	log.Print(b.String())                            // want `address from item.For reaches log.Print`
	log.Print(execute(t, map[string]*order{"o": o})) // want `email from order.Email reaches log.Print`
	log.Print(execute(t, map[string]any{"o": o.ID}))
}

func files(w io.Writer, o *order) {
	t := htmltemplate.Must(htmltemplate.ParseFiles("order.html"))
	var b bytes.Buffer
	t.ExecuteTemplate(&b, "order", map[string]any{"Order": o})
	log.Print(b.String()) // want `email from order.Email reaches log.Print`
}

// Texts that are constants tell what they print.

var (
	number = template.Must(template.New("").Parse("{{.Order.ID}} of {{len .Order.Items}}"))
	label  = template.Must(template.New("").Funcs(nil).Parse(`{{with .Order.Buyer}}{{.Name}}, {{$.Order.ID}}{{end}}`))
	titles = htmltemplate.Must(htmltemplate.New("").Parse(`{{range .Order.Items}}<li>{{.Title}}</li>{{else}}none{{end}}`))
	places = htmltemplate.Must(htmltemplate.New("").Parse(`{{range $i, $x := .Order.Items}}<li>{{$x.For}}</li>{{end}}`))
	asks   = template.Must(template.New("").Parse(`{{if .Order.Email}}yes{{end}}{{if eq .Order.Buyer.Name "x"}}x{{end}}`))
	whole  = template.Must(template.New("").Parse(`{{.Order.Buyer}}`))
	calls  = template.Must(template.New("").Parse(`{{.Order.Buyer.Label}}`))
	piped  = template.Must(template.New("").Parse(`{{.Order.Buyer.Phone | printf "%s"}}{{template "x" .Order}}{{define "x"}}{{.ID}}{{end}}`))
)

func constants(o *order) {
	data := map[string]any{"Order": o}
	var b bytes.Buffer
	number.Execute(&b, data)
	log.Print(b.String())
	b.Reset()
	label.Execute(&b, data)
	log.Print(b.String()) // want `name from buyer.Name reaches log.Print`
	b.Reset()
	titles.Execute(&b, data)
	log.Print(b.String())
	b.Reset()
	places.Execute(&b, data)
	log.Print(b.String()) // want `address from item.For reaches log.Print`
	b.Reset()
	asks.Execute(&b, data)
	log.Print(b.String())
	b.Reset()
	whole.Execute(&b, data)
	log.Print(b.String()) // want `name from buyer.Name and phone from buyer.Phone reach log.Print`
	b.Reset()
	calls.Execute(&b, data)
	log.Print(b.String()) // want `name from buyer.Name and phone from buyer.Phone reach log.Print`
	b.Reset()
	piped.Execute(&b, data)
	log.Print(b.String()) // want `phone from buyer.Phone reaches log.Print`
}

type page struct {
	Order order
	Next  *page
}

func structs(p *page) {
	var b bytes.Buffer
	number.Execute(&b, p)
	log.Print(b.String())
	b.Reset()
	label.Execute(&b, *p)
	log.Print(b.String()) // want `name from buyer.Name reaches log.Print`
}

func local(o *order) {
	t, err := template.New("").Parse("{{.Next.Next.Order.Email}}")
	if err != nil {
		return
	}
	var b bytes.Buffer
	t.Execute(&b, &page{Next: &page{Next: &page{Order: *o}}})
	log.Print(b.String()) // want `email from order.Email reaches log.Print`
	b.Reset()
	t, err = template.New("").Parse("{{.}}")
	if err != nil {
		return
	}
	t.Execute(&b, o.Buyer)
	log.Print(b.String()) // want `name from buyer.Name and phone from buyer.Phone reach log.Print`
}

// What is named is told apart by where it stands.

var (
	tags   = template.Must(template.New("").Parse("{{range .Tags}}{{.}} {{end}}{{with .Order}}{{.ID}}{{end}}"))
	mails  = template.Must(template.New("").Parse("{{range $id, $o := .}}{{$id}}: {{$o.Email}}{{end}}"))
	second = template.Must(template.New("").Parse(`{{define "a"}}{{.Order.ID}}{{end}}{{define "b"}}{{template "c" .Order}}{{end}}{{define "c"}}{{.Email}}{{end}}`))
	picked = template.Must(template.New("").Parse(`{{(index .Items 0).Title}}{{$b := .Buyer}}{{or $b.Group "none"}}`))
	picks  = template.Must(template.New("").Parse(`{{(index .Items 0).For}}`))
	helped = template.Must(template.New("").Funcs(nil).Parse(`{{shorten .Buyer.Name 3}}`))
	list   = template.Must(template.New("").Parse("{{.}}"))
	ranged = template.Must(template.New("").Parse("{{range .}}{{.}}{{end}}"))
)

func apart(o *order, all []*buyer) {
	data := map[string]any{"Order": o, "Tags": []string{"new"}, "Mail": o.Email}
	var b bytes.Buffer
	tags.Execute(&b, data)
	log.Print(b.String())
	b.Reset()
	mails.Execute(&b, map[string]*order{o.ID: o})
	log.Print(b.String()) // want `email from order.Email reaches log.Print`
	b.Reset()
	second.ExecuteTemplate(&b, "a", data)
	log.Print(b.String())
	b.Reset()
	second.ExecuteTemplate(&b, "b", data)
	log.Print(b.String()) // want `email from order.Email reaches log.Print`
	b.Reset()
	picked.Execute(&b, o)
	log.Print(b.String())
	b.Reset()
	picks.Execute(&b, o)
	log.Print(b.String()) // want `address from item.For reaches log.Print`
	b.Reset()
	helped.Execute(&b, o)
	log.Print(b.String()) // want `name from buyer.Name reaches log.Print`
	b.Reset()
	list.Execute(&b, all) // pointers, printed as addresses
	log.Print(b.String())
	b.Reset()
	ranged.Execute(&b, all)
	log.Print(b.String()) // want `name from buyer.Name and phone from buyer.Phone reach log.Print`
}
