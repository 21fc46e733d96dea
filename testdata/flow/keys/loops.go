package keys

import (
	"encoding/json"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"strings"
)

func loops(r *http.Request) {
	for _, k := range []string{"page", "email"} {
		log.Print(r.FormValue(k)) // want `email from r.FormValue\(k\) reaches log.Print`
	}
	for _, k := range [...]string{"sort", "phone"} {
		log.Print(r.PostFormValue(k)) // want `phone from r.PostFormValue\(k\) reaches log.Print`
	}
	names := []string{"first_name", "page"}
	for i := range names {
		log.Print(r.URL.Query().Get(names[i])) // want `name from r.URL.Query\(\).Get\(names\[i\]\) reaches log.Print`
	}
	for i := 0; i < len(names); i++ {
		log.Print(r.Form.Get(names[i])) // want `name from r.Form.Get\(names\[i\]\) reaches log.Print`
	}
	for _, k := range []string{"page", "sort", "order", "limit", "offset"} {
		log.Print(r.FormValue(k))
	}
	for _, k := range []string{"a", "b", "c", "d", "e", "iban"} {
		log.Print(r.FormValue(k)) // want `bank_account from r.FormValue\(k\) reaches log.Print`
	}
}

var personal = []string{"name", "email", "q"}

var paging = [2]string{"page", "size"}

var fixed = [...]string{"page", "ssn"}

var grown = []string{"page"}

func init() { grown = append(grown, os.Args[1:]...) }

var captionOf = map[string]string{"email": "E-mail", "page": "Page"}

var keyOf = map[int]string{1: "phone", 2: "page"}

func lists(r *http.Request) {
	for _, k := range personal {
		log.Print(r.FormValue(k)) // want `email from r.FormValue\(k\) reaches log.Print`
	}
	for _, k := range paging {
		log.Print(r.FormValue(k))
	}
	for i := range fixed {
		log.Print(r.FormValue(fixed[i])) // want `ssn from r.FormValue\(fixed\[i\]\) reaches log.Print`
	}
	for _, k := range grown {
		log.Print(r.FormValue(k))
	}
	for k, caption := range captionOf {
		log.Print(caption, captionOf[k])
		log.Print(r.FormValue(k)) // want `email from r.FormValue\(k\) reaches log.Print`
	}
	for _, k := range keyOf {
		log.Print(r.FormValue(k)) // want `phone from r.FormValue\(k\) reaches log.Print`
	}
	log.Print(r.FormValue(keyOf[1]))    // want `phone from r.FormValue\(keyOf\[1\]\) reaches log.Print`
	log.Print(r.FormValue(fixed[1]))    // want `ssn from r.FormValue\(fixed\[1\]\) reaches log.Print`
	log.Print(r.FormValue(personal[1])) // want `email from r.FormValue\(personal\[1\]\) reaches log.Print`
	log.Print(r.FormValue(personal[0]), r.FormValue(fixed[0]), r.FormValue(keyOf[2]))
}

type parameter struct {
	key, label string
	required   bool
}

var parameters = []parameter{{"email", "E-mail", true}, {"page", "Page", false}}

func tables(r *http.Request) {
	for _, p := range parameters {
		v := r.FormValue(p.key)
		if v == "" && p.required {
			log.Printf("%s is missing", p.label)
			continue
		}
		log.Printf("%s is %s", p.label, v) // want `email from r.FormValue\(p.key\) reaches log.Printf`
	}
	for _, p := range []struct{ name, to string }{{"phone", "Phone"}, {"size", "Size"}} {
		log.Print(r.FormValue(p.name)) // want `phone from r.FormValue\(p.name\) reaches log.Print`
		log.Print(r.FormValue(p.to + "s"))
	}
}

func decodedLoop(body io.Reader) {
	var m map[string]any
	if json.NewDecoder(body).Decode(&m) != nil {
		return
	}
	for _, k := range []string{"ssn", "state"} {
		if v, ok := m[k]; ok {
			log.Print(v) // want `ssn from m\[k\] reaches log.Print`
		}
	}
	for _, k := range paging {
		log.Print(m[k])
	}
	for _, k := range []string{"page", "id"} {
		delete(m, k)
	}
}

func eachParam(r *http.Request, f func(string)) {
	for _, k := range []string{"iban", "page"} {
		f(r.FormValue(k))
	}
}

func passesFunc(r *http.Request) {
	eachParam(r, func(s string) { log.Print(s) }) // want `bank_account from`
	eachParam(r, func(s string) { log.Print(len(s)) })
}

