package pointers

import "log"

func capturedWithPointer(c, other Customer) {
	c.Email = ""
	p := &c
	func() {
		log.Println(c)
		p.Email = other.Email
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
		log.Println(c.ID)
	}()
	func() {
		p.Email = ""
		log.Println(c)
	}()
}

func capturedPointerSees(s string, c Customer) {
	p := &s
	f := func() {
		log.Println(*p)
		s = c.Email
		log.Println(*p) // want `email from Customer.Email reaches log.Println`
	}
	f()
}

func capturedPointerToPointer(s string, c Customer) {
	p := &s
	pp := &p
	func() {
		**pp = c.Email
		log.Println(*p) // want `email from Customer.Email reaches log.Println`
		log.Println(s)  // want `email from Customer.Email reaches log.Println`
		**pp = c.ID
		log.Println(*p, s)
	}()
}

func capturedWithFieldPointer(c, other Customer) {
	c.Email = ""
	p := &c.Email
	func() {
		*p = other.Email
		log.Println(c) // want `email from Customer.Email reaches log.Println`
		*p = ""
		log.Println(c)
	}()
}

func sliceHeldTwice(c Customer) {
	list := []string{""}
	same := list
	func() {
		list[0] = c.Email
		log.Println(same[0]) // want `email from Customer.Email reaches log.Println`
	}()
}

func move(dst, src *string, c Customer) {
	*dst = c.Email
	log.Println(*src) // want `email from Customer.Email reaches log.Println`
}

func handedTwice(c Customer) {
	var s string
	move(&s, &s, c)
}

func moveApart(dst, src *string, c Customer) {
	*dst = c.Email
	log.Println(*src)
}

func handedApart(c Customer) {
	var s, t string
	moveApart(&s, &t, c)
	log.Println(t)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

type ends struct{ in, out *string }

func (e ends) pump(c Customer) {
	*e.in = c.Email
	log.Println(*e.out) // want `email from Customer.Email reaches log.Println`
}

func inFields(c Customer) {
	var s string
	ends{&s, &s}.pump(c)
}

// The second way around the outer loop decides what the inner one does.
func handedTwiceInLoops(c Customer) {
	s := c.Email
	p := &s
	last := func() string {
		*p = s
		var found string
	outer:
		for i := range 3 {
			for range 2 {
				if i == 1 {
					found = s
					break outer
				}
				continue outer
			}
		}
		return found
	}
	log.Println(last()) // want `email from Customer.Email reaches log.Println`
}

func handedTwiceInLoopsNever(c Customer) {
	s := c.Email
	p := &s
	last := func() string {
		*p = s
		found, wanted := "", 1
		for range 3 {
			for range 2 {
				if wanted == 2 {
					found = s
				}
			}
		}
		return found
	}
	log.Println(last())
}
