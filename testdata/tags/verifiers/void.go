package verifiers

import (
	"log"
	"net/http"
	"os"
	"runtime"
)

//pii:verify
func mustBeKnown(r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		panic("no")
	}
}

//pii:verify
func exits(r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		os.Exit(1)
	}
}

//pii:verify
func fatal(r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		log.Fatalln("no")
	}
}

//pii:verify
func leaves(r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		runtime.Goexit()
	}
}

//pii:verify
func writes(w http.ResponseWriter, r *http.Request) { // want `writes is said to verify the caller, but cannot fail: it returns nothing, so that its caller goes on whatever it finds`
	if r.Header.Get("Authorization") == "" {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
}

//pii:verify
func nothing(r *http.Request) {} // want `nothing is said to verify the caller, but cannot fail: it returns nothing`

//pii:verify
func delegated(r *http.Request) { mustBeKnown(r) }

//pii:verify
func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
