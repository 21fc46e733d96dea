// Package bugsnags reports to Bugsnag.
package bugsnags

import (
	"errors"

	"github.com/bugsnag/bugsnag-go"

	"outboundlibs/people"
)

// Notify sends errors with what belongs to them.
func Notify(c people.Customer) {
	err := errors.New("failed")
	_ = bugsnag.Notify(err, bugsnag.User{Id: c.ID, Email: c.Email})                       // want `email from Customer\.Email reaches bugsnag \(errors, bugsnag\.Notify\)`
	_ = bugsnag.Notify(err, bugsnag.MetaData{"customer": {"phone": c.Phone, "id": c.ID}}) // want `phone from Customer\.Phone reaches bugsnag \(errors, bugsnag\.Notify\)`
	defer bugsnag.AutoNotify(bugsnag.User{Name: c.Name})                                  // want `name from Customer\.Name reaches bugsnag \(errors, bugsnag\.AutoNotify\)`
	meta := bugsnag.MetaData{}
	meta.Add("customer", "email", c.Email)
	_ = bugsnag.New(bugsnag.Configuration{}).Notify(err, meta) // want `email from Customer\.Email reaches bugsnag \(errors, bugsnag\.Notifier\.Notify\)`
	_ = bugsnag.Notify(err, bugsnag.User{Id: c.ID, Email: people.Mask(c.Email)})
}
