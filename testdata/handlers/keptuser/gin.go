package keptuser

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

// User is who calls.
type User struct{ ID string }

var errDenied = errors.New("denied")

func ginOptional(c *gin.Context) {
	if people.VerifyToken(c.GetHeader("Authorization")) == nil {
		c.Set("user", &User{ID: "1"})
		c.Set("user_id", "1")
		c.Set("known", true)
	}
	c.Next()
}

func ginEither(c *gin.Context) {
	if people.VerifyToken(c.GetHeader("Authorization")) != nil {
		c.Set("who", errDenied)
		return
	}
	c.Set("who", User{ID: "1"})
}

func ginFlag(c *gin.Context) {
	ok := people.IsVerified(c.GetHeader("Authorization"))
	c.Set("flag", ok)
}

func ginHint(c *gin.Context) { c.Set("user", c.GetHeader("X-User")) }

// Engine has gin's routes.
func Engine() *gin.Engine {
	r := gin.New()
	r.GET("/never", ginNever)
	g := r.Group("", ginOptional)
	g.GET("/exists", ginExists)
	g.GET("/asserted", ginAsserted)
	g.GET("/must", ginMust)
	g.GET("/string", ginString)
	g.GET("/bool", ginBool)
	g.GET("/unchecked", ginUnchecked)
	g.GET("/other", ginOther)
	g.GET("/nil", ginNil)
	g.GET("/required", ginRequired, ginPlain)
	r.GET("/either", ginEither, ginEitherRead)
	r.GET("/eithererr", ginEither, ginEitherErr)
	r.GET("/eitherset", ginEither, ginEitherSet)
	r.GET("/flag", ginFlag, ginFlagRead)
	r.GET("/flagset", ginFlag, ginFlagSet)
	r.GET("/hint", ginHint, ginHinted)
	return r
}

// ServeGin serves them.
func ServeGin() error { return Engine().Run(":8081") }

func ginNever(c *gin.Context) {
	if _, ok := c.Get("user"); !ok { // nobody puts it there
		c.Status(http.StatusUnauthorized)
		return
	}
	c.JSON(200, people.Find("1"))
}

func ginExists(c *gin.Context) {
	if _, ok := c.Get("user"); !ok {
		c.Status(http.StatusUnauthorized)
		return
	}
	c.JSON(200, people.Find("1"))
}

func ginAsserted(c *gin.Context) {
	v, _ := c.Get("user")
	u, ok := v.(*User)
	if !ok || u == nil {
		c.Status(http.StatusUnauthorized)
		return
	}
	c.JSON(200, people.Find(u.ID))
}

func ginMust(c *gin.Context) {
	u := c.MustGet("user").(*User)
	c.JSON(200, people.Find(u.ID))
}

func ginString(c *gin.Context) {
	id := c.GetString("user_id")
	if id == "" {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.JSON(200, people.Find(id))
}

func ginBool(c *gin.Context) {
	if c.GetBool("known") {
		c.JSON(200, people.Find("1"))
	}
}

func ginUnchecked(c *gin.Context) {
	id := c.GetString("user_id")
	c.JSON(200, people.Find(id)) // want `email from Person.Email`
}

func ginOther(c *gin.Context) {
	if _, ok := c.Get("user"); ok {
		return
	}
	c.JSON(200, people.Find("1")) // want `email from Person.Email`
}

func ginNil(c *gin.Context) {
	if u, _ := c.Get("user"); u == nil {
		return
	}
	c.JSON(200, people.Find("1"))
}

func ginRequired(c *gin.Context) {
	if _, exists := c.Get("user"); !exists {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func ginPlain(c *gin.Context) { c.JSON(200, people.Find("1")) }

func ginEitherRead(c *gin.Context) {
	v, _ := c.Get("who")
	if u, ok := v.(User); ok {
		c.JSON(200, people.Find(u.ID))
	}
}

func ginEitherErr(c *gin.Context) {
	v, _ := c.Get("who")
	if err, ok := v.(error); ok {
		c.String(http.StatusUnauthorized, err.Error())
		return
	}
	c.JSON(200, people.Find("1")) // want `email from Person.Email`
}

func ginEitherSet(c *gin.Context) {
	if _, ok := c.Get("who"); ok {
		c.JSON(200, people.Find("1")) // want `email from Person.Email`
	}
}

func ginFlagRead(c *gin.Context) {
	if !c.GetBool("flag") {
		return
	}
	c.JSON(200, people.Find("1"))
}

func ginFlagSet(c *gin.Context) {
	if _, ok := c.Get("flag"); ok {
		c.JSON(200, people.Find("1")) // want `email from Person.Email`
	}
}

func ginHinted(c *gin.Context) {
	if c.GetString("user") == "" {
		return
	}
	c.JSON(200, people.Find("1")) // want `email from Person.Email`
}
