// Package ginroutes registers handlers with gin.
package ginroutes

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

// Routes serves everything below.
func Routes() http.Handler {
	r := gin.New()
	r.Use(gin.Recovery(), logged)
	r.GET("/get", get)
	r.POST("/post", post)
	r.Any("/any", anyMethod)
	r.Handle("GET", "/handle", handle)
	r.GET("/perroute", requireUser, perRoute)
	r.GET("/perroute2", logged, madeUser(), perRoute2)
	r.GET("/after", after, requireUser)
	r.GET("/noabort", noAbort, behindNoAbort)
	r.GET("/next", withNext, behindNext)
	r.GET("/nextopen", nextOpen, behindNextOpen)
	r.GET("/helper", viaHelper, behindHelper)
	r.GET("/text", text)
	r.GET("/html", html)
	r.GET("/redirect", redirect)
	r.GET("/header", header)
	r.GET("/cookie", cookie)
	r.GET("/data", data)
	r.GET("/writer", writer)
	r.GET("/xml", asXML)
	r.GET("/abortjson", abortJSON)
	r.GET("/id", id)
	r.GET("/checked", checked)
	r.GET("/literal", func(c *gin.Context) {
		c.JSON(200, people.Find("1")) // want `name from Person.Name and email from Person.Email reach gin.Context.JSON`
	})
	api := r.Group("/api")
	api.GET("/before", beforeUse)
	api.Use(requireUser)
	api.GET("/later", afterUse)
	private := r.Group("/private", requireUser)
	{
		private.GET("/one", privateOne)
		deep := private.Group("/deep")
		deep.GET("/two", privateTwo)
	}
	admin := r.Group("/admin", gin.BasicAuth(gin.Accounts{"ada": "engine"}))
	admin.GET("/", adminPage)
	open := r.Group("/open")
	open.GET("/one", openOne)
	r.GET("/wraph", gin.WrapH(http.HandlerFunc(wrapped)))
	r.GET("/wrapf", requireUser, gin.WrapF(wrappedSafe))
	r.NoRoute(noRoute)
	register(r.Group("/reg", requireUser))
	register2(&r.RouterGroup)
	h := &handlers{}
	r.GET("/value", h.open)
	r.GET("/valuesafe", h.auth, h.safe)
	for path, f := range map[string]gin.HandlerFunc{"/table/a": tableA, "/table/b": tableB} {
		r.GET(path, f)
	}
	r.GET("/chain", chain(requireUser, chained)...)
	r.Use(requireUser)
	r.GET("/last", last)
	return r
}

func logged(c *gin.Context) {
	log.Println(c.Request.Method)
	c.Next()
}

func requireUser(c *gin.Context) {
	if err := people.VerifyToken(c.GetHeader("Authorization")); err != nil {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "who are you?"})
		return
	}
	c.Set("user", "1")
}

