// Package tables shows, in errors, many places of variables of its own.
package tables

import "fmt"

// Row is one entry.
type Row struct{ A, B, C, D, E, F, G, H, I, J, K, L string }

// The tables.
var One, Two, Three, Four, Five, Six, Seven, Eight, Nine, Ten, Eleven, Twelve Row

func check(r Row) error {
	switch {
	case r.A == "":
		return fmt.Errorf("A %s", r.A)
	case r.B == "":
		return fmt.Errorf("B %s", r.B)
	case r.C == "":
		return fmt.Errorf("C %s", r.C)
	case r.D == "":
		return fmt.Errorf("D %s", r.D)
	case r.E == "":
		return fmt.Errorf("E %s", r.E)
	case r.F == "":
		return fmt.Errorf("F %s", r.F)
	case r.G == "":
		return fmt.Errorf("G %s", r.G)
	case r.H == "":
		return fmt.Errorf("H %s", r.H)
	case r.I == "":
		return fmt.Errorf("I %s", r.I)
	case r.J == "":
		return fmt.Errorf("J %s", r.J)
	case r.K == "":
		return fmt.Errorf("K %s", r.K)
	}
	return fmt.Errorf("L %s", r.L)
}

// Setup looks at all of them.
func Setup() error {
	for _, err := range []error{
		check(One), check(Two), check(Three), check(Four), check(Five), check(Six), check(Seven), check(Eight),
		check(Nine), check(Ten), check(Eleven), check(Twelve),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}
