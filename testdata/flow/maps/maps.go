// Package maps holds maps: constant keys are kept apart, other keys may be any.
package maps

import (
	"log"
	stdmaps "maps"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

const emailKey = "email"

func literal(c Customer) {
	m := map[string]string{"id": c.ID, emailKey: c.Email}
	log.Println(m["id"])
	log.Println(m["email"])  // want `email from Customer.Email reaches log.Println`
	log.Println(m[emailKey]) // want `email from Customer.Email reaches log.Println`
	log.Println(m["other"])
	log.Println(m) // want `email from Customer.Email reaches log.Println`
	log.Println(len(m))
}

func assigned(c Customer, key string) {
	m := make(map[string]string)
	m["id"] = c.ID
	log.Println(m, m[key])
	m["email"] = c.Email
	log.Println(m["id"])
	log.Println(m[key])     // want `email from Customer.Email reaches log.Println`
	log.Println(m["email"]) // want `email from Customer.Email reaches log.Println`
	m["email"] = ""
	log.Println(m["email"])
	log.Println(m)
}

func otherKey(c Customer, key string) {
	m := map[string]string{"id": c.ID}
	m[key] = c.Email
	log.Println(m[key]) // want `email from Customer.Email reaches log.Println`
	log.Println(m)      // want `email from Customer.Email reaches log.Println`
}

func deleted(c Customer) {
	m := map[string]string{"id": c.ID, "email": c.Email}
	delete(m, "id")
	log.Println(m) // want `email from Customer.Email reaches log.Println`
	delete(m, "email")
	log.Println(m)
	m["email"] = c.Email
	log.Println(m) // want `email from Customer.Email reaches log.Println`
	clear(m)
	log.Println(m)
}

func ranged(c Customer) {
	m := map[string]string{"id": c.ID, "email": c.Email}
	for k, v := range m {
		log.Println(k)
		log.Println(v) // want `email from Customer.Email reaches log.Println`
	}
	for k := range m {
		log.Println(k)
		log.Println(m[k]) // want `email from Customer.Email reaches log.Println`
	}
}

func keys(c Customer) {
	seen := map[string]int{c.Email: 1}
	log.Println(seen) // want `email from Customer.Email reaches log.Println`
	for k, v := range seen {
		log.Println(k) // want `email from Customer.Email reaches log.Println`
		log.Println(v)
	}
	log.Println(seen[c.Email])
	counts := map[string]int{}
	counts[c.Phone]++
	log.Println(counts) // want `phone from Customer.Phone reaches log.Println`
	log.Println(counts["x"])
	set := map[Customer]struct{}{c: {}}
	for k := range set {
		log.Println(k.ID)
		log.Println(k.Email) // want `email from Customer.Email reaches log.Println`
	}
}

func commaOK(c Customer) {
	m := map[string]string{"email": c.Email}
	v, ok := m["email"]
	log.Println(ok)
	log.Println(v) // want `email from Customer.Email reaches log.Println`
	if v, ok := m["id"]; ok {
		log.Println(v)
	}
}

func nested(c Customer) {
	m := map[string]map[string]string{
		"public":  {"id": c.ID},
		"private": {"email": c.Email},
	}
	log.Println(m["public"])
	log.Println(m["public"]["id"])
	log.Println(m["private"]["email"]) // want `email from Customer.Email reaches log.Println`
	log.Println(m["private"])          // want `email from Customer.Email reaches log.Println`
	log.Println(m)                     // want `email from Customer.Email reaches log.Println`
	inner := m["private"]
	inner["email"] = ""
	log.Println(m)
}

func ofStructs(m map[string]Customer, key string) {
	log.Println(m["a"].ID)
	log.Println(m["a"].Email) // want `email from Customer.Email reaches log.Println`
	log.Println(m[key].Phone) // want `phone from Customer.Phone reaches log.Println`
	log.Println(m[key].ID)
	log.Println(m) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	for id, c := range m {
		log.Println(id)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
}

func ofPointers(m map[string]*Customer) {
	log.Println(m)
	log.Println(m["a"].ID)
	log.Println(m["a"].Email) // want `email from Customer.Email reaches log.Println`
}

func ofSlices(c Customer, key string) {
	m := map[string][]string{}
	m["id"] = append(m["id"], c.ID)
	m["email"] = append(m["email"], c.Email)
	log.Println(m["id"])
	log.Println(m["email"]) // want `email from Customer.Email reaches log.Println`
	log.Println(m[key])     // want `email from Customer.Email reaches log.Println`
}

func ofAny(c Customer) {
	m := map[string]any{"id": c.ID, "customer": c, "n": len(c.Email)}
	log.Println(m["id"], m["n"])
	log.Println(m["customer"]) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	log.Println(m)             // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	delete(m, "customer")
	log.Println(m)
}

func numbers(c Customer) {
	m := map[int]string{1: c.ID, 2: c.Email}
	log.Println(m[1])
	log.Println(m[2]) // want `email from Customer.Email reaches log.Println`
}

func shared(c Customer) {
	m := map[string]string{}
	n := m
	n["email"] = c.Email
	log.Println(m) // want `email from Customer.Email reaches log.Println`
	o := stdmaps.Clone(m)
	delete(m, "email")
	log.Println(n)
	log.Println(o) // want `email from Customer.Email reaches log.Println`
	p := map[string]string{}
	stdmaps.Copy(p, o)
	log.Println(p) // want `email from Customer.Email reaches log.Println`
}

func put(m map[string]string, key, value string) { m[key] = value }

func throughHelper(c Customer) {
	m := map[string]string{}
	put(m, "id", c.ID)
	log.Println(m)
	put(m, "email", c.Email)
	log.Println(m["email"]) // want `email from Customer.Email reaches log.Println`
	log.Println(m)          // want `email from Customer.Email reaches log.Println`
}

func drop(m map[string]*Customer) { delete(m, "k") }

func swapped(x string, m map[string]*Customer) (map[string]*Customer, string) { return m, x }

// What a callee or a literal does to one key leaves the others as they were.
func otherKeys(c *Customer) {
	m := map[string]*Customer{"k": c, "other": c}
	f := func() { delete(m, "k") }
	f()
	log.Println(m["k"])
	log.Println(m["other"].Email) // want `email from Customer.Email reaches log.Println`
	n, _ := swapped("", map[string]*Customer{"k": c, "other": c})
	drop(n)
	log.Println(n["k"])
	log.Println(n["other"].Email) // want `email from Customer.Email reaches log.Println`
}

func cloned(m map[string]string) map[string]string { return stdmaps.Clone(m) }

// A clone has the entries of what it is a clone of, wherever it is made.
func clones(c Customer) {
	m := cloned(map[string]string{"id": c.ID, "email": c.Email})
	log.Println(m) // want `email from Customer.Email reaches log.Println`
	log.Println(m["id"])
	log.Println(m["email"]) // want `email from Customer.Email reaches log.Println`
	m["email"] = ""
	log.Println(m)
}
