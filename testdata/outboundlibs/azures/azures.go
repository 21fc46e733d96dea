// Package azures hands data to Azure.
package azures

import (
	"context"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/messaging/azeventhubs"
	"github.com/Azure/azure-sdk-for-go/sdk/messaging/azservicebus"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob"

	"outboundlibs/people"
)

// Bus sends messages.
func Bus(ctx context.Context, c people.Customer, sender *azservicebus.Sender) error {
	if err := sender.SendMessage(ctx, &azservicebus.Message{Body: []byte(c.Email)}, nil); err != nil { // want `email from Customer\.Email reaches azure servicebus \(queue, azservicebus\.Sender\.SendMessage\)`
		return err
	}
	batch, err := sender.NewMessageBatch(ctx, nil)
	if err != nil {
		return err
	}
	m := &azservicebus.Message{ApplicationProperties: map[string]any{"phone": c.Phone}}
	if err := batch.AddMessage(m, nil); err != nil { // want `phone from Customer\.Phone reaches azure servicebus \(queue, azservicebus\.MessageBatch\.AddMessage\)`
		return err
	}
	if err := sender.SendMessageBatch(ctx, batch, nil); err != nil {
		return err
	}
	return sender.SendMessage(ctx, &azservicebus.Message{Body: []byte(people.Mask(c.Email))}, nil)
}

// Hub sends events.
func Hub(ctx context.Context, c people.Customer, producer *azeventhubs.ProducerClient) error {
	batch, err := producer.NewEventDataBatch(ctx, nil)
	if err != nil {
		return err
	}
	if err := batch.AddEventData(&azeventhubs.EventData{Body: []byte(c.Name)}, nil); err != nil { // want `name from Customer\.Name reaches azure eventhubs \(queue, azeventhubs\.EventDataBatch\.AddEventData\)`
		return err
	}
	if err := batch.AddEventData(&azeventhubs.EventData{Body: []byte(c.ID)}, nil); err != nil {
		return err
	}
	return producer.SendEventDataBatch(ctx, batch, nil)
}

// Blob stores blobs.
func Blob(ctx context.Context, c people.Customer, client *azblob.Client) error {
	_, err := client.UploadBuffer(ctx, "customers", c.ID, []byte(c.Email), nil) // want `email from Customer\.Email reaches azure blob \(storage, azblob\.Client\.UploadBuffer\)`
	if err != nil {
		return err
	}
	_, err = client.UploadStream(ctx, "customers", c.ID, strings.NewReader(c.Phone), nil) // want `phone from Customer\.Phone reaches azure blob \(storage, azblob\.Client\.UploadStream\)`
	if err != nil {
		return err
	}
	_, err = client.UploadBuffer(ctx, "customers", c.Email, nil, nil) // want `email from Customer\.Email reaches azure blob \(storage, azblob\.Client\.UploadBuffer\)`
	if err != nil {
		return err
	}
	_, err = client.UploadBuffer(ctx, "customers", c.ID, []byte(people.Mask(c.Email)), nil)
	return err
}
