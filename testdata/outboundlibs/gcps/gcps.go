// Package gcps hands data to Google Cloud.
package gcps

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"

	"cloud.google.com/go/bigquery"
	older "cloud.google.com/go/pubsub"
	"cloud.google.com/go/pubsub/v2"
	"cloud.google.com/go/storage"

	"outboundlibs/people"
)

// Publish publishes messages, with both versions.
func Publish(ctx context.Context, c people.Customer, client *pubsub.Client, topic *older.Topic) error {
	p := client.Publisher("customers")
	res := p.Publish(ctx, &pubsub.Message{Data: []byte(c.Email)}) // want `email from Customer\.Email reaches google pubsub \(queue, pubsub\.Publisher\.Publish\)`
	if _, err := res.Get(ctx); err != nil {
		return err
	}
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	topic.Publish(ctx, &older.Message{Data: data})                                    // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach google pubsub \(queue, pubsub\.Topic\.Publish\)`
	topic.Publish(ctx, &older.Message{Attributes: map[string]string{"name": c.Name}}) // want `name from Customer\.Name reaches google pubsub \(queue, pubsub\.Topic\.Publish\)`
	p.Publish(ctx, &pubsub.Message{Data: []byte(c.ID), OrderingKey: people.Mask(c.Email)})
	return nil
}

// Store writes objects.
func Store(ctx context.Context, c people.Customer, client *storage.Client) error {
	w := client.Bucket("b").Object("customers/" + c.ID).NewWriter(ctx)
	if _, err := io.WriteString(w, c.Email); err != nil { // want `email from Customer\.Email reaches google storage \(storage, io\.WriteString\)`
		return err
	}
	if _, err := fmt.Fprintf(w, "%s\n", c.Phone); err != nil { // want `phone from Customer\.Phone reaches google storage \(storage, fmt\.Fprintf\)`
		return err
	}
	if _, err := io.Copy(w, strings.NewReader(c.Name)); err != nil { // want `name from Customer\.Name reaches google storage \(storage, io\.Copy\)`
		return err
	}
	if err := json.NewEncoder(w).Encode(c); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach google storage \(storage, json\.Encoder\.Encode\)`
		return err
	}
	if _, err := w.Write([]byte(people.Mask(c.Email))); err != nil {
		return err
	}
	w2 := client.Bucket("b").Object(c.Email).NewWriter(ctx) // want `email from Customer\.Email reaches google storage \(storage, storage\.ObjectHandle\.NewWriter\)`
	return errors.Join(w.Close(), w2.Close())
}

type row struct {
	Email string
	Page  string
}

// Insert inserts rows and reads them.
func Insert(ctx context.Context, c people.Customer, client *bigquery.Client) error {
	ins := client.Dataset("shop").Table("visits").Inserter()
	if err := ins.Put(ctx, []*row{{Email: c.Email, Page: "/"}}); err != nil { // want `email from Customer\.Email reaches google bigquery \(database, bigquery\.Inserter\.Put\)`
		return err
	}
	if err := ins.Put(ctx, []*row{{Email: people.Mask(c.Email), Page: "/"}}); err != nil {
		return err
	}
	q := client.Query("SELECT * FROM visits WHERE email = @email")
	q.Parameters = []bigquery.QueryParameter{{Name: "email", Value: c.Email}}
	it, err := q.Read(ctx) // want `email from Customer\.Email reaches google bigquery \(database, bigquery\.Query\.Read\)`
	if err != nil {
		return err
	}
	var back people.Customer
	if err := it.Next(&back); err != nil {
		return err
	}
	log.Print(back.Email) // want `email from Customer\.Email reaches log\.Print`
	return nil
}
