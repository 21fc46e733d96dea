// Package mail sends messages to customers.
package mail

import (
	"context"
	"log"
	"sync"

	"example.com/shop/logx"
)

// Message is a mail on its way.
type Message struct {
	ID      int
	To      string `pii:"email"`
	Subject string
	Body    string `pii:"message"`
}

// Outbox queues messages. The zero value is ready.
type Outbox struct {
	mu   sync.Mutex
	sent []Message
}

// Send queues a message. It logs where it goes: whoever calls it leaks.
func (o *Outbox) Send(ctx context.Context, to, subject, body string) int {
	logx.Event(ctx, "mail queued", "to", to, "subject", subject)
	return o.queue(Message{To: to, Subject: subject, Body: body})
}

// SendQuietly queues a message and logs its number alone.
func (o *Outbox) SendQuietly(ctx context.Context, to, subject, body string) int {
	id := o.queue(Message{To: to, Subject: subject, Body: body})
	logx.Event(ctx, "mail queued", "message", id, "bytes", len(body))
	return id
}

func (o *Outbox) queue(m Message) int {
	o.mu.Lock()
	defer o.mu.Unlock()
	m.ID = len(o.sent) + 1
	o.sent = append(o.sent, m)
	return m.ID
}

// Bounced takes down a message that came back.
func (o *Outbox) Bounced(id int, reason string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, m := range o.sent {
		if m.ID == id {
			//pii:allow log support corrects mistyped addresses from this line, it is kept for a day
			log.Printf("mail %d to %s bounced: %s", m.ID, m.To, reason)
		}
	}
}

// Dump prints what is queued.
func (o *Outbox) Dump() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, m := range o.sent {
		log.Printf("queued: %+v", m)
	}
}
