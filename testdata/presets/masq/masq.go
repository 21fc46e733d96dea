// Package masq marks what a filter of log/slog hides.
package masq

import "log/slog"

// Account is of a user.
type Account struct {
	ID    string
	Token string `masq:"secret"`
	Mail  string `masq:"contact"`
}

func show(a Account) {
	slog.Info("account", "id", a.ID)
	slog.Info("account", "token", a.Token) // want `credential from Account.Token reaches slog.Info`
	slog.Info("account", "mail", a.Mail)   // want `unknown from Account.Mail reaches slog.Info`
	slog.Info("account", "all", a)         // want `credential from Account.Token and unknown from Account.Mail reach slog.Info`
}
