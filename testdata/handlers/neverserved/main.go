// Command neverserved has handlers that nothing registers, and routers that nothing
// serves: in a program nobody else can.
package main

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

// Forgotten is exported, and still nobody can register it.
func Forgotten(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified, in a handler that is never registered`
}

// Checked verifies by itself.
func Checked(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) == nil {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

// API has handlers.
type API struct{}

// Forgotten is a method.
func (API) Forgotten(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `in a handler that is never registered`
}

// Routes gives a router away that nobody serves.
func Routes() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("/routed", Routed)
	return m
}

// Routed is one of its handlers.
func Routed(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

// Router is a variable that nobody serves.
var Router = http.NewServeMux()

func init() {
	Router.HandleFunc("/kept", Kept)
}

// Kept is one of its handlers.
func Kept(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func main() {
	m := http.NewServeMux()
	m.HandleFunc("/checked", Checked)
	http.ListenAndServe(":1", m)
}
