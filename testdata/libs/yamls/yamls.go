// Package yamls encodes tagged data with gopkg.in/yaml.v3.
package yamls

import (
	"bytes"
	"log"
	"os"

	"gopkg.in/yaml.v3"

	"libs/people"
)

func text(v any) string {
	b, err := yaml.Marshal(v)
	if err != nil {
		return ""
	}
	return string(b)
}

// Marshal encodes and logs what came out.
func Marshal(c people.Customer, a people.Account, w people.Wallet, o people.Order) {
	if b, err := yaml.Marshal(c); err == nil {
		log.Printf("%s", b) // want "email from Customer.Email and phone from Customer.Phone reach.* log.Printf without"
	}
	if b, err := yaml.Marshal(&a); err == nil {
		log.Printf("%s", b)
	}
	log.Print(text(&c))                               // want "email from Customer.Email and phone from Customer.Phone reach.* log.Print without"
	log.Print(text(o))                                // want "email from Customer.Email and phone from Customer.Phone reach.* log.Print without"
	log.Print(text(w))                                // want "name from Wallet.Owner reach.* log.Print without"
	log.Print(text([]people.Customer{c}))             // want "email from Customer.Email and phone from Customer.Phone reach.* log.Print without"
	log.Print(text(map[string]any{"email": c.Email})) // want "email from Customer.Email reach.* log.Print without"
	log.Print(text(map[string]int{c.Email: 1}))       // want "email from Customer.Email reach.* log.Print without"
	log.Print(text(a))
	log.Print(text([]people.Account{a}))
	log.Print(text(map[string]any{"id": c.ID, "n": len(c.Email)}))
}

// Methods encodes types that have their say in how they're encoded.
func Methods(q people.Quiet, t people.Talky, s people.Shy, l people.Login) {
	log.Print(text(t))                 // want "email from Talky.Email reach.* log.Print without"
	log.Print(text(&t))                // want "email from Talky.Email reach.* log.Print without"
	log.Print(text([]people.Talky{t})) // want "email from Talky.Email reach.* log.Print without"
	log.Print(text(s))                 // want "email from Shy.Email reach.* log.Print without"
	log.Print(text(&s))                // want "email from Shy.Email reach.* log.Print without"
	log.Print(text(l))                 // want "name from Login.User reach.* log.Print without"
	log.Print(text(q), text(&q), text([]people.Quiet{q}))
	log.Print(text(l.Password))
}

// Streams encodes to a writer.
func Streams(c people.Customer, a people.Account) error {
	var buf bytes.Buffer
	if err := yaml.NewEncoder(&buf).Encode(a); err != nil {
		return err
	}
	log.Print(buf.String())
	if err := yaml.NewEncoder(&buf).Encode(c); err != nil {
		return err
	}
	log.Print(buf.String()) // want "email from Customer.Email and phone from Customer.Phone reach.* log.Print without"
	enc := yaml.NewEncoder(os.Stderr)
	if err := enc.Encode(a); err != nil {
		return err
	}
	return enc.Encode(c) // want "email from Customer.Email and phone from Customer.Phone reach"
}

// Nodes goes through the tree of a document.
func Nodes(c people.Customer, a people.Account) error {
	var n yaml.Node
	if err := n.Encode(c); err != nil {
		return err
	}
	log.Print(text(&n)) // want "email from Customer.Email and phone from Customer.Phone reach.* log.Print without"
	var m yaml.Node
	m.SetString(c.Email)
	log.Print(m.Value) // want "email from Customer.Email reach.* log.Print without"
	var clean yaml.Node
	if err := clean.Encode(a); err != nil {
		return err
	}
	log.Print(text(&clean))
	return nil
}

// Decode reads text back: into a tagged type, and into anything.
func Decode(doc []byte, c people.Customer) error {
	var d people.Customer
	if err := yaml.Unmarshal(doc, &d); err != nil {
		return err
	}
	log.Print(d.Email) // want "email from Customer.Email reach.* log.Print without"
	log.Print(d.ID)

	var m map[string]any
	if err := yaml.Unmarshal([]byte("email: "+c.Email), &m); err != nil {
		return err
	}
	log.Print(m["email"]) // want "email from Customer.Email reach.* log.Print without"

	var n int
	if err := yaml.Unmarshal([]byte(c.Phone), &n); err != nil {
		log.Print(err) // want "phone from Customer.Phone reach.* log.Print without"
	}
	var clean map[string]any
	if err := yaml.Unmarshal(doc, &clean); err != nil {
		log.Print(err)
	}
	log.Print(clean)
	return nil
}
