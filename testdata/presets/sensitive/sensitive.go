// Package sensitive marks fields, and whole structs, the way the AWS SDK does.
package sensitive

import (
	"fmt"
	"log"
)

// Recipient has a marked field.
type Recipient struct {
	_ struct{} `type:"structure"`

	Name    *string `type:"string"`
	Address *string `locationName:"address" type:"string" sensitive:"true"`
	Zone    string  `sensitive:"false"`
}

// Credentials is marked as a whole.
type Credentials struct {
	_ struct{} `type:"structure" sensitive:"true"`

	Key    string `type:"string"`
	Secret string `type:"string"`
}

type holder struct {
	Who  string
	Cred *Credentials
}

func show(r *Recipient, c *Credentials, h holder) {
	log.Print(*r.Name, r.Zone)
	log.Print(*r.Address) // want `unknown from Recipient.Address reaches log.Print`
	log.Print(c.Key)      // want `unknown from Credentials reaches log.Print`
	log.Print(c)          // want `unknown from Credentials reaches log.Print`
	log.Print(h.Who)
	log.Print(h.Cred.Secret)         // want `unknown from Credentials reaches log.Print`
	fmt.Println(fmt.Sprint(*h.Cred)) // want `unknown from Credentials reaches fmt.Println`
}
