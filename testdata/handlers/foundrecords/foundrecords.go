// Package foundrecords has handlers that look somebody up by a token, drop the error, and ask
// whether there is anything in the record.
package foundrecords

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/jmoiron/sqlx"

	"handlers/foundrecords/store"
)

func show(c *gin.Context) { c.JSON(http.StatusOK, store.ByEmail(c.Query("email"))) }

func shown(c *gin.Context) { c.JSON(http.StatusOK, store.ByEmail(c.Query("email"))) } // want `email from User.Email reaches gin.Context.JSON before`

func loginNeeded(c *gin.Context) {
	user, _ := store.ByToken(c.GetHeader("Authorization"))
	if user.ID == 0 {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("user", user)
	c.Next()
}

func emailNeeded(c *gin.Context) {
	user := store.ByEmail(c.GetHeader("Authorization"))
	if user.ID == 0 {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func token(c *gin.Context) {
	if _, ut := store.ByToken(c.Query("t")); ut.ID > 0 {
		c.JSON(http.StatusOK, store.ByEmail("a"))
	}
}

func text(c *gin.Context) {
	if u, _ := store.ByToken(c.Query("t")); u.Name != "" {
		c.JSON(http.StatusOK, store.ByEmail("a"))
	}
}

func atOnce(c *gin.Context) {
	if store.ByTokenAtOnce(c.Query("t")).ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a"))
	}
}

func here(c *gin.Context) {
	var ut store.UserToken
	store.DB.Where(&store.UserToken{Value: "v"}).Where("token = ?", c.Query("t")).Take(&ut)
	if ut.UserID == 0 {
		return
	}
	c.JSON(http.StatusOK, store.ByEmail("a"))
}

func fetched(db *sqlx.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		var u store.User
		_ = db.Get(&u, "SELECT * FROM users WHERE token = $1", c.Query("t"))
		if u.ID != 0 {
			c.JSON(http.StatusOK, store.ByEmail("a"))
		}
	}
}

func fetchedByName(db *sqlx.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		var u store.User
		_ = db.Get(&u, "SELECT * FROM users WHERE name = $1", c.Query("name"))
		if u.ID != 0 {
			c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
		}
	}
}

func mixedToken(c *gin.Context) {
	if _, ut := store.Mixed(c.Query("t"), 4); ut.ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a"))
	}
}

func number(c *gin.Context) {
	if store.ByID(uint(len(c.Query("t")))).ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

func inverted(c *gin.Context) {
	if u, _ := store.ByToken(c.Query("t")); u.ID == 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

func guest(c *gin.Context) {
	if store.OrGuest(c.Query("t")).ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

func numbered(c *gin.Context) {
	if store.OrNumbered(c.Query("t")).ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

func either(c *gin.Context) {
	if store.Either(c.Query("t"), c.Query("name")).ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

func mixed(c *gin.Context) {
	if u, _ := store.Mixed(c.Query("t"), 4); u.ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

func stored(c *gin.Context) {
	u, _ := store.ByToken(c.Query("t"))
	u.ID = uint(len(c.Query("id")))
	if u.ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

func replaced(c *gin.Context) {
	u, _ := store.ByToken(c.Query("t"))
	if u.ID == 0 {
		u = store.ByID(uint(len(c.Query("id"))))
	}
	if u.ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

func again(c *gin.Context) {
	var u store.User
	store.DB.Where("token = ?", c.Query("t")).First(&u)
	store.DB.Where("email = ?", c.Query("email")).First(&u)
	if u.ID != 0 {
		c.JSON(http.StatusOK, store.ByEmail("a")) // want `email from User.Email reaches gin.Context.JSON before`
	}
}

// Serve serves all of them.
func Serve(db *sqlx.DB) error {
	r := gin.New()
	r.GET("/known", loginNeeded, show)
	r.GET("/claimed", emailNeeded, shown)
	r.GET("/fetched", fetched(db))
	r.GET("/fetchedbyname", fetchedByName(db))
	for path, h := range map[string]gin.HandlerFunc{
		"/token": token, "/text": text, "/atonce": atOnce, "/here": here, "/mixedtoken": mixedToken, "/number": number, "/inverted": inverted,
		"/guest": guest, "/numbered": numbered, "/either": either, "/mixed": mixed, "/stored": stored, "/replaced": replaced, "/again": again,
	} {
		r.GET(path, h)
	}
	return r.Run()
}
