package tables

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

func ginAuth(c *gin.Context) {
	if people.Verify(c.Request) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func showTo(c *gin.Context) string { return people.Find(c.Param("id")).Email }

func groupClosed(c *gin.Context) { c.String(200, showTo(c)) }

func groupOpen(c *gin.Context) {
	c.String(200, showTo(c)) // want `email from Person.Email reaches gin.Context.String before the caller is verified`
}

func groupToo(c *gin.Context) {
	c.String(200, showTo(c)) // want `email from Person.Email reaches gin.Context.String before the caller is verified`
}

type ginRoute struct {
	method, path string
	handler      gin.HandlerFunc
}

type ginGroup struct {
	prefix string
	chain  []gin.HandlerFunc
	routes []ginRoute
}

// groups has tables in a table.
func groups() error {
	all := []ginGroup{
		{"/account", []gin.HandlerFunc{ginAuth}, []ginRoute{{"GET", "/me/:id", groupClosed}}},
		{"/public", nil, []ginRoute{{"GET", "/me/:id", groupOpen}, {"GET", "/them/:id", groupToo}}},
	}
	r := gin.New()
	for _, g := range all {
		rg := r.Group(g.prefix, g.chain...)
		for _, rt := range g.routes {
			switch rt.method {
			case http.MethodGet:
				rg.GET(rt.path, rt.handler)
			case http.MethodPost:
				rg.POST(rt.path, rt.handler)
			}
		}
	}
	return r.Run()
}

func verbClosed(c *gin.Context) { c.String(200, showTo(c)) }

func verbOpen(c *gin.Context) {
	c.String(200, showTo(c)) // want `email from Person.Email reaches gin.Context.String before the caller is verified`
}

// byVerb has one group for what everybody may read, and one for what changes something.
func byVerb() error {
	r := gin.New()
	open, closed := r.Group("/"), r.Group("/", ginAuth)
	for _, rt := range []ginRoute{
		{"GET", "/verb/:id", verbOpen},
		{"POST", "/verb/:id", verbClosed},
	} {
		switch rt.method {
		case "GET":
			open.GET(rt.path, rt.handler)
		case "POST":
			closed.POST(rt.path, rt.handler)
		}
	}
	return r.Run()
}

func nestedClosed(c *gin.Context) { c.String(200, showTo(c)) }

func nestedOpen(c *gin.Context) {
	c.String(200, showTo(c)) // want `email from Person.Email reaches gin.Context.String before the caller is verified`
}

// nested has maps in a map.
func nested() error {
	r := gin.New()
	for guard, routes := range map[bool]map[string]gin.HandlerFunc{
		true:  {"/nested/one/:id": nestedClosed, "/nested/two/:id": nestedClosed},
		false: {"/nested/:id": nestedOpen},
	} {
		for path, h := range routes {
			if guard {
				r.GET(path, ginAuth, h)
			} else {
				r.GET(path, h)
			}
		}
	}
	return r.Run()
}
