// Package httpcredentials reads credentials where the standard library keeps them.
package httpcredentials

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/url"

	"google.golang.org/grpc/metadata"
)

func urls(raw string) {
	u, err := url.Parse(raw)
	if err != nil {
		return
	}
	log.Print(u.Host, u.Path, u.Query())
	log.Print(u.User)                    // want `credential from Userinfo reaches log.Print`
	log.Print(u.User.Username())         // want `credential from Userinfo reaches log.Print`
	log.Print(u)                         // want `credential from Userinfo reaches log.Print`
	slog.Info("dial", "url", u.String()) // want `credential from Userinfo reaches slog.Info`
	if p, ok := u.User.Password(); ok {
		log.Print(p) // want `credential from Userinfo reaches log.Print`
	}
	u.User = nil
	log.Print(u)
}

func headers(r *http.Request, name string) {
	log.Print(r.Header.Get("Accept"), r.Header["User-Agent"], r.Method, r.UserAgent(), r.Referer(), r.URL)
	log.Print(r.Header.Get("Authorization"))  // want `credential from Header reaches log.Print`
	log.Print(r.Header["Cookie"][0])          // want `credential from Header reaches log.Print`
	log.Print(r.Header.Values("x-api-key"))   // want `credential from Header reaches log.Print`
	log.Print(r.Header.Get(name))             // want `credential from Header`
	log.Print(r.Header)                       // want `credential from Header reaches log.Print`
	slog.Info("request", "headers", r.Header) // want `credential from Header reaches slog.Info`
	for k, v := range r.Header {
		log.Print(k)
		log.Print(v) // want `credential from Header reaches log.Print`
	}
}

func cleaned(r *http.Request) {
	h := r.Header.Clone()
	for _, k := range []string{"X-Trace"} {
		h.Del(k)
	}
	log.Print(h) // want `Header`
	h.Del("Authorization")
	h.Del("Cookie")
	h.Del("Set-Cookie")
	h.Del("Proxy-Authorization")
	h.Del("X-Api-Key")
	h.Set("X-Auth-Token", "***")
	delete(h, "X-Csrf-Token")
	log.Print(h)
}

func own() {
	h := http.Header{}
	h.Set("Accept", "text/plain")
	log.Print(h, h.Get("Authorization"))
}

func cookies(r *http.Request) {
	if c, err := r.Cookie("session"); err == nil {
		log.Print(c.Name)
		log.Print(c.Value) // want `credential from Header and credential from Cookie.Value reach log.Print`
	}
}

func basic(r *http.Request) {
	user, pass, ok := r.BasicAuth()
	log.Print(ok)
	log.Print(user)                   // want `credential from Header reaches log.Print`
	fmt.Println("tried with " + pass) // want `credential from Header reaches fmt.Println`
}

func calls(md metadata.MD) {
	log.Print(md["x-request-id"])
	log.Print(md.Get("authorization")) // want `credential from MD reaches log.Print`
	log.Print(md["cookie"])            // want `credential from MD reaches log.Print`
	log.Print(md)                      // prints no values
	log.Printf("%#v", md)              // want `credential from MD reaches log.Printf`
}
