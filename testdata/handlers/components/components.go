// Command components writes pages of a-h/templ, as its generated code has them.
package main

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/a-h/templ/runtime"

	"handlers/people"
)

func hello(name string) templ.Component {
	return runtime.GeneratedTemplate(func(in runtime.GeneratedComponentInput) (err error) {
		w, ctx := in.Writer, in.Context
		buf, is := runtime.GetBuffer(w)
		if !is {
			defer func() {
				if e := runtime.ReleaseBuffer(buf); err == nil {
					err = e
				}
			}()
		}
		ctx = templ.InitializeContext(ctx)
		if err = runtime.WriteString(buf, 1, "<p>"); err != nil {
			return err
		}
		var text string
		if text, err = templ.JoinStringErrs(name); err != nil {
			return err
		}
		_, err = buf.WriteString(templ.EscapeString(text))
		return err
	})
}

func open(w http.ResponseWriter, r *http.Request) {
	hello(people.Find("1").Email).Render(r.Context(), w) // want `email from Person.Email reaches templ.Component.Render before the caller is verified`
}

func checked(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) == nil {
		hello(people.Find("1").Email).Render(r.Context(), w)
	}
}

func other(w http.ResponseWriter, r *http.Request) {
	hello(people.Find("1").Language).Render(r.Context(), nil)
}

// handed serves a component by the library's handler.
func handed(w http.ResponseWriter, r *http.Request) {
	templ.Handler(hello(people.Find(r.FormValue("id")).Email)).ServeHTTP(w, r) // want `email from Person.Email reaches templ.ComponentHandler.ServeHTTP before the caller is verified`
}

func handedChecked(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) == nil {
		templ.Handler(hello(people.Find(r.FormValue("id")).Email), templ.WithStatus(http.StatusOK)).ServeHTTP(w, r)
	}
}

func main() {
	http.HandleFunc("/handed", handed)
	http.HandleFunc("/handed/checked", handedChecked)
	http.HandleFunc("/open", open)
	http.HandleFunc("/checked", checked)
	http.HandleFunc("/other", other)
	http.ListenAndServe(":1", nil)
}
