package model

import (
	"fmt"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// formNames is forms the other way round.
var formNames = func() map[Form]string {
	m := make(map[Form]string, len(forms))
	for name, f := range forms {
		m[f] = name
	}
	return m
}()

// String writes the selector as the tables do.
func (s Sel) String() string {
	switch s.Kind {
	case access.Field:
		return "." + s.Name
	case access.Slot:
		return ".@" + s.Name
	case access.Key:
		if s.Name != "" {
			return `["` + s.Name + `"]`
		}
		return fmt.Sprintf("[%c%d]", "=^_"[s.Spelled], s.Arg)
	}
	return access.Sel{Kind: s.Kind}.String()
}

// String writes the place as the tables do.
func (p Place) String() string {
	var b strings.Builder
	switch {
	case p.Root == Recv:
		b.WriteString("recv")
	case p.Root == Pkg:
		b.WriteString("pkg")
	case p.Root == Arg:
		fmt.Fprintf(&b, "%d", p.Index)
	case p.Index == 0:
		b.WriteString("result")
	default:
		fmt.Fprintf(&b, "result%d", p.Index)
	}
	for _, s := range p.Path {
		b.WriteString(s.String())
	}
	return b.String()
}

// String writes the source as the tables do.
func (s Source) String() string {
	places := make([]string, len(s.Places))
	for i, p := range s.Places {
		places[i] = p.String()
	}
	switch s.Form {
	case Plain:
		return strings.Join(places, ", ")
	case Unknown, Decoded, Outside, Input, Response, Verified:
		return formNames[s.Form]
	}
	return formNames[s.Form] + "(" + strings.Join(places, ", ") + ")"
}

// String writes the destination as the tables do.
func (d Dest) String() string {
	if d.Write {
		return "write(" + d.Place.String() + ")"
	}
	return d.Place.String()
}

// String writes the flow as the tables do.
func (f Flow) String() string {
	if f.Replace {
		return f.Src.String() + " => " + f.Dst.String()
	}
	return f.Src.String() + " -> " + f.Dst.String()
}

// String writes the call as the tables do.
func (c Call) String() string {
	args := make([]string, len(c.Args))
	for i, a := range c.Args {
		args[i] = a.String()
	}
	fn := c.Fn.String()
	if c.Method != "" {
		fn += "!" + c.Method
	}
	list := strings.Join(args, ", ")
	if c.Spread {
		list += "..."
	}
	s := fn + "(" + list + ")"
	if c.Dst != nil {
		s += " -> " + c.Dst.String()
	}
	return s
}
