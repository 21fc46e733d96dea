// Package otel puts tagged data into traces and metrics of OpenTelemetry.
package otel

import (
	"context"
	"fmt"
	"strconv"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"

	"libs/people"
)

// Spans puts data into a span in each way that it has.
func Spans(span trace.Span, c people.Customer, p people.Patient) {
	span.SetAttributes(attribute.String("email", c.Email))                                     // want "email from Customer.Email reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.Key("email").String(c.Email))                                 // want "email from Customer.Email reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.StringSlice("to", []string{c.ID, c.Email}))                   // want "email from Customer.Email reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.String("a", c.Phone), attribute.String("b", c.Email))         // want "email from Customer.Email and phone from Customer.Phone reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.Int64("ssn", p.SSN), attribute.Float64("weight", p.Weight))   // want "ssn from Patient.SSN and health from Patient.Weight reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.KeyValue{Key: "e", Value: attribute.StringValue(c.Email)})    // want "email from Customer.Email reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.String(c.Email, "is the key"))                                // want "email from Customer.Email reach.* trace.Span.SetAttributes without"
	span.AddEvent("to " + c.Email)                                                             // want "email from Customer.Email reach.* trace.Span.AddEvent without"
	span.AddEvent("m", trace.WithAttributes(attribute.String("email", c.Email)))               // want "email from Customer.Email reach.* trace.Span.AddEvent without"
	span.SetName("load " + c.Email)                                                            // want "email from Customer.Email reach.* trace.Span.SetName without"
	span.SetStatus(codes.Error, "no customer "+c.Email)                                        // want "email from Customer.Email reach.* trace.Span.SetStatus without"
	span.AddLink(trace.Link{Attributes: []attribute.KeyValue{attribute.String("e", c.Email)}}) // want "email from Customer.Email reach.* trace.Span.AddLink without"

	span.SetAttributes(attribute.String("id", c.ID), attribute.Bool("has email", c.Email != ""))
	span.SetAttributes(attribute.Int("length", len(c.Email)), attribute.String("email", people.Mask(c.Email)))
	span.AddEvent("m", trace.WithAttributes(attribute.String("id", c.ID)))
	span.SetName("load")
	span.SetStatus(codes.Ok, c.ID)
}

// Start puts data into a span as it's made.
func Start(ctx context.Context, tracer trace.Tracer, c people.Customer) {
	ctx, span := tracer.Start(ctx, "load "+c.Email) // want "email from Customer.Email reach.* trace.Tracer.Start without"
	defer span.End()
	_, span = tracer.Start(ctx, "load", trace.WithAttributes(attribute.String("email", c.Email))) // want "email from Customer.Email reach.* trace.Tracer.Start without"
	defer span.End()
	_, span = tracer.Start(ctx, "load", trace.WithAttributes(attribute.String("id", c.ID)))
	defer span.End()
	trace.SpanFromContext(ctx).SetAttributes(attribute.String("email", c.Email)) // want "email from Customer.Email reach.* trace.Span.SetAttributes without"
	trace.SpanFromContext(ctx).SetAttributes(attribute.String("id", c.ID))
}

// Collected gathers attributes first and sets them at the end.
func Collected(span trace.Span, c people.Customer, verbose bool) {
	attrs := []attribute.KeyValue{attribute.String("id", c.ID)}
	span.SetAttributes(attrs...)
	if verbose {
		attrs = append(attrs, attribute.String("email", c.Email))
	}
	span.SetAttributes(attrs...) // want "email from Customer.Email reach.* trace.Span.SetAttributes without"
}

// Methods hands over types that have their say in how they print.
func Methods(span trace.Span, q people.Quiet, t people.Talky, s people.Shy, l people.Login) {
	span.SetAttributes(attribute.Stringer("t", t))                 // want "email from Talky.Email reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.String("s", fmt.Sprint(s)))       // want "email from Shy.Email reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.String("pw", string(l.Password))) // want "credential from Login.Password reach.* trace.Span.SetAttributes without"
	span.SetAttributes(attribute.Stringer("q", q), attribute.Stringer("s", &s), attribute.Stringer("pw", l.Password))
}

// Metrics puts data into the attributes of measurements.
func Metrics(ctx context.Context, n metric.Int64Counter, h metric.Float64Histogram, c people.Customer) {
	n.Add(ctx, 1, metric.WithAttributes(attribute.String("email", c.Email)))                     // want "email from Customer.Email reach.* metric.Int64Counter.Add without"
	h.Record(ctx, 1, metric.WithAttributes(attribute.String("email", c.Email)))                  // want "email from Customer.Email reach.* metric.Float64Histogram.Record without"
	n.Add(ctx, 1, metric.WithAttributeSet(attribute.NewSet(attribute.String("email", c.Email)))) // want "email from Customer.Email reach.* metric.Int64Counter.Add without"
	n.Add(ctx, int64(len(c.Email)), metric.WithAttributes(attribute.String("id", c.ID)))
}

// Errors records errors: those built from personal data were reported there.
func Errors(span trace.Span, c people.Customer) {
	err := fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	span.RecordError(err)
	span.SetStatus(codes.Error, err.Error())
	_, err = strconv.Atoi(c.Phone)
	span.RecordError(err)                    // want "phone from Customer.Phone reach.* trace.Span.RecordError without"
	span.SetStatus(codes.Error, err.Error()) // want "phone from Customer.Phone reach.* trace.Span.SetStatus without"
}
