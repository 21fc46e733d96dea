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

func main() {
	http.HandleFunc("/open", open)
	http.HandleFunc("/checked", checked)
	http.HandleFunc("/other", other)
	http.ListenAndServe(":1", nil)
}
