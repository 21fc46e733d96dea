// Package app reads the state of another package.
package app

import (
	"log"

	"flow/cross/global/middle"
	"flow/cross/global/model"
)

func reads() {
	log.Println(middle.LastID, middle.Names())
	log.Println(middle.LastPhone) // want `phone from Customer.Phone reaches log.Println`
	log.Println(middle.Current.ID)
	log.Println(middle.Current.Email) // want `email from Customer.Email reaches log.Println`
}

func remembers(c model.Customer) {
	middle.Remember(c.Email)
	log.Println(middle.Recall()) // want `email from Customer.Email reaches log.Println`
}

func loggers(c model.Customer) {
	middle.Out.Println(c.ID)
	middle.Out.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
	middle.Logf("%s", c.ID)
	middle.Logf("%s", c.Email) // want `email from Customer.Email reaches log.Printf`
}

func numbers(c model.Customer) {
	middle.SetYear(c.Born)
	log.Println(middle.Year()) // want `dob from Customer.Born reaches log.Println`
	middle.SetFlag(c.VIP)
	log.Println(middle.Flag()) // want `health from Customer.VIP reaches log.Println`
}

func otherNumbers(c model.Customer) {
	middle.SetYear(len(c.ID))
	middle.SetFlag(c.ID != "")
	log.Println(middle.Year(), middle.Flag())
}
