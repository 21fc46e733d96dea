package formatting

import (
	"encoding/json"
	"log"
)

// Doc says by its json tags what goes out.
type Doc struct {
	ID     string
	Email  string `json:"mail" pii:"email"`
	Card   string `json:"-" pii:"payment_card"`
	Phone  string `json:"phone,omitempty" pii:"phone"`
	ssn    string `pii:"ssn"`
	Nested struct {
		IP string `json:"-" pii:"ip"`
	}
}

// Dash has a field that is named "-" in JSON.
type Dash struct {
	Email string `json:"-," pii:"email"`
}

// MarshalValue hides itself on the value.
type MarshalValue struct {
	Email string `pii:"email"`
}

// MarshalJSON gives nothing.
func (MarshalValue) MarshalJSON() ([]byte, error) { return []byte(`"hidden"`), nil }

// MarshalPointer hides itself on the pointer.
type MarshalPointer struct {
	Email string `pii:"email"`
}

// MarshalJSON gives nothing.
func (*MarshalPointer) MarshalJSON() ([]byte, error) { return []byte(`"hidden"`), nil }

// MarshalOther gives one of two.
type MarshalOther struct {
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// MarshalJSON gives the phone number.
func (m MarshalOther) MarshalJSON() ([]byte, error) { return json.Marshal(m.Phone) }

// MarshalTextual hides itself as text.
type MarshalTextual struct {
	Email string `pii:"email"`
}

// MarshalText gives nothing.
func (MarshalTextual) MarshalText() ([]byte, error) { return []byte("hidden"), nil }

func text(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func tags(d Doc) {
	b, _ := json.Marshal(d)
	log.Printf("%s", b) // want `email from Doc.Email and phone from Doc.Phone reach log.Printf`
	log.Println(d)      // want `email from Doc.Email, payment_card from Doc.Card, phone from Doc.Phone, ssn from Doc.ssn and ip from .*IP reach log.Println`
	d.Email, d.Phone = "", ""
	b, _ = json.Marshal(&d)
	log.Printf("%s", b)
	b, _ = json.Marshal([]Doc{d})
	log.Printf("%s", b)
	log.Println(d.ssn) // want `ssn from Doc.ssn reaches log.Println`
	b, _ = json.Marshal(d.ssn)
	log.Printf("%s", b) // want `ssn from Doc.ssn reaches log.Printf`
}

func dash(d Dash) {
	b, _ := json.Marshal(d)
	log.Printf("%s", b) // want `email from Dash.Email reaches log.Printf`
}

func marshalers(v MarshalValue, p MarshalPointer, o MarshalOther, t MarshalTextual) {
	b, _ := json.Marshal(v)
	log.Printf("%s", b)
	b, _ = json.Marshal(&v)
	log.Printf("%s", b)
	b, _ = json.Marshal([]MarshalValue{v})
	log.Printf("%s", b)
	log.Println(v) // want `email from MarshalValue.Email reaches log.Println`
	b, _ = json.Marshal(p)
	log.Printf("%s", b) // want `email from MarshalPointer.Email reaches log.Printf`
	b, _ = json.Marshal(&p)
	log.Printf("%s", b)
	b, _ = json.Marshal([]MarshalPointer{p})
	log.Printf("%s", b)
	b, _ = json.Marshal(map[string]MarshalPointer{"a": p})
	log.Printf("%s", b) // want `email from MarshalPointer.Email reaches log.Printf`
	b, _ = json.Marshal(o)
	log.Printf("%s", b) // want `phone from MarshalOther.Phone reaches log.Printf`
	b, _ = json.Marshal(t)
	log.Printf("%s", b)
	b, _ = json.Marshal(map[string]any{"t": t, "v": v})
	log.Printf("%s", b)
}

func deepPointers(d *Doc) {
	b, _ := json.Marshal([]*Doc{d})
	log.Printf("%s", b) // want `email from Doc.Email and phone from Doc.Phone reach log.Printf`
	b, _ = json.Marshal(map[string]any{"doc": d})
	log.Printf("%s", b) // want `email from Doc.Email and phone from Doc.Phone reach log.Printf`
}

func inHelper(d Doc, v MarshalValue) {
	log.Println(text(d)) // want `email from Doc.Email and phone from Doc.Phone reach log.Println`
	log.Println(text(v))
	log.Println(text(d.ID))
	log.Println(text(d.Card)) // want `payment_card from Doc.Card reaches log.Println`
}
