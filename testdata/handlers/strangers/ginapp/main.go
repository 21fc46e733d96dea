package main

import (
	"errors"
	"net/http"
	"strings"

	"handlers/strangers/auth"
	"handlers/strangers/data"

	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
)

type API struct {
	store  *data.Store
	router *gin.Engine
}

func (a *API) open(c *gin.Context) {
	cu, err := a.store.Customer(c, c.Param("id"))
	if err != nil {
		c.AbortWithStatusJSON(404, gin.H{"error": "none"})
		return
	}
	c.JSON(http.StatusOK, cu) // want "before the caller is verified"
}

func (a *API) guarded(c *gin.Context) {
	cu, err := a.store.Customer(c, c.Param("id"))
	if err != nil {
		c.AbortWithError(404, err)
		return
	}
	c.JSON(http.StatusOK, gin.H{"data": cu})
}

func (a *API) perRoute(c *gin.Context) {
	cu, _ := a.store.Customer(c, c.Param("id"))
	c.IndentedJSON(http.StatusOK, cu)
}

func (a *API) optional(c *gin.Context) {
	cu, _ := a.store.Customer(c, c.Param("id"))
	c.JSON(http.StatusOK, gin.H{"c": cu}) // want "before the caller is verified"
}

func (a *API) mustUser(c *gin.Context) {
	u := c.MustGet("user").(*auth.User)
	cu, _ := a.store.Customer(c, u.ID)
	c.JSON(200, cu)
}

func (a *API) sess(c *gin.Context) {
	s := sessions.Default(c)
	id := s.Get("user_id")
	if id == nil {
		c.AbortWithStatus(401)
		return
	}
	cu, _ := a.store.Customer(c, id.(string))
	c.JSON(200, cu)
}

func (a *API) sessNot(c *gin.Context) {
	s := sessions.Default(c)
	if s.Get("visits") == nil {
		c.AbortWithStatus(401)
		return
	}
	cu, _ := a.store.Customer(c, c.Query("id"))
	c.String(200, "hello %s", cu.Name) // want "before the caller is verified"
}

func (a *API) login(c *gin.Context) {
	var in struct {
		Email    string `json:"email" binding:"required"`
		Password string `json:"password"`
	}
	if err := c.ShouldBindJSON(&in); err != nil {
		c.JSON(400, gin.H{"error": "bad"})
		return
	}
	cu, err := auth.Login(c, a.store, in.Email, in.Password)
	if err != nil {
		c.JSON(401, gin.H{"error": "bad"})
		return
	}
	s := sessions.Default(c)
	s.Set("user_id", cu.ID)
	s.Save()
	c.JSON(200, gin.H{"customer": cu})
}

func authJWT() gin.HandlerFunc {
	return func(c *gin.Context) {
		h := c.GetHeader("Authorization")
		if h == "" {
			c.AbortWithStatusJSON(401, gin.H{"error": "no token"})
			return
		}
		parts := strings.SplitN(h, " ", 2)
		if len(parts) != 2 || parts[0] != "Bearer" {
			c.AbortWithStatusJSON(401, gin.H{"error": "bad token"})
			return
		}
		claims, err := auth.ParseToken(parts[1])
		if err != nil {
			c.AbortWithStatusJSON(401, gin.H{"error": "bad token"})
			return
		}
		c.Set("user", &auth.User{ID: claims.Subject})
		c.Next()
	}
}

func noAbort(c *gin.Context) {
	if _, ok := auth.UserOf(c.Request); !ok {
		c.JSON(401, gin.H{"error": "bad token"})
		return
	}
	c.Next()
}

func maybe(c *gin.Context) {
	if u, ok := auth.UserOf(c.Request); ok {
		c.Set("user", u)
	}
	c.Next()
}

func (a *API) noAbort(c *gin.Context) {
	cu, _ := a.store.Customer(c, c.Param("id"))
	c.XML(200, cu) // want "before the caller is verified"
}

func (a *API) getUser(c *gin.Context) (*auth.User, error) {
	v, ok := c.Get("user")
	if !ok {
		return nil, errors.New("no")
	}
	u, ok := v.(*auth.User)
	if !ok {
		return nil, errors.New("no")
	}
	return u, nil
}

