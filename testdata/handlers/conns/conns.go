// Package conns answers without the writer of the response, over the connection that it
// took over, and with what is in the headers of another response.
package conns

import (
	"fmt"
	"net/http"

	"handlers/people"
)

// Serve serves all of it.
func Serve() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /conn", conn)
	mux.HandleFunc("GET /buffered", buffered)
	mux.HandleFunc("GET /checked", checked)
	mux.HandleFunc("GET /fetched", fetched)
	return http.ListenAndServe("localhost:8080", mux)
}

func conn(w http.ResponseWriter, r *http.Request) {
	c, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer c.Close()
	fmt.Fprintf(c, "HTTP/1.1 200 OK\r\n\r\n%s", people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintf before the caller is verified`
}

func buffered(w http.ResponseWriter, r *http.Request) {
	c, rw, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer c.Close()
	rw.WriteString("HTTP/1.1 200 OK\r\n\r\n")
	rw.WriteString(people.Find(r.PathValue("id")).Name) // want `name from Person.Name reaches bufio.Writer.WriteString before the caller is verified`
	rw.Flush()
}

func checked(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) != nil {
		return
	}
	c, rw, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer c.Close()
	rw.WriteString(people.Find(r.PathValue("id")).Name)
	rw.Flush()
}

// fetched puts something into the header of what another server answered.
func fetched(w http.ResponseWriter, r *http.Request) {
	res, err := http.Get("http://upstream.example/")
	if err != nil {
		return
	}
	defer res.Body.Close()
	mark(res)
	w.Header().Set("X-User", res.Header.Get("X-User")) // want `email from Person.Email reaches http.Header.Set before the caller is verified`
}

func mark(res *http.Response) { res.Header.Set("X-User", people.Find("editor").Email) }
