// Package logn logs and knows nothing of svc.
package logn

import "log"

// Notifier logs.
type Notifier struct{ prefix string }

// New makes one.
func New() *Notifier { return &Notifier{} }

// Notify logs.
func (n *Notifier) Notify(text string) { log.Println(n.prefix, text) }

// Count logs.
func (n *Notifier) Count(id string) { log.Println(n.prefix, id) }
