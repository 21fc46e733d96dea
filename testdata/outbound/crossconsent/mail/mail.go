// Package mail sends.
package mail

import (
	"net/http"
	"strings"
)

type User struct {
	ID   string
	News string `pii:"email,purpose=news"`
	Bill string `pii:"email,purpose=billing"`
	Any  string `pii:"phone"`
}

func Send(s string) { http.Post("https://letters.example.org", "", strings.NewReader(s)) }

// SendUser finds out by itself.
func SendUser(u *User) { Send(u.News) } // want `email from User.News reaches letters.example.org`

type Client struct{ to string }

func (c *Client) Post(s string) error {
	_, err := http.Post("https://letters.example.org/x", "", strings.NewReader(s))
	return err
}
