// Package tokens has handlers that verify by what libraries check: tokens,
// passwords, sessions, permissions.
package tokens

import (
	"context"
	"crypto/subtle"
	"net/http"
	"strings"

	"github.com/alexedwards/argon2id"
	"github.com/alexedwards/scs/v2"
	"github.com/casbin/casbin/v2"
	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/jwtauth/v5"
	"github.com/gofiber/fiber/v2"
	fibersession "github.com/gofiber/fiber/v2/middleware/session"
	jwt4 "github.com/golang-jwt/jwt/v4"
	jwt5 "github.com/golang-jwt/jwt/v5"
	gorilla "github.com/gorilla/sessions"
	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwt2 "github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/scrypt"

	"handlers/people"
)

type server struct {
	key      []byte
	verifier *oidc.IDTokenVerifier
	enforcer *casbin.Enforcer
	store    *gorilla.CookieStore
	manager  *scs.SessionManager
	fibers   *fibersession.Store
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// Routes serves those of net/http.
func (s *server) Routes() http.Handler {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/jwt": s.jwt, "/jwtbad": s.jwtUnverified, "/jwt4": s.jwt4, "/jwt4bad": s.jwt4Unverified, "/jwx2": s.jwx2, "/jwx2bad": s.jwx2Insecure, "/jwx2off": s.jwx2Off,
		"/jwx3": s.jwx3, "/jwx3bad": s.jwx3Insecure, "/jwx3validate": s.jwx3Validate, "/oidc": s.oidc, "/oidcbad": s.oidcIgnored,
		"/argon2": s.argon2, "/argon2bad": s.argon2Only, "/scrypt": s.scrypt, "/argon2id": s.argon2id, "/casbin": s.casbin,
		"/casbinbad": s.casbinError, "/gorilla": s.gorilla, "/gorillastring": s.gorillaString, "/gorillabad": s.gorillaCart,
		"/gorillaignored": s.gorillaIgnored, "/scs": s.scs, "/scsint": s.scsInt, "/scsbad": s.scsFlash, "/basic": s.basic, "/basicbad": s.basicOnly,
	} {
		mux.HandleFunc(path, h)
	}
	return s.manager.LoadAndSave(mux)
}

func show(w http.ResponseWriter, id string) { w.Write([]byte(people.Find(id).Email)) }

func (s *server) jwt(w http.ResponseWriter, r *http.Request) {
	token, err := jwt5.Parse(bearer(r), func(*jwt5.Token) (any, error) { return s.key, nil }, jwt5.WithValidMethods([]string{"HS256"}))
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, _ := token.Claims.GetSubject()
	w.Write([]byte(people.Find(id).Email))
}

func (s *server) jwtUnverified(w http.ResponseWriter, r *http.Request) {
	var claims jwt5.RegisteredClaims
	if _, _, err := jwt5.NewParser().ParseUnverified(bearer(r), &claims); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(claims.Subject).Email)) // want `email from Person.Email reaches`
}

func (s *server) jwt4(w http.ResponseWriter, r *http.Request) {
	var claims jwt4.RegisteredClaims
	if _, err := jwt4.ParseWithClaims(bearer(r), &claims, func(*jwt4.Token) (any, error) { return s.key, nil }); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(claims.Subject).Email))
}

func (s *server) jwt4Unverified(w http.ResponseWriter, r *http.Request) {
	var claims jwt4.RegisteredClaims
	if _, _, err := jwt4.NewParser().ParseUnverified(bearer(r), &claims); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(claims.Subject).Email)) // want `email from Person.Email reaches`
}

func (s *server) jwx2(w http.ResponseWriter, r *http.Request) {
	token, err := jwt2.Parse([]byte(bearer(r)), jwt2.WithKey(jwa.HS256, s.key))
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(token.Subject()).Email))
}

func (s *server) jwx2Insecure(w http.ResponseWriter, r *http.Request) {
	token, err := jwt2.ParseInsecure([]byte(bearer(r)))
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(token.Subject()).Email)) // want `email from Person.Email reaches`
}

