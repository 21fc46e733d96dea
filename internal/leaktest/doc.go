// Package leaktest tests piivet against programs that really run.
//
// A seeded generator writes small programs: types with tagged fields, a random
// chain of constructs, sinks. Each is built and run with canaries in the
// tagged fields, over all outcomes of its branches. A canary in what a sink
// wrote is a leak. Piivet analyses the same text, and both answers are
// compared field by field and line by line: a leak without a finding is a
// miss, a finding where no input leaks is a false alarm. What disagrees is
// shrunk to the smallest program that still does.
//
// Nothing of this is part of the product. docs/accuracy.md has the figures.
package leaktest
