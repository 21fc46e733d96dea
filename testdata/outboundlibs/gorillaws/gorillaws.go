// Package gorillaws writes to web sockets of github.com/gorilla/websocket.
package gorillaws

import (
	"fmt"
	"log"
	"net/http"

	"github.com/gorilla/websocket"

	"outboundlibs/people"
)

// Dial dials and writes.
func Dial(c people.Customer, a people.Account) error {
	conn, _, err := websocket.DefaultDialer.Dial("wss://feed.example.com/customers", nil)
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.WriteMessage(websocket.TextMessage, []byte(c.Email)); err != nil { // want `email from Customer\.Email reaches feed\.example\.com \(websocket\.Conn\.WriteMessage\)`
		return err
	}
	if err := conn.WriteJSON(c); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach feed\.example\.com \(websocket\.Conn\.WriteJSON\)`
		return err
	}
	w, err := conn.NextWriter(websocket.TextMessage)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "call %s", c.Phone); err != nil { // want `phone from Customer\.Phone reaches feed\.example\.com \(fmt\.Fprintf\)`
		return err
	}
	if err := conn.WriteJSON(a); err != nil {
		return err
	}
	var back people.Customer
	if err := conn.ReadJSON(&back); err != nil {
		return err
	}
	log.Print(back.Name) // want `name from Customer\.Name reaches log\.Print`
	return conn.WriteMessage(websocket.TextMessage, []byte(people.Mask(c.Email)))
}

// Header sends with the handshake.
func Header(c people.Customer, d *websocket.Dialer) error {
	h := http.Header{}
	h.Set("X-Customer", c.Email)
	conn, _, err := d.Dial("wss://feed.example.com", h) // want `email from Customer\.Email reaches feed\.example\.com \(websocket\.Dialer\.Dial\)`
	if err != nil {
		return err
	}
	return conn.WriteMessage(websocket.TextMessage, []byte(c.ID))
}
