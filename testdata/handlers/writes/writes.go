// Package writes has every way in which data gets into a response.
package writes

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"strings"
	texttemplate "text/template"
	"time"

	"handlers/people"
)

// Routes serves all of it, to anybody.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/write", write)
	mux.HandleFunc("/fprint", fprint)
	mux.HandleFunc("/fprintf", fprintf)
	mux.HandleFunc("/writestring", writeString)
	mux.HandleFunc("/copy", copied)
	mux.HandleFunc("/copybuffer", copyBuffer)
	mux.HandleFunc("/json", encodeJSON)
	mux.HandleFunc("/marshal", marshal)
	mux.HandleFunc("/xml", encodeXML)
	mux.HandleFunc("/csv", encodeCSV)
	mux.HandleFunc("/base64", encodeBase64)
	mux.HandleFunc("/template", html)
	mux.HandleFunc("/named", named)
	mux.HandleFunc("/text", text)
	mux.HandleFunc("/error", errorText)
	mux.HandleFunc("/errorvalue", errorValue)
	mux.HandleFunc("/header", header)
	mux.HandleFunc("/headeradd", headerAdd)
	mux.HandleFunc("/headermap", headerMap)
	mux.HandleFunc("/cookie", cookie)
	mux.HandleFunc("/redirect", redirect)
	mux.HandleFunc("/location", location)
	mux.HandleFunc("/content", content)
	mux.HandleFunc("/bufio", buffered)
	mux.HandleFunc("/gzip", zipped)
	mux.HandleFunc("/multi", multi)
	mux.HandleFunc("/buffer", buffer)
	mux.HandleFunc("/recorder", recorder)
	mux.HandleFunc("/embedded", embedded)
	mux.HandleFunc("/helper", helper)
	mux.HandleFunc("/typedhelper", typedHelper)
	mux.HandleFunc("/deferred", deferred)
	mux.HandleFunc("/variable", variable)
	mux.HandleFunc("/list", list)
	mux.HandleFunc("/nested", nested)
	mux.HandleFunc("/stream", stream)
	mux.HandleFunc("/closure", closure)
	mux.HandleFunc("/controller", controller)
	mux.HandleFunc("/constant", constant)
	mux.HandleFunc("/id", id)
	mux.HandleFunc("/tagged", tagged)
	mux.HandleFunc("/masked", masked)
	mux.HandleFunc("/length", length)
	mux.HandleFunc("/discard", discarded)
	mux.HandleFunc("/local", local)
	mux.HandleFunc("/status", status)
	return mux
}

func write(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches http.ResponseWriter.Write before`
}

func fprint(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, "mail ", people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
}

func fprintf(w http.ResponseWriter, r *http.Request) {
	p := people.Find("1")
	fmt.Fprintf(w, "%s <%s>", p.Name, p.Email) // want `name from Person.Name and email from Person.Email reach fmt.Fprintf before`
	fmt.Fprintf(w, "%T", p)
}

func writeString(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func copied(w http.ResponseWriter, r *http.Request) {
	io.Copy(w, strings.NewReader(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func copyBuffer(w http.ResponseWriter, r *http.Request) {
	io.CopyBuffer(w, bytes.NewBufferString(people.Find("1").Email), make([]byte, 10)) // want `email from Person.Email reaches`
}

func encodeJSON(w http.ResponseWriter, r *http.Request) {
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	enc.Encode(map[string]any{"person": people.Find("1")}) // want `name from Person.Name and email from Person.Email reach`
}

func marshal(w http.ResponseWriter, r *http.Request) {
	data, err := json.Marshal(people.Find("1"))
	if err != nil {
		return
	}
	w.Write(data) // want `name from Person.Name and email from Person.Email reach`
}

func encodeXML(w http.ResponseWriter, r *http.Request) {
	xml.NewEncoder(w).Encode(people.Find("1")) // want `name from Person.Name, email from Person.Email and payment_card from Person.Card reach`
}

func encodeCSV(w http.ResponseWriter, r *http.Request) {
	c := csv.NewWriter(w)
	c.Write([]string{people.Find("1").Email}) // want `email from Person.Email reaches`
	c.Flush()
}

func encodeBase64(w http.ResponseWriter, r *http.Request) {
	e := base64.NewEncoder(base64.StdEncoding, w)
	e.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
	e.Close()
}

var page = template.Must(template.New("page").Parse("<p>{{.Email}}</p>"))

func html(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, people.Find("1")) // want `^email from Person.Email reaches template.Template.Execute before`
}

func named(w http.ResponseWriter, r *http.Request) {
	page.ExecuteTemplate(w, "page", struct{ Email string }{people.Find("1").Email}) // want `email from Person.Email reaches`
}

func text(w http.ResponseWriter, r *http.Request) {
	texttemplate.Must(texttemplate.New("").Parse("{{.}}")).Execute(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func errorText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no mail to "+people.Find("1").Email, http.StatusTeapot) // want `email from Person.Email reaches http.Error before`
}

func errorValue(w http.ResponseWriter, r *http.Request) {
	//pii:allow error this is about the response
	err := errors.New("no mail to " + people.Find("1").Email)
	http.Error(w, err.Error(), http.StatusTeapot) // want `email from Person.Email reaches http.Error before`
}

func header(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Mail", people.Find("1").Email) // want `email from Person.Email reaches http.Header.Set before`
}

func headerAdd(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Add("X-Id", people.Find("1").ID)
	h.Add("X-Mail", people.Find("1").Email) // want `email from Person.Email reaches`
}

func headerMap(w http.ResponseWriter, r *http.Request) {
	w.Header()["X-Mail"] = []string{people.Find("1").Email} // want `email from Person.Email reaches`
}

func cookie(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "mail", Value: people.Find("1").Email}) // want `email from Person.Email reaches http.SetCookie before`
}

func redirect(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/hello?mail="+url.QueryEscape(people.Find("1").Email), http.StatusFound) // want `email from Person.Email reaches http.Redirect before`
}

func location(w http.ResponseWriter, r *http.Request) {
	u := url.URL{Path: "/hello", RawQuery: url.Values{"mail": {people.Find("1").Email}}.Encode()}
	w.Header().Set("Location", u.String()) // want `email from Person.Email reaches`
	w.WriteHeader(http.StatusSeeOther)
}

func content(w http.ResponseWriter, r *http.Request) {
	http.ServeContent(w, r, "mail.txt", time.Time{}, strings.NewReader(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func buffered(w http.ResponseWriter, r *http.Request) {
	b := bufio.NewWriter(w)
	b.WriteString(people.Find("1").Email) // want `email from Person.Email reaches`
	b.Flush()
}

func zipped(w http.ResponseWriter, r *http.Request) {
	z := gzip.NewWriter(w)
	defer z.Close()
	fmt.Fprintln(z, people.Find("1").Email) // want `email from Person.Email reaches`
}

func multi(w http.ResponseWriter, r *http.Request) {
	var keep bytes.Buffer
	fmt.Fprintln(io.MultiWriter(&keep, w), people.Find("1").Email) // want `email from Person.Email reaches`
}

func buffer(w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	b.WriteString(people.Find("1").Email)
	b.WriteTo(w) // want `email from Person.Email reaches`
}

type recording struct {
	http.ResponseWriter
	code int
}

func (r *recording) WriteHeader(code int) {
	r.code = code
	r.ResponseWriter.WriteHeader(code)
}

func recorder(w http.ResponseWriter, r *http.Request) {
	rec := &recording{ResponseWriter: w}
	rec.WriteHeader(http.StatusOK)
	fmt.Fprintln(rec, people.Find("1").Email) // want `email from Person.Email reaches`
}

type counting struct {
	http.ResponseWriter
	n int
}

func (c *counting) Write(b []byte) (int, error) {
	c.n += len(b)
	return c.ResponseWriter.Write(b)
}

func embedded(w http.ResponseWriter, r *http.Request) {
	c := &counting{ResponseWriter: w}
	json.NewEncoder(c).Encode(people.Find("1")) // want `name from Person.Name and email from Person.Email reach`
}

func reply(w http.ResponseWriter, code int, v any) {
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(v)
}

func helper(w http.ResponseWriter, r *http.Request) {
	reply(w, http.StatusOK, people.Find("1")) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before`
}

