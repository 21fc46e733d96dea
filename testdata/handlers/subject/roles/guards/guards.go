// Package guards has middleware: it knows who calls, and asks what they may do.
package guards

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// Claims say who calls.
type Claims struct {
	UserID  string
	Role    string
	Roles   []string
	IsAdmin bool
	Type    string

	Permissions map[string]bool
	jwt.RegisteredClaims
}

var key = []byte("secret")

func claimsOf(header string) (*Claims, error) {
	claims := &Claims{}
	token, err := jwt.ParseWithClaims(strings.TrimPrefix(header, "Bearer "), claims, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return nil, err
	}
	if !token.Valid || claims.Type != "access" {
		return nil, jwt.ErrTokenInvalidClaims
	}
	return claims, nil
}

// Known lets everybody through who is known.
func Known(c *gin.Context) {
	claims, err := claimsOf(c.GetHeader("Authorization"))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("user_id", claims.UserID)
	c.Set("role", claims.Role)
	c.Set("claims", claims)
	c.Next()
}

// Role lets those through who have a role.
func Role(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetString("role") != role {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// AnyRole lets those through who have one of some roles.
func AnyRole(allowed ...string) gin.HandlerFunc {
	return func(c *gin.Context) {
		role, ok := c.Get("role")
		if !ok {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		for _, a := range allowed {
			if role == a {
				c.Next()
				return
			}
		}
		c.AbortWithStatus(http.StatusForbidden)
	}
}

// Contains is AnyRole in fewer lines.
func Contains(allowed ...string) gin.HandlerFunc {
	return func(c *gin.Context) {
		claims := c.MustGet("claims").(*Claims)
		if !slices.Contains(allowed, claims.Role) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// Staff lets two roles through.
func Staff(c *gin.Context) {
	claims := c.MustGet("claims").(*Claims)
	if claims.Role != "doctor" && claims.Role != "nurse" {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

// Admin asks for a flag.
func Admin(c *gin.Context) {
	if claims := c.MustGet("claims").(*Claims); !claims.IsAdmin {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

// Loop looks through a list of roles.
func Loop(c *gin.Context) {
	claims := c.MustGet("claims").(*Claims)
	allowed := false
	for _, r := range claims.Roles {
		if r == "desk" {
			allowed = true
			break
		}
	}
	if !allowed {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

// Permitted looks for any of some permissions in what the caller has.
func Permitted(perms ...string) gin.HandlerFunc {
	return func(c *gin.Context) {
		claims := c.MustGet("claims").(*Claims)
		if claims.Role == "root" {
			c.Next()
			return
		}
		has := false
		for _, p := range perms {
			if _, ok := claims.Permissions[p]; ok {
				has = true
				break
			}
		}
		if !has {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// Owner lets everybody through to what has their own id.
func Owner(c *gin.Context) {
	if c.Param("id") != c.GetString("user_id") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

// Noted asks for a role, and lets everybody through.
func Noted(c *gin.Context) {
	if c.GetString("role") == "admin" {
		c.Header("X-Admin", "yes")
	}
	c.Next()
}

// May is what helpers ask.
func may(role, wanted string) bool { return role == wanted || role == "admin" }

// Helped leaves the question to a function.
func Helped(wanted string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !may(c.GetString("role"), wanted) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

type userKey struct{}

// Handler knows who calls, for net/http.
func Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := claimsOf(r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, claims)))
	})
}

// AdminOnly asks for a role, for net/http.
func AdminOnly(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		claims, ok := r.Context().Value(userKey{}).(*Claims)
		if !ok || claims.Role != "admin" {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

// RoleIfAny asks for a role where one is named.
func RoleIfAny(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if role != "" && !roleAllowed(c.GetString("role"), role) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

func roleAllowed(actual, required string) bool {
	return actual == required || required == "desk-admin" && (actual == "desk" || actual == "admin")
}

// RolesIfAny asks for one of the roles where some are named.
func RolesIfAny(roles ...string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if len(roles) > 0 && !slices.Contains(roles, c.GetString("role")) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// Stranger stands for who calls where nobody knows.
type Stranger struct{ Reason string }

// Lenient lets strangers pass, and leaves a note for those who look.
func Lenient(c *gin.Context) {
	claims, err := claimsOf(c.GetHeader("Authorization"))
	if err != nil {
		c.Set("account", &Stranger{err.Error()})
		c.Next()
		return
	}
	c.Set("account", claims)
	c.Next()
}

// NoStrangers refuses those for whom there is a note.
func NoStrangers(c *gin.Context) {
	account, _ := c.Get("account")
	if _, ok := account.(*Stranger); ok {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

// Granted leaves it to others to refuse strangers.
func Granted(permission string) gin.HandlerFunc {
	return func(c *gin.Context) {
		account, _ := c.Get("account")
		claims, ok := account.(*Claims)
		if !ok {
			c.Next()
			return
		}
		if !claims.Permissions[permission] {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// KnownAs knows who calls, and asks for a role where one is named.
func KnownAs(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		claims, err := claimsOf(c.GetHeader("Authorization"))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if role != "" && !roleAllowed(claims.Role, role) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}
