package builders

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
)

// Person is encoded and decoded again; what comes back stands where it was.
type Person struct {
	ID    string
	Email string `pii:"email" json:"email"`
	Phone string `pii:"phone" json:"-"`
}

type contact struct {
	ID   string
	Mail string `json:"email"`
}

type envelope struct {
	contact
	Kind    string
	To      *contact          `json:"to"`
	All     []contact         `json:"all"`
	ByName  map[string]string `json:"by_name"`
	Raw     json.RawMessage   `json:"raw"`
	Payload string            `json:"payload"`
}

func sameType(p Person) {
	b, _ := json.Marshal(p)
	var q Person
	_ = json.Unmarshal(b, &q)
	log.Print(q.ID)
	log.Print(q.Email) // want `email from Person.Email reaches log.Print`
}

func otherType(p Person) {
	b, _ := json.Marshal(p)
	var c contact
	_ = json.Unmarshal(b, &c)
	log.Print(c.ID)
	log.Print(c.Mail) // want `email from Person.Email reaches log.Print`
	log.Print(c)      // want `email from Person.Email reaches log.Print`
}

func otherKeys(p Person) {
	b, _ := json.Marshal(p)
	var c struct{ Name, Address string }
	_ = json.Unmarshal(b, &c)
	log.Print(c)
}

func intoMap(p Person) {
	b, _ := json.Marshal(p)
	var m map[string]any
	_ = json.Unmarshal(b, &m)
	log.Print(m["ID"])
	log.Print(m["email"]) // want `email from Person.Email reaches log.Print`
	log.Print(m)          // want `email from Person.Email reaches log.Print`
}

func fromMap(p Person) {
	b, _ := json.Marshal(map[string]any{"kind": p.ID, "to": p, "all": []Person{p}})
	var e envelope
	_ = json.Unmarshal(b, &e)
	log.Print(e.Kind)
	log.Print(e.ID)
	log.Print(e.To.ID)
	log.Print(e.To.Mail) // want `email from Person.Email reaches log.Print`
	log.Print(e.All[0].ID)
	log.Print(e.All[0].Mail) // want `email from Person.Email reaches log.Print`
	for _, c := range e.All {
		log.Print(c.ID)
		log.Print(c.Mail) // want `email from Person.Email reaches log.Print`
	}
}

func promoted(p Person) {
	b, _ := json.Marshal(p)
	var e envelope
	_ = json.Unmarshal(b, &e)
	log.Print(e.Mail) // want `email from Person.Email reaches log.Print`
	log.Print(e.ID, e.Kind, e.Payload)
}

func nested(p Person) {
	inner, _ := json.Marshal(p)
	b, _ := json.Marshal(envelope{Kind: "k", Raw: inner, Payload: string(inner)})
	var e envelope
	_ = json.Unmarshal(b, &e)
	log.Print(e.Kind, e.Mail)
	log.Print(e.Payload) // want `email from Person.Email reaches log.Print`
	var c contact
	_ = json.Unmarshal([]byte(e.Payload), &c)
	log.Print(c.ID)
	log.Print(c.Mail) // want `email from Person.Email reaches log.Print`
}

func throughBuffer(p Person) {
	var buf bytes.Buffer
	_ = json.NewEncoder(&buf).Encode(p)
	var c contact
	_ = json.NewDecoder(&buf).Decode(&c)
	log.Print(c.ID)
	log.Print(c.Mail) // want `email from Person.Email reaches log.Print`
}

func convert(src, dst any) error {
	b, err := json.Marshal(src)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, dst)
}

func throughHelper(p Person) {
	var c contact
	if err := convert(p, &c); err != nil {
		return
	}
	log.Print(c.ID)
	log.Print(c.Mail) // want `email from Person.Email reaches log.Print`
}

func decodeAll(r io.Reader, dst any) error { return json.NewDecoder(r).Decode(dst) }

func fromOutside(r io.Reader) {
	var p Person
	if err := decodeAll(r, &p); err != nil {
		return
	}
	log.Print(p.ID)
	log.Print(p.Email) // want `email from Person.Email reaches log.Print`
}
