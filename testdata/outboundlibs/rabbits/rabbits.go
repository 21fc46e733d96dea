// Package rabbits publishes to RabbitMQ.
package rabbits

import (
	"context"

	amqp "github.com/rabbitmq/amqp091-go"

	"outboundlibs/people"
)

// Publish is the tutorial.
func Publish(ctx context.Context, c people.Customer) error {
	conn, err := amqp.Dial("amqps://guest:guest@mq.example.com/")
	if err != nil {
		return err
	}
	defer conn.Close()
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	err = ch.PublishWithContext(ctx, "", "customers", false, false, amqp.Publishing{ContentType: "text/plain", Body: []byte(c.Email)}) // want `email from Customer\.Email reaches rabbitmq \(queue, amqp091\.Channel\.PublishWithContext\)`
	if err != nil {
		return err
	}
	headers := amqp.Table{"phone": c.Phone}
	err = ch.PublishWithContext(ctx, "", "customers", false, false, amqp.Publishing{Headers: headers}) // want `phone from Customer\.Phone reaches rabbitmq \(queue, amqp091\.Channel\.PublishWithContext\)`
	if err != nil {
		return err
	}
	if err := ch.Publish("", "customers."+c.Name, false, false, amqp.Publishing{}); err != nil { // want `name from Customer\.Name reaches rabbitmq \(queue, amqp091\.Channel\.Publish\)`
		return err
	}
	return ch.PublishWithContext(ctx, "", "customers", false, false, amqp.Publishing{MessageId: c.ID, Body: []byte(people.Mask(c.Email))})
}