func madeUser() gin.HandlerFunc {
	return func(c *gin.Context) {
		if !people.IsVerified(c.GetHeader("Authorization")) {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}

func noAbort(c *gin.Context) {
	if people.VerifyToken(c.GetHeader("Authorization")) != nil {
		c.JSON(http.StatusUnauthorized, gin.H{})
		return
	}
}

func withNext(c *gin.Context) {
	if people.VerifyToken(c.GetHeader("Authorization")) == nil {
		c.Next()
		return
	}
	c.Abort()
}

func nextOpen(c *gin.Context) {
	c.Next()
	if people.VerifyToken(c.GetHeader("Authorization")) != nil {
		c.Abort()
	}
}

func deny(c *gin.Context) { c.AbortWithStatus(401) }

func allowed(c *gin.Context) bool {
	if people.VerifyToken(c.GetHeader("Authorization")) != nil {
		deny(c)
		return false
	}
	return true
}

func viaHelper(c *gin.Context) {
	if !allowed(c) {
		return
	}
	c.Next()
}

func get(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON before the caller is verified`
}

func post(c *gin.Context) {
	c.IndentedJSON(200, gin.H{"person": people.Find("1")}) // want `reach gin.Context.IndentedJSON`
}

func anyMethod(c *gin.Context) {
	c.PureJSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func handle(c *gin.Context) {
	c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func perRoute(c *gin.Context) { c.JSON(200, people.Find("1")) }

func perRoute2(c *gin.Context) { c.JSON(200, people.Find("1")) }

func after(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

func behindNoAbort(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

func behindNext(c *gin.Context) { c.JSON(200, people.Find("1")) }

func behindNextOpen(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

func behindHelper(c *gin.Context) { c.JSON(200, people.Find("1")) }

func text(c *gin.Context) {
	c.String(200, "hello %s", people.Find("1").Name) // want `name from Person.Name reaches gin.Context.String`
}

func html(c *gin.Context) {
	c.HTML(200, "page", gin.H{"email": people.Find("1").Email}) // want `email from Person.Email reaches gin.Context.HTML`
}

func redirect(c *gin.Context) {
	c.Redirect(302, "/?mail="+people.Find("1").Email) // want `email from Person.Email reaches gin.Context.Redirect`
}

func header(c *gin.Context) {
	c.Header("X-Mail", people.Find("1").Email) // want `email from Person.Email reaches gin.Context.Header`
}

func cookie(c *gin.Context) {
	c.SetCookie("mail", people.Find("1").Email, 60, "/", "", true, true) // want `email from Person.Email reaches gin.Context.SetCookie`
}

func data(c *gin.Context) {
	c.Data(200, "text/plain", []byte(people.Find("1").Email)) // want `email from Person.Email reaches gin.Context.Data`
}

func writer(c *gin.Context) {
	c.Writer.WriteString(people.Find("1").Email)   // want `email from Person.Email reaches`
	c.Writer.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func asXML(c *gin.Context) {
	c.XML(200, people.Find("1")) // want `reach gin.Context.XML`
}

func abortJSON(c *gin.Context) {
	c.AbortWithStatusJSON(400, people.Find("1")) // want `reach gin.Context.AbortWithStatusJSON`
}

func id(c *gin.Context) {
	c.JSON(200, gin.H{"id": people.Find("1").ID, "language": people.Find("1").Language})
}

func checked(c *gin.Context) {
	if err := people.Verify(c.Request); err != nil {
		c.Status(401)
		return
	}
	c.JSON(200, people.Find("1"))
}

func beforeUse(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

func afterUse(c *gin.Context) { c.JSON(200, people.Find("1")) }

func privateOne(c *gin.Context) { c.JSON(200, people.Find("1")) }

func privateTwo(c *gin.Context) { c.JSON(200, people.Find("1")) }

func adminPage(c *gin.Context) { c.JSON(200, people.Find("1")) }

func openOne(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

func wrapped(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func wrappedSafe(w http.ResponseWriter, r *http.Request) { w.Write([]byte(people.Find("1").Email)) }

// A false alarm: gin puts middleware that is added later before this one, too.
func noRoute(c *gin.Context) {
	c.JSON(404, people.Find("1")) // want `reach gin.Context.JSON`
}

func register(g *gin.RouterGroup) { g.GET("/one", registered) }

func registered(c *gin.Context) { c.JSON(200, people.Find("1")) }

func register2(g gin.IRouter) {
	g.GET("/reg2", registered2)
	g.Group("/reg3").Use(requireUser).GET("/safe", registered3)
}

func registered2(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

func registered3(c *gin.Context) { c.JSON(200, people.Find("1")) }

type handlers struct{}

func (h *handlers) auth(c *gin.Context) { requireUser(c) }

func (h *handlers) open(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

func (h *handlers) safe(c *gin.Context) { c.JSON(200, people.Find("1")) }

func tableA(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

func tableB(c *gin.Context) {
	c.JSON(200, people.Find("1").Name) // want `name from Person.Name reaches gin.Context.JSON`
}

func chain(hs ...gin.HandlerFunc) []gin.HandlerFunc { return hs }

func chained(c *gin.Context) { c.JSON(200, people.Find("1")) }

func last(c *gin.Context) { c.JSON(200, people.Find("1")) }

func run() error {
	e := gin.Default()
	e.GET("/run", ran)
	return e.Run(":8080")
}

func ran(c *gin.Context) {
	c.JSON(200, people.Find("1")) // want `reach gin.Context.JSON`
}

var _ = run
