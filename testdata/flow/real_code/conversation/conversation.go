// Package conversation talks to servers: what a connection brings is not what was sent on it.
package conversation

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"net"
	"net/textproto"
)

type Mailbox struct {
	Host     string
	Password string `pii:"credential"`
}

type dialer interface {
	Dial(network, address string) (net.Conn, error)
}

type client struct {
	conn net.Conn
	r    *bufio.Reader
	w    *bufio.Writer
}

func open(d dialer, m Mailbox, secure bool) (*client, error) {
	conn, err := d.Dial("tcp", m.Host)
	if err != nil {
		return nil, err
	}
	if secure {
		conn = tls.Client(conn, &tls.Config{ServerName: m.Host})
	}
	return &client{conn: conn, r: bufio.NewReader(conn), w: bufio.NewWriter(conn)}, nil
}

func (c *client) command(line string) (string, error) {
	if _, err := c.w.WriteString(line + "\r\n"); err != nil {
		return "", err
	}
	if err := c.w.Flush(); err != nil {
		return "", err
	}
	return c.r.ReadString('\n')
}

func buffered(d dialer, m Mailbox) error {
	c, err := open(d, m, false)
	if err != nil {
		return err
	}
	if _, err := c.command("PASS " + m.Password); err != nil { //pii:allow outbound the server that asks for it
		return err
	}
	answer, err := c.command("LIST") //pii:allow outbound the buffer that held the password before
	if err != nil {
		return err
	}
	return fmt.Errorf("refused: %s", answer)
}

func direct(conn net.Conn, m Mailbox) error {
	if _, err := conn.Write([]byte(m.Password)); err != nil {
		return err
	}
	buf := make([]byte, 80)
	n, err := conn.Read(buf)
	if err != nil {
		return err
	}
	return fmt.Errorf("refused: %s", buf[:n])
}

func printed(conn *net.TCPConn, m Mailbox) error {
	fmt.Fprintf(conn, "PASS %s\r\n", m.Password)
	rw := bufio.NewReadWriter(bufio.NewReader(conn), bufio.NewWriter(conn))
	rw.WriteString(m.Password)
	rw.Flush()
	answer, _, _ := rw.ReadLine()
	text, _ := textproto.NewReader(bufio.NewReader(conn)).ReadLine()
	return fmt.Errorf("refused: %s, %s", answer, text)
}

// echo repeats what it was given itself.
func echo(conn net.Conn, m Mailbox) error {
	line := "PASS " + m.Password
	conn.Write([]byte(line))
	return fmt.Errorf("refused: %s", line) // want `credential from Mailbox.Password reaches fmt.Errorf`
}
