// Package coderws writes to web sockets of github.com/coder/websocket and of
// its former name.
package coderws

import (
	"context"
	"io"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
	older "nhooyr.io/websocket"

	"outboundlibs/people"
)

// Dial dials and writes.
func Dial(ctx context.Context, c people.Customer, a people.Account, o *older.Conn) error {
	conn, _, err := websocket.Dial(ctx, "wss://feed.example.com", nil)
	if err != nil {
		return err
	}
	if err := conn.Write(ctx, websocket.MessageText, []byte(c.Email)); err != nil { // want `email from Customer\.Email reaches feed\.example\.com \(websocket\.Conn\.Write\)`
		return err
	}
	if err := wsjson.Write(ctx, conn, c); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach feed\.example\.com \(wsjson\.Write\)`
		return err
	}
	w, err := conn.Writer(ctx, websocket.MessageText)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, c.Phone); err != nil { // want `phone from Customer\.Phone reaches feed\.example\.com \(io\.WriteString\)`
		return err
	}
	if err := o.Write(ctx, older.MessageText, []byte(c.Name)); err != nil { // want `name from Customer\.Name reaches websocket\.Conn\.Write`
		return err
	}
	if err := wsjson.Write(ctx, conn, a); err != nil {
		return err
	}
	return conn.Write(ctx, websocket.MessageText, []byte(people.Mask(c.Email)))
}
