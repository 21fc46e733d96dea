package taint

import "github.com/piivet/piivet/internal/taint/value"

// masked is what is left of data after the object that the sink prints
// through had its say.
func (c *modelCall) masked(d located) []*value.Label { return d.labels }
