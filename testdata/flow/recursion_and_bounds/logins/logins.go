// Package logins has records that lead to each other in many ways: what one of them
// would disclose to callers is far more than what the functions do that hand it on.
package logins

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
)

type Account struct {
	ID      string
	Email   string `json:"email" pii:"email"`
	Contact *Contact
	Devices []*Device
	Orders  []*Order
	Family  map[string]*Account
}

type Contact struct {
	Name    string `json:"name" pii:"name"`
	Phone   string `json:"phone" pii:"phone"`
	Home    *Place
	Work    *Place
	Account *Account
}

type Place struct {
	Street  string `json:"street" pii:"address"`
	Owner   *Contact
	Visits  []*Order
	Devices []*Device
}

type Device struct {
	Serial string `json:"serial" pii:"device_id"`
	Owner  *Account
	Places []*Place
	Orders []*Order
}

type Order struct {
	Card  string `json:"card" pii:"payment_card"`
	Buyer *Account
	To    *Contact
	From  *Place
	Items []*Device
}

type Settings struct {
	Name   string
	Secret string `pii:"credential"`
	Limit  int
}

type Store interface {
	Accounts() Accounts
}

type Accounts interface {
	Find(id string) (*Account, error)
	Keep(a *Account) error
	Count(id string) (int, error)
}

type files struct{ dir string }

func (f files) Find(id string) (*Account, error) {
	b, err := os.ReadFile(f.dir + id)
	if err != nil {
		return nil, err
	}
	var a Account
	err = json.Unmarshal(b, &a)
	return &a, err
}

func (f files) Keep(a *Account) error {
	b, err := json.Marshal(a)
	if err != nil {
		return err
	}
	return os.WriteFile(f.dir+a.ID, b, 0o600)
}

func (f files) Count(id string) (int, error) {
	list, err := os.ReadDir(f.dir + id)
	return len(list), err
}

func (f files) Accounts() Accounts { return f }

type Outcome struct {
	Kind           string
	Account, Guest *Account
}

func enter(s Store, cfg *Settings, id string) (*Outcome, error) {
	a, err := s.Accounts().Find(id)
	if err != nil {
		return nil, err
	}
	if a == nil {
		if a, err = s.Accounts().Find("new/" + id); err != nil {
			return nil, err
		}
		if err = s.Accounts().Keep(a); err != nil {
			return nil, err
		}
	}
	if cfg.Limit > 0 {
		n, err := s.Accounts().Count(id)
		if err != nil {
			return nil, err
		}
		if n > cfg.Limit {
			return nil, errors.New("too many")
		}
	}
	if err = s.Accounts().Keep(a); err != nil {
		return nil, err
	}
	guest, err := s.Accounts().Find("guest/" + id)
	if err != nil {
		return nil, err
	}
	return &Outcome{Kind: cfg.Name, Account: a, Guest: guest}, nil
}

func link(s Store, cfg *Settings, r *http.Request) (*Outcome, error) {
	id := r.PathValue("id")
	switch r.FormValue("by") {
	case "password":
		return enter(s, cfg, "password/"+id)
	case "passkey":
		return enter(s, cfg, "passkey/"+id)
	case "mail":
		return enter(s, cfg, "mail/"+id)
	case "code":
		return enter(s, cfg, "code/"+id)
	case "provider":
		return enter(s, cfg, "provider/"+id)
	case "invitation":
		return enter(s, cfg, "invitation/"+id)
	case "device":
		return enter(s, cfg, "device/"+id)
	}
	return enter(s, cfg, id)
}

func serve(s Store, cfg *Settings, w http.ResponseWriter, r *http.Request) {
	o, err := link(s, cfg, r)
	if err != nil {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	log.Println(o.Kind)          // no secret of the settings
	log.Println(o.Account.Email) // want "email from Account.Email reaches log.Println"
}
