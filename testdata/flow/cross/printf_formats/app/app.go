// Package app has the formats.
package app

import (
	"errors"
	"log"

	"flow/cross/printf_formats/middle"
	"flow/cross/printf_formats/model"
)

func verbs(c *model.Customer, t model.Token, n int) {
	middle.Logf("%T", c)
	middle.Logf("%d items at %p", n, c)
	middle.Logf("%s %s", c.ID, c.Email) // want `email from Customer.Email reaches log.Printf`
	middle.Logf("%v", *c)               // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
	middle.Logf("%s", t)
	middle.Logf("%#v", t)       // want `credential from Token.Secret reaches log.Printf`
	middle.Logf("%x", t.Secret) // want `credential from Token.Secret reaches log.Printf`
	middle.Logf("%[2]s", c.Email, "x")
	middle.Logf("%[1]s", c.Email, "x") // want `email from Customer.Email reaches log.Printf`
	middle.Logf("%*d", n, len(c.Phone))
	middle.Logf("plain", c.Phone) // want `phone from Customer.Phone reaches log.Printf`
}

func levels(c *model.Customer) {
	middle.Deep("%T", *c)
	middle.Deep("%v", c) // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
	middle.Tagged("x", "%T", *c)
	middle.Tagged("x", "%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	middle.Tagged(c.Email, "%T", *c)         // want `email from Customer.Email reaches log.Printf`
	middle.Lined("%T", *c)
	middle.Lined("%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches`
	middle.Closed("%T", *c)
	middle.Closed("%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
}

func methods(c *model.Customer) {
	l := middle.New("x")
	l.Infof("%T", *c)
	l.Infof("%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	info := l.Infof
	info("%T", *c)
	info("%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	(*middle.Logger).Infof(l, "%T", *c)
	(*middle.Logger).Infof(l, "%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	p := middle.Prefixed("p: ")
	p("%T", *c)
	p("%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
}

func interfaces(c *model.Customer) {
	l := middle.New("x")
	middle.Via(l, "%T", *c)
	middle.Via(l, "%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	middle.Fixed(l, *c)
	middle.Shown(l, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	var p middle.Printer = l
	p.Infof("%T", *c)
	p.Infof("%T %s", *c, c.Phone) // want `phone from Customer.Phone reaches log.Printf`
}

var errGone = errors.New("gone")

func failures(c *model.Customer) error {
	if err := middle.Fail("no %T", *c); err != nil {
		return err
	}
	if err := middle.Wrapf(errGone, "kind %T", *c); err != nil {
		log.Print(err)
		return err
	}
	if err := middle.Fail("no %s", c.Email); err != nil { // want `email from Customer.Email reaches fmt.Errorf`
		log.Print(err)
		return err
	}
	return middle.Wrapf(errGone, "who %s", c.Phone) // want `phone from Customer.Phone reaches fmt.Errorf`
}
