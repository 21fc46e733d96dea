package switches

import (
	"net/http"
	"os"

	"handlers/people"
)

// None of these is a switch of the operator that turns a check off.

// byHeader asks the request, too.
func byHeader(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Internal") != "" || noAuth {
			next(w, r)
			return
		}
		if people.Verify(r) == nil {
			next(w, r)
		}
	}
}

// byTrust lets the operator say that a header is believed.
func byTrust(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if noAuth && r.Header.Get("X-User") != "" {
			next(w, r)
			return
		}
		if people.Verify(r) == nil {
			next(w, r)
		}
	}
}

// maintained has no check on either side.
func maintained(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if os.Getenv("MAINTENANCE") == "" {
			next(w, r)
			return
		}
		http.Error(w, "later", http.StatusServiceUnavailable)
	}
}

// optional knows who calls, if anybody says so, while the program is on.
func optional(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !protected {
			refuse(w)
			return
		}
		if people.Verify(r) == nil {
			w.Header().Set("X-Known", "yes")
		}
		next(w, r)
	}
}

// fixedHere is said by the code.
var fixedHere = true

func byConstant(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if fixedHere || people.Verify(r) == nil {
			next(w, r)
		}
	}
}

// told is told by whoever asks.
func told(r *http.Request, open bool) bool { return open || people.Verify(r) == nil }

func byQuery(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if told(r, r.URL.Query().Has("open")) {
			next(w, r)
		}
	}
}

// session belongs to one request.
type session struct{ Public bool }

func (s *session) allowed(r *http.Request) bool { return s.Public || people.Verify(r) == nil }

func bySession(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s := &session{Public: r.FormValue("public") != ""}
		if s.allowed(r) {
			next(w, r)
		}
	}
}

// replaced is another handler where the flag is set, and no check where it is not.
func replaced(next http.HandlerFunc) http.HandlerFunc {
	if noAuth {
		return next
	}
	return func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }
}

// toldEachTime is told while a request is served.
func toldEachTime(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		toldOnce(r.Header.Get("X-Internal") != "")(next)(w, r)
	}
}

// perhaps puts a check before a handler if the flag is not set.
func perhaps(next http.HandlerFunc) http.HandlerFunc {
	h := next
	if !noAuth {
		h = byFlags(h)
	}
	return h
}

func strangersTold(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersPerhaps(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersByHeader(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersByTrust(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersMaintained(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersOptional(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersByConstant(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersByQuery(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersBySession(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func strangersReplaced(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func withoutSwitches() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{id}", byHeader(strangersByHeader))
	mux.HandleFunc("GET /b/{id}", byTrust(strangersByTrust))
	mux.HandleFunc("GET /c/{id}", maintained(strangersMaintained))
	mux.HandleFunc("GET /d/{id}", optional(strangersOptional))
	mux.HandleFunc("GET /e/{id}", byConstant(strangersByConstant))
	mux.HandleFunc("GET /f/{id}", byQuery(strangersByQuery))
	mux.HandleFunc("GET /g/{id}", bySession(strangersBySession))
	mux.HandleFunc("GET /h/{id}", replaced(strangersReplaced))
	mux.HandleFunc("GET /i/{id}", toldEachTime(strangersTold))
	mux.HandleFunc("GET /j/{id}", perhaps(strangersPerhaps))
	return http.ListenAndServe(":2", mux)
}
