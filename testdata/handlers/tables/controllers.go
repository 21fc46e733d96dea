package tables

import "net/http"

type Route struct {
	Pattern string
	Handle  http.HandlerFunc
	Auth    bool
}

// Controller has routes of its own.
type Controller interface{ Routes() []Route }

type users struct{}

func (u *users) Routes() []Route {
	return []Route{
		{Pattern: "GET /users/{id}", Handle: u.show, Auth: true},
		{Pattern: "GET /users/{id}/card", Handle: u.card},
	}
}

func (u *users) show(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func (u *users) card(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

type orders struct{ prefix string }

func (o orders) Routes() []Route {
	routes := []Route{{o.prefix + "/{id}", o.show, true}}
	return append(routes, Route{Pattern: o.prefix + "/{id}/track", Handle: o.track})
}

func (o orders) show(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func (o orders) track(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// collected gathers the routes of all controllers first.
func collected() error {
	var routes []Route
	for _, c := range []Controller{&users{}, orders{"GET /orders"}} {
		routes = append(routes, c.Routes()...)
	}
	mux := http.NewServeMux()
	for _, rt := range routes {
		h := rt.Handle
		if rt.Auth {
			h = requireAuth(h)
		}
		mux.Handle(rt.Pattern, h)
	}
	return http.ListenAndServe(":1", mux)
}