func (a *API) viaGetUser(c *gin.Context) {
	u, err := a.getUser(c)
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	cu, _ := a.store.Customer(c, u.ID)
	c.YAML(200, cu)
}

func (a *API) admin(c *gin.Context) {
	all, _ := a.store.All(c)
	c.JSON(200, all)
}
func (a *API) beforeUse(c *gin.Context) {
	all, _ := a.store.All(c)
	c.JSON(200, all) // want "before the caller is verified"
}
func (a *API) afterUse(c *gin.Context) {
	all, _ := a.store.All(c)
	c.JSON(200, all)
}
func (a *API) tabOpen(c *gin.Context) {
	all, _ := a.store.All(c)
	c.PureJSON(200, all) // want "before the caller is verified"
}
func (a *API) tabSafe(c *gin.Context) {
	all, _ := a.store.All(c)
	c.PureJSON(200, all)
}

type Route struct {
	Method  string
	Path    string
	Handler gin.HandlerFunc
}

func (a *API) registerRoutes(rg *gin.RouterGroup) {
	rg.GET("/x/:id", a.perRoute2)
	sub := rg.Group("/deep")
	{
		sub.GET("/y", a.admin2)
	}
}
func (a *API) perRoute2(c *gin.Context) {
	cu, _ := a.store.Customer(c, c.Param("id"))
	c.SecureJSON(http.StatusOK, cu)
}
func (a *API) admin2(c *gin.Context) {
	all, _ := a.store.All(c)
	c.AsciiJSON(200, all)
}

func wrap(h func(c *gin.Context) (any, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		v, err := h(c)
		if err != nil {
			c.JSON(500, gin.H{"e": "x"})
			return
		}
		c.JSON(200, v)
	}
}
func (a *API) wrapped(c *gin.Context) (any, error) {
	return a.store.Customer(c, c.Param("id"))
}

func (a *API) setup() {
	r := gin.New()
	a.router = r
	r.Use(gin.Logger(), gin.Recovery())
	r.Use(sessions.Sessions("s", cookie.NewStore([]byte("x"))))
	r.GET("/open/:id", a.open)
	r.POST("/login", a.login)
	r.GET("/sess", a.sess)
	r.GET("/sessnot", a.sessNot)
	g := r.Group("/g", authJWT())
	g.GET("/:id", a.guarded)
	a.registerRoutes(g)
	r.GET("/per/:id", authJWT(), a.perRoute)
	r.GET("/opt/:id", maybe, a.optional)
	r.GET("/must", maybe, a.mustUser)
	r.GET("/get", maybe, a.viaGetUser)
	r.GET("/noabort/:id", noAbort, a.noAbort)
	ad := r.Group("/admin", gin.BasicAuth(gin.Accounts{"a": "b"}))
	ad.GET("/all", a.admin)
	g2 := r.Group("/g2")
	g2.GET("/before", a.beforeUse)
	g2.Use(authJWT())
	g2.GET("/after", a.afterUse)
	for _, rt := range []Route{{"GET", "/t", a.tabOpen}} {
		r.Handle(rt.Method, rt.Path, rt.Handler)
	}
	for _, rt := range []Route{{"GET", "/t2", a.tabSafe}} {
		g2.Handle(rt.Method, rt.Path, rt.Handler)
	}
	r.GET("/wrap/:id", wrap(a.wrapped)) // want "before the caller is verified"
	r.Any("/wraph/:id", gin.WrapF(func(w http.ResponseWriter, rq *http.Request) {
		cu, _ := a.store.Customer(rq.Context(), "1")
		w.Write([]byte(cu.Email)) // want "before the caller is verified"
	}))
	v1 := r.Group("/v1")
	v1.Use(func(c *gin.Context) {
		if !auth.Check(c.Request) {
			c.Abort()
			c.Status(401)
		}
	})
	v1.GET("/all", func(c *gin.Context) {
		all, _ := a.store.All(c)
		c.JSON(200, all)
	})
}

func main() {
	a := &API{store: &data.Store{}}
	a.setup()
	a.router.Run(":8080")
}
