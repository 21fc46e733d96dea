// Package tags holds the ways in which a field can be tagged.
package tags

import (
	"database/sql"
	"log"
	"net"
	"strings"
	"time"
)

// Written has what people write.
type Written struct {
	Plain  string `pii:"email"`
	Alias  string `pii:"e_mail"`
	Mail   string `json:"mail" pii:"mail"`
	Mobile string `pii:"mobile" json:"mobile"`
	Card   string `pii:"credit_card,level=high"`
	Born   string `pii:"date_of_birth,retain=90d,subject=customer,purpose=billing|support"`
	Token  string `pii:"password"`
	Addr   string `pii:"ip_address"`
	Street string `pii:"street"`
	Low    string `pii:"email,level=low"`
}

func aliases(w Written) {
	log.Println(w.Plain)  // want `email from Written.Plain reaches log.Println`
	log.Println(w.Alias)  // want `email from Written.Alias reaches log.Println`
	log.Println(w.Mail)   // want `email from Written.Mail reaches log.Println`
	log.Println(w.Mobile) // want `phone from Written.Mobile reaches log.Println`
	log.Println(w.Card)   // want `payment_card from Written.Card reaches log.Println`
	log.Println(w.Born)   // want `dob from Written.Born reaches log.Println`
	log.Println(w.Token)  // want `credential from Written.Token reaches log.Println`
	log.Println(w.Addr)   // want `ip from Written.Addr reaches log.Println`
	log.Println(w.Street) // want `address from Written.Street reaches log.Println`
	log.Println(w.Low)    // want `email from Written.Low reaches log.Println`
}

// Looked has been looked at.
type Looked struct {
	ID       string
	Reviewed string `pii:"-"`
	Other    string `json:"email"`
	Email    string `pii:"email"`
	Zip      string `pii:"address,quasi"`
}

func notPersonal(l Looked) {
	log.Println(l.ID, l.Reviewed, l.Other)
	log.Println(l.Reviewed, l.Email) // want `email from Looked.Email reaches log.Println`
	log.Println(l.Zip, l.Email)      // want `email from Looked.Email.* reach`
	l.Email, l.Zip = "", ""
	log.Println(l)
}

// Malformed has tags that nobody can read. They mark the field all the same.
type Malformed struct {
	ID       string
	Typo     string `pii:"emial"`
	Empty    string `pii:""`
	BadLevel string `pii:"email,level=enormous"`
	BadKey   string `pii:"email,lvl=high"`
	NoClass  string `pii:",level=high"`
	TwoWords string `pii:"email,phone"`
}

func malformed(m Malformed) {
	log.Println(m.ID)
	log.Println(m.Typo)     // want `unknown from Malformed.Typo.* reach.*log.Println`
	log.Println(m.Empty)    // want `unknown from Malformed.Empty.* reach.*log.Println`
	log.Println(m.BadLevel) // want `unknown from Malformed.BadLevel.* reach.*log.Println`
	log.Println(m.BadKey)   // want `unknown from Malformed.BadKey.* reach.*log.Println`
	log.Println(m.NoClass)  // want `unknown from Malformed.NoClass.* reach.*log.Println`
	log.Println(m.TwoWords) // want `unknown from Malformed.TwoWords.* reach.*log.Println`
}

// Address has no tags of its own.
type Address struct {
	Street string
	City   string
	Geo    struct{ Lat, Lon float64 }
}

// Kinds has tags on fields of every kind.
type Kinds struct {
	ID     string
	Home   Address           `pii:"address"`
	Work   *Address          `pii:"address"`
	Mails  []string          `pii:"email"`
	Phones map[string]string `pii:"phone"`
	Born   time.Time         `pii:"dob"`
	Ptr    *string           `pii:"name"`
	Raw    []byte            `pii:"message"`
	IP     net.IP            `pii:"ip"`
	Any    any               `pii:"health"`
	Null   sql.NullString    `pii:"ssn"`
	Pair   [2]string         `pii:"credential"`
	Cents  int64             `pii:"income"`
	Adult  bool              `pii:"age"`
	Stream chan string       `pii:"message"`
	Fields []Address         `pii:"address"`
}

