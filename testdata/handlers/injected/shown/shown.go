// Package shown has handlers behind an interface.
package shown

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

// People answers requests.
type People interface {
	Profile(c *gin.Context)
	Login(c *gin.Context)
	Search() gin.HandlerFunc
	Mine() gin.HandlerFunc
}

type handler struct{ status int }

// New makes the handlers.
func New() People { return &handler{http.StatusOK} }

func (h *handler) Profile(c *gin.Context) { c.JSON(h.status, people.Find(c.Param("id")).Name) }

func (h *handler) Login(c *gin.Context) { c.JSON(h.status, people.Find(c.Param("id")).Email) }

func (h *handler) Search() gin.HandlerFunc {
	return func(c *gin.Context) { c.JSON(h.status, people.Find(c.Param("id"))) }
}

func (h *handler) Mine() gin.HandlerFunc {
	return func(c *gin.Context) { c.JSON(h.status, people.Find(c.Param("id"))) }
}
