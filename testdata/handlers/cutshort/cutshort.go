// Package main has middleware that is too much work to be followed to its end: what
// was not looked at may let anybody pass.
package main

import (
	"crypto/subtle"
	"errors"
	"html"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"
)

type user struct {
	Email string `json:"email" pii:"email"`
	Phone string `pii:"phone"`
	Name  string `pii:"name"`
	City  string `pii:"address"`
}

var users = map[string]user{"1": {Email: "kim@example.com"}}

var digests = map[string]int{}

const secret = "secret"

func check(c *fiber.Ctx) error {
	if subtle.ConstantTimeCompare([]byte(c.Get("X-Token")), []byte(secret)) != 1 {
		return errors.New("unknown")
	}
	return nil
}

func strict(c *fiber.Ctx) error {
	if err := check(c); err != nil {
		return fiber.ErrUnauthorized
	}
	return c.Next()
}

var steps = []func(string) string{
	strings.ToUpper, strings.ToLower, strings.TrimSpace, strings.ToTitle, html.EscapeString, html.UnescapeString, url.QueryEscape,
	url.PathEscape, path.Clean, path.Base, path.Dir, path.Ext, filepath.Clean, filepath.Base, filepath.Dir, filepath.Ext, strconv.Quote,
	func(s string) string { return s + "a" },
	func(s string) string { return s + "b" },
	func(s string) string { return s + "c" },
	func(s string) string { return s + "d" },
	func(s string) string { return s + "e" },
	func(s string) string { return s + "f" },
	func(s string) string { return s + "g" },
	func(s string) string { return s + "h" },
	func(s string) string { return s + "i" },
	func(s string) string { return s + "j" },
	func(s string) string { return s + "k" },
	func(s string) string { return s + "l" },
	func(s string) string { return s + "m" },
	func(s string) string { return s + "n" },
	func(s string) string { return s + "o" },
	func(s string) string { return s + "p" },
	func(s string) string { return s + "q" },
	func(s string) string { return s + "r" },
	func(s string) string { return s + "s" },
	func(s string) string { return s + "t" },
	func(s string) string { return s + "u" },
	func(s string) string { return s + "v" },
	func(s string) string { return s + "w" },
	func(s string) string { return s + "x" },
	func(s string) string { return s + "y" },
	func(s string) string { return s + "z" },
	func(s string) string { return s + "A" },
	func(s string) string { return s + "B" },
	func(s string) string { return s + "C" },
	func(s string) string { return s + "D" },
	func(s string) string { return s + "E" },
	func(s string) string { return s + "F" },
	func(s string) string { return s + "G" },
	func(s string) string { return s + "H" },
	func(s string) string { return s + "I" },
	func(s string) string { return s + "J" },
	func(s string) string { return s + "K" },
	func(s string) string { return s + "L" },
	func(s string) string { return s + "M" },
	func(s string) string { return s + "N" },
	func(s string) string { return s + "O" },
	func(s string) string { return s + "P" },
	func(s string) string { return s + "Q" },
	func(s string) string { return s + "R" },
	func(s string) string { return s + "S" },
	func(s string) string { return s + "T" },
}

// lax lets all pass. For those that it does not know it does more than is followed before.
func lax(c *fiber.Ctx) error {
	if err := check(c); err != nil {
		u := users[c.Params("id")]
		a, b, d, e := u.Email, u.Phone, u.Name, u.City
		i := len(u.Email) % len(steps)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		a, b, d, e = steps[i](b)+steps[i](e), steps[i](d)+steps[i](a), steps[i](e)+steps[i](b), steps[i](a)+steps[i](d)
		digests[a+b+d+e]++
		return c.Next()
	}
	return c.Next()
}

func own(c *fiber.Ctx) error {
	return c.JSON(users[c.Params("id")].Email)
}

func show(c *fiber.Ctx) error {
	return c.JSON(users[c.Params("id")].Email) // want `email from user.Email reaches fiber.Ctx.JSON before the caller is verified`
}

func main() {
	app := fiber.New()
	app.Group("/a", strict).Get("/:id", own)
	app.Group("/b", lax).Get("/:id", show)
	app.Listen(":8080")
}
