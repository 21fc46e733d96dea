package generics

import "log"

// Row is filled by a method of its pointer.
type Row struct{ Text string }

// Decode keeps what it is given.
func (r *Row) Decode(s string) { r.Text = "row " + s }

// Count keeps only a length.
type Count struct{ Text int }

// Decode keeps the length.
func (c *Count) Decode(s string) { c.Text = len(s) }

type decoder[T any] interface {
	*T
	Decode(string)
}

// decode makes the value that it gives back.
func decode[T any, P decoder[T]](s string) T {
	var t T
	P(&t).Decode(s)
	return t
}

func decodeAll[T any, P decoder[T]](lines []string) []T {
	var out []T
	for _, l := range lines {
		p := P(new(T))
		p.Decode(l)
		out = append(out, *p)
	}
	return out
}

// throughAnother has a type parameter itself.
func throughAnother[T any, P decoder[T]](s string) T { return decode[T, P](s) }

func madeInside(c Customer) {
	log.Println(decode[Row](c.ID))
	log.Println(decode[Row](c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(decode[Count](c.Email))
	log.Println(throughAnother[Row](c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(throughAnother[Count](c.Email))
	log.Println(decodeAll[Row]([]string{c.ID}))
	log.Println(decodeAll[Row]([]string{c.Email})) // want `email from Customer.Email reaches log.Println`
}

// Describer describes itself without any content.
type Describer interface{ Describe() string }

// Describe says what customers are.
func (Customer) Describe() string { return "customers" }

func describe[T Describer]() string {
	var t T
	return t.Describe()
}

func zeroValues() { log.Println(describe[Customer]()) }
