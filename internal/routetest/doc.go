// Package routetest tests piihandler against services that really answer.
//
// A seeded generator writes small services: handlers that disclose in many
// ways, with checks that verify and checks that do not, middleware, groups,
// sub-routers and tables, for each framework, in one package or several. Each
// is built, and each of its routes is requested without credentials and with
// them. A canary in the body or in a header of an answer to a stranger is a
// leak. Piivet analyses the same text, and both answers are compared handler by
// handler: a leak without a finding is a miss, a finding on a handler that
// never leaks is a false alarm.
//
// The services of testdata/handlers that are written by hand are requested and
// compared in the same way.
//
// Nothing of this is part of the product. docs/accuracy.md has the figures.
package routetest
