// Package rollbars reports to Rollbar.
package rollbars

import (
	"errors"

	"github.com/rollbar/rollbar-go"

	"outboundlibs/people"
)

// Report reports with the functions of the package and with a client.
func Report(c people.Customer, client *rollbar.Client) {
	rollbar.Error("no customer " + c.Email)                                        // want `email from Customer\.Email reaches rollbar \(errors, rollbar\.Error\)`
	rollbar.Critical(errors.New("failed"), map[string]any{"phone": c.Phone})       // want `phone from Customer\.Phone reaches rollbar \(errors, rollbar\.Critical\)`
	rollbar.Message("error", "no customer "+c.Name)                                // want `name from Customer\.Name reaches rollbar \(errors, rollbar\.Message\)`
	rollbar.SetPerson(c.ID, c.Name, c.Email)                                       // want `name from Customer\.Name and email from Customer\.Email reach rollbar \(errors, rollbar\.SetPerson\)`
	client.ErrorWithExtras("error", errors.New("x"), map[string]any{"e": c.Email}) // want `email from Customer\.Email reaches rollbar \(errors, rollbar\.Client\.ErrorWithExtras\)`
	client.MessageWithExtras("info", "new", map[string]interface{}{"p": c.Phone})  // want `phone from Customer\.Phone reaches rollbar \(errors, rollbar\.Client\.MessageWithExtras\)`
	rollbar.Info("customer", c.ID, people.Mask(c.Email))
	rollbar.SetPerson(c.ID, "", "")
}
