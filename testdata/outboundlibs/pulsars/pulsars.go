// Package pulsars produces to Pulsar.
package pulsars

import (
	"context"

	"github.com/apache/pulsar-client-go/pulsar"

	"outboundlibs/people"
)

// Send is the quick start.
func Send(ctx context.Context, c people.Customer, client pulsar.Client) error {
	p, err := client.CreateProducer(pulsar.ProducerOptions{Topic: "customers"})
	if err != nil {
		return err
	}
	defer p.Close()
	if _, err := p.Send(ctx, &pulsar.ProducerMessage{Payload: []byte(c.Email)}); err != nil { // want `email from Customer\.Email reaches pulsar \(queue, pulsar\.Producer\.Send\)`
		return err
	}
	p.SendAsync(ctx, &pulsar.ProducerMessage{Value: &c, Key: c.ID}, nil) // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach pulsar \(queue, pulsar\.Producer\.SendAsync\)`
	msg := &pulsar.ProducerMessage{Payload: []byte("x"), Properties: map[string]string{"name": c.Name}}
	if _, err := p.Send(ctx, msg); err != nil { // want `name from Customer\.Name reaches pulsar \(queue, pulsar\.Producer\.Send\)`
		return err
	}
	_, err = p.Send(ctx, &pulsar.ProducerMessage{Payload: []byte(people.Mask(c.Email)), Key: c.ID})
	return err
}
