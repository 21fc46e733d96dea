package value

// outside is the name of the mark of data that came into the program from
// somewhere else, such as a file or a request.
const outside = "outside"

// OutsideLabel is the label of data that came from outside. It says nothing by
// itself; but what a tagged field gets from outside is what its tag says.
func (u *Universe) OutsideLabel() *Label {
	return u.Label(Label{Root: Root{Kind: Mark, Name: outside}})
}

// Outside reports whether the label says of data that it came from outside, and
// no more.
func (l *Label) Outside() bool {
	return l.Root.Kind == Mark && l.Root.Name == outside && l.Src == nil
}

// IfOutside is a label of data that is from src if it turns out to come from
// outside: callers know that.
func (u *Universe) IfOutside(l *Label, src *Source) *Label {
	n := *l
	n.Given = src
	return u.Label(n)
}
