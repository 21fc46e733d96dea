// Package datadogs fills spans of Datadog, with both versions.
package datadogs

import (
	"context"
	"errors"

	"github.com/DataDog/dd-trace-go/v2/ddtrace/tracer"
	older "gopkg.in/DataDog/dd-trace-go.v1/ddtrace/tracer"

	"outboundlibs/people"
)

// Span fills spans.
func Span(ctx context.Context, c people.Customer) {
	span, ctx := tracer.StartSpanFromContext(ctx, "load", tracer.ResourceName("load "+c.Email)) // want `email from Customer\.Email reaches datadog \(apm, tracer\.StartSpanFromContext\)`
	defer span.Finish()
	span.SetTag("phone", c.Phone)                                 // want `phone from Customer\.Phone reaches datadog \(apm, tracer\.Span\.SetTag\)`
	span.SetTag("customer", c)                                    // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach datadog \(apm, tracer\.Span\.SetTag\)`
	tracer.SetUser(span, c.ID, tracer.WithUserEmail(c.Email))     // want `email from Customer\.Email reaches datadog \(apm, tracer\.SetUser\)`
	child := tracer.StartSpan("part", tracer.Tag("name", c.Name)) // want `name from Customer\.Name reaches datadog \(apm, tracer\.StartSpan\)`
	child.Finish(tracer.WithError(errors.New("failed")))
	if s, ok := tracer.SpanFromContext(ctx); ok {
		s.SetTag("email", c.Email) // want `email from Customer\.Email reaches datadog \(apm, tracer\.Span\.SetTag\)`
		s.SetTag("email", people.Mask(c.Email))
		s.SetTag("id", c.ID)
	}
}

// Older does the same with the first version.
func Older(ctx context.Context, c people.Customer) {
	span, _ := older.StartSpanFromContext(ctx, "load", older.Tag("email", c.Email)) // want `email from Customer\.Email reaches datadog \(apm, tracer\.StartSpanFromContext\)`
	span.SetTag("phone", c.Phone)                                                   // want `phone from Customer\.Phone reaches datadog \(apm, ddtrace\.Span\.SetTag\)`
	span.SetTag("id", c.ID)
	span.Finish()
}
