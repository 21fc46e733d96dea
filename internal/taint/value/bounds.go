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

// TooDeep reports whether a walk through a value is beyond [MaxDepth], where
// each part is a step, what an interface holds too.
func (u *Universe) TooDeep(depth int) bool { return u.beyond(depth, 2*MaxDepth) }

// TooFar reports whether a path into an object, or a way from object to object,
// is longer than [MaxDepth].
func (u *Universe) TooFar(n int) bool { return u.beyond(n, MaxDepth) }

func (u *Universe) beyond(n, limit int) bool {
	if n <= limit {
		return false
	}
	u.reached(BoundDepth)
	return true
}
