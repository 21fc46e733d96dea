package keys

import (
	"log"
	"net/http"
	"net/textproto"
)

func headers(r *http.Request) {
	log.Print(r.Header.Get("X-User-Email"))                       // want `email from r.Header.Get\("X-User-Email"\) reaches log.Print`
	log.Print(r.Header.Get("x-email"))                            // want `email from r.Header.Get\("x-email"\) reaches log.Print`
	log.Print(r.Header["X-Email"])                                // want `email from r.Header\["X-Email"\] reaches log.Print`
	log.Print(r.Header.Values("X-Phone-Number"))                  // want `phone from r.Header.Values\("X-Phone-Number"\) reaches log.Print`
	log.Print(r.Header.Get("X-Forwarded-Email"))                  // want `email from`
	log.Print(r.Header.Get("X-Auth-Request-Email"))               // want `email from`
	log.Print(r.Header.Get("X-Goog-Authenticated-User-Email"))    // want `email from`
	log.Print(r.Header.Get("Cf-Access-Authenticated-User-Email")) // want `email from`
	log.Print(r.Header.Get("Remote-Email"))                       // want `email from`
	const h = "X-Customer-Ssn"
	log.Print(r.Header.Get(h)) // want `ssn from r.Header.Get\(h\) reaches log.Print`
	log.Print(r.Header.Get("X-Request-Id"), r.Header.Get("Content-Type"), r.Header["Accept"], r.Header.Get("X-Email-Verified"))
	log.Print(r.Header.Get("X-Forwarded-Proto"), r.Header.Get("X-Email-Template"), r.Header.Get("X-Mailer"), r.Header.Get("X-Phone-Required"))
}

func ownHeaders(w http.ResponseWriter, req *http.Request) {
	h := http.Header{}
	h.Set("X-Email", "none")
	log.Print(h.Get("X-Email"), h["X-Email"])
	log.Print(w.Header().Get("X-Email"))
	req.Header.Set("X-User-Email", "service@example.com")
	log.Print(req.Header.Get("X-User-Email"))
	req.Header.Del("X-Phone")
	log.Print(req.Header.Get("X-Phone"))
	m := textproto.MIMEHeader{}
	m.Set("X-Email", "x")
	log.Print(m.Get("X-Email"))
}

func header(r *http.Request, name string) string { return r.Header.Get("X-User-" + name) }

func throughHelper(r *http.Request) {
	log.Print(header(r, "Email")) // want `email from header\(r, "Email"\) reaches log.Print`
	log.Print(header(r, "Agent"))
}
