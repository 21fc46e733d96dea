// Package app uses what is bound already.
package app

import (
	"log"

	"flow/cross/pending_wired/svc"
	"flow/cross/pending_wired/wire"
)

// App keeps the sender.
type App struct{ sender svc.Sender }

// New takes the default.
func New() *App { return &App{sender: wire.Default()} }

// Ping hands on what is no personal data.
func (a *App) Ping() {
	if err := a.sender.Send("nobody"); err != nil {
		log.Println(err)
	}
}
