package pointers

import "log"

// Home is optional.
type Home struct {
	City   string
	Street string `pii:"address"`
}

// Resident may have a home.
type Resident struct {
	ID   string
	Home *Home
}

// Public is a copy without the street.
func (r *Resident) Public() *Resident {
	c := *r
	if c.Home != nil {
		h := *c.Home
		h.Street = ""
		c.Home = &h
	}
	return &c
}

// Filled has a home in any case, perhaps its own.
func (r *Resident) Filled() Resident {
	c := *r
	if c.Home == nil {
		c.Home = &Home{City: "x"}
	}
	return c
}

// Other clears where there is nothing to clear.
func (r *Resident) Other() Resident {
	c := *r
	if c.Home == nil {
		c.Home = &Home{}
	}
	return c
}

func copies(r *Resident) {
	log.Println(*r.Public().Home)
	log.Println(r.Filled().Home.City)
	log.Println(r.Filled().Home.Street) // want `address from Home.Street reaches log.Println`
	log.Println(*r.Other().Home)        // want `address from Home.Street reaches log.Println`
	log.Println(*r.Home)                // want `address from Home.Street reaches log.Println`
}
