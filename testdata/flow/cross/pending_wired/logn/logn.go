// Package logn logs.
package logn

import "log"

// Sender logs.
type Sender struct{}

// Send logs.
func (Sender) Send(to string) error {
	log.Println("send to", to)
	return nil
}
