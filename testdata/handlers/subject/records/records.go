// Package records has handlers that know who calls. Some of them show whatever
// record the request names. It is analysed with that switched on.
package records

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v4"

	"handlers/people"
)

// User is who calls.
type User struct {
	ID    string
	Role  string
	Admin bool
}

// May says what somebody may do.
func (u *User) May(what string) bool { return u.Role == what }

type userKey struct{}

// Authenticate says who calls.
func Authenticate(r *http.Request) (*User, error) {
	if err := people.Verify(r); err != nil {
		return nil, err
	}
	return &User{ID: r.Header.Get("X-User")}, nil
}

func current(ctx context.Context) *User {
	u, _ := ctx.Value(userKey{}).(*User)
	return u
}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := Authenticate(r)
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, u)))
	})
}

type store struct{ people map[string]people.Person }

func (s *store) ByID(ctx context.Context, id string) (*people.Person, error) {
	p, ok := s.people[id]
	if !ok {
		return nil, errors.New("not found")
	}
	return &p, nil
}

func (s *store) ByNumber(n int) people.Person { return s.people[strconv.Itoa(n)] }

func (s *store) Owned(ctx context.Context, id, owner string) (*people.Person, error) {
	if s.people[id].Card != owner {
		return nil, errors.New("not yours")
	}
	return s.ByID(ctx, id)
}

func (s *store) Create(ctx context.Context, name string) (*people.Person, error) {
	return &people.Person{Name: name}, nil
}

var db = &store{}

// Routes serves everything below.
func Routes() http.Handler {
	r := chi.NewRouter()
	r.Use(requireUser)
	r.Get("/any/{id}", anyone)
	r.Get("/query", query)
	r.Get("/number/{n}", number)
	r.Get("/param/{id}", param)
	r.Post("/body", body)
	r.Get("/own", own)
	r.Get("/compared/{id}", compared)
	r.Get("/after/{id}", after)
	r.Get("/owned/{id}", owned)
	r.Get("/role/{id}", role)
	r.Get("/admin/{id}", admin)
	r.Get("/may/{id}", may)
	r.Get("/authorize/{id}", authorized)
	r.Get("/helper/{id}", viaHelper)
	r.Get("/helperok/{id}", viaHelperOK)
	r.Post("/create", create)
	r.Get("/low/{id}", low)
	r.Get("/logged/{id}", logged)
	r.Get("/allowed/{id}", allowedLine)
	return r
}