func render(w io.Writer, p people.Person) {
	fmt.Fprintln(w, p.Email)
}

func typedHelper(w http.ResponseWriter, r *http.Request) {
	render(io.Discard, people.Find("1"))
	render(w, people.Find("1")) // want `email from Person.Email reaches`
}

func deferred(w http.ResponseWriter, r *http.Request) {
	p := people.Find("1")
	defer fmt.Fprintln(w, p.Email) // want `email from Person.Email reaches`
}

func variable(w http.ResponseWriter, r *http.Request) {
	var out io.Writer = w
	print := fmt.Fprintln
	print(out, people.Find("1").Email) // want `email from Person.Email reaches`
}

func list(w http.ResponseWriter, r *http.Request) {
	for _, p := range []people.Person{people.Find("1")} {
		fmt.Fprintln(w, p.Email) // want `email from Person.Email reaches`
	}
}

type answer struct {
	Data any `json:"data"`
}

func nested(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(answer{Data: []any{people.Find("1")}}) // want `name from Person.Name and email from Person.Email reach`
}

func stream(w http.ResponseWriter, r *http.Request) {
	ch := make(chan string, 1)
	ch <- people.Find("1").Email
	close(ch)
	for s := range ch {
		fmt.Fprintf(w, "data: %s\n\n", s) // want `email from Person.Email reaches`
		w.(http.Flusher).Flush()
	}
}

func closure(w http.ResponseWriter, r *http.Request) {
	say := func(s string) { fmt.Fprintln(w, s) }
	say("hello")
	say(people.Find("1").Email) // want `email from Person.Email reaches`
}

func controller(w http.ResponseWriter, r *http.Request) {
	c := http.NewResponseController(w)
	c.Flush()
	fmt.Fprintln(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func constant(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") }

func id(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, people.Find("1").ID) }

type public struct {
	Name  string `json:"-" pii:"name"`
	Email string `json:"-" pii:"email"`
	ID    string `json:"id"`
}

func tagged(w http.ResponseWriter, r *http.Request) {
	p := people.Find("1")
	json.NewEncoder(w).Encode(public{Name: p.Name, Email: p.Email, ID: p.ID})
}

type maskedMail string

func (maskedMail) MarshalJSON() ([]byte, error) { return []byte(`"***"`), nil }

func masked(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(struct{ Mail maskedMail }{maskedMail(people.Find("1").Email)})
}

func length(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, len(people.Find("1").Email), people.Find("1").Email != "")
}

func discarded(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(io.Discard, people.Find("1").Email)
}

func local(w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	b.WriteString(people.Find("1").Email)
	w.WriteHeader(http.StatusNoContent)
}

func status(w http.ResponseWriter, r *http.Request) {
	if people.Find("1").Email == "" {
		w.WriteHeader(http.StatusNotFound)
	}
}
