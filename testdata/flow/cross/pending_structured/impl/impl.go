// Package impl logs parts of what it is given.
package impl

import (
	"log"

	"flow/cross/pending_structured/svc"
)

// Ref logs what is not personal.
type Ref struct{}

// Send logs the reference.
func (Ref) Send(m svc.Message) { log.Println("sent", m.Ref) }

// Push logs the reference.
func (Ref) Push(m *svc.Message) { log.Println("pushed", m.Ref) }

// All logs the id.
func (Ref) All(texts []string, labels map[string]string) { log.Println(len(texts), labels["id"]) }

// Text logs what is personal.
type Text struct{}

// Send logs the text.
func (Text) Send(m svc.Message) { log.Println("sent", m.Text) }

// Push logs the text.
func (Text) Push(m *svc.Message) { log.Println("pushed", m.Text) }

// All logs the texts.
func (Text) All(texts []string, labels map[string]string) { log.Println(texts) }

// Key logs one label.
type Key struct{}

// All logs the address.
func (Key) All(texts []string, labels map[string]string) { log.Println(labels["to"]) }

// Whole prints all of a message.
type Whole struct{}

// Send prints it.
func (Whole) Send(m svc.Message) { log.Printf("%+v", m) }

// Push prints what the pointer points to.
func (Whole) Push(m *svc.Message) { log.Printf("%+v", m) }
