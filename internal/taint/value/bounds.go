package value

// Bound names a bound of this package, to count how often it was reached.
type Bound int

// What is bounded, and what stands behind each bound.
const (
	BoundDepth      Bound       = iota // [MaxDepth]: deeper parts are folded together
	BoundKids                          // [MaxKids]: the parts are folded together
	BoundPath                          // [MaxPath]: what lies deeper is one
	BoundGlobalPath                    // [MaxGlobalPath]: the same
	BoundLabels                        // [MaxLabels]: symbolic labels close together become one
	BoundRefs                          // [MaxRefs]: further targets are not followed
	BoundFuncs                         // [MaxFuncs]: further functions are not followed
	BoundSteps                         // [MaxSteps]: further stations are not noted
	Bounds          = int(iota)        // how many there are
)

var boundNames = [Bounds]string{
	"value-depth", "value-kids", "path", "global-path", "labels", "refs", "funcs", "steps",
}

// String is the name that -debug.stats prints.
func (b Bound) String() string { return boundNames[b] }

func (u *Universe) reached(b Bound) { u.Reached[b]++ }

// TooDeep reports whether a walk through a value is beyond [MaxDepth].
func (u *Universe) TooDeep(depth int) bool {
	if depth <= MaxDepth {
		return false
	}
	u.reached(BoundDepth)
	return true
}
