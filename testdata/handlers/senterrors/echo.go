// Package senterrors has handlers whose errors their framework sends to the caller.
package senterrors

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"handlers/people"
)

// Echo answers with the message of errors of its own, and hides what other errors say.
func Echo() {
	e := echo.New()
	e.GET("/locked", locked)
	e.GET("/formatted", formatted)
	e.GET("/literal", literal)
	e.GET("/helped", helped)
	e.GET("/record", record)
	e.GET("/hidden", hidden)
	e.GET("/inside", inside)
	e.GET("/plain", plain)
	e.GET("/found", found)
	e.GET("/behind", behind, requireEcho)
	e.Group("/group").POST("/locked", lockedInGroup)
	e.Logger.Fatal(e.Start(":8080"))
}

func requireEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := people.Verify(c.Request()); err != nil {
			return echo.NewHTTPError(http.StatusUnauthorized, err.Error())
		}
		return next(c)
	}
}

func locked(c echo.Context) error {
	p := people.Find(c.Param("id"))
	//pii:allow error the tests are about responses
	return echo.NewHTTPError(http.StatusLocked, "locked: "+p.Email) // want `email from Person.Email reaches the error handler of echo before the caller is verified`
}

func formatted(c echo.Context) error {
	if p := people.Find(c.Param("id")); p.ID == "" {
		//pii:allow error the tests are about responses
		return echo.NewHTTPError(404, fmt.Sprintf("nobody called %s", p.Name)) // want `name from Person.Name reaches the error handler of echo`
	}
	return c.NoContent(204)
}

func literal(c echo.Context) error {
	//pii:allow error the tests are about responses
	return &echo.HTTPError{Code: 409, Message: people.Find("1").Email + " is taken"} // want `email from Person.Email reaches the error handler of echo`
}

func taken(email string) error { return echo.NewHTTPError(409, email+" is taken") }

func helped(c echo.Context) error {
	//pii:allow error the tests are about responses
	return taken(people.Find("1").Email) // want `email from Person.Email reaches the error handler of echo`
}

func record(c echo.Context) error {
	//pii:allow error the tests are about responses
	return echo.NewHTTPError(409, people.Find("1")) // want `name from Person.Name and email from Person.Email reach the error handler of echo`
}

// The server says "Internal Server Error" of this one.
func hidden(c echo.Context) error {
	//pii:allow error the tests are about responses
	return fmt.Errorf("no mail for %s", people.Find("1").Email)
}

// What is inside is for logs.
func inside(c echo.Context) error {
	//pii:allow error the tests are about responses
	return echo.NewHTTPError(500, "try again").SetInternal(errors.New(people.Find("1").Email))
}

func plain(c echo.Context) error {
	if people.Find("1").Email == "" {
		return echo.ErrNotFound
	}
	return echo.NewHTTPError(http.StatusTeapot)
}

func found(c echo.Context) error {
	if err := people.Verify(c.Request()); err != nil {
		return echo.NewHTTPError(http.StatusUnauthorized, "who are you?")
	}
	//pii:allow error the tests are about responses
	return echo.NewHTTPError(423, people.Find("1").Email)
}

//pii:allow error the tests are about responses
func behind(c echo.Context) error { return echo.NewHTTPError(423, people.Find("1").Email) }

func lockedInGroup(c echo.Context) error {
	//pii:allow error the tests are about responses
	return echo.NewHTTPError(423, people.Find("1").Email) // want `email from Person.Email reaches the error handler of echo`
}

// OwnEcho has a handler for errors that says nothing of them.
func OwnEcho() {
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) { _ = c.NoContent(500) }
	//pii:allow error the tests are about responses
	e.GET("/locked", func(c echo.Context) error { return echo.NewHTTPError(423, people.Find("1").Email) })
	//pii:allow error the tests are about responses
	e.Group("/group").GET("/locked", func(c echo.Context) error { return echo.NewHTTPError(423, people.Find("1").Email) })
	e.Logger.Fatal(e.Start(":8080"))
}