func anyone(w http.ResponseWriter, r *http.Request) {
	p, err := db.ByID(r.Context(), r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(p) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode, but records.store.ByID \(records.go:\d+\) looks up what the request names, whoever calls`
}

func query(w http.ResponseWriter, r *http.Request) {
	p, _ := db.ByID(r.Context(), r.FormValue("id"))
	fmt.Fprint(w, p.Email) // want `email from Person.Email reaches fmt.Fprint, but records.store.ByID`
}

func number(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(chi.URLParam(r, "n"))
	if err != nil {
		return
	}
	p := db.ByNumber(n)
	fmt.Fprint(w, p.Email) // want `email from Person.Email reaches fmt.Fprint, but records.store.ByNumber`
}

func param(w http.ResponseWriter, r *http.Request) {
	u := current(r.Context())
	p := people.Find(chi.URLParam(r, "id"))
	fmt.Fprint(w, u.ID, p.Email) // want `email from Person.Email reaches fmt.Fprint, but people.Find`
}

func body(w http.ResponseWriter, r *http.Request) {
	var req struct{ ID string }
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		return
	}
	p := people.Find(req.ID)
	fmt.Fprint(w, p.Email) // want `email from Person.Email reaches fmt.Fprint, but people.Find`
}

func own(w http.ResponseWriter, r *http.Request) {
	p, _ := db.ByID(r.Context(), current(r.Context()).ID)
	json.NewEncoder(w).Encode(p)
}

func compared(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	if current(r.Context()).ID != id {
		w.WriteHeader(403)
		return
	}
	p, _ := db.ByID(r.Context(), id)
	json.NewEncoder(w).Encode(p)
}

func after(w http.ResponseWriter, r *http.Request) {
	p, _ := db.ByID(r.Context(), chi.URLParam(r, "id"))
	if p.ID != current(r.Context()).ID {
		w.WriteHeader(403)
		return
	}
	json.NewEncoder(w).Encode(p)
}

func owned(w http.ResponseWriter, r *http.Request) {
	p, err := db.Owned(r.Context(), chi.URLParam(r, "id"), current(r.Context()).ID)
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(p)
}

func role(w http.ResponseWriter, r *http.Request) {
	if current(r.Context()).Role != "desk" {
		return
	}
	p, _ := db.ByID(r.Context(), chi.URLParam(r, "id"))
	json.NewEncoder(w).Encode(p)
}

func admin(w http.ResponseWriter, r *http.Request) {
	u := current(r.Context())
	if !u.Admin {
		return
	}
	p, _ := db.ByID(r.Context(), chi.URLParam(r, "id"))
	json.NewEncoder(w).Encode(p)
}

func may(w http.ResponseWriter, r *http.Request) {
	if !current(r.Context()).May("read") {
		return
	}
	p, _ := db.ByID(r.Context(), chi.URLParam(r, "id"))
	json.NewEncoder(w).Encode(p)
}

func authorize(u *User, p *people.Person) error {
	if u.ID == p.ID {
		return nil
	}
	return errors.New("not yours")
}

func authorized(w http.ResponseWriter, r *http.Request) {
	p, _ := db.ByID(r.Context(), chi.URLParam(r, "id"))
	if err := authorize(current(r.Context()), p); err != nil {
		return
	}
	json.NewEncoder(w).Encode(p)
}

func load(r *http.Request) people.Person { return people.Find(chi.URLParam(r, "id")) }

func viaHelper(w http.ResponseWriter, r *http.Request) {
	p := load(r)
	fmt.Fprint(w, p.Email) // want `email from Person.Email reaches fmt.Fprint, but people.Find`
}

func loadOwn(r *http.Request) (people.Person, error) {
	id := chi.URLParam(r, "id")
	if id != current(r.Context()).ID {
		return people.Person{}, errors.New("not yours")
	}
	return people.Find(id), nil
}

func viaHelperOK(w http.ResponseWriter, r *http.Request) {
	p, err := loadOwn(r)
	if err != nil {
		return
	}
	fmt.Fprint(w, p.Email)
}

func create(w http.ResponseWriter, r *http.Request) {
	p, _ := db.Create(r.Context(), r.FormValue("name"))
	json.NewEncoder(w).Encode(p)
}

func low(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find(chi.URLParam(r, "id")).Language)
}

func logged(w http.ResponseWriter, r *http.Request) {
	u, id := current(r.Context()), chi.URLParam(r, "id")
	fmt.Println("read", u.ID, id)
	p := people.Find(id)
	fmt.Fprint(w, p.Email) // want `email from Person.Email reaches fmt.Fprint, but people.Find`
}

func allowedLine(w http.ResponseWriter, r *http.Request) {
	p := people.Find(chi.URLParam(r, "id"))
	fmt.Fprint(w, p.Email) //pii:allow response everybody may write to everybody
}

// gins registers with gin.
func gins() error {
	r := gin.New()
	r.Use(func(c *gin.Context) {
		u, err := Authenticate(c.Request)
		if err != nil {
			c.AbortWithStatus(401)
			return
		}
		c.Set("user", u)
	})
	r.GET("/any/:id", ginAny)
	r.GET("/own/:id", ginOwn)
	return r.Run()
}

func ginAny(c *gin.Context) {
	c.JSON(200, people.Find(c.Param("id"))) // want `reach gin.Context.JSON, but people.Find`
}

func ginOwn(c *gin.Context) {
	u := c.MustGet("user").(*User)
	if u.ID != c.Param("id") {
		c.AbortWithStatus(403)
		return
	}
	c.JSON(200, people.Find(c.Param("id")))
}

// echoes registers with echo.
func echoes() error {
	e := echo.New()
	e.Use(echo.WrapMiddleware(requireUser))
	e.GET("/any/:id", echoAny)
	e.GET("/bound", echoBound)
	e.GET("/own/:id", echoOwn)
	return e.Start(":1")
}

func echoAny(c echo.Context) error {
	return c.JSON(200, people.Find(c.Param("id"))) // want `reach echo.Context.JSON, but people.Find`
}

func echoBound(c echo.Context) error {
	var req struct {
		ID string `query:"id"`
	}
	if err := c.Bind(&req); err != nil {
		return err
	}
	return c.JSON(200, people.Find(req.ID)) // want `reach echo.Context.JSON, but people.Find`
}

func echoOwn(c echo.Context) error {
	id := c.Param("id")
	if u, ok := c.Get("user").(*User); !ok || u.ID != id {
		return echo.ErrForbidden
	}
	return c.JSON(200, people.Find(id))
}

var _ = []any{gins, echoes}
