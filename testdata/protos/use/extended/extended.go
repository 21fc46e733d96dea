// Package extended reads messages of proto2: required fields, defaults and a group.
package extended

import (
	"log"

	"example.com/protos/extended"
)

func fields(a *extended.Account) {
	log.Print(*a.Id, a.GetId(), a.GetPlan(), a.GetOwner().GetDesk(), *a.Plan)
	log.Print(*a.Email)               // want `unknown from Account.Email reaches log.Print`
	log.Print(a.GetPhone())           // want `phone from Account.Phone reaches log.Print`
	log.Print(a.GetOwner().GetName()) // want `unknown from Account_Owner.Name reaches log.Print`
	log.Print(a.Scans[0])             // want `biometric from Account.Scans reaches log.Print`
}
