// Package model tells what library functions do with the data they are given.
//
// The knowledge is data: TOML tables, one file per library, embedded in the
// program. Users add their own in the policy file, in the same form. A function
// with an entry does exactly what its entry says; whatever is not written there
// is clean. Tables win over summaries computed from a library's source, so that
// every driver gives the same answer.
//
// # Files
//
//	path    = ["log/slog"]   # import paths; a major version element (/v2) is ignored
//	default = "clean"        # functions without an entry: "clean", or "args":
//	                         # their results carry all that the arguments hold; or
//	                         # "closed": clean, and their code is not looked at
//	recipient      = "stripe"   # to whom calls hand data on, and what kind of
//	recipient_kind = "payment"  # recipient that is; functions may say otherwise
//	[[func]] ...             # see below
//	[[global]] ...
//
//	[[model]]                # more packages in the same file, or more on one
//	path = ["container/list"]
//	[[model.func]] ...
//	[[model.global]] ...
//
// # Functions
//
//	[[func]]
//	name     = ["Info", "Logger.Info"] # function or Type.Method, interface methods too
//	flow     = ["SRC -> DST"]          # what goes where, in this order
//	sink     = "log"                   # log, error, response or outbound
//	data     = ["SRC"]                 # what the sink gets
//	through  = "PLACE"                 # the object that may mask what the sink gets
//	calls    = ["PLACE(SRC, ...)", "PLACE!Method(SRC, ...) -> DST"]
//	yields   = ["SRC", "SRC"]          # the result is an iterator over these
//	clears   = ["PLACE"]               # contents are forgotten, before all flows
//	opaque   = ["PLACE"]               # what goes into this object never comes out
//	writes   = "log"                   # what is written to the first result reaches this sink
//	recipient = "stripe"               # to whom data goes, and
//	recipient_kind = "payment"         # what kind of recipient that is
//	url      = ["PLACE"]               # what tells the recipient's address
//	channel  = ["PLACE"]               # what tells whether the channel is secure
//	insecure = true                    # the first result makes a channel insecure
//	secure   = true                    # or secure, if nothing in it makes it insecure
//	noreturn = true
//	gone = "v4.13.0"
//	redact   = true                    # says that clean results are intended
//	note     = "why"
//
// What clears names is forgotten only where it is one place for sure: a key that
// is no constant clears nothing.
//
// A call's destination takes the first result of what is called. A method may be
// named that the static type lacks; it is called where the dynamic type has it.
// Without an entry, under default = "args", errors and booleans stay clean.
//
//	[[global]]
//	name   = "Stdout"
//	writes = "log"   # what its method Write gets reaches this sink; "none": it is dropped
//
//	[[type]]
//	name     = "Config"
//	writes   = "response"       # what is written to its values reaches this sink
//	stubs    = "outbound"       # functions with a variadic last parameter of this type are sinks
//	insecure = ["SkipVerify"]   # fields that, where they are true, make a channel insecure,
//	unless   = ["Verify"]       # if none of these is set in the same place
//
// # Expressions
//
//	PLACE := ROOT SEL*
//	ROOT  := recv | N | result | result1 ... | pkg
//	SEL   := .* | [] | [k] | ["KEY"] | [=N] | [^N] | [_N] | .Field | .@slot
//	SRC   := PLACE | FORM(PLACE) | printf(PLACE, PLACE) | wrapped(PLACE, PLACE) | unknown | decoded
//	DST   := PLACE | write(PLACE)
//
// N counts the arguments from 0 without the receiver; the variadic argument is
// one slice. A package-wide place that the model invents is pkg.@slot.
//
// Selectors: .* is the pointee, [] any element (of a slice, array, channel or
// map), [k] the keys of a map, ["KEY"] the value under that key, [=N] the value under the key that argument N
// holds (any value where that is no constant), [^N] the same with the key in
// MIME header form, [_N] in lower case, .@slot a place in an object that the model invents. On an
// interface or a type parameter a selector goes to what that holds, so .* of
// an io.Writer is the object that gets written to.
//
// Slots are copied with the object that has them but stand beside its content:
// they are neither flattened nor printed, and what is known of the whole object
// does not hold for them. On a function value the
// slots @ret0, @ret1 hold what calling it gives.
//
// Forms say how data is read: text(P) is all that P holds, as text;
// printf(F, A), print(A), println(A) what fmt prints; wrapped(F, A) the operands
// of a format F that %w wraps; error(P) and stringer(P) what P's method Error or
// String gives, gostring(P) what GoString gives; json, xml, gob, yaml
// what those encoders write; template what a template can print; slog, zapany,
// zapobject (zap.Objects and zap.ObjectValues),
// zapsugar, zerolog, zerologfields, logrus, logfmt, klog, logr, hclog, phusluany (Entry.Any),
// phuslujson (Entry.Interface) and kv (any other) what those loggers print; read(P)
// what reading from the reader P gives; seq(P), seq1(P) the first and second
// value that the iterator P yields; part(P) a slice of the slice P that begins
// anywhere; clone(P) a new object with the content of
// the one that P refers to; as(P) the part of P that has the type of
// the destination, wherever it sits in P. The word unknown is a value nothing
// is known of, so that its type decides whether it is personal data; decoded is
// the same without the fields that JSON cannot set.
//
// A flow between places of like types copies everything; between unlike types
// all data is flattened onto the destination. Flows add, but one written with =>
// replaces what its destination had where there is a source: results start
// clean, other places keep what they have. As a source, result is what the flows
// before made.
//
// The universe's error type is described in package builtin.
package model
