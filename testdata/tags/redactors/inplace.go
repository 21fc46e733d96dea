package redactors

//pii:redact
func (c *Customer) clear() { // want `clear is said to redact, but leaves c.Phone unchanged here`
	c.Email = ""
}

//pii:redact
func early(c *Customer) {
	if c == nil {
		return
	}
	if c.Email == "" && c.Phone == "" {
		return
	}
	if !enabled {
		return // want `early is said to redact, but leaves c.Email unchanged here` `early is said to redact, but leaves c.Phone unchanged here`
	}
	c.Email, c.Phone = "", ""
}

//pii:redact
func either(c *Customer) error { // a store on each way
	if enabled {
		*c = Customer{ID: c.ID}
		return nil
	}
	c.clear()
	return nil
}

//pii:redact phone
func ofPhone(c *Customer) { // want `ofPhone is said to redact, but leaves c.Phone unchanged here`
	c.Email = ""
}

//pii:redact
func copies(cs []Customer) { // want `copies is said to redact, but leaves cs unchanged here`
	for _, c := range cs {
		c.Email, c.Phone = "", ""
	}
}

//pii:redact
func indexed(cs []Customer) {
	for i := range cs {
		cs[i].Email, cs[i].Phone = "", ""
	}
}

//pii:redact
func pointers(cs []*Customer) {
	for _, c := range cs {
		if c == nil {
			continue
		}
		c.Email = ""
		c.Phone = ""
	}
}

//pii:redact
func entries(cs map[string]*Customer) { // want `entries is said to redact, but leaves cs.Email unchanged here`
	for _, c := range cs {
		c.Phone = ""
	}
}

//pii:redact
func text(s *string) {
	if len(*s) == 0 {
		return
	}
	if len(*s) < 4 {
		return // want `text is said to redact, but leaves s unchanged here`
	}
	*s = "***"
}

//pii:redact
func texts(in []string) {
	for i := range in {
		in[i] = "***"
	}
}

// mask takes the customer by the way.
//
//pii:redact
func (m *masker) mask(c *Customer) { c.Email, c.Phone = m.with, m.with }

type masker struct {
	with string
	key  string `pii:"credential"`
}

// elsewhere is done by somebody who is not seen here.
//
//pii:redact
func elsewhere(c *Customer, f func(any)) { f(c) }

//pii:redact
func late(c *Customer) {
	defer func() { *c = Customer{} }()
}
