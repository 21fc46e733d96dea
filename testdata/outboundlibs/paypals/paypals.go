// Package paypals pays with PayPal.
package paypals

import (
	"context"

	"github.com/plutov/paypal/v4"

	"outboundlibs/people"
)

// Pay makes orders and payouts.
func Pay(ctx context.Context, c people.Customer, client *paypal.Client) error {
	payer := &paypal.CreateOrderPayer{EmailAddress: c.Email}
	_, err := client.CreateOrder(ctx, paypal.OrderIntentCapture, nil, payer, nil) // want `email from Customer\.Email reaches paypal \(payment, paypal\.Client\.CreateOrder\)`
	if err != nil {
		return err
	}
	items := []paypal.PayoutItem{{RecipientType: "EMAIL", Receiver: c.Email, Note: "thanks"}}
	if _, err := client.CreatePayout(ctx, paypal.Payout{Items: items}); err != nil { // want `email from Customer\.Email reaches paypal \(payment, paypal\.Client\.CreatePayout\)`
		return err
	}
	units := []paypal.PurchaseUnitRequest{{CustomID: c.ID, Description: people.Mask(c.Email)}}
	_, err = client.CreateOrder(ctx, paypal.OrderIntentCapture, units, nil, nil)
	return err
}
