package auth

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"handlers/strangers/data"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

var key = []byte("k")

type Claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

type User struct {
	ID    string
	Admin bool
}

var ErrNoAuth = errors.New("unauthenticated")

func bearer(r *http.Request) (string, bool) {
	return strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// ParseToken gives the claims of a token.
func ParseToken(raw string) (*Claims, error) {
	claims := &Claims{}
	tok, err := jwt.ParseWithClaims(raw, claims, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("unexpected method %v", t.Header["alg"])
		}
		return key, nil
	})
	if err != nil {
		return nil, fmt.Errorf("token: %w", err)
	}
	if !tok.Valid {
		return nil, ErrNoAuth
	}
	return claims, nil
}

// Peek reads a token that nobody verified.
func Peek(raw string) (*Claims, error) {
	claims := &Claims{}
	_, _, err := jwt.NewParser().ParseUnverified(raw, claims)
	if err != nil {
		return nil, err
	}
	return claims, nil
}

// UserOf gives the caller, and whether there is one.
func UserOf(r *http.Request) (*User, bool) {
	raw, ok := bearer(r)
	if !ok {
		return nil, false
	}
	c, err := ParseToken(raw)
	if err != nil {
		return nil, false
	}
	return &User{ID: c.Subject, Admin: c.Role == "admin"}, true
}

// Check says whether the request comes with the right key.
func Check(r *http.Request) bool {
	got := sha256.Sum256([]byte(r.Header.Get("X-API-Key")))
	want := sha256.Sum256(key)
	return subtle.ConstantTimeCompare(got[:], want[:]) == 1
}

// Signed says whether the body was signed.
func Signed(body []byte, header string) error {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	sum, err := hex.DecodeString(header)
	if err != nil {
		return err
	}
	if !hmac.Equal(mac.Sum(nil), sum) {
		return ErrNoAuth
	}
	return nil
}

// Login checks a password.
func Login(ctx context.Context, s *data.Store, email, password string) (*data.Customer, error) {
	c, err := s.ByEmail(ctx, email)
	if err != nil {
		return nil, err
	}
	if err := bcrypt.CompareHashAndPassword(c.Hash, []byte(password)); err != nil {
		return nil, ErrNoAuth
	}
	return c, nil
}

type ctxKey struct{}

// WithUser is middleware that leaves the caller in the context, if there is one.
func WithUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, ok := UserOf(r); ok {
			r = r.WithContext(context.WithValue(r.Context(), ctxKey{}, u))
		}
		next.ServeHTTP(w, r)
	})
}

// FromContext gives the caller.
func FromContext(ctx context.Context) (*User, bool) {
	u, ok := ctx.Value(ctxKey{}).(*User)
	return u, ok
}

// Require is middleware that refuses strangers.
func Require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := UserOf(r); !ok {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// RequireFunc is Require for functions.
func RequireFunc(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		raw, ok := bearer(r)
		if !ok {
			w.WriteHeader(401)
			return
		}
		if _, err := ParseToken(raw); err != nil {
			w.WriteHeader(401)
			return
		}
		next(w, r)
	}
}

// Logging is middleware that checks nobody.
func Logging(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Method)
		next.ServeHTTP(w, r)
	})
}

// Careless forgets to return.
func Careless(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := UserOf(r); !ok {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

// Inverted goes on with strangers.
func Inverted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if Check(r) {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}
