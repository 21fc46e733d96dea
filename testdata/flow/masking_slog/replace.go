// Package masking_slog has loggers that are built with a ReplaceAttr, and
// handlers that stand between a logger and its output.
package masking_slog

import (
	"context"
	"log/slog"
	"os"
	"regexp"
	"slices"
	"strings"
)

type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// Account logs itself as a group.
type Account struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

func (a Account) LogValue() slog.Value {
	return slog.GroupValue(slog.String("id", a.ID), slog.String("email", a.Email), slog.String("phone", a.Phone))
}

func with(replace func([]string, slog.Attr) slog.Attr) *slog.Logger {
	return slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: replace}))
}

func byKey(_ []string, a slog.Attr) slog.Attr {
	if a.Key == "email" {
		return slog.String("email", "***")
	}
	return a
}

func keys(c Customer, a Account) {
	l := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: byKey}))
	l.Info("x", "email", c.Email)
	l.Info("x", "mail", c.Email)  // want `email from Customer.Email reaches slog.Logger.Info`
	l.Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.Info("x", "id", c.ID, "email", c.Email)
	l.Info("x", "email", c.Email, "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.Info(c.Email)                                 // want `email from Customer.Email reaches slog.Logger.Info`
	l.Info("x", "who", c)                           // want `email from Customer.Email and phone from Customer.Phone reach slog.Logger.Info`
	l.Info("x", slog.String("email", c.Email), slog.Int("n", len(c.Phone)))
	l.Info("x", slog.Any("email", c.Email))
	l.Info("x", slog.String("phone", c.Phone)) // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.LogAttrs(context.Background(), slog.LevelInfo, "x", slog.String("email", c.Email))
	l.LogAttrs(context.Background(), slog.LevelInfo, "x", slog.String("phone", c.Phone)) // want `phone from Customer.Phone reaches slog.Logger.LogAttrs`
	l.Info("x", slog.Group("user", "id", c.ID, "email", c.Email))
	l.Info("x", slog.Group("user", "email", c.Email, "phone", c.Phone)) // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.Info("x", slog.Group("email", "v", c.Email))                      // want `email from Customer.Email reaches slog.Logger.Info`
	l.Info("x", "user", a)                                              // want `phone from Account.Phone reaches slog.Logger.Info`
	l.With("email", c.Email).Info("x")
	l.With("phone", c.Phone).Info("x") // want `phone from Customer.Phone reaches slog.Logger.With`
	l.WithGroup("g").Info("x", "email", c.Email)
	l.WithGroup("g").Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	slog.Info("x", "email", c.Email)             // want `email from Customer.Email reaches slog.Info`
	key := "email"
	l.Info("x", key, c.Email)
	l.Info("x", os.Getenv("K"), c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}

func literals(c Customer) {
	l := with(func(groups []string, a slog.Attr) slog.Attr {
		switch a.Key {
		case "email", "phone":
			a.Value = slog.StringValue("***")
		case "card":
			return slog.Attr{}
		}
		return a
	})
	l.Info("x", "email", c.Email)
	l.Info("x", "phone", c.Phone)
	l.Info("x", "card", c.Phone)
	l.Info("x", "name", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.Info("x", slog.Attr{Key: "phone", Value: slog.StringValue(c.Phone)})
	l.Info("x", slog.Attr{Key: "name", Value: slog.StringValue(c.Phone)}) // want `phone from Customer.Phone reaches slog.Logger.Info`
}

var sensitive = map[string]bool{"email": true, "phone": true, "id": false}

var list = []string{"email", "phone"}

var shape = regexp.MustCompile(`(?i)e?mail|phone`)

func isSensitive(key string) bool {
	for _, k := range list {
		if strings.EqualFold(k, key) {
			return true
		}
	}
	return false
}

func tables(c Customer) {
	m := with(func(_ []string, a slog.Attr) slog.Attr {
		if sensitive[a.Key] {
			a.Value = slog.StringValue("***")
		}
		return a
	})
	m.Info("x", "email", c.Email)
	m.Info("x", "id", c.Email)    // want `email from Customer.Email reaches slog.Logger.Info`
	m.Info("x", "other", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	f := with(func(_ []string, a slog.Attr) slog.Attr {
		if _, ok := sensitive[strings.ToLower(a.Key)]; ok {
			return slog.String(a.Key, "***")
		}
		return a
	})
	f.Info("x", "Email", c.Email)
	f.Info("x", "id", c.Email)
	f.Info("x", "other", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	s := with(func(_ []string, a slog.Attr) slog.Attr {
		if slices.Contains(list, a.Key) {
			return slog.String(a.Key, "***")
		}
		return a
	})
	s.Info("x", "phone", c.Phone)
	s.Info("x", "tel", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	h := with(func(_ []string, a slog.Attr) slog.Attr {
		if isSensitive(a.Key) {
			return slog.String(a.Key, "***")
		}
		return a
	})
	h.Info("x", "PHONE", c.Phone)
	h.Info("x", "tel", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	r := with(func(_ []string, a slog.Attr) slog.Attr {
		if shape.MatchString(a.Key) {
			return slog.String(a.Key, "***")
		}
		return a
	})
	r.Info("x", "home_phone", c.Phone)
	r.Info("x", "tel", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
}

func loops(c Customer) {
	l := with(func(_ []string, a slog.Attr) slog.Attr {
		for _, k := range list {
			if k == a.Key {
				return slog.String(a.Key, "***")
			}
		}
		return a
	})
	l.Info("x", "phone", c.Phone)
	l.Info("x", "tel", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	p := with(func(_ []string, a slog.Attr) slog.Attr {
		hide := strings.HasSuffix(a.Key, "_email") || a.Key == "email"
		if hide {
			a.Value = slog.StringValue("***")
		}
		return a
	})
	p.Info("x", "home_email", c.Email)
	p.Info("x", "email", c.Email)
	p.Info("x", "emails", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	not := with(func(_ []string, a slog.Attr) slog.Attr {
		if a.Key != "id" {
			return slog.Attr{}
		}
		return a
	})
	not.Info("x", "email", c.Email)
	not.Info("x", "id", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	not.Info(c.Email)
}

func messages(c Customer) {
	l := with(func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.MessageKey {
			return slog.String(slog.MessageKey, "***")
		}
		return a
	})
	l.Info(c.Email)
	l.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}

func kinds(c Customer) {
	l := with(func(_ []string, a slog.Attr) slog.Attr {
		if a.Value.Kind() == slog.KindString {
			a.Value = slog.StringValue("***")
		}
		return a
	})
	l.Info("x", "email", c.Email)
	l.Info("x", slog.String("email", c.Email))
	l.Info(c.Email)
	l.Info("x", "who", c) // want `email from Customer.Email and phone from Customer.Phone reach slog.Logger.Info`
	t := with(func(_ []string, a slog.Attr) slog.Attr {
		if c, ok := a.Value.Any().(Customer); ok {
			return slog.String(a.Key, c.ID)
		}
		return a
	})
	t.Info("x", "who", c)
	t.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	s := with(func(_ []string, a slog.Attr) slog.Attr {
		switch v := a.Value.Any().(type) {
		case Customer:
			return slog.String("id", v.ID)
		case *Customer:
			return slog.String("mail", v.Email)
		default:
			return a
		}
	})
	s.Info("x", "who", c)
	s.Info("x", "who", &c)        // want `email from Customer.Email reaches slog.Logger.Info`
	s.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}

func others(c Customer) {
	all := with(func(_ []string, a slog.Attr) slog.Attr { return slog.String(a.Key, "***") })
	all.Info("x", "email", c.Email, "who", c)
	none := with(func(_ []string, a slog.Attr) slog.Attr { return a })
	none.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	part := with(func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == "email" {
			return slog.String(a.Key, a.Value.String()[:3])
		}
		return a
	})
	part.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	chain := with(func(g []string, a slog.Attr) slog.Attr {
		if a.Key == "phone" {
			return slog.Attr{}
		}
		return byKey(g, a)
	})
	chain.Info("x", "email", c.Email, "phone", c.Phone)
	chain.Info("x", "tel", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
}

func attr(key string, v any) slog.Attr { return slog.Any(key, v) }

func emailOf(c Customer) slog.Attr { return slog.String("email", c.Email) }

func phoneOf(c Customer) slog.Attr { return slog.String("phone", c.Phone) }

func helpers(c Customer) {
	l := with(byKey)
	l.Info("x", attr("email", c.Email))
	l.Info("x", attr("phone", c.Phone)) // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.Info("x", emailOf(c))
	l.Info("x", phoneOf(c)) // want `phone from Customer.Phone reaches slog.Logger.Info`
	list := []any{"email", c.Email}
	l.Info("x", list...)
	list = append(list, "phone", c.Phone)
	l.Info("x", list...) // want `phone from Customer.Phone reaches slog.Logger.Info`
}

// redactValue goes by a name that it is given.
func redactValue(key, v string) string {
	switch key {
	case "email", "phone":
		return "***"
	}
	return v
}

func byName(c Customer) {
	slog.Info("x", "email", redactValue("email", c.Email))
	slog.Info("x", "mail", redactValue("mail", c.Email))      // want `email from Customer.Email reaches slog.Info`
	slog.Info("x", "k", redactValue(os.Getenv("K"), c.Email)) // want `email from Customer.Email reaches slog.Info`
}

// Where loggers come from.

var global = with(byKey)

var unseen *slog.Logger

type service struct {
	log *slog.Logger
}

func newService() *service { return &service{log: with(byKey)} }

func places(c Customer, given *slog.Logger) {
	global.Info("x", "email", c.Email)
	global.Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	unseen.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	given.Info("x", "email", c.Email)  // want `email from Customer.Email reaches slog.Logger.Info`
	s := newService()
	s.log.Info("x", "email", c.Email)
	s.log.Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
}

func either(c Customer, debug bool) {
	l := with(byKey)
	if debug {
		l = slog.New(slog.NewTextHandler(os.Stderr, nil))
	}
	l.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}

func fallback(c Customer, l *slog.Logger) {
	m := with(byKey)
	if l == nil {
		m = slog.Default()
	}
	m.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}

func helper(c Customer) {
	logTo(with(byKey), c)
	logTo(slog.New(slog.NewTextHandler(os.Stderr, nil)), c)
}

func logTo(l *slog.Logger, c Customer) {
	l.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}

// kept loggers are in fields that only this package fills.
type kept struct {
	log   *slog.Logger
	plain *slog.Logger
	both  *slog.Logger
	given *slog.Logger
	Open  *slog.Logger
}

func newKept(given *slog.Logger, debug bool) *kept {
	k := &kept{log: with(byKey), plain: slog.New(slog.NewTextHandler(os.Stderr, nil)), given: given, Open: with(byKey)}
	k.both = with(byKey)
	if debug {
		k.both = slog.Default()
	}
	return k
}

func (k *kept) do(c Customer) {
	k.log.Info("x", "email", c.Email)
	k.log.Info("x", "phone", c.Phone)   // want `phone from Customer.Phone reaches slog.Logger.Info`
	k.plain.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	k.both.Info("x", "email", c.Email)  // want `email from Customer.Email reaches slog.Logger.Info`
	k.given.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	k.Open.Info("x", "email", c.Email)  // want `email from Customer.Email reaches slog.Logger.Info`
	l := k.log.With("id", c.ID)
	l.Info("x", "email", c.Email)
}

// Fields behind fields.
type outer struct{ in *kept }

func (o outer) do(c Customer) {
	o.in.log.Info("x", "email", c.Email)
	o.in.given.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}

// Wrappers: the keys are the callers'.
func info(msg string, kv ...any) { global.Info(msg, kv...) }

func request(id string, kv ...any) { info("request", append([]any{"id", id}, kv...)...) }

func attrs(as ...slog.Attr) { global.LogAttrs(context.Background(), slog.LevelInfo, "x", as...) }

func (k *kept) info(msg string, kv ...any) { k.log.Info(msg, kv...) }

var wrapping = slog.New(&maskHandler{slog.NewTextHandler(os.Stderr, nil)})

func handled(msg string, kv ...any) { wrapping.Info(msg, kv...) }

func wrappers(c Customer, k *kept) {
	info("x", "email", c.Email)
	info("x", "phone", c.Phone)                   // want `phone from Customer.Phone reaches slog.Logger.Info`
	info("x", "email", c.Email, "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	info("x", slog.String("email", c.Email))
	info("x", slog.String("phone", c.Phone)) // want `phone from Customer.Phone reaches slog.Logger.Info`
	info(c.Email)                            // want `email from Customer.Email reaches slog.Logger.Info`
	request(c.ID, "email", c.Email)
	request(c.ID, "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	request(c.Phone)                // want `phone from Customer.Phone reaches slog.Logger.Info`
	attrs(slog.String("email", c.Email))
	attrs(slog.String("phone", c.Phone)) // want `phone from Customer.Phone reaches slog.Logger.LogAttrs`
	k.info("x", "email", c.Email)
	k.info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	handled("x", "email", c.Email)
	handled("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
}
