// Package awsdata puts data into queues, streams and buckets of AWS.
package awsdata

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	ebtypes "github.com/aws/aws-sdk-go-v2/service/eventbridge/types"
	"github.com/aws/aws-sdk-go-v2/service/firehose"
	fhtypes "github.com/aws/aws-sdk-go-v2/service/firehose/types"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"outboundlibs/people"
)

// Queue sends messages.
func Queue(ctx context.Context, c people.Customer, a people.Account, client *sqs.Client) error {
	body, err := json.Marshal(c)
	if err != nil {
		return err
	}
	_, err = client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String("q"), MessageBody: aws.String(string(body))}) // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach aws sqs \(queue, sqs\.Client\.SendMessage\)`
	if err != nil {
		return err
	}
	entries := []types.SendMessageBatchRequestEntry{{Id: aws.String("1"), MessageBody: aws.String(c.Phone)}}
	_, err = client.SendMessageBatch(ctx, &sqs.SendMessageBatchInput{Entries: entries}) // want `phone from Customer\.Phone reaches aws sqs \(queue, sqs\.Client\.SendMessageBatch\)`
	if err != nil {
		return err
	}
	attrs := map[string]types.MessageAttributeValue{"name": {DataType: aws.String("String"), StringValue: aws.String(c.Name)}}
	_, err = client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: aws.String("x"), MessageAttributes: attrs}) // want `name from Customer\.Name reaches aws sqs \(queue, sqs\.Client\.SendMessage\)`
	if err != nil {
		return err
	}
	body, err = json.Marshal(a)
	if err != nil {
		return err
	}
	_, err = client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: aws.String(string(body))})
	return err
}

// Bucket stores objects.
func Bucket(ctx context.Context, c people.Customer, client *s3.Client) error {
	_, err := client.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("b"), Key: aws.String(c.ID), Body: strings.NewReader(c.Email)}) // want `email from Customer\.Email reaches aws s3 \(storage, s3\.Client\.PutObject\)`
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(c); err != nil {
		return err
	}
	_, err = manager.NewUploader(client).Upload(ctx, &s3.PutObjectInput{Bucket: aws.String("b"), Body: &buf}) // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach aws s3 \(storage, manager\.Uploader\.Upload\)`
	if err != nil {
		return err
	}
	_, err = client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("b"), Key: aws.String("mails/" + c.Email)}) // want `email from Customer\.Email reaches aws s3 \(storage, s3\.Client\.GetObject\)`
	if err != nil {
		return err
	}
	_, err = client.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("b"), Key: aws.String(c.ID), Body: strings.NewReader(people.Mask(c.Email))})
	return err
}

// Streams puts records.
func Streams(ctx context.Context, c people.Customer, k *kinesis.Client, f *firehose.Client, e *eventbridge.Client) error {
	_, err := k.PutRecord(ctx, &kinesis.PutRecordInput{Data: []byte(c.Email), PartitionKey: aws.String(c.ID)}) // want `email from Customer\.Email reaches aws kinesis \(queue, kinesis\.Client\.PutRecord\)`
	if err != nil {
		return err
	}
	_, err = f.PutRecord(ctx, &firehose.PutRecordInput{Record: &fhtypes.Record{Data: []byte(c.Phone)}}) // want `phone from Customer\.Phone reaches aws firehose \(queue, firehose\.Client\.PutRecord\)`
	if err != nil {
		return err
	}
	entry := ebtypes.PutEventsRequestEntry{Source: aws.String("shop"), Detail: aws.String(`{"name":"` + c.Name + `"}`)}
	_, err = e.PutEvents(ctx, &eventbridge.PutEventsInput{Entries: []ebtypes.PutEventsRequestEntry{entry}}) // want `name from Customer\.Name reaches aws eventbridge \(queue, eventbridge\.Client\.PutEvents\)`
	if err != nil {
		return err
	}
	_, err = k.PutRecord(ctx, &kinesis.PutRecordInput{Data: []byte(c.ID), PartitionKey: aws.String(people.Mask(c.Email))})
	return err
}
