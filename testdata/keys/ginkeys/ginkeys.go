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
	log.Print(c.Param("id"), c.Query("page"), c.PostForm("name"), c.GetHeader("email"))
	h := gin.H{"email": "is missing"}
	log.Print(h["email"])
}
