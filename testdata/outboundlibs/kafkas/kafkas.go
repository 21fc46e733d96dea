// Package kafkas produces records with three clients of Kafka.
package kafkas

import (
	"context"
	"encoding/json"

	"github.com/IBM/sarama"
	"github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kgo"

	"outboundlibs/people"
)

// Sync waits for the broker.
func Sync(c people.Customer, p sarama.SyncProducer) error {
	msg := &sarama.ProducerMessage{Topic: "customers", Value: sarama.StringEncoder(c.Email)}
	if _, _, err := p.SendMessage(msg); err != nil { // want `email from Customer\.Email reaches kafka \(queue, sarama\.SyncProducer\.SendMessage\)`
		return err
	}
	msgs := []*sarama.ProducerMessage{{Topic: "customers", Key: sarama.StringEncoder(c.Phone)}}
	if err := p.SendMessages(msgs); err != nil { // want `phone from Customer\.Phone reaches kafka \(queue, sarama\.SyncProducer\.SendMessages\)`
		return err
	}
	_, _, err := p.SendMessage(&sarama.ProducerMessage{Key: sarama.StringEncoder(c.ID), Value: sarama.ByteEncoder(people.Mask(c.Email))})
	return err
}

// Segment writes with kafka-go.
func Segment(ctx context.Context, c people.Customer) error {
	w := &kafka.Writer{Addr: kafka.TCP("localhost:9092"), Topic: "customers"}
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if err := w.WriteMessages(ctx, kafka.Message{Key: []byte(c.ID), Value: data}); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach kafka \(queue, kafka\.Writer\.WriteMessages\)`
		return err
	}
	m := kafka.Message{Headers: []kafka.Header{{Key: "name", Value: []byte(c.Name)}}}
	if err := w.WriteMessages(ctx, kafka.Message{Value: []byte(c.ID)}, m); err != nil { // want `name from Customer\.Name reaches kafka \(queue, kafka\.Writer\.WriteMessages\)`
		return err
	}
	return w.WriteMessages(ctx, kafka.Message{Value: []byte(people.Mask(c.Email))})
}

// Franz produces with franz-go.
func Franz(ctx context.Context, c people.Customer, cl *kgo.Client) error {
	cl.Produce(ctx, &kgo.Record{Topic: "customers", Value: []byte(c.Email)}, nil)     // want `email from Customer\.Email reaches kafka \(queue, kgo\.Client\.Produce\)`
	if err := cl.ProduceSync(ctx, kgo.StringRecord(c.Phone)).FirstErr(); err != nil { // want `phone from Customer\.Phone reaches kafka \(queue, kgo\.Client\.ProduceSync\)`
		return err
	}
	r := kgo.KeyStringRecord(c.ID, people.Mask(c.Email))
	return cl.ProduceSync(ctx, r).FirstErr()
}

// Async sends on the input of a producer.
func Async(ctx context.Context, c people.Customer, p sarama.AsyncProducer) {
	p.Input() <- &sarama.ProducerMessage{Topic: "customers", Value: sarama.StringEncoder(c.Email)} // want `email from Customer.Email reaches kafka \(queue, sarama.AsyncProducer.Input\)`
	msg := &sarama.ProducerMessage{Topic: "customers", Key: sarama.StringEncoder(c.Phone)}
	in := p.Input()
	select {
	case in <- msg: // want `phone from Customer.Phone reaches kafka \(queue, sarama.AsyncProducer.Input\)`
	case <-ctx.Done():
	}
	go func() {
		in <- &sarama.ProducerMessage{Headers: []sarama.RecordHeader{{Value: []byte(c.Name)}}} // want `name from Customer.Name reaches kafka \(queue, sarama.AsyncProducer.Input\)`
	}()
	put(in, c.Email) // want `email from Customer.Email reaches kafka \(queue, sarama.AsyncProducer.Input\)`
	put(in, people.Mask(c.Email))
	p.Input() <- &sarama.ProducerMessage{Key: sarama.StringEncoder(c.ID)}
}

func put(in chan<- *sarama.ProducerMessage, text string) {
	in <- &sarama.ProducerMessage{Topic: "customers", Value: sarama.StringEncoder(text)}
}

// Feed keeps the channel alone.
type Feed struct {
	in chan<- *sarama.ProducerMessage
}

// NewFeed takes a producer's input.
func NewFeed(p sarama.AsyncProducer) *Feed { return &Feed{in: p.Input()} }

// Tell sends on it.
func (f *Feed) Tell(c people.Customer, v people.Visit) {
	f.in <- &sarama.ProducerMessage{Value: sarama.StringEncoder(c.Name)} // want `name from Customer.Name reaches kafka \(queue, sarama.AsyncProducer.Input\)`
	f.in <- &sarama.ProducerMessage{Value: sarama.StringEncoder(v.Page)}
}

// Own passes customers on inside of the program.
func Own(c people.Customer) {
	own := make(chan *sarama.ProducerMessage, 1)
	own <- &sarama.ProducerMessage{Value: sarama.StringEncoder(c.Name)}
	<-own
}
