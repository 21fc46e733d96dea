// Package los moves tagged data through the generic helpers of
// github.com/samber/lo.
package los

import (
	"log"
	"log/slog"
	"strings"

	"github.com/samber/lo"

	"libs/people"
)

// Slices maps, filters and folds.
func Slices(cs []people.Customer) {
	emails := lo.Map(cs, func(c people.Customer, _ int) string { return c.Email })
	ids := lo.Map(cs, func(c people.Customer, _ int) string { return c.ID })
	slog.Info("m", "to", emails)                                                                                         // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.Uniq(emails))                                                                                // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.Drop(emails, 1))                                                                             // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.Filter(emails, func(s string, _ int) bool { return s != "" }))                               // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.Flatten([][]string{ids, emails}))                                                            // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.Chunk(emails, 2))                                                                            // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.Reduce(cs, func(s string, c people.Customer, _ int) string { return s + c.Email }, ""))      // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.FilterMap(cs, func(c people.Customer, _ int) (string, bool) { return c.Email, c.ID != "" })) // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "cs", lo.Filter(cs, func(c people.Customer, _ int) bool { return c.ID != "" }))                       // want "email from Customer.Email and phone from Customer.Phone reach.* slog.Info without"
	slog.Info("m", "first", lo.FirstOrEmpty(emails))                                                                     // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "last", lo.LastOrEmpty(emails))                                                                       // want "email from Customer.Email reach.* slog.Info without"
	lo.ForEach(cs, func(c people.Customer, _ int) { slog.Info("m", "to", c.Email) })                                     // want "email from Customer.Email reach.* slog.Info without"

	slog.Info("m", "ids", ids)
	slog.Info("m", "ids", lo.Uniq(ids))
	slog.Info("m", "masked", lo.Map(emails, func(s string, _ int) string { return people.Mask(s) }))
	slog.Info("m", "sum", lo.SumBy(cs, func(c people.Customer) int { return len(c.Email) }))
	slog.Info("m", "n", lo.CountBy(cs, func(c people.Customer) bool { return c.Email == "" }))
	slog.Info("m", "has", lo.Contains(emails, "a@example.com"))
	lo.ForEach(cs, func(c people.Customer, _ int) { slog.Info("m", "id", c.ID) })
}

// Maps groups and takes apart.
func Maps(cs []people.Customer) {
	byEmail := lo.KeyBy(cs, func(c people.Customer) string { return c.Email })
	byID := lo.KeyBy(cs, func(c people.Customer) string { return c.ID })
	phones := lo.Associate(cs, func(c people.Customer) (string, string) { return c.ID, c.Phone })
	slog.Info("m", "keys", lo.Keys(byEmail))                                                 // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "values", lo.Values(phones))                                              // want "phone from Customer.Phone reach.* slog.Info without"
	slog.Info("m", "values", lo.Values(byID))                                                // want "email from Customer.Email and phone from Customer.Phone reach.* slog.Info without"
	slog.Info("m", "inverted", lo.Keys(lo.Invert(phones)))                                   // want "phone from Customer.Phone reach.* slog.Info without"
	slog.Info("m", "groups", lo.GroupBy(cs, func(c people.Customer) string { return c.ID })) // want "email from Customer.Email and phone from Customer.Phone reach.* slog.Info without"

	slog.Info("m", "keys", lo.Keys(byID))
	slog.Info("m", "keys", lo.Keys(phones))
	slog.Info("m", "n", len(lo.Values(byID)))
}

// Values picks one of several, points and dereferences.
func Values(c people.Customer, cs []people.Customer, loud bool, nick *string) {
	slog.Info("m", "to", lo.Ternary(loud, c.Email, c.ID))         // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.If(loud, c.Email).Else(c.ID))         // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.CoalesceOrEmpty(c.Email, c.ID))       // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", *lo.ToPtr(c.Email))                      // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.FromPtr(&c.Email))                    // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.FromPtrOr(nick, c.Email))             // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", strings.ToUpper(lo.T2(c.ID, c.Email).B)) // want "email from Customer.Email reach.* slog.Info without"
	slog.Info("m", "to", lo.Must(lookup(c.Email)))                // want "email from Customer.Email reach.* slog.Info without"
	if found, ok := lo.Find(cs, func(c people.Customer) bool { return c.ID != "" }); ok {
		slog.Info("m", "to", found.Phone) // want "phone from Customer.Phone reach.* slog.Info without"
		slog.Info("m", "to", found.ID)
	}
	log.Print(lo.Ternary(loud, "loud", c.ID))
	log.Print(lo.T2(c.ID, c.Email).A)
	log.Print(*lo.ToPtr(c.ID), lo.FromPtr(&c.ID))
	log.Print(lo.Must(lookup(c.ID)), lo.FromPtrOr(nick, c.ID))
}

func lookup(s string) (string, error) { return strings.TrimSpace(s), nil }
