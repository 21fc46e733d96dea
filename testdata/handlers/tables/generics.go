package tables

import "net/http"

func each[T any](list []T, do func(T)) {
	for _, x := range list {
		do(x)
	}
}

func eachClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func eachOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// withEach has a generic helper for its loop.
func withEach() error {
	mux := http.NewServeMux()
	each([]route{
		{Path: "/each/closed/{id}", Handler: eachClosed},
		{Path: "/each/open/{id}", Handler: eachOpen, Public: true},
	}, func(rt route) {
		h := rt.Handler
		if !rt.Public {
			h = requireAuth(h)
		}
		mux.HandleFunc(rt.Path, h)
	})
	return http.ListenAndServe(":1", mux)
}
