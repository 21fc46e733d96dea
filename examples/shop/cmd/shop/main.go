// Command shop is a small web shop that tells too much, here and there: an
// example to run piivet on. With -http it serves; without, it plays one
// customer's visit and ends.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"example.com/shop/account"
	"example.com/shop/audit"
	"example.com/shop/customer"
	"example.com/shop/httpapi"
	"example.com/shop/logx"
	"example.com/shop/mail"
	"example.com/shop/orders"
	"example.com/shop/store"
)

// plainTrail writes the audit trail into the log as it comes.
type plainTrail struct {
	log *slog.Logger
}

// Record implements audit.Trail.
func (t plainTrail) Record(event, who string) { t.log.Info("audit", "event", event, "who", who) }

// quietTrail counts, and keeps nobody's name.
type quietTrail map[string]int

// Record implements audit.Trail.
func (t quietTrail) Record(event, _ string) { t[event]++ }

func main() {
	addr := flag.String("http", "", "serve on this `address`")
	trail := flag.String("trail", "plain", "audit trail: plain, keyed or quiet")
	verbose := flag.Bool("v", false, "log at debug level")
	flag.Parse()
	if *verbose {
		slog.SetLogLoggerLevel(slog.LevelDebug)
	}

	outbox := new(mail.Outbox)
	desk := orders.New(outbox)
	accounts := account.New(store.New(), outbox, newTrail(*trail))
	handler := httpapi.New(accounts, desk)
	if *addr != "" {
		log.Fatal(http.ListenAndServe(*addr, handler))
	}
	visit(handler)
	desk.Wait()
	outbox.Bounced(1, "no such mailbox")
	outbox.Dump()
}

func newTrail(name string) audit.Trail {
	switch name {
	case "keyed":
		return audit.Keyed{Key: []byte(os.Getenv("SHOP_AUDIT_KEY")), Log: slog.Default()}
	case "quiet":
		return quietTrail{}
	}
	return plainTrail{log: slog.Default()}
}

// visit plays a customer who signs up, mistypes the password, and buys.
func visit(h http.Handler) {
	ada := customer.Customer{Name: "Ada Byron", Email: "ada@example.com", Phone: "+44 20 7946 0018"}
	logx.Masking(os.Stderr).Info("visitor", "customer", ada)

	post(h, "/customers", `{"name": "Ada Byron", "email": "ada@example.com", "plan": "gold", "password": "engine",
		"address": {"street": "12 St James's Square", "city": "London", "country": "GB"}}`)
	post(h, "/orders", `{"login": {"email": "ada@example.com", "password": "wrong"}}`)
	post(h, "/orders", `{"login": {"email": "ada@example.com", "password": "engine"}, "items": ["gears"],
		"card": {"holder": "A Byron", "number": "4000002760003184", "expires": "12/30"}}`)
}

func post(h http.Handler, path, body string) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, path, strings.NewReader(body)))
	answer, err := io.ReadAll(w.Result().Body)
	fmt.Println(path, w.Code, strings.TrimSpace(string(answer)), err)
}
