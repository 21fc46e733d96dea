package builders

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"log"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"text/template"
)

func jsonBytes(c Customer) {
	b, _ := json.Marshal(c)
	log.Println(string(b)) // want `email from Customer.Email reaches log.Println`
	b, _ = json.MarshalIndent(map[string]any{"customer": c}, "", " ")
	log.Printf("%s", b) // want `email from Customer.Email reaches log.Printf`
	b, _ = json.Marshal(map[string]string{"id": c.ID})
	log.Printf("%s", b)
	b, _ = json.Marshal(c.Card)
	log.Printf("%s", b) // want `payment_card from Customer.Card reaches log.Printf`
	b, _ = json.Marshal(struct{ Ref, Card string }{c.ID, ""})
	log.Printf("%s", b)
	c.Email = ""
	b, _ = json.Marshal(c)
	log.Printf("%s", b)
	log.Println(c) // want `payment_card from Customer.Card reaches log.Println`
}

func jsonStreams(c *Customer) {
	var buf bytes.Buffer
	json.NewEncoder(&buf).Encode(c)
	log.Println(buf.String()) // want `email from Customer.Email reaches log.Println`
	enc := json.NewEncoder(os.Stdout)
	enc.Encode(c.ID)
	enc.Encode(c) // want `email from Customer.Email reaches`
}

func jsonDecoded(data []byte, c Customer) {
	var in Customer
	log.Println(in)
	if err := json.Unmarshal(data, &in); err != nil {
		return
	}
	log.Println(in.ID)
	log.Println(in.Email) // want `email from Customer.Email reaches log.Println`
	var dec Customer
	json.NewDecoder(bytes.NewReader(data)).Decode(&dec)
	log.Println(dec.Email) // want `email from Customer.Email reaches log.Println`
	var list []Customer
	json.Unmarshal(data, &list)
	log.Println(list[0].Email) // want `email from Customer.Email reaches log.Println`
	b, _ := json.Marshal(c)
	var m map[string]any
	json.Unmarshal(b, &m)
	log.Println(m) // want `email from Customer.Email reaches log.Println`
}

func texts(c Customer) {
	log.Println(base64.StdEncoding.EncodeToString([]byte(c.Email))) // want `email from Customer.Email reaches log.Println`
	log.Println(base64.StdEncoding.EncodeToString([]byte(c.ID)))
	log.Println(hex.EncodeToString([]byte(c.Email))) // want `email from Customer.Email reaches log.Println`
	log.Println(base64.StdEncoding.EncodedLen(len(c.Email)))
	log.Println(url.QueryEscape(c.Email))   // want `email from Customer.Email reaches log.Println`
	log.Println(html.EscapeString(c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(strconv.Quote(c.Email))     // want `email from Customer.Email reaches log.Println`
	log.Println(strconv.Itoa(len(c.Email)))
	raw, _ := hex.DecodeString(hex.EncodeToString([]byte(c.Email)))
	log.Println(string(raw)) // want `email from Customer.Email reaches log.Println`
}

func urls(c Customer) {
	v := url.Values{}
	v.Set("id", c.ID)
	log.Println(v.Encode())
	v.Add("email", c.Email)
	log.Println(v.Encode())     // want `email from Customer.Email reaches log.Println`
	log.Println(v.Get("email")) // want `email from Customer.Email reaches log.Println`
	u := url.URL{Scheme: "https", Host: "example.com", RawQuery: v.Encode()}
	log.Println(u.String()) // want `email from Customer.Email reaches log.Println`
	log.Println(&u)         // want `email from Customer.Email reaches log.Println`
	log.Println(u.Host)
}

func tables(c Customer) {
	var buf, ids bytes.Buffer
	w := csv.NewWriter(&buf)
	w.Write([]string{c.ID, c.Email})
	w.Flush()
	log.Println(buf.String()) // want `email from Customer.Email reaches log.Println`
	v := csv.NewWriter(&ids)
	v.Write([]string{c.ID})
	v.Flush()
	log.Println(ids.String())
}

var page = template.Must(template.New("page").Parse("{{.Email}}"))

func templates(c Customer) {
	var buf bytes.Buffer
	page.Execute(&buf, c)
	log.Println(buf.String()) // want `email from Customer.Email.* reach`
	var other bytes.Buffer
	page.Execute(&other, map[string]string{"Email": c.ID})
	log.Println(other.String())
	page.Execute(os.Stdout, c) // want `email from Customer.Email.* reach`
}

func markup(c Customer) {
	b, _ := xml.Marshal(c)
	log.Printf("%s", b) // want `email from Customer.Email and payment_card from Customer.Card reach log.Printf`
	b, _ = xml.Marshal(struct{ ID string }{c.ID})
	log.Printf("%s", b)
}

var word = regexp.MustCompile(`\w+`)

func expressions(c Customer) {
	log.Println(word.MatchString(c.Email))
	log.Println(word.FindString(c.Email))        // want `email from Customer.Email reaches log.Println`
	log.Println(word.FindAllString(c.Email, -1)) // want `email from Customer.Email reaches log.Println`
	log.Println(word.FindString(c.ID))
}

func formatted(c Customer) {
	s := fmt.Sprintf("%s <%s>", c.ID, c.Email)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	log.Println(fmt.Sprint(c.ID))
	log.Println(fmt.Sprintln("to", c.Email))             // want `email from Customer.Email reaches log.Println`
	log.Println(string(fmt.Appendf(nil, "%s", c.Email))) // want `email from Customer.Email reaches log.Println`
	log.Println(string(fmt.Append(nil, c.ID)))
	log.Println(string(strconv.AppendQuote(nil, c.Email))) // want `email from Customer.Email reaches log.Println`
}

// Session has fields that JSON cannot set.
type Session struct {
	ID    string
	Email string `json:"email" pii:"email"`
	Phone string `json:"-" pii:"phone"`
	token string `pii:"credential"`
	Inner struct {
		Name string `json:"-,omitempty" pii:"name"`
		pin  string `pii:"credential"`
	}
}

// Ticket decodes itself.
type Ticket struct {
	ID    string
	Owner string `json:"-" pii:"name"`
}

// UnmarshalJSON sets what it likes.
func (t *Ticket) UnmarshalJSON(b []byte) error { t.Owner = string(b); return nil }

func decodedFields(b []byte) {
	var s Session
	_ = json.Unmarshal(b, &s)
	log.Println(s.ID, s.Phone, s.token, s.Inner.pin)
	log.Println(s.Inner.Name) // want `name from struct.Name reaches log.Println`
	log.Println(s)            // want `email from Session.Email and name from struct.Name reach log.Println`
	var t Ticket
	_ = json.NewDecoder(bytes.NewReader(b)).Decode(&t)
	log.Println(t) // want `name from Ticket.Owner reaches log.Println`
	s.Phone = t.Owner
	_ = json.Unmarshal(b, &s)
	log.Println(s.Phone) // want `name from Ticket.Owner reaches log.Println`
}
