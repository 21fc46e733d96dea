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
	sentry.CaptureMessage("no customer " + c.Email)               // want "email from Customer.Email reach"
	sentry.CaptureEvent(&sentry.Event{Message: c.Phone})          // want "phone from Customer.Phone reach"
	sentry.AddBreadcrumb(&sentry.Breadcrumb{Message: c.Email})    // want "email from Customer.Email reach"
	sentry.CaptureException(fmt.Errorf("no customer %s", c.Name)) // want "name from Customer.Name reach.* fmt.Errorf"
	e := sentry.NewEvent()
	e.User = sentry.User{ID: c.ID, Email: c.Email}
	sentry.CaptureEvent(e) // want "email from Customer.Email reach"

	sentry.CaptureMessage("no customer " + people.Mask(c.Email))
	sentry.CaptureException(errors.New("no customer"))
	sentry.AddBreadcrumb(&sentry.Breadcrumb{Message: c.ID})
}

// Scope fills scopes.
func Scope(ctx context.Context, c people.Customer) {
	sentry.ConfigureScope(func(scope *sentry.Scope) {
		scope.SetUser(sentry.User{ID: c.ID, Email: c.Email}) // want "email from Customer.Email reach"
		scope.SetTag("tier", c.ID)
	})
	sentry.WithScope(func(scope *sentry.Scope) {
		scope.SetTag("phone", c.Phone)                          // want "phone from Customer.Phone reach"
		scope.SetContext("who", sentry.Context{"name": c.Name}) // want "name from Customer.Name reach"
		sentry.CaptureMessage("failed")
	})
	hub := sentry.GetHubFromContext(ctx)
	hub.Scope().SetUser(sentry.User{Username: c.Name}) // want "name from Customer.Name reach"
	hub.WithScope(func(scope *sentry.Scope) {
		scope.SetUser(sentry.User{ID: c.ID, Email: people.Mask(c.Email)})
		hub.CaptureMessage("failed for " + c.Email) // want "email from Customer.Email reach"
	})
	hub.AddBreadcrumb(&sentry.Breadcrumb{Data: map[string]any{"email": c.Email}}, nil) // want "email from Customer.Email reach"
}

// Trace fills spans.
func Trace(ctx context.Context, c people.Customer) {
	span := sentry.StartSpan(ctx, "load", sentry.WithDescription("load "+c.Email)) // want "email from Customer.Email reach"
	defer span.Finish()
	span.SetTag("phone", c.Phone) // want "phone from Customer.Phone reach"
	span.SetData("customer", c)   // want "email from Customer.Email.* reach"
	child := span.StartChild("part")
	child.SetTag("id", c.ID)
	child.Finish()
}