func structs(k *Kinds) {
	log.Println(k.ID)
	log.Println(k.Home)           // want `address from Kinds.Home reaches log.Println`
	log.Println(k.Home.City)      // want `address from Kinds.Home reaches log.Println`
	log.Println(k.Home.Geo.Lat)   // want `address from Kinds.Home reaches log.Println`
	log.Println(k.Work.Street)    // want `address from Kinds.Work reaches log.Println`
	log.Println(k.Work)           // want `address from Kinds.Work reaches log.Println`
	log.Println(k.Fields[0].City) // want `address from Kinds.Fields reaches log.Println`
	log.Println(len(k.Fields))
	home := k.Home
	log.Println(home.Street) // want `address from Kinds.Home reaches log.Println`
	home = Address{City: "x"}
	log.Println(home)
}

func elsewhere(a Address) {
	log.Println(a)
	log.Println(a.City)
}

func collections(k *Kinds) {
	log.Println(k.Mails)                    // want `email from Kinds.Mails reaches log.Println`
	log.Println(k.Mails[0])                 // want `email from Kinds.Mails reaches log.Println`
	log.Println(strings.Join(k.Mails, ",")) // want `email from Kinds.Mails reaches log.Println`
	for i, m := range k.Mails {
		log.Println(i)
		log.Println(m) // want `email from Kinds.Mails reaches log.Println`
	}
	log.Println(k.Phones)         // want `phone from Kinds.Phones reaches log.Println`
	log.Println(k.Phones["home"]) // want `phone from Kinds.Phones reaches log.Println`
	for _, p := range k.Phones {
		log.Println(p) // want `phone from Kinds.Phones reaches log.Println`
	}
	log.Println(len(k.Mails), len(k.Phones))
	log.Println(k.Pair)     // want `credential from Kinds.Pair reaches log.Println`
	log.Println(k.Pair[1])  // want `credential from Kinds.Pair reaches log.Println`
	log.Println(<-k.Stream) // want `message from Kinds.Stream reaches log.Println`
	log.Println(k.Stream)
}

func scalars(k *Kinds) {
	log.Println(k.Born) // want `dob from Kinds.Born reaches log.Println`
	log.Println(*k.Ptr) // want `name from Kinds.Ptr reaches log.Println`
	log.Println(k.Ptr)
	log.Println(string(k.Raw))  // want `message from Kinds.Raw reaches log.Println`
	log.Println(k.IP)           // want `ip from Kinds.IP reaches log.Println`
	log.Println(k.IP.String())  // want `ip from Kinds.IP reaches log.Println`
	log.Println(k.Any)          // want `health from Kinds.Any reaches log.Println`
	log.Println(k.Any.(string)) // want `health from Kinds.Any reaches log.Println`
	log.Println(k.Null.String)  // want `ssn from Kinds.Null reaches log.Println`
	log.Println(k.Null)         // want `ssn from Kinds.Null reaches log.Println`
	log.Println(k.Cents)        // want `income from Kinds.Cents reaches log.Println`
	log.Println(k.Cents / 100)  // want `income from Kinds.Cents reaches log.Println`
	log.Println(k.Ptr == nil, k.Raw == nil, k.Cents > 0)
}

// Inline has its tag on an embedded struct.
type Inline struct {
	ID      string
	Address `pii:"address"`
}

func embedded(i Inline) {
	log.Println(i.ID)
	log.Println(i.Street)  // want `address from Inline.Address reaches log.Println`
	log.Println(i.Address) // want `address from Inline.Address reaches log.Println`
	log.Println(i)         // want `address from Inline.Address reaches log.Println`
	i.Address = Address{}
	log.Println(i)
}

// Generic has a tag on a field of a type parameter's type.
type Generic[T any] struct {
	ID   string
	Data T `pii:"health"`
}

func generic(s Generic[string], a Generic[Address]) {
	log.Println(s.ID, a.ID)
	log.Println(s.Data)      // want `health from Generic.*\.Data reaches log.Println`
	log.Println(a.Data.City) // want `health from Generic.*\.Data reaches log.Println`
	s.Data = ""
	log.Println(s)
}
