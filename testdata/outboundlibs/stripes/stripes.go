// Package stripes pays with Stripe, in the three styles of its client.
package stripes

import (
	"context"

	"github.com/stripe/stripe-go/v84"
	"github.com/stripe/stripe-go/v84/customer"
	"github.com/stripe/stripe-go/v84/paymentintent"

	"outboundlibs/people"
)

// Global uses the functions of the packages.
func Global(c people.Customer, key string) error {
	stripe.Key = key
	params := &stripe.CustomerParams{Name: stripe.String(c.Name), Email: stripe.String(c.Email)}
	if _, err := customer.New(params); err != nil { // want `name from Customer\.Name and email from Customer\.Email reach stripe \(payment, stripe\.Backend\.Call\)`
		return err
	}
	pi := &stripe.PaymentIntentParams{Amount: stripe.Int64(2000), Currency: stripe.String("eur")}
	pi.AddMetadata("phone", c.Phone)
	if _, err := paymentintent.New(pi); err != nil { // want `phone from Customer\.Phone reaches stripe \(payment, stripe\.Backend\.Call\)`
		return err
	}
	pi = &stripe.PaymentIntentParams{Amount: stripe.Int64(2000), ReceiptEmail: &c.Email}
	if _, err := paymentintent.New(pi); err != nil { // want `email from Customer\.Email reaches stripe \(payment, stripe\.Backend\.Call\)`
		return err
	}
	pi = &stripe.PaymentIntentParams{Amount: stripe.Int64(2000), Description: stripe.String(people.Mask(c.Email))}
	pi.AddMetadata("id", c.ID)
	_, err := paymentintent.New(pi)
	return err
}

// Client uses a client with services.
func Client(ctx context.Context, c people.Customer, key string) error {
	sc := stripe.NewClient(key)
	params := &stripe.CustomerCreateParams{Email: stripe.String(c.Email)}
	if _, err := sc.V1Customers.Create(ctx, params); err != nil { // want `email from Customer\.Email reaches stripe \(payment, stripe\.v1CustomerService\.Create\)`
		return err
	}
	update := &stripe.CustomerUpdateParams{Shipping: &stripe.CustomerUpdateShippingParams{Phone: stripe.String(c.Phone)}}
	if _, err := sc.V1Customers.Update(ctx, "cus_1", update); err != nil { // want `phone from Customer\.Phone reaches stripe \(payment, stripe\.v1CustomerService\.Update\)`
		return err
	}
	_, err := sc.V1Customers.Create(ctx, &stripe.CustomerCreateParams{Description: stripe.String(c.ID + people.Mask(c.Email))})
	return err
}

func shipping(c people.Customer) *stripe.ShippingDetailsParams {
	return &stripe.ShippingDetailsParams{Name: &c.Name, Phone: &c.Phone}
}

// Shipping points to two fields of one record.
func Shipping(c people.Customer) error {
	_, err := paymentintent.New(&stripe.PaymentIntentParams{Shipping: shipping(c)}) // want `name from Customer\.Name and phone from Customer\.Phone reach stripe \(payment, stripe\.Backend\.Call\)`
	return err
}

// Held has the client of one resource.
func Held(c people.Customer, cc customer.Client) error {
	if _, err := cc.Update("cus_1", &stripe.CustomerParams{Phone: stripe.String(c.Phone)}); err != nil { // want `phone from Customer\.Phone reaches stripe \(payment, stripe\.Backend\.Call\)`
		return err
	}
	_, err := cc.Update("cus_1", &stripe.CustomerParams{Description: stripe.String(c.ID)})
	return err
}