func (s *server) jwx2Off(w http.ResponseWriter, r *http.Request) {
	token, err := jwt2.ParseRequest(r, jwt2.WithVerify(false))
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(token.Subject()).Email)) // want `email from Person.Email reaches`
}

func (s *server) jwx3(w http.ResponseWriter, r *http.Request) {
	token, err := jwt3.ParseRequest(r, jwt3.WithKey(jwa3.HS256(), s.key))
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, _ := token.Subject()
	w.Write([]byte(people.Find(id).Email))
}

func (s *server) jwx3Insecure(w http.ResponseWriter, r *http.Request) {
	token, err := jwt3.ParseInsecure([]byte(bearer(r)))
	if err != nil {
		return
	}
	id, _ := token.Subject()
	w.Write([]byte(people.Find(id).Email)) // want `email from Person.Email reaches`
}

func (s *server) jwx3Validate(w http.ResponseWriter, r *http.Request) {
	token, err := jwt3.Parse([]byte(bearer(r)), jwt3.WithVerify(false))
	if err != nil || jwt3.Validate(token) != nil {
		return
	}
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func (s *server) oidc(w http.ResponseWriter, r *http.Request) {
	token, err := s.verifier.Verify(r.Context(), bearer(r))
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(token.Subject).Email))
}

func (s *server) oidcIgnored(w http.ResponseWriter, r *http.Request) {
	token, _ := s.verifier.Verify(r.Context(), bearer(r))
	w.Write([]byte(people.Find(token.Subject).Email)) // want `email from Person.Email reaches`
}

func (s *server) argon2(w http.ResponseWriter, r *http.Request) {
	user, password, _ := r.BasicAuth()
	sum := argon2.IDKey([]byte(password), s.key, 1, 64*1024, 4, 32)
	if subtle.ConstantTimeCompare(sum, s.key) == 0 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	show(w, user)
}

func (s *server) argon2Only(w http.ResponseWriter, r *http.Request) {
	user, password, _ := r.BasicAuth()
	if sum := argon2.IDKey([]byte(password), s.key, 1, 64*1024, 4, 32); len(sum) != 32 {
		return
	}
	w.Write([]byte(people.Find(user).Email)) // want `email from Person.Email reaches`
}

func (s *server) scrypt(w http.ResponseWriter, r *http.Request) {
	user, password, ok := r.BasicAuth()
	sum, err := scrypt.Key([]byte(password), s.key, 1<<15, 8, 1, 32)
	if !ok || err != nil || subtle.ConstantTimeCompare(sum, s.key) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(user).Email))
}

func (s *server) argon2id(w http.ResponseWriter, r *http.Request) {
	user, password, _ := r.BasicAuth()
	match, err := argon2id.ComparePasswordAndHash(password, string(s.key))
	if err != nil || !match {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(user).Email))
}

func (s *server) casbin(w http.ResponseWriter, r *http.Request) {
	if ok, err := s.enforcer.Enforce(bearer(r), r.URL.Path, r.Method); err != nil || !ok {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(people.Find("1").Email))
}

