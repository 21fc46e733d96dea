// Package ignored compares whose a record is, and goes on as if it had not.
package ignored

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/casbin/casbin/v2"
	"github.com/gin-gonic/gin"

	"handlers/people"
	"handlers/subject/loads"
)

type store struct {
	e *casbin.Enforcer
}

func (s *store) dropped(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.PathValue("id"))
	mine := p.ID == loads.Caller(r.Context()).ID
	log.Println(mine)
	json.NewEncoder(w).Encode(p) // want `reach json.Encoder.Encode, but people.Find`
}

func (s *store) noted(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.PathValue("id"))
	if p.ID != loads.Caller(r.Context()).ID {
		log.Println("not theirs")
	}
	json.NewEncoder(w).Encode(p) // want `reach json.Encoder.Encode, but people.Find`
}

func (s *store) refused(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.PathValue("id"))
	if p.ID != loads.Caller(r.Context()).ID {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	json.NewEncoder(w).Encode(p)
}

func (s *store) answered(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.PathValue("id"))
	if p.ID != loads.Caller(r.Context()).ID {
		http.Error(w, "no", http.StatusForbidden) // and goes on
	}
	json.NewEncoder(w).Encode(p) // want `reach json.Encoder.Encode, but people.Find`
}

func (s *store) cleared(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.PathValue("id"))
	if p.ID != loads.Caller(r.Context()).ID {
		p = people.Person{}
	}
	json.NewEncoder(w).Encode(p)
}

func (s *store) flagged(w http.ResponseWriter, r *http.Request) {
	p, mine := people.Find(r.PathValue("id")), true
	if p.ID != loads.Caller(r.Context()).ID {
		mine = false
	}
	if mine {
		json.NewEncoder(w).Encode(p)
	}
}

func theirs(u *loads.User, p people.Person) error {
	if u.ID != p.ID {
		return errors.New("not theirs")
	}
	return nil
}

func (s *store) asked(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.PathValue("id"))
	if theirs(loads.Caller(r.Context()), p) != nil {
		return
	}
	json.NewEncoder(w).Encode(p)
}

func (s *store) askedForNothing(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.PathValue("id"))
	_ = theirs(loads.Caller(r.Context()), p)
	json.NewEncoder(w).Encode(p) // want `reach json.Encoder.Encode, but people.Find`
}

func (s *store) role(w http.ResponseWriter, r *http.Request) {
	if loads.Caller(r.Context()).Role != "desk" {
		log.Println("not of the desk")
	}
	json.NewEncoder(w).Encode(people.Find(r.PathValue("id"))) // want `reach json.Encoder.Encode, but people.Find`
}

func (s *store) enforced(w http.ResponseWriter, r *http.Request) {
	if ok, err := s.e.Enforce(loads.Caller(r.Context()).ID, r.URL.Path, "read"); err != nil || !ok {
		return
	}
	json.NewEncoder(w).Encode(people.Find(r.PathValue("id")))
}

func (s *store) enforcedForNothing(w http.ResponseWriter, r *http.Request) {
	if _, err := s.e.Enforce(loads.Caller(r.Context()).ID, r.URL.Path, "read"); err != nil {
		return
	}
	json.NewEncoder(w).Encode(people.Find(r.PathValue("id"))) // want `reach json.Encoder.Encode, but people.Find`
}

// me shows who calls for a word, and whomever the request names else.
func (s *store) me(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "me" {
		id = loads.Caller(r.Context()).ID
	}
	json.NewEncoder(w).Encode(people.Find(id)) // want `reach json.Encoder.Encode, but people.Find`
}

func knownCaller(c *gin.Context) {
	if people.Verify(c.Request) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func (s *store) abort(c *gin.Context) {
	if people.Find(c.Param("id")).ID != loads.Caller(c.Request.Context()).ID {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

func (s *store) behindAbort(c *gin.Context) { c.JSON(http.StatusOK, people.Find(c.Param("id"))) }

func serve(s *store) error {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/1/{id}": s.dropped, "/2/{id}": s.noted, "/3/{id}": s.refused, "/4/{id}": s.answered, "/5/{id}": s.cleared, "/6/{id}": s.flagged,
		"/7/{id}": s.asked, "/8/{id}": s.askedForNothing, "/9/{id}": s.role, "/10/{id}": s.enforced, "/11/{id}": s.enforcedForNothing, "/12/{id}": s.me,
	} {
		mux.Handle(path, loads.Known(h))
	}
	r := gin.New()
	r.Use(knownCaller)
	r.GET("/13/:id", s.abort, s.behindAbort)
	return http.ListenAndServe(":1", mux)
}

var _ = serve

// passed compares a secret. That it is equal says who calls, and is no right.
func passed(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Key")), []byte(os.Getenv("KEY"))) != 1 {
			return
		}
		next(w, r)
	}
}

// code tells by a number how it went.
func code(r *http.Request) int {
	if people.Verify(r) != nil {
		return http.StatusUnauthorized
	}
	return http.StatusOK
}

func coded(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if code(r) == http.StatusOK {
			next(w, r)
		}
	}
}

func (s *store) behindPassed(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(people.Find(r.PathValue("id"))) // want `reach json.Encoder.Encode, but people.Find`
}

func (s *store) behindCoded(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(people.Find(r.PathValue("id"))) // want `reach json.Encoder.Encode, but people.Find`
}

func serveNumbers(s *store) error {
	mux := http.NewServeMux()
	mux.Handle("/1/{id}", passed(s.behindPassed))
	mux.Handle("/2/{id}", coded(s.behindCoded))
	return http.ListenAndServe(":2", mux)
}

var _ = serveNumbers
