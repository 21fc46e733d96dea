// Package merged puts records together.
package merged

import "flow/cross/long_summary/records"

// All takes what is longest of three records.
func All(a, b, c, d *records.Record) *records.Record {
	return &records.Record{
		ID:     longest(a.ID, b.ID, c.ID, d.ID),
		Sender: &records.Contact{Email: longest(a.Sender.Email, b.Sender.Email, c.Sender.Email, d.Sender.Email), Phone: longest(a.Sender.Phone, b.Sender.Phone, c.Sender.Phone, d.Sender.Phone), Note: longest(a.Sender.Note, b.Sender.Note, c.Sender.Note, d.Sender.Note)},
		Inner:  sizes(&a.Inner, &b.Inner, &c.Inner, &d.Inner),
		Outer:  sizes(&a.Outer, &b.Outer, &c.Outer, &d.Outer),
		Weight: sizes(&a.Weight, &b.Weight, &c.Weight, &d.Weight),
	}
}

// Into is All into a record that is there.
func Into(to, a, b, c, d *records.Record) { *to = *All(a, b, c, d) }

// Plain is a record without fields of its own that are personal.
type Plain struct {
	Text   string
	Inner  records.Sizes
	Outer  records.Sizes
	Weight records.Sizes
}

// Told puts a sender's address into text, beside all the sizes.
func Told(a, b, c, d *records.Record) *Plain {
	return &Plain{
		Text:   "from " + a.Sender.Email,
		Inner:  sizes(&a.Inner, &b.Inner, &c.Inner, &d.Inner),
		Outer:  sizes(&a.Outer, &b.Outer, &c.Outer, &d.Outer),
		Weight: sizes(&a.Weight, &b.Weight, &c.Weight, &d.Weight),
	}
}

func sizes(a, b, c, d *records.Sizes) records.Sizes {
	return records.Sizes{
		A: longest(a.A, b.A, c.A, d.A),
		B: longest(a.B, b.B, c.B, d.B),
		C: longest(a.C, b.C, c.C, d.C),
		D: longest(a.D, b.D, c.D, d.D),
		E: longest(a.E, b.E, c.E, d.E),
		F: longest(a.F, b.F, c.F, d.F),
		G: longest(a.G, b.G, c.G, d.G),
		H: longest(a.H, b.H, c.H, d.H),
		I: longest(a.I, b.I, c.I, d.I),
		J: longest(a.J, b.J, c.J, d.J),
		K: longest(a.K, b.K, c.K, d.K),
		L: longest(a.L, b.L, c.L, d.L),
		M: longest(a.M, b.M, c.M, d.M),
		N: longest(a.N, b.N, c.N, d.N),
		O: longest(a.O, b.O, c.O, d.O),
		P: longest(a.P, b.P, c.P, d.P),
		Q: longest(a.Q, b.Q, c.Q, d.Q),
		R: longest(a.R, b.R, c.R, d.R),
		S: longest(a.S, b.S, c.S, d.S),
		T: longest(a.T, b.T, c.T, d.T),
		U: longest(a.U, b.U, c.U, d.U),
		V: longest(a.V, b.V, c.V, d.V),
		W: longest(a.W, b.W, c.W, d.W),
		X: longest(a.X, b.X, c.X, d.X),
		Y: longest(a.Y, b.Y, c.Y, d.Y),
		Z: longest(a.Z, b.Z, c.Z, d.Z),
	}
}

func longest(all ...string) string {
	out := ""
	for _, s := range all {
		if len(s) > len(out) {
			out = s
		}
	}
	return out
}
