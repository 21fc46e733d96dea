// Package people has the data of the corpus.
package people

// Person is somebody.
type Person struct {
	ID    string
	Name  string `json:"name" pii:"name"`
	Email string `json:"email" pii:"email"`
	Phone string `json:"phone" pii:"phone"`
	Note  string `json:"-" pii:"message"`
	Plan  string `json:"plan"`
	IP    string `json:"ip" pii:"ip"`
}

// Account is what somebody pays with. The fields say what they are for.
type Account struct {
	ID     string
	Owner  string `pii:"name,purpose=billing"`
	Bill   string `pii:"email,purpose=billing"`
	News   string `pii:"email,purpose=newsletter"`
	Either string `pii:"email,purpose=billing|newsletter"`
	Card   string `pii:"payment_card"`
}

// Trace is what a visit leaves.
type Trace struct {
	City string `pii:"city,quasi"`
	Band string `pii:"age_band,quasi"`
	Job  string `pii:"employment,quasi,level=low"`
	Lang string `pii:"language"`
	SSN  string `pii:"ssn"`
	Name string `pii:"name"`
}

// Find finds somebody.
func Find(id string) *Person { return &Person{ID: id} }

// Pay finds an account.
func Pay(id string) *Account { return &Account{ID: id} }

// Visit finds a trace.
func Visit(id string) *Trace { return &Trace{} }

// Mask hides a text.
//
//pii:redact
func Mask(s string) string { return "***" }
