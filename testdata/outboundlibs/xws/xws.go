// Package xws writes to web sockets of golang.org/x/net/websocket.
package xws

import (
	"fmt"

	"golang.org/x/net/websocket"

	"outboundlibs/people"
)

// Dial dials and writes.
func Dial(c people.Customer, a people.Account) error {
	ws, err := websocket.Dial("wss://feed.example.com", "", "https://example.com")
	if err != nil {
		return err
	}
	if _, err := ws.Write([]byte(c.Email)); err != nil { // want `email from Customer\.Email reaches feed\.example\.com \(websocket\.Conn\.Write\)`
		return err
	}
	if err := websocket.JSON.Send(ws, c); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach feed\.example\.com \(websocket\.Codec\.Send\)`
		return err
	}
	if _, err := fmt.Fprint(ws, c.Phone); err != nil { // want `phone from Customer\.Phone reaches feed\.example\.com \(websocket\.Conn\.Write\)`
		return err
	}
	if err := websocket.JSON.Send(ws, a); err != nil {
		return err
	}
	_, err = ws.Write([]byte(people.Mask(c.Email)))
	return err
}
