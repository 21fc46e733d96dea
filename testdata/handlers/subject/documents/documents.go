// Package documents has handlers that are made in one function, with what is found in a
// document store, in maps, and in the session of who calls.
package documents

import (
	"encoding/json"
	"net/http"

	"github.com/casbin/casbin/v2"
	"github.com/gin-gonic/gin"
	"github.com/gorilla/sessions"

	"handlers/people"
	"handlers/subject/docstore"
)

type note struct {
	Owner string `json:"owner"`
	Text  string `json:"text" pii:"message"`
}

func known(c *gin.Context) {
	if people.Verify(c.Request) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("user", c.GetHeader("X-User"))
}

// routes makes handlers that ask for one thing by one name. What one of them compares
// says nothing of the others.
func routes(notes *docstore.Collection, kept map[string]map[string]note) error {
	r := gin.New()
	r.Use(known)
	r.GET("/any/:id", func(c *gin.Context) {
		var n note
		if notes.FindOne(c, docstore.M{"id": c.Param("id")}).Decode(&n) != nil {
			return
		}
		c.JSON(http.StatusOK, n) // want `message from note.Text reaches gin.Context.JSON, but docstore.Result.Decode`
	})
	r.GET("/own/:id", func(c *gin.Context) {
		var n note
		if notes.FindOne(c, docstore.M{"id": c.Param("id")}).Decode(&n) != nil || n.Owner != c.GetString("user") {
			return
		}
		c.JSON(http.StatusOK, n)
	})
	r.GET("/filtered/:id", func(c *gin.Context) {
		var n note
		if notes.FindOne(c, docstore.M{"id": c.Param("id"), "owner": c.GetString("user")}).Decode(&n) != nil {
			return
		}
		c.JSON(http.StatusOK, n)
	})
	r.GET("/kept/:id", func(c *gin.Context) {
		c.JSON(http.StatusOK, kept[c.GetString("user")][c.Param("id")])
	})
	r.GET("/keptby/:who/:id", func(c *gin.Context) {
		c.JSON(http.StatusOK, kept[c.Param("who")][c.Param("id")]) // want `message from note.Text reaches gin.Context.JSON, but`
	})
	return r.Run()
}

// desk is for those whom a policy lets through.
func desk(e *casbin.Enforcer, notes *docstore.Collection) error {
	r := gin.New()
	r.Use(known, func(c *gin.Context) {
		if ok, err := e.Enforce(c.GetString("user"), c.FullPath()); err != nil || !ok {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	})
	r.GET("/any/:id", func(c *gin.Context) {
		var n note
		if notes.FindOne(c, docstore.M{"id": c.Param("id")}).Decode(&n) != nil {
			return
		}
		c.JSON(http.StatusOK, n)
	})
	return r.Run()
}

var store = sessions.NewCookieStore([]byte("key"))

func loggedIn(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s, _ := store.Get(r, "session")
		if _, ok := s.Values["user"].(string); !ok {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// ofSession compares with the user of the session, whom middleware has seen.
func ofSession(notes *docstore.Collection) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s, _ := store.Get(r, "session")
		user := s.Values["user"].(string)
		var n note
		if notes.FindOne(r.Context(), docstore.M{"id": r.PathValue("id")}).Decode(&n) != nil || n.Owner != user {
			return
		}
		json.NewEncoder(w).Encode(n)
	}
}

func ofAnybody(notes *docstore.Collection) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var n note
		if notes.FindOne(r.Context(), docstore.M{"id": r.PathValue("id")}).Decode(&n) != nil {
			return
		}
		json.NewEncoder(w).Encode(n) // want `message from note.Text reaches json.Encoder.Encode, but docstore.Result.Decode`
	}
}

func listen(notes *docstore.Collection) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /own/{id}", loggedIn(ofSession(notes)))
	mux.HandleFunc("GET /any/{id}", loggedIn(ofAnybody(notes)))
	return http.ListenAndServe(":1", mux)
}

var _ = []any{routes, desk, listen}
