// Package togethermore lets what says little alone meet in one call, in many ways.
package togethermore

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/smtp"
	"net/url"
	"os/exec"
	"strings"

	"outbound/people"
)

const api = "https://api.example.org"

func wantBoth(t *people.Trace) {
	http.Post(api, "", strings.NewReader(fmt.Sprintf("%s %s", t.City, t.Band)))                   // want `together they tell who it is`
	http.Post(api, "", strings.NewReader(fmt.Sprint(map[string]string{"a": t.City, "b": t.Job}))) // want `together they tell who it is`
	m := map[string]any{}
	m["a"] = t.City
	m["b"] = t.Band
	b, _ := json.Marshal(m)
	http.Post(api, "", bytes.NewReader(b))       // want `together they tell who it is`
	exec.Command("notify", t.City, t.Band).Run() // want `together they tell who it is`
	exec.Command("notify", t.City).Run()
	http.Post(api+"/"+t.City, "", strings.NewReader(t.Band)) // want `location from Trace.City and age from Trace.Band reach api.example.org \(http.Post\) without redaction, consent or approval, and in a URL; together they tell who it is`
	req, _ := http.NewRequest("POST", api, strings.NewReader(t.City))
	q := req.URL.Query()
	q.Set("age", t.Band)
	req.URL.RawQuery = q.Encode()
	http.DefaultClient.Do(req)                                             // want `together they tell who it is`
	smtp.SendMail("mx.example.org:25", nil, t.City, []string{t.Band}, nil) // want `together they tell who it is`
}

func whole(t *people.Trace) {
	c := *t
	c.SSN, c.Name = "", ""
	b, _ := json.Marshal(c)
	http.Post(api, "", bytes.NewReader(b))                       // want `together they tell who it is`
	http.Post(api, "", strings.NewReader(fmt.Sprintf("%+v", c))) // want `together they tell who it is`
}

func notBoth(t *people.Trace) {
	http.Post(api, "", strings.NewReader(t.City))
	http.PostForm(api, url.Values{"x": {t.Band}})
	r := strings.NewReader(t.City)
	http.Post(api, "", r)
	exec.Command("a", t.City).Run()
	exec.Command("a", t.Job).Run()
	s := t.City
	if len(s) > 3 {
		s = t.City
	}
	http.Post(api, "", strings.NewReader(s))
}

func sendTwo(a, b string) { http.Post(api, "", strings.NewReader(a+b)) }

func helped(t *people.Trace) {
	sendTwo(t.City, t.Band) // want `together they tell who it is`
	sendTwo(t.City, "x")
	sendTwo("x", t.Job)
}

type form struct{ City, Age string }

func post(f form) {
	b, _ := json.Marshal(f)
	http.Post(api, "", bytes.NewReader(b))
}

func structs(t *people.Trace) {
	post(form{City: t.City, Age: t.Band}) // want `together they tell who it is`
	post(form{City: t.City})
}

func stream(t *people.Trace, w io.Writer) {
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, t.City)
		fmt.Fprint(pw, t.Band)
		pw.Close()
	}()
	http.Post(api, "", pr) // want `together they tell who it is`
}

func approved(t *people.Trace) {
	http.Post("https://eu.helpdesk.example/"+t.City, "", strings.NewReader(t.Band)) // want `location from Trace.City reaches helpdesk \(http.Post\) in a URL$`
	http.Post("https://eu.helpdesk.example", "", strings.NewReader(t.Name+t.SSN))   // want `ssn from Trace.SSN reaches helpdesk`
}
