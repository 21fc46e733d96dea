// Package sockets answers on connections that callers opened, or that it took over.
package sockets

import (
	"encoding/json"
	"fmt"
	"net/http"

	coder "github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
	"github.com/gorilla/websocket"
	xws "golang.org/x/net/websocket"

	"handlers/people"
)

var upgrader = websocket.Upgrader{ReadBufferSize: 1024}

// Routes serves them.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/direct", direct)
	mux.HandleFunc("/checked", checked)
	mux.HandleFunc("/helped", helped)
	mux.HandleFunc("/pumped", pumped)
	mux.HandleFunc("/written", written)
	mux.HandleFunc("/coder", viaCoder)
	mux.Handle("/x", xws.Handler(viaX))
	mux.Handle("/xchecked", known(xws.Handler(viaXChecked)))
	mux.HandleFunc("/hijacked", hijacked)
	mux.HandleFunc("/buffered", buffered)
	mux.HandleFunc("/hijackedknown", hijackedKnown)
	return mux
}

func direct(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	conn.WriteJSON(people.Find("1")) // want `name from Person.Name and email from Person.Email reach websocket.Conn.WriteJSON before the caller is verified`
	conn.WriteMessage(websocket.TextMessage, []byte(people.Find("1").ID))
}

func checked(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	conn.WriteJSON(people.Find("1"))
}

func tell(conn *websocket.Conn, v any) error { return conn.WriteJSON(v) }

func helped(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err == nil {
		tell(conn, people.Find("1")) // want `name from Person.Name and email from Person.Email reach websocket.Conn.WriteJSON before the caller is verified`
	}
}

type client struct {
	conn *websocket.Conn
	send chan []byte
}

func (c *client) pump() {
	for text := range c.send {
		c.conn.WriteMessage(websocket.TextMessage, text)
	}
}

func pumped(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	c := &client{conn, make(chan []byte)}
	go c.pump() // want `name from Person.Name and email from Person.Email reach websocket.Conn.WriteMessage before the caller is verified`
	text, _ := json.Marshal(people.Find("1"))
	c.send <- text
}

func written(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	to, err := conn.NextWriter(websocket.TextMessage)
	if err == nil {
		fmt.Fprint(to, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	}
}

func viaCoder(w http.ResponseWriter, r *http.Request) {
	conn, err := coder.Accept(w, r, nil)
	if err == nil {
		wsjson.Write(r.Context(), conn, people.Find("1")) // want `name from Person.Name and email from Person.Email reach wsjson.Write before the caller is verified`
	}
}

func viaX(conn *xws.Conn) {
	xws.JSON.Send(conn, people.Find("1")) // want `name from Person.Name and email from Person.Email reach websocket.Codec.Send before the caller is verified`
	fmt.Fprint(conn, people.Find("1").ID)
}

func known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func viaXChecked(conn *xws.Conn) { xws.JSON.Send(conn, people.Find("1")) }

func hijacked(w http.ResponseWriter, r *http.Request) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\n\r\n%s", people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprintf before the caller is verified`
}

func buffered(w http.ResponseWriter, r *http.Request) {
	conn, rw, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	rw.WriteString(people.Find("1").Email) // want `email from Person.Email reaches`
	rw.Flush()
}

func hijackedKnown(w http.ResponseWriter, r *http.Request) {
	conn, rw, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	if people.Verify(r) == nil {
		fmt.Fprint(conn, people.Find("1").Email)
		rw.WriteString(people.Find("1").Email)
		rw.Flush()
	}
}
