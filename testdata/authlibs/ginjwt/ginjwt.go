// Package ginjwt has gin-jwt's middleware.
package ginjwt

import (
	"time"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"

	"authlibs/people"
)

type login struct {
	Username string `form:"username" json:"username" binding:"required"`
	Password string `form:"password" json:"password" binding:"required"`
}

type user struct{ UserName string }

var identityKey = "id"

// Serve serves routes behind it, and others.
func Serve() error {
	r := gin.Default()
	authMiddleware, err := jwt.New(params())
	if err != nil {
		return err
	}
	if err := authMiddleware.MiddlewareInit(); err != nil {
		return err
	}
	r.POST("/login", authMiddleware.LoginHandler)
	r.GET("/open", open)
	auth := r.Group("/auth", authMiddleware.MiddlewareFunc())
	auth.GET("/refresh_token", authMiddleware.RefreshHandler)
	auth.GET("/hello", hello)
	auth2 := r.Group("/used")
	auth2.Use(authMiddleware.MiddlewareFunc())
	{
		auth2.GET("/hello", used)
	}
	r.GET("/self", func(c *gin.Context) {
		claims, err := authMiddleware.GetClaimsFromJWT(c)
		if err != nil {
			c.AbortWithStatus(401)
			return
		}
		c.JSON(200, people.Find(claims["id"].(string)))
	})
	return r.Run(":8080")
}

func params() *jwt.GinJWTMiddleware {
	return &jwt.GinJWTMiddleware{
		Realm:       "test zone",
		Key:         []byte("secret key"),
		Timeout:     time.Hour,
		MaxRefresh:  time.Hour,
		IdentityKey: identityKey,
		PayloadFunc: func(data any) jwt.MapClaims {
			if v, ok := data.(*user); ok {
				return jwt.MapClaims{identityKey: v.UserName}
			}
			return jwt.MapClaims{}
		},
		IdentityHandler: func(c *gin.Context) any {
			claims := jwt.ExtractClaims(c)
			return &user{UserName: claims[identityKey].(string)}
		},
		Authenticator: func(c *gin.Context) (any, error) {
			var in login
			if err := c.ShouldBind(&in); err != nil {
				return "", jwt.ErrMissingLoginValues
			}
			if in.Username == "admin" && in.Password == "admin" {
				return &user{UserName: in.Username}, nil
			}
			return nil, jwt.ErrFailedAuthentication
		},
		Unauthorized: func(c *gin.Context, code int, message string) {
			c.JSON(code, gin.H{"code": code, "message": message})
		},
	}
}

func hello(c *gin.Context) {
	claims := jwt.ExtractClaims(c)
	c.JSON(200, people.Find(claims[identityKey].(string)))
}

func used(c *gin.Context) { c.JSON(200, people.Find(c.Param("id"))) }

func open(c *gin.Context) {
	claims := jwt.ExtractClaims(c)
	c.JSON(200, gin.H{"claims": claims, "person": people.Find("1")}) // want `name from Person.Name and email from Person.Email`
}

// Lenient does not end the chain itself for callers whom it refuses: what answers them may.
func Lenient() error {
	r := gin.New()
	off := &jwt.GinJWTMiddleware{Key: []byte("x"), DisabledAbort: true, Unauthorized: func(c *gin.Context, code int, message string) {}}
	r.GET("/off", off.MiddlewareFunc(), func(c *gin.Context) { c.JSON(200, people.Find(c.Param("id"))) }) // want `reach gin.Context.JSON`
	made, err := jwt.New(&jwt.GinJWTMiddleware{
		Key: []byte("x"), DisabledAbort: true,
		Unauthorized: func(c *gin.Context, code int, message string) { c.JSON(code, message) },
	})
	if err != nil {
		return err
	}
	r.GET("/made", made.MiddlewareFunc(), func(c *gin.Context) { c.JSON(200, people.Find(c.Param("id"))) }) // want `reach gin.Context.JSON`
	on := &jwt.GinJWTMiddleware{
		Key: []byte("x"), DisabledAbort: true,
		Unauthorized: func(c *gin.Context, code int, message string) { c.AbortWithStatus(code) },
	}
	r.GET("/on", on.MiddlewareFunc(), func(c *gin.Context) { c.JSON(200, people.Find(c.Param("id"))) })
	return r.Run()
}
