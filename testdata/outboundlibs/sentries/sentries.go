// Package sentries reports to Sentry.
package sentries

import (
	"context"
	"errors"
	"fmt"

	"github.com/getsentry/sentry-go"

	"outboundlibs/people"
)

// Capture captures messages, errors and events.
func Capture(c people.Customer) {
	sentry.CaptureMessage("no customer " + c.Email)               // want `email from Customer\.Email reaches sentry \(errors, sentry\.CaptureMessage\)`
	sentry.CaptureEvent(&sentry.Event{Message: c.Phone})          // want `phone from Customer\.Phone reaches sentry \(errors, sentry\.CaptureEvent\)`
	sentry.AddBreadcrumb(&sentry.Breadcrumb{Message: c.Email})    // want `email from Customer\.Email reaches sentry \(errors, sentry\.AddBreadcrumb\)`
	sentry.CaptureException(fmt.Errorf("no customer %s", c.Name)) // want `name from Customer\.Name reaches fmt\.Errorf`
	e := sentry.NewEvent()
	e.User = sentry.User{ID: c.ID, Email: c.Email}
	sentry.CaptureEvent(e) // want `email from Customer\.Email reaches sentry \(errors, sentry\.CaptureEvent\)`

	sentry.CaptureMessage("no customer " + people.Mask(c.Email))
	sentry.CaptureException(errors.New("no customer"))
	sentry.AddBreadcrumb(&sentry.Breadcrumb{Message: c.ID})
}

// Scope fills scopes.
func Scope(ctx context.Context, c people.Customer) {
	sentry.ConfigureScope(func(scope *sentry.Scope) {
		scope.SetUser(sentry.User{ID: c.ID, Email: c.Email}) // want `email from Customer\.Email reaches sentry \(errors, sentry\.Scope\.SetUser\)`
		scope.SetTag("tier", c.ID)
	})
	sentry.WithScope(func(scope *sentry.Scope) {
		scope.SetTag("phone", c.Phone)                          // want `phone from Customer\.Phone reaches sentry \(errors, sentry\.Scope\.SetTag\)`
		scope.SetContext("who", sentry.Context{"name": c.Name}) // want `name from Customer\.Name reaches sentry \(errors, sentry\.Scope\.SetContext\)`
		sentry.CaptureMessage("failed")
	})
	hub := sentry.GetHubFromContext(ctx)
	hub.Scope().SetUser(sentry.User{Username: c.Name}) // want `name from Customer\.Name reaches sentry \(errors, sentry\.Scope\.SetUser\)`
	hub.WithScope(func(scope *sentry.Scope) {
		scope.SetUser(sentry.User{ID: c.ID, Email: people.Mask(c.Email)})
		hub.CaptureMessage("failed for " + c.Email) // want `email from Customer\.Email reaches sentry \(errors, sentry\.Hub\.CaptureMessage\)`
	})
	hub.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"email": c.Email}}, nil) // want `email from Customer\.Email reaches sentry \(errors, sentry\.Hub\.AddBreadcrumb\)`
}

// Trace fills spans.
func Trace(ctx context.Context, c people.Customer) {
	span := sentry.StartSpan(ctx, "load", sentry.WithDescription("load "+c.Email)) // want `email from Customer\.Email reaches sentry \(errors, sentry\.StartSpan\)`
	defer span.Finish()
	span.SetTag("phone", c.Phone) // want `phone from Customer\.Phone reaches sentry \(errors, sentry\.Span\.SetTag\)`
	span.SetData("customer", c)   // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach sentry \(errors, sentry\.Span\.SetData\)`
	child := span.StartChild("part")
	child.SetTag("id", c.ID)
	child.Finish()
}
