// Package app uses both.
package app

import (
	"log"

	"flow/cross/directives_elsewhere/middle"
	"flow/cross/directives_elsewhere/model"
)

func calls(s model.Session, e middle.Exporter, id string) {
	log.Println(model.CurrentEmail()) // want `email from .*CurrentEmail.* reaches log.Println`
	log.Println(middle.Line())        // want `email from .*CurrentEmail.* reaches log.Println`
	log.Println(middle.Safe())
	log.Println(model.Mask(middle.Line()))
	log.Println(s) // want `credential from .*Session.* reaches log.Println`
	log.Println(model.Mask(string(s)))
	e.Export(id)
	e.Export(model.CurrentEmail()) // want `email from .*CurrentEmail.* reaches .*Export`
	middle.Push(e, id)
	middle.Push(e, model.CurrentEmail()) // want `email from .*CurrentEmail.* reaches .*Export`
}
