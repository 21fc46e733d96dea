// Package pop talks to a server over a connection that somebody else dials.
package pop

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"net"
)

type Dialer interface {
	Dial(network, address string) (net.Conn, error)
}
type Client struct {
	TLS    bool
	dialer Dialer
}
type Conn struct {
	conn net.Conn
	r    *bufio.Reader
	w    *bufio.Writer
}

func New(d Dialer) *Client {
	c := &Client{dialer: d}
	if c.dialer == nil {
		c.dialer = &net.Dialer{}
	}
	return c
}
func (c *Client) NewConn() (*Conn, error) {
	conn, err := c.dialer.Dial("tcp", "x")
	if err != nil {
		return nil, err
	}
	if c.TLS {
		conn = tls.Client(conn, &tls.Config{})
	}
	p := &Conn{conn: conn, r: bufio.NewReader(conn), w: bufio.NewWriter(conn)}
	if _, err := p.ReadOne(); err != nil {
		return nil, err
	}
	return p, nil
}
func (c *Conn) Send(b string) error {
	if _, err := c.w.WriteString(b + "\r\n"); err != nil {
		return err
	}
	return c.w.Flush()
}
func (c *Conn) ReadOne() (string, error) {
	b, err := c.r.ReadString('\n')
	if b == "" {
		return "", fmt.Errorf("bad answer %q", b)
	}
	return b, err
}
func (c *Conn) Pass(s string) error {
	if err := c.Send("PASS " + s); err != nil {
		return err
	}
	_, err := c.ReadOne()
	return err
}
