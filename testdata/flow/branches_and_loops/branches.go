// Package branches joins what several ways through a function know.
package branches

import "log"

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

func joined(c Customer, verbose bool) {
	who := c.ID
	if verbose {
		who = c.Email
	}
	log.Println(who) // want `email from Customer.Email reaches log.Println`
}

func eitherWay(c Customer, first bool) {
	var who string
	if first {
		who = c.Email
		log.Println(who) // want `email from Customer.Email reaches log.Println`
	} else {
		who = c.Phone
		log.Println(who) // want `phone from Customer.Phone reaches log.Println`
	}
	log.Println(who) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
}

func overwrittenOnBoth(c Customer, first bool) {
	who := c.Email
	if first {
		who = c.ID
	} else {
		who = "someone"
	}
	log.Println(who)
}

func overwrittenOnOne(c Customer, first bool) {
	if first {
		c.Email = ""
		c.Phone = ""
		log.Println(c)
	}
	log.Println(c) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
}

func leftEarly(c Customer, verbose bool) {
	who := c.Email
	if !verbose {
		who = c.ID
		log.Println(who)
		return
	}
	log.Println(who) // want `email from Customer.Email reaches log.Println`
}

func cleanAfterReturn(c Customer, verbose bool) {
	who := c.ID
	if verbose {
		who = c.Email
		_ = who
		return
	}
	log.Println(who)
}

func switched(c Customer, kind int) {
	var s string
	switch kind {
	case 0:
		s = c.ID
		log.Println(s)
	case 1:
		s = c.Email
		fallthrough
	case 2:
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	default:
		log.Println(s)
	}
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

func rangeOver(cs []Customer) {
	for i, c := range cs {
		log.Println(i, c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
	for i := range cs {
		log.Println(i)
		log.Println(cs[i].Phone) // want `phone from Customer.Phone reaches log.Println`
	}
	for i := range 3 {
		log.Println(i)
	}
}

func lastSeen(cs []Customer) {
	last := ""
	for _, c := range cs {
		log.Println(last) // want `email from Customer.Email reaches log.Println`
		last = c.Email
	}
	log.Println(last) // want `email from Customer.Email reaches log.Println`
}

func resetEachTime(cs []Customer) {
	for _, c := range cs {
		who := c.ID
		log.Println(who)
		who = c.Email
		_ = who
	}
}

func threeSteps(c Customer, n int) {
	a, b, d := "", "", ""
	for range n {
		log.Println(d) // want `email from Customer.Email reaches log.Println`
		d = b
		b = a
		a = c.Email
	}
}

func collected(cs []Customer) {
	all := ""
	for _, c := range cs {
		all += c.Email + ";"
	}
	log.Println(all) // want `email from Customer.Email reaches log.Println`
	ids := ""
	for _, c := range cs {
		ids += c.ID
	}
	log.Println(ids)
}

func counted(cs []Customer) {
	n := 0
	for _, c := range cs {
		if c.Email != "" {
			n++
		}
	}
	log.Println(n)
}

func brokenOff(cs []Customer) {
	found := "none"
	for _, c := range cs {
		if c.ID == "" {
			continue
		}
		if c.ID == "x" {
			found = c.Email
			break
		}
	}
	log.Println(found) // want `email from Customer.Email reaches log.Println`
}

func labelled(cs [][]Customer) {
	s := ""
outer:
	for _, group := range cs {
		for _, c := range group {
			if c.ID == "stop" {
				s = c.Phone
				break outer
			}
			s = ""
		}
		log.Println(s)
	}
	log.Println(s) // want `phone from Customer.Phone reaches log.Println`
}

func jumped(c Customer, n int) {
	s := c.ID
again:
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	if n > 0 {
		n--
		s = c.Email
		goto again
	}
}

func scoped(c Customer) {
	if s := c.Email; s != "" {
		log.Println("has an address")
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	} else if t := c.ID; t != s {
		log.Println(t)
	}
}

func runes(c Customer) {
	out := []rune{}
	for _, r := range c.Email {
		out = append(out, r)
	}
	log.Println(string(out)) // want `email from Customer.Email reaches log.Println`
	for i := range c.Email {
		log.Println(i)
	}
}

func stars(c Customer) {
	out := []rune{}
	for range c.Email {
		out = append(out, '*')
	}
	log.Println(string(out))
}

// The way back into a loop counts even where memory is what it was.
func carriedOnly(in []Customer, n int) {
	var last []Customer
	for range n {
		last = in
	}
	log.Printf("%#v", last) // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
}
