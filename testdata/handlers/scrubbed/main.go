// Program scrubbed takes names out of records behind interfaces, and out of all records of a
// list, in functions, methods and loops, or only out of some.
package main

import (
	"encoding/json"
	"net/http"
)

// C is a customer.
type C struct {
	ID    string
	Admin bool
	Name  string `json:"name" pii:"name"`
}
type Repo interface {
	One(id string) (*C, error)
	All() ([]*C, error)
	Vals() ([]C, error)
}

type mem struct{ m map[string]*C }

func (m mem) One(id string) (*C, error) { c := *m.m[id]; return &c, nil }
func (m mem) All() ([]*C, error) {
	var out []*C
	for _, x := range m.m {
		t := *x
		out = append(out, &t)
	}
	return out, nil
}
func (m mem) Vals() ([]C, error) {
	var out []C
	for _, x := range m.m {
		out = append(out, *x)
	}
	return out, nil
}

func scrub(cs []*C) {
	for _, c := range cs {
		c.Name = ""
	}
}
func scrubSome(cs []*C) {
	for _, c := range cs {
		if c.Admin {
			c.Name = ""
		}
	}
}
func scrubUntil(cs []*C) {
	for _, c := range cs {
		if c.Admin {
			return
		}
		c.Name = ""
	}
}
func scrubFirst(cs []*C) {
	if len(cs) > 0 {
		cs[0].Name = ""
	}
}
func scrubV(cs []C) {
	for i := range cs {
		cs[i].Name = ""
	}
}
func scrubVSome(cs []C) {
	for i := range cs {
		if cs[i].Admin {
			continue
		}
		cs[i].Name = ""
	}
}
func scrubVTail(cs []C) {
	for i := 1; i < len(cs); i++ {
		cs[i].Name = ""
	}
}
func scrubCopy(cs []C) {
	for _, c := range cs {
		c.Name = ""
		_ = c
	}
}
func (c *C) Clear() { c.Name = "" }
func (c *C) ClearIf(b bool) {
	if b {
		c.Name = ""
	}
}

type api struct {
	r Repo
	m mem
}

func show(w http.ResponseWriter, v any) { json.NewEncoder(w).Encode(v) }

func (a api) showOthers(w http.ResponseWriter, r *http.Request) {
	all, _ := a.m.All()
	var admins []*C
	for _, c := range all {
		if c.Admin {
			admins = append(admins, c)
		}
	}
	scrub(admins)
	show(w, all) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showSome(w http.ResponseWriter, r *http.Request) {
	all, _ := a.r.All()
	scrubSome(all)
	show(w, all) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showRest(w http.ResponseWriter, r *http.Request) {
	all, _ := a.m.All()
	scrubUntil(all)
	show(w, all) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showAllButFirst(w http.ResponseWriter, r *http.Request) {
	all, _ := a.r.All()
	scrubFirst(all)
	show(w, all) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showEither(w http.ResponseWriter, r *http.Request) {
	x, _ := a.m.All()
	y, _ := a.m.All()
	l := x
	if r.FormValue("y") != "" {
		l = y
	}
	scrub(l)
	show(w, x) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showSomeValues(w http.ResponseWriter, r *http.Request) {
	v, _ := a.m.Vals()
	scrubVSome(v)
	show(w, v) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showFirstValue(w http.ResponseWriter, r *http.Request) {
	v, _ := a.r.Vals()
	scrubVTail(v)
	show(w, v) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showCopied(w http.ResponseWriter, r *http.Request) {
	v, _ := a.r.Vals()
	scrubCopy(v)
	show(w, v) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showScrubbed(w http.ResponseWriter, r *http.Request) {
	v, _ := a.r.Vals()
	scrubV(v)
	show(w, v)
}
func (a api) showHead(w http.ResponseWriter, r *http.Request) {
	v, _ := a.r.Vals()
	scrubV(v[1:])
	show(w, v) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showCleared(w http.ResponseWriter, r *http.Request) {
	v, _ := a.r.All()
	for _, c := range v {
		c.Clear()
	}
	show(w, v)
}
func (a api) showClearedIf(w http.ResponseWriter, r *http.Request) {
	v, _ := a.m.All()
	for _, c := range v {
		c.ClearIf(r.Method == "GET")
	}
	show(w, v) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showSkipped(w http.ResponseWriter, r *http.Request) {
	v, _ := a.m.All()
	for _, c := range v {
		if c.ID == "" {
			continue
		}
		c.Clear()
	}
	show(w, v) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showFresh(w http.ResponseWriter, r *http.Request) {
	v, _ := a.m.All()
	for _, c := range v {
		c.Clear()
	}
	z, _ := a.m.All()
	show(w, z) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showFirst(w http.ResponseWriter, r *http.Request) {
	v, _ := a.m.All()
	first := v[0]
	scrub(v[1:])
	show(w, first) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showOne(w http.ResponseWriter, r *http.Request) {
	c, err := a.r.One("x")
	if err == nil && r.Method == "GET" {
		c.Name = ""
	}
	show(w, c) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showMeanwhile(w http.ResponseWriter, r *http.Request) {
	v, _ := a.m.All()
	go scrub(v)
	show(w, v) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showBefore(w http.ResponseWriter, r *http.Request) {
	v, _ := a.m.All()
	defer scrub(v)
	show(w, v) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
}
func (a api) showFirstThenClear(w http.ResponseWriter, r *http.Request) {
	v, _ := a.m.All()
	for _, c := range v {
		show(w, c.Name) // want `name from C.Name reaches json.Encoder.Encode before the caller is verified`
		c.Clear()
	}
}

func main() {
	a := api{mem{load()}, mem{load()}}
	for p, h := range map[string]http.HandlerFunc{"showothers": a.showOthers, "showsome": a.showSome, "showrest": a.showRest, "showallbutfirst": a.showAllButFirst, "showeither": a.showEither, "showsomevalues": a.showSomeValues, "showfirstvalue": a.showFirstValue, "showcopied": a.showCopied,
		"showscrubbed": a.showScrubbed, "showhead": a.showHead, "showcleared": a.showCleared, "showclearedif": a.showClearedIf, "showskipped": a.showSkipped, "showfresh": a.showFresh, "showfirst": a.showFirst, "showone": a.showOne, "showmeanwhile": a.showMeanwhile, "showbefore": a.showBefore, "showfirstthenclear": a.showFirstThenClear} {
		http.HandleFunc("/"+p, h)
	}
	http.ListenAndServe(":1", nil)
}

var fill func(map[string]*C)

func load() map[string]*C { m := map[string]*C{}; fill(m); return m }