func (s *server) casbinError(w http.ResponseWriter, r *http.Request) {
	if _, err := s.enforcer.Enforce(bearer(r), r.URL.Path, r.Method); err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func (s *server) gorilla(w http.ResponseWriter, r *http.Request) {
	session, err := s.store.Get(r, "session")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if auth, ok := session.Values["authenticated"].(bool); !ok || !auth {
		http.Error(w, "Forbidden", http.StatusForbidden)
		return
	}
	w.Write([]byte(people.Find("1").Email))
}

func (s *server) gorillaString(w http.ResponseWriter, r *http.Request) {
	session, _ := s.store.Get(r, "session")
	id, _ := session.Values["user_id"].(string)
	if id == "" {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	w.Write([]byte(people.Find(id).Email))
}

func (s *server) gorillaRole(w http.ResponseWriter, r *http.Request) {
	session, _ := s.store.Get(r, "session")
	id, ok := session.Values["patientID"].(string)
	if !ok {
		return
	}
	w.Write([]byte(people.Find(id).Email))
}

func (s *server) gorillaCart(w http.ResponseWriter, r *http.Request) {
	session, _ := s.store.Get(r, "session")
	cart, ok := session.Values["cart"].(string)
	if !ok {
		return
	}
	w.Write([]byte(people.Find(cart).Email)) // want `email from Person.Email reaches`
}

func (s *server) gorillaIgnored(w http.ResponseWriter, r *http.Request) {
	session, _ := s.store.Get(r, "session")
	id, _ := session.Values["user_id"].(string)
	w.Write([]byte(people.Find(id).Email)) // want `email from Person.Email reaches`
}

func (s *server) scs(w http.ResponseWriter, r *http.Request) {
	id := s.manager.GetString(r.Context(), "userID")
	if id == "" {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	w.Write([]byte(people.Find(id).Email))
}

func (s *server) isAuthenticated(r *http.Request) bool {
	return s.manager.Exists(r.Context(), "authenticatedUserID")
}

func (s *server) scsInt(w http.ResponseWriter, r *http.Request) {
	if !s.isAuthenticated(r) {
		return
	}
	w.Write([]byte(people.Find("1").Email))
}

func (s *server) scsFlash(w http.ResponseWriter, r *http.Request) {
	if s.manager.PopString(r.Context(), "flash") == "" {
		return
	}
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func (s *server) basic(w http.ResponseWriter, r *http.Request) {
	user, password, ok := r.BasicAuth()
	if ok {
		sameUser := subtle.ConstantTimeCompare([]byte(user), []byte("ada"))
		samePassword := subtle.ConstantTimeCompare([]byte(password), s.key)
		if sameUser == 1 && samePassword == 1 {
			w.Write([]byte(people.Find(user).Email))
			return
		}
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func (s *server) basicOnly(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		return
	}
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

// Gin serves those of gin.
func Gin() http.Handler {
	r := gin.New()
	r.Use(sessions.Sessions("session", cookie.NewStore([]byte("secret"))))
	r.GET("/profile", required, func(c *gin.Context) { c.JSON(200, people.Find("1")) })
	r.GET("/open", func(c *gin.Context) {
		session := sessions.Default(c)
		if session.Get("visits") != nil {
			c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
		}
	})
	return r
}

func required(c *gin.Context) {
	session := sessions.Default(c)
	if user := session.Get("user"); user == nil {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "unauthorized"})
		return
	}
	c.Next()
}

// Echo serves those of echo.
func Echo() http.Handler {
	e := echo.New()
	e.Use(session.Middleware(gorilla.NewCookieStore([]byte("secret"))))
	e.GET("/profile", func(c echo.Context) error {
		sess, err := session.Get("session", c)
		if err != nil {
			return err
		}
		if _, ok := sess.Values["user"]; !ok {
			return echo.ErrUnauthorized
		}
		return c.JSON(200, people.Find("1"))
	})
	e.GET("/open", func(c echo.Context) error {
		if _, err := session.Get("session", c); err != nil {
			return err
		}
		return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
	})
	return e
}

// Fiber serves those of fiber.
func (s *server) Fiber() error {
	app := fiber.New()
	app.Get("/profile", func(c *fiber.Ctx) error {
		sess, err := s.fibers.Get(c)
		if err != nil {
			return err
		}
		if sess.Get("user") == nil {
			return c.SendStatus(fiber.StatusUnauthorized)
		}
		return c.JSON(people.Find("1"))
	})
	app.Get("/open", func(c *fiber.Ctx) error {
		sess, err := s.fibers.Get(c)
		if err != nil || sess.Fresh() {
			return err
		}
		return c.JSON(people.Find("1").Email) // want `email from Person.Email reaches`
	})
	return app.Listen(":8080")
}

// Chi serves those of chi.
func Chi(auth *jwtauth.JWTAuth) http.Handler {
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(auth))
		r.Use(jwtauth.Authenticator(auth))
		r.Get("/profile", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(people.Find("1").Email)) })
	})
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(auth)) // looks for a token, and lets everybody through
		r.Get("/open", func(w http.ResponseWriter, r *http.Request) {
			w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
		})
	})
	r.With(middleware.BasicAuth("realm", map[string]string{"ada": "engine"})).Get("/basic", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(people.Find("1").Email))
	})
	return r
}

var _ = context.Background
