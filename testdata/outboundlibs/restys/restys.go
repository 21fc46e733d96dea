// Package restys calls with Resty, in both versions.
package restys

import (
	"log"

	"github.com/go-resty/resty/v2"
	newer "resty.dev/v3"

	"outboundlibs/people"
)

// Calls calls an API.
func Calls(c people.Customer, a people.Account) error {
	client := resty.New().SetBaseURL("https://api.example.com")
	if _, err := client.R().SetBody(c).Post("/customers"); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach api\.example\.com \(resty\.Request\.Post\)`
		return err
	}
	if _, err := client.R().SetHeader("X-Customer", c.Email).Get("/orders"); err != nil { // want `email from Customer\.Email reaches api\.example\.com \(resty\.Request\.Get\)`
		return err
	}
	if _, err := client.R().SetQueryParam("phone", c.Phone).Get("/customers"); err != nil { // want `phone from Customer\.Phone reaches api\.example\.com \(resty\.Request\.Get\)`
		return err
	}
	form := map[string]string{"name": c.Name}
	if _, err := client.R().SetFormData(form).Post("/customers"); err != nil { // want `name from Customer\.Name reaches api\.example\.com \(resty\.Request\.Post\)`
		return err
	}
	if _, err := client.R().Get("/customers/" + c.Email); err != nil { // want `email from Customer\.Email reaches api\.example\.com \(resty\.Request\.Get\)`
		return err
	}
	if _, err := client.R().SetPathParam("mail", c.Email).Execute("GET", "/customers/{mail}"); err != nil { // want `email from Customer\.Email reaches api\.example\.com \(resty\.Request\.Execute\)`
		return err
	}
	var back people.Customer
	resp, err := client.R().SetBody(a).SetResult(&back).Post("/accounts")
	if err != nil {
		return err
	}
	log.Print(resp.StatusCode(), back.Phone) // want `phone from Customer\.Phone reaches log\.Print`
	_, err = client.R().SetBody(map[string]string{"id": c.ID, "mail": people.Mask(c.Email)}).Put("/customers/" + c.ID)
	return err
}

// Newer calls with the third version.
func Newer(c people.Customer) error {
	client := newer.New()
	defer client.Close()
	if _, err := client.R().SetBody(map[string]any{"email": c.Email}).Post("https://api.example.com/c"); err != nil { // want `email from Customer\.Email reaches api\.example\.com \(resty\.Request\.Post\)`
		return err
	}
	_, err := client.R().SetBody(c.ID).Post("https://api.example.com/c")
	return err
}
