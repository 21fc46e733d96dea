package httpapi

import (
	"context"
	"net/http"
	"strconv"

	"example.com/shop/customer"
	"example.com/shop/orders"
)

type callerKey struct{}

// caller is the customer whom known let through.
func caller(ctx context.Context) *customer.Customer {
	c, _ := ctx.Value(callerKey{}).(*customer.Customer)
	return c
}

// anyOrder shows an order to a customer, whoever bought it.
func (a *API) anyOrder(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		refuse(w, r, err)
		return
	}
	o, err := a.desk.Find(number)
	if err != nil {
		refuse(w, r, err)
		return
	}
	reply(w, receipt(o))
}

// ownOrder shows an order to whoever bought it.
func (a *API) ownOrder(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		refuse(w, r, err)
		return
	}
	o, err := a.desk.Find(number)
	if err == nil && o.Buyer.ID != caller(r.Context()).ID {
		err = orders.ErrUnknown
	}
	if err != nil {
		refuse(w, r, err)
		return
	}
	reply(w, receipt(o))
}

func receipt(o *orders.Order) map[string]any {
	return map[string]any{"order": o.Number, "items": o.Items, "street": o.Ship.Street}
}
