package taint

// The bounds of the analysis. There are no limits in time: the same input
// gives the same result everywhere. Behind each bound stands a conservative
// answer, and Stats counts how often it was given.
const (
	maxVisits  = 60   // of a block; what it computed until then stands
	maxRuns    = 20   // of a function in a recursion; its last summary stands
	maxDepth   = 24   // of nested calls through function values
	maxEscape  = 6    // of closures that are judged inside closures
	maxRender  = 10   // of values printed inside values; deeper ones are printed as text
	maxCarried = 6    // of fields in fields that a type is searched for
	maxSinks   = 512  // of one function that its callers hear of
	maxCalls   = 256  // callbacks of one function
	maxIndex   = 64   // elements that are told apart by number
	maxImpls   = 64   // implementations of an interface that one call is followed to
	maxAPI     = 4    // of types in types that an importer can reach through exported names
	maxGuess   = 2    // of interface calls inside implementations that were found for an interface call
	maxPending = 2048 // calls that a package leaves open for those that bind an interface
)

// Stats counts where a bound was reached.
type Stats struct {
	Functions, Runs                                int
	Visits, Frozen, Sinks, Calls, Impls, Pending   int
	FactBytes, FactFuncs, FactsRead, SummariesRead int
}
