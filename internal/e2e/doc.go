// Package e2e tests piivet from outside: the built command, run by go vet the
// way people run it, on the example service, on the test corpora and on what
// the documentation says.
package e2e
