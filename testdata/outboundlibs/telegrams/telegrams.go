// Package telegrams sends to Telegram, with both clients.
package telegrams

import (
	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
	tele "gopkg.in/telebot.v4"

	"outboundlibs/people"
)

// Send sends a text.
func Send(c people.Customer, bot *tgbotapi.BotAPI) error {
	msg := tgbotapi.NewMessage(1, "new customer "+c.Name)
	msg.ParseMode = tgbotapi.ModeHTML
	_, err := bot.Send(msg) // want `name from Customer\.Name reaches telegram \(messaging, tgbotapi\.BotAPI\.Send\)`
	if err != nil {
		return err
	}
	_, err = bot.Send(tgbotapi.MessageConfig{BaseChat: tgbotapi.BaseChat{ChatID: 1}, Text: c.Phone}) // want `phone from Customer\.Phone reaches telegram \(messaging, tgbotapi\.BotAPI\.Send\)`
	if err != nil {
		return err
	}
	_, err = bot.Send(tgbotapi.NewMessage(1, c.ID+people.Mask(c.Email)))
	return err
}

// Bot sends and answers.
func Bot(c people.Customer, b *tele.Bot) error {
	if _, err := b.Send(&tele.User{ID: 1}, "new customer "+c.Email); err != nil { // want `email from Customer\.Email reaches telegram \(messaging, telebot\.Bot\.Send\)`
		return err
	}
	b.Handle("/last", func(ctx tele.Context) error {
		return ctx.Send("last customer: " + c.Name) // want `name from Customer\.Name reaches telegram \(messaging, telebot\.Context\.Send\)`
	})
	_, err := b.Send(&tele.User{ID: 1}, people.Mask(c.Email))
	return err
}
