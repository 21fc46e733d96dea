// Package firstgorm finds who calls by the first version of gorm.
package firstgorm

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/jinzhu/gorm"
)

var db *gorm.DB

// User is somebody with an account.
type User struct {
	ID     int
	Email  string `json:"email" pii:"email"`
	APIKey string `json:"-"`
}

// Session is a login.
type Session struct {
	Key    string
	UserID int
}

func byKey(key string) (User, error) {
	u := User{}
	err := db.Preload("Role").Where("api_key = ?", key).First(&u).Error
	return u, err
}

func byEmail(email string) (User, error) {
	u := User{}
	err := db.Where("email = ?", email).First(&u).Error
	return u, err
}

func bySession(key string) (u User, ok bool, err error) {
	var s Session
	found := db.Where("key = ?", key).First(&s)
	if found.RecordNotFound() {
		return u, false, nil
	} else if err := found.Error; err != nil {
		return u, false, err
	}
	found = db.Where("id = ?", s.UserID).First(&u)
	if found.RecordNotFound() {
		return u, false, nil
	}
	return u, true, found.Error
}

func keyed(c *gin.Context) {
	if _, err := byKey(c.GetHeader("X-Key")); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func known(c *gin.Context) {
	if _, err := byEmail(c.GetHeader("X-Email")); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func loggedIn(c *gin.Context) {
	if _, ok, _ := bySession(c.GetHeader("X-Session")); !ok {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func list(c *gin.Context) {
	var all []User
	db.Find(&all)
	c.JSON(http.StatusOK, all)
}

func listed(c *gin.Context) {
	var all []User
	db.Find(&all)
	c.JSON(http.StatusOK, all) // want `email from User.Email reaches gin.Context.JSON before the caller is verified`
}

func owner(c *gin.Context) {
	var s Session
	var u User
	if db.Where("key = ?", c.Query("s")).First(&s).RecordNotFound() {
		db.Model(&s).Related(&u)
		c.JSON(http.StatusOK, u) // want `email from User.Email reaches gin.Context.JSON before the caller is verified`
		return
	}
	db.Model(&s).Related(&u)
	c.JSON(http.StatusOK, u)
}

func serve() error {
	r := gin.New()
	r.GET("/a", keyed, list)
	r.GET("/b", loggedIn, list)
	r.GET("/c", known, listed)
	r.GET("/d", owner)
	return r.Run()
}
