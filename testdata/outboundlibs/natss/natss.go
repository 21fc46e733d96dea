// Package natss publishes to NATS.
package natss

import (
	"context"
	"encoding/json"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"outboundlibs/people"
)

// Core publishes and asks.
func Core(c people.Customer) error {
	nc, err := nats.Connect("tls://nats.example.com:4222")
	if err != nil {
		return err
	}
	if err := nc.Publish("customers", []byte(c.Email)); err != nil { // want `email from Customer\.Email reaches nats \(queue, nats\.Conn\.Publish\)`
		return err
	}
	m := nats.NewMsg("customers")
	m.Header.Set("name", c.Name)
	if err := nc.PublishMsg(m); err != nil { // want `name from Customer\.Name reaches nats \(queue, nats\.Conn\.PublishMsg\)`
		return err
	}
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if _, err := nc.Request("customers.check", data, time.Second); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach nats \(queue, nats\.Conn\.Request\)`
		return err
	}
	if err := nc.Publish("customers."+c.Email, nil); err != nil { // want `email from Customer\.Email reaches nats \(queue, nats\.Conn\.Publish\)`
		return err
	}
	_, err = nc.Subscribe("who", func(m *nats.Msg) {
		_ = m.Respond([]byte(c.Phone)) // want `phone from Customer\.Phone reaches nats \(queue, nats\.Msg\.Respond\)`
	})
	if err != nil {
		return err
	}
	return nc.Publish("customers."+c.ID, []byte(people.Mask(c.Email)))
}

// Stream publishes to JetStream, in both ways.
func Stream(ctx context.Context, c people.Customer, nc *nats.Conn) error {
	old, err := nc.JetStream()
	if err != nil {
		return err
	}
	if _, err := old.Publish("customers", []byte(c.Phone)); err != nil { // want `phone from Customer\.Phone reaches nats \(queue, nats\.JetStream\.Publish\)`
		return err
	}
	js, err := jetstream.New(nc)
	if err != nil {
		return err
	}
	if _, err := js.Publish(ctx, "customers", []byte(c.Email)); err != nil { // want `email from Customer\.Email reaches nats \(queue, jetstream\.Publisher\.Publish\)`
		return err
	}
	kv, err := js.KeyValue(ctx, "customers")
	if err != nil {
		return err
	}
	if _, err := kv.Put(ctx, c.ID, []byte(c.Name)); err != nil { // want `name from Customer\.Name reaches nats \(queue, jetstream\.KeyValue\.Put\)`
		return err
	}
	_, err = js.PublishAsync("customers", []byte(people.Mask(c.Email)))
	return err
}
