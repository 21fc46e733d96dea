// Package svc hands structs, pointers, slices and maps to an interface that
// nothing implements yet.
package svc

import "flow/cross/pending_structured/model"

// Message has no tags: what is in it depends on who fills it.
type Message struct {
	Ref  string
	Text string
}

// Sender takes messages.
type Sender interface{ Send(m Message) }

// Queue takes messages by pointer.
type Queue interface{ Push(m *Message) }

// Bulk takes many texts.
type Bulk interface {
	All(texts []string, labels map[string]string)
}

// Service keeps them.
type Service struct {
	Sender Sender
	Queue  Queue
	Bulk   Bulk
}

// Welcome fills a message with an address in one field.
func (s *Service) Welcome(c model.Customer) {
	s.Sender.Send(Message{Ref: c.ID, Text: "hello " + c.Email})
}

// Enqueue does so behind a pointer.
func (s *Service) Enqueue(c *model.Customer) {
	m := &Message{Ref: c.ID}
	m.Text = c.Email
	s.Queue.Push(m)
}

// Many puts it into a slice, and the id under a key of its own.
func (s *Service) Many(cs []model.Customer) {
	var texts []string
	labels := map[string]string{}
	for _, c := range cs {
		texts = append(texts, c.Email)
		labels["id"] = c.ID
		labels["to"] = c.Email
	}
	s.Bulk.All(texts, labels)
}
