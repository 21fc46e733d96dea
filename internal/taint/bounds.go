package taint

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
	maxSinks        = 128     // of one function that its callers hear of
	maxCalls        = 48      // callbacks of one function
	maxIndex        = 64      // elements that are told apart by number
	maxImpls        = 24      // implementations of an interface that one call is followed to
	maxAPI          = 2000    // types that an importer can reach through exported names
	maxGlobalMemory = 512     // objects behind a package variable
	maxContents     = 48      // objects behind parameters that a summary tells apart
	maxWork         = 1 << 14 // values that are looked at in one function; what it computed until then stands
	maxSummary      = 6 << 10 // bytes of one summary in a fact; of a longer one only data and sinks are kept
	maxPackage      = 1 << 19 // the same for all functions of a package together; then each gets lateWork
	lateWork        = 1 << 9
	maxOpen         = 32   // open calls of one interface method that importers hear of
	maxGuess        = 2    // of interface calls inside implementations that were found for an interface call
	maxPending      = 2048 // calls that a package leaves open for those that bind an interface
)

// Stats counts where a bound was reached.
type Stats struct {
	Functions, Runs, Steps                                             int
	Long, Work, Contents, Visits, Frozen, Sinks, Calls, Impls, Pending int
	FactBytes, FactFuncs, FactsRead, SummariesRead                     int
}
