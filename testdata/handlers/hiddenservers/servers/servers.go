// Package servers has servers of types that only it can name, with methods of values,
// which it gives away as pointers.
package servers

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

// Server serves.
type Server interface{ Listen() }

// New makes one of several.
func New(kind int) Server {
	switch kind {
	case 1:
		return &engine{router: gin.New(), port: 80}
	case 2:
		return &guarded{router: gin.New()}
	}
	return &plain{router: http.NewServeMux()}
}

type engine struct {
	router *gin.Engine
	port   int
}

func (e engine) Listen() {
	e.router.GET("/accounts", e.find())
	server := &http.Server{Addr: fmt.Sprintf(":%d", e.port), Handler: e.router}
	_ = server.ListenAndServe()
}

func (e engine) find() gin.HandlerFunc {
	return func(c *gin.Context) { c.JSON(http.StatusOK, people.Find(c.Query("id"))) }
}

type plain struct{ router *http.ServeMux }

func (p plain) Listen() {
	p.router.HandleFunc("/accounts", p.find())
	_ = http.ListenAndServe(":80", p.router)
}

func (p plain) find() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, _ = fmt.Fprintln(w, people.Find(r.FormValue("id")).Name)
	}
}

type guarded struct{ router *gin.Engine }

func (g guarded) Listen() {
	g.router.Use(func(c *gin.Context) {
		if people.Verify(c.Request) != nil {
			c.Abort()
		}
	})
	g.router.GET("/accounts", g.find())
	_ = g.router.Run()
}

func (g guarded) find() gin.HandlerFunc {
	return func(c *gin.Context) { c.JSON(http.StatusOK, people.Find(c.Query("id"))) }
}