func all(r *http.Request, keys ...string) []string {
	var out []string
	for _, k := range keys {
		out = append(out, r.FormValue(k))
	}
	return out
}

func passesList(r *http.Request) {
	log.Print(all(r, "page", "email")) // want `email from all\(r, "page", "email"\) reaches log.Print`
	log.Print(all(r, "page", "size"))
	log.Print(all(r, personal...)) // want `email from all\(r, personal...\) reaches log.Print`
	log.Print(all(r, paging[:]...))
}

func missing(r *http.Request) {
	var absent []string
	for _, k := range []string{"email", "phone"} {
		if r.FormValue(k) == "" {
			absent = append(absent, k)
		}
	}
	log.Print("missing: ", strings.Join(absent, ", "))
}

func chosen(r *http.Request, short bool) {
	k := "email"
	if short {
		k = "page"
	}
	log.Print(r.FormValue(k)) // want `email from r.FormValue\(k\) reaches log.Print`
	var which string
	switch r.Method {
	case "GET":
		which = "page"
	case "POST":
		which = "phone"
	}
	log.Print(r.FormValue(which)) // want `phone from r.FormValue\(which\) reaches log.Print`
}

func cookies(r *http.Request) {
	c, err := r.Cookie("email")
	if err != nil {
		return
	}
	log.Print(c.Value) // want `email from r.Cookie\("email"\) reaches log.Print`
	log.Print(c)       // want `email from r.Cookie\("email"\) reaches log.Print`
	log.Print(c.Name, c.Path)
	for _, c := range r.CookiesNamed("phone") {
		log.Print(c.Value) // want `phone from r.CookiesNamed\("phone"\) reaches log.Print`
	}
	if c, err := r.Cookie("theme"); err == nil {
		log.Print(c.Value)
	}
	for _, c := range r.Cookies() {
		log.Print(c.Name)
		if c.Name == "theme" {
			log.Print(c.Value)
		}
	}
}

func multiparts(r *http.Request) {
	if r.ParseMultipartForm(1<<20) != nil {
		return
	}
	log.Print(r.MultipartForm.Value["email"]) // want `email from r.MultipartForm.Value\["email"\] reaches log.Print`
	if v := r.MultipartForm.Value["phone"]; len(v) > 0 {
		log.Print(v[0]) // want `phone from r.MultipartForm.Value\["phone"\] reaches log.Print`
	}
	log.Print(r.MultipartForm.Value["page"])
	log.Print(len(r.MultipartForm.File["passport"]))
}

func multipartReader(mr *multipart.Reader) {
	form, err := mr.ReadForm(1 << 20)
	if err != nil {
		return
	}
	log.Print(form.Value["email"]) // want `email from form.Value\["email"\] reaches log.Print`
}

func byHand(raw string) {
	v, err := url.ParseQuery(raw)
	if err != nil {
		return
	}
	log.Print(v.Get("email")) // want `email from v.Get\("email"\) reaches log.Print`
	log.Print(v["phone"])     // want `phone from v\["phone"\] reaches log.Print`
	if v.Has("ssn") {
		log.Print(v.Get("page"))
	}
	u, err := url.Parse(raw)
	if err != nil {
		return
	}
	q := u.Query()
	log.Print(q.Get("email")) // want `email from q.Get\("email"\) reaches log.Print`
	q.Set("email", "someone")
	log.Print(q.Get("email"))
	q.Del("phone")
	log.Print(q.Get("phone"))
}

func formRange(r *http.Request) {
	_ = r.ParseForm()
	for k := range r.Form {
		log.Print(k)
	}
	log.Print(r.PostForm.Get("email")) // want `email from r.PostForm.Get\("email"\) reaches log.Print`
	for _, v := range r.PostForm["phone"] {
		log.Print(v) // want `phone from r.PostForm\["phone"\] reaches log.Print`
	}
	if v, ok := r.Form["ssn"]; ok && len(v) == 1 {
		log.Print(v[0]) // want `ssn from r.Form\["ssn"\] reaches log.Print`
	}
}

func environments() {
	if v, ok := os.LookupEnv("EMAIL"); ok {
		log.Print(v) // want `email from os.LookupEnv\("EMAIL"\) reaches log.Print`
	}
	for _, k := range []string{"HOME", "PASSWORD"} {
		log.Print(os.Getenv(k)) // want `credential from os.Getenv\(k\) reaches log.Print`
	}
	log.Print(os.Getenv("EMAIL_HOST"), os.Getenv("PASSWORD_FILE"))
}
