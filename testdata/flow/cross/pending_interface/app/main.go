// Command app binds them together.
package main

import (
	"flow/cross/pending_interface/logn"
	"flow/cross/pending_interface/memn"
	"flow/cross/pending_interface/model"
	"flow/cross/pending_interface/svc"
)

func main() {
	quiet := svc.New(&memn.Notifier{}, logn.New())
	quiet.Welcome(model.Customer{})
	loud := svc.New(logn.New(), &memn.Notifier{}) // want `email from Customer.Email reaches log.Println`
	loud.Welcome(model.Customer{})
}
