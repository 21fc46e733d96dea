// Package ginkeys reads requests with gin.
package ginkeys

import (
	"log"

	"github.com/gin-gonic/gin"
)

func handle(c *gin.Context) {
	log.Print(c.Param("email"))             // want `email from c.Param\("email"\) reaches log.Print without redaction`
	log.Print(c.Query("phone"))             // want `phone from c.Query\("phone"\) reaches log.Print`
	log.Print(c.DefaultPostForm("ssn", "")) // want `ssn from c.DefaultPostForm\("ssn", ""\) reaches log.Print`
	if s, ok := c.GetQuery("first_name"); ok {
		log.Print(s) // want `name from c.GetQuery\("first_name"\) reaches log.Print`
	}
	log.Print(c.QueryArray("email"))    // want `email from c.QueryArray\("email"\) reaches log.Print`
	log.Print(c.Params.ByName("email")) // want `email from c.Params.ByName\("email"\) reaches log.Print`
	log.Print(c.Param("id"), c.Query("page"), c.PostForm("name"), c.GetHeader("X-Request-Id"))
	log.Print(c.GetHeader("X-User-Email")) // want `email from c.GetHeader\("X-User-Email"\) reaches log.Print`
	if v, err := c.Cookie("email"); err == nil {
		log.Print(v) // want `email from c.Cookie\("email"\) reaches log.Print`
	}
	theme, _ := c.Cookie("theme")
	log.Print(theme)
	user := c.PostFormMap("user")
	log.Print(user["email"]) // want `email from user\["email"\] reaches log.Print`
	log.Print(user["role"], c.QueryMap("filter")["status"])
	for _, k := range []string{"iban", "page"} {
		log.Print(c.PostForm(k)) // want `bank_account from c.PostForm\(k\) reaches log.Print`
	}
	form, err := c.MultipartForm()
	if err == nil {
		log.Print(form.Value["phone"]) // want `phone from form.Value\["phone"\] reaches log.Print`
	}
	h := gin.H{"email": "is missing"}
	log.Print(h["email"])
}
