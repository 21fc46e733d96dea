package taint

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// The bounds of the analysis. There are no limits in time: the same input
// gives the same result everywhere. Behind each bound stands a conservative
// answer, and Stats counts how often it was given.
const (
	maxVisits       = 40      // of a block; what it computed until then stands
	maxRuns         = 5       // of a function in a recursion; its last summary stands
	maxDepth        = 8       // of nested calls through function values
	maxEscape       = 3       // of closures that are judged inside closures
	maxRender       = 6       // of values printed inside values; deeper ones are printed as text
	maxCarried      = 6       // of fields in fields that a type is searched for
	maxSameType     = 32      // places of one type in a value that are searched for personal data
	maxSinks        = 128     // of one function that its callers hear of
	maxCalls        = 48      // callbacks of one function
	maxRouteCalls   = 256     // the same of a function that registers handlers: each route is some
	maxOfMethod     = 4       // of these, behind the first half, of one method without results
	maxIndex        = 64      // elements that are told apart by number
	maxImpls        = 24      // implementations of an interface that one call is followed to
	maxAPI          = 2000    // types that an importer can reach through exported names
	maxGlobalMemory = 512     // objects behind a package variable
	maxContents     = 48      // objects behind parameters that a summary tells apart
	maxWork         = 1 << 14 // steps of one function; then it is cut short
	maxEachInstr    = 8       // as many again for each of its instructions
	maxEachHandler  = 1536    // as many again for each function or module that it hands over, where it may register handlers
	maxSummary      = 6 << 10 // bytes of one summary in a fact; of a longer one only data and sinks are kept
	maxRoutes       = 1 << 16 // the same for a function that registers handlers
	maxRouteNames   = 1 << 18 // bytes of the names of ways in one; behind it they do not say what requests hold
	maxPackage      = 1 << 20 // steps of all functions of a package together, and
	maxEach         = 1 << 7  // as many again for each of its functions; then each gets what lateShare says
	maxEachOwn      = 1 << 10 // instead of maxEach in the packages of the module under analysis
	lateShare       = 16      // part of maxWork that is left for a function when its package has used up its steps
	foreignShare    = 4       // part of all these for modules that were downloaded: there is more of them, and less to find
	maxOpen         = 32      // open calls of one interface method that importers hear of
	maxGuess        = 2       // of interface calls inside implementations that were found for an interface call
	maxDisclosures  = 256     // of one function that its callers hear of
	maxServing      = 8       // of routers in routers, and of handlers that call handlers through them
	maxPlayed       = 16      // budgets of a function that playing its routes may take besides
	maxPending      = 2048    // calls that a package leaves open for those that bind an interface
)

// Bound names a bound, to count how often it was reached.
type Bound int

// The bounds of the engine; those of package value follow from boundValues on.
const (
	boundVisits Bound = iota
	boundRuns
	boundDepth
	boundEscape
	boundRender
	boundPlan
	boundCarried
	boundSinks
	boundCalls
	boundImpls
	boundGuess
	boundAPI
	boundAssumed
	boundGlobalMemory
	boundContents
	boundWork
	boundPackage
	boundSummary
	boundOpen
	boundPending
	boundFacts
	boundValues
)

var boundNames = [boundValues]string{
	"visits", "runs", "depth", "escape", "render", "plan", "carried", "sinks", "calls", "impls", "guess", "api", "assumed",
	"global-memory", "contents", "work", "package", "summary", "open", "pending", "facts",
}

// String is the name that -debug.stats prints and docs/architecture.md lists.
func (b Bound) String() string {
	if b < boundValues {
		return boundNames[b]
	}
	return value.Bound(b - boundValues).String()
}

// Stats says how much work a package was and which bounds were reached.
type Stats struct {
	Functions     int // with a body
	Runs          int // interpretations of a function
	Steps         int // counted work of all runs
	FactBytes     int // size of the fact that importers read
	FactEntries   int
	FactsRead     int // facts of imports
	SummariesRead int // of imported functions
	Sources       int // tagged fields, directives and policy entries that were met, here and in what was used
	Reached       [int(boundValues) + value.Bounds]int
}

// budget is the work that may go into a package, in steps.
type budget struct{ function, late, all int }

// newBudget is the budget of a package with n functions.
func newBudget(pass *analysis.Pass, n int) budget {
	share, each := 1, maxEach
	switch m := pass.Module; {
	case m == nil || m.Path == "" || m.Path == "std":
	case downloaded(m):
		share = foreignShare
	default:
		each = maxEachOwn
	}
	return budget{function: maxWork / share, late: maxWork / share / lateShare, all: (maxPackage + n*each) / share}
}

// downloaded reports whether a module has a version. Some versions stand for none: the
// modules of one repository require each other like that, and replace it by a
// directory.
func downloaded(m *analysis.Module) bool {
	return m != nil && m.Version != "" && m.Version != "v0.0.0" && !strings.HasPrefix(m.Version, "v0.0.0-00010101000000-")
}

// budgetOf is how many steps a function may take. One that hands over many
// functions, or the modules of a program, registers them, as a rule: each is
// looked at.
func (e *engine) budgetOf(fn *ssa.Function) int {
	n := e.limits.function + maxEachInstr*shape.Instrs(fn)
	if e.web {
		n += maxEachHandler * (shape.HandedFunctions(fn) + e.handedModules(fn))
	}
	return n
}

// handedModules counts the elements of lists that a function writes down, if they are
// values behind an interface of the program's own.
func (e *engine) handedModules(fn *ssa.Function) int {
	n := 0
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			s, ok := i.(*ssa.Store)
			if !ok {
				continue
			}
			_, element := s.Addr.(*ssa.IndexAddr)
			box, boxed := s.Val.(*ssa.MakeInterface)
			if !element || !boxed {
				continue
			}
			if p := shape.PackageOf(box.Type()); p != nil && !e.models.Describes(p.Path()) {
				n++
			}
		}
	}
	return n
}

func (e *engine) bounded(b Bound) { e.stats.Reached[b]++ }

// observe tells what the analysis took.
func (e *engine) observe(o Options) {
	for b, n := range e.u.Reached {
		e.stats.Reached[boundValues+Bound(b)] += n
	}
	if o.Observe != nil {
		o.Observe(e.pass.Pkg.Path(), &e.stats)
	}
}

// Bounds lists the bounds that were reached as "name count", in a fixed order.
func (s *Stats) Bounds() []string {
	var out []string
	for b, n := range s.Reached {
		if n > 0 {
			out = append(out, Bound(b).String()+" "+strconv.Itoa(n))
		}
	}
	return out
}

// String is one line about a package.
func (s *Stats) String() string {
	bounds := strings.Join(s.Bounds(), ", ")
	if bounds == "" {
		bounds = "none"
	}
	return fmt.Sprintf("%d functions, %d runs, %d steps, %d bytes of facts; bounds reached: %s",
		s.Functions, s.Runs, s.Steps, s.FactBytes, bounds)
}
