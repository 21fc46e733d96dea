// Package apart has tables that another package registers.
package apart

import (
	"net/http"

	"github.com/gorilla/mux"

	"handlers/people"
	"handlers/tables/routing"
)

func email(r *http.Request) []byte { return []byte(people.Find(mux.Vars(r)["id"]).Email) }

func require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func open(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func closed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func later(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func routes() []*routing.Ready {
	var routes []*routing.Ready
	routes = append(routes,
		routing.Get("/open/{id}").By(routing.Open()).Do(open),
		routing.Get("/closed/{id}").By(require).Do(closed),
	)
	if len(people.Find("1").Name) > 0 {
		routes = append(routes, routing.Get("/later/{id}").By(require).Do(later))
	}
	return routes
}

func attached() error {
	r := mux.NewRouter()
	routing.Attach(r, "/", routes()...)
	return http.ListenAndServe(":1", r)
}

func lineOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func lineClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func lines() error {
	m := http.NewServeMux()
	routing.All(m, []routing.Entry{
		{Path: "/line/open", Middleware: routing.Open(), Handler: lineOpen},
		{Path: "/line/closed", Middleware: require, Handler: lineClosed},
	})
	return http.ListenAndServe(":1", m)
}
