package records

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"handlers/people"
	"handlers/subject/loads"
)

type numbered interface {
	ByNumber(number int) (*people.Person, error)
	ByID(id string) (*people.Person, error)
}

// fallback shows whomever the request names, or else who calls.
func fallback(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	if id == "" {
		id = loads.Caller(r.Context()).ID
	}
	json.NewEncoder(w).Encode(people.Find(id)) // want `reach json.Encoder.Encode, but people.Find`
}

// chosen shows who calls, but for those who may see more.
func chosen(w http.ResponseWriter, r *http.Request) {
	c := loads.Caller(r.Context())
	id := c.ID
	if c.Role == "desk" {
		id = r.URL.Query().Get("id")
	}
	json.NewEncoder(w).Encode(people.Find(id))
}

// compared looks whose the identifier is.
func comparedFallback(w http.ResponseWriter, r *http.Request) {
	own := loads.Caller(r.Context()).ID
	id := r.URL.Query().Get("id")
	if id == "" {
		id = own
	}
	if id != own {
		return
	}
	json.NewEncoder(w).Encode(people.Find(id))
}

// parsed falls back if it cannot read the number.
func parsed(s numbered) gin.HandlerFunc {
	return func(c *gin.Context) {
		number, err := strconv.Atoi(c.Query("number"))
		if err != nil {
			number = c.GetInt("number")
		}
		p, err := s.ByNumber(number)
		if err != nil {
			return
		}
		c.JSON(http.StatusOK, p) // want `reach gin.Context.JSON, but records.numbered.ByNumber`
	}
}

func fallbacks(s numbered) error {
	r := gin.New()
	r.Use(func(c *gin.Context) {
		if people.Verify(c.Request) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	})
	r.GET("/parsed", parsed(s))
	r.GET("/fallback", gin.WrapF(fallback))
	r.GET("/chosen", gin.WrapF(chosen))
	r.GET("/compared", gin.WrapF(comparedFallback))
	return r.Run()
}

var _ = fallbacks
