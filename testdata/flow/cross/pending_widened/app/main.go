// Command app binds to a wider interface first, and hands that on.
package main

import (
	"flow/cross/pending_widened/impl"
	"flow/cross/pending_widened/svc"
)

type app struct{ gateway impl.Gateway }

func newApp(verbose bool) *app {
	if verbose {
		return &app{gateway: &impl.Mail{}} // want `email from Customer.Email reaches log.Println`
	}
	return &app{gateway: impl.Null{}}
}

func (a *app) service() *svc.Service { return svc.New(a.gateway) }

func main() {
	a := newApp(true)
	a.service()
	a.gateway.Close()
}
