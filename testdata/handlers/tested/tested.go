// Package tested makes a handler for others to serve. Its own tests call what makes it,
// and the handler: that changes nothing.
package tested

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

type store interface{ Person(id string) people.Person }

type api struct{ store store }

func (a *api) open(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(a.store.Person(r.FormValue("id"))) // want `reach json.Encoder.Encode before the caller is verified`
}

func (a *api) closed(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) != nil {
		return
	}
	json.NewEncoder(w).Encode(a.store.Person(r.FormValue("id")))
}

func (a *api) listed(c *gin.Context) {
	c.JSON(http.StatusOK, a.store.Person(c.Query("id"))) // want `reach gin.Context.JSON before the caller is verified`
}

// NewHandler is what others serve.
func NewHandler(s store) http.Handler {
	a := &api{store: s}
	router := gin.New()
	routes(router, a)
	mux := http.NewServeMux()
	mux.HandleFunc("/open", a.open)
	mux.HandleFunc("/closed", a.closed)
	mux.Handle("/", router)
	return mux
}

func routes(router *gin.Engine, a *api) {
	router.Group("/people").GET("/", a.listed)
}
