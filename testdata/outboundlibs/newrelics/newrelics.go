// Package newrelics fills transactions of New Relic.
package newrelics

import (
	"errors"
	"net/http"

	"github.com/newrelic/go-agent/v3/newrelic"

	"outboundlibs/people"
)

// Transaction fills a transaction and what belongs to it.
func Transaction(c people.Customer, app *newrelic.Application) {
	txn := app.StartTransaction("load " + c.Email) // want `email from Customer\.Email reaches newrelic \(apm, newrelic\.Application\.StartTransaction\)`
	defer txn.End()
	txn.AddAttribute("phone", c.Phone) // want `phone from Customer\.Phone reaches newrelic \(apm, newrelic\.Transaction\.AddAttribute\)`
	seg := txn.StartSegment("part")
	seg.AddAttribute("name", c.Name) // want `name from Customer\.Name reaches newrelic \(apm, newrelic\.Segment\.AddAttribute\)`
	seg.End()
	txn.NoticeError(newrelic.Error{Message: "failed", Attributes: map[string]interface{}{"id": c.ID}})
	app.RecordCustomEvent("Signup", map[string]interface{}{"email": c.Email}) // want `email from Customer\.Email reaches newrelic \(apm, newrelic\.Application\.RecordCustomEvent\)`
	app.RecordLog(newrelic.LogData{Message: "new " + c.Phone})                // want `phone from Customer\.Phone reaches newrelic \(apm, newrelic\.Application\.RecordLog\)`
	txn.NoticeError(errors.New("failed"))
	txn.AddAttribute("email", people.Mask(c.Email))
	txn.SetUserID(c.ID)
}

// Wrapped still finds the handler behind the wrapper.
func Wrapped(app *newrelic.Application, last *people.Customer) {
	http.HandleFunc(newrelic.WrapHandleFunc(app, "/last", func(w http.ResponseWriter, r *http.Request) {
		newrelic.FromContext(r.Context()).AddAttribute("email", last.Email) // want `email from Customer\.Email reaches newrelic \(apm, newrelic\.Transaction\.AddAttribute\)`
	}))
}
