package maps

import "log"

// What may be nil, or one of two maps, is not certainly the one that is cleared.

func clearedOneOfTwo(c Customer, which bool) {
	a, b := map[string]string{"a": c.Email}, map[string]string{"b": c.Phone}
	m := a
	if which {
		m = b
	}
	clear(m)
	log.Println(a) // want `email from Customer.Email reaches log.Println`
	log.Println(b) // want `phone from Customer.Phone reaches log.Println`
}

func clearedIfThere(c Customer, there bool) {
	a := map[string]string{"a": c.Email}
	var m map[string]string
	if there {
		m = a
	}
	clear(m)
	delete(m, "a")
	log.Println(a) // want `email from Customer.Email reaches log.Println`
}

func clearedByWhoHasIt(c Customer) {
	a := map[string]string{"a": c.Email}
	last := func() (m map[string]string) {
		for _, x := range []map[string]string{a, nil} {
			m = x
		}
		return m
	}
	clear(last())
	log.Println(a) // want `email from Customer.Email reaches log.Println`
}

func clearedItself(c Customer) {
	a := map[string]string{"a": c.Email}
	b := a
	clear(b)
	log.Println(a)
	a["a"] = c.Phone
	func() { delete(a, "a") }()
	log.Println(b)
}

func clearedFor(m map[string]string, c Customer) {
	m["a"] = c.Email
	clear(m)
	log.Println(m["a"])
}
