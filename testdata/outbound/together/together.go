// Package together sends what says little alone.
package together

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"outbound/people"
)

func post(text string) { http.Post("https://api.example.org", "", strings.NewReader(text)) }

func traces(t *people.Trace) {
	post(t.City)
	post(t.Band)
	post(t.Lang)
	post(t.City + t.Lang)
	post(t.City + t.Band)                                                                  // want `location from Trace.City and age from Trace.Band reach api.example.org \(http.Post\) without redaction, consent or approval; together they tell who it is`
	http.PostForm("https://api.example.org", url.Values{"city": {t.City}, "job": {t.Job}}) // want `location from Trace.City and employment from Trace.Job reach .*; together they tell who it is`
	post(t.City + people.Mask(t.Band))
}

func request(t *people.Trace) {
	req, _ := http.NewRequest("POST", "https://api.example.org", strings.NewReader(t.City))
	req.Header.Set("X-Age", t.Band)
	http.DefaultClient.Do(req) // want `location from Trace.City and age from Trace.Band reach`
}

func apart(t *people.Trace) {
	post(t.City)
	post(t.Band)
}

func encoded(t *people.Trace) {
	b, _ := json.Marshal(struct{ A, B string }{t.City, t.Job})
	http.Post("https://api.example.org", "", bytes.NewReader(b)) // want `location from Trace.City and employment from Trace.Job reach`
}

//pii:consent
func agreed() bool { return true }

func named(t *people.Trace) {
	if !agreed() {
		return
	}
	post(t.Name)
	post(t.SSN)          // want `ssn from Trace.SSN reaches api.example.org \(http.Post\) without redaction or approval; consent is not enough`
	post(t.Name + t.SSN) // want `ssn from Trace.SSN and name from Trace.Name reach api.example.org \(http.Post\) without redaction or approval; consent is not enough; together they tell who it is`
	post(t.City + t.Band)
}

func helped(t *people.Trace) {
	http.Post("https://eu.helpdesk.example", "", strings.NewReader(t.City+t.Band))
}
