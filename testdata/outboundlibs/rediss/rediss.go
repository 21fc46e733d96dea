// Package rediss publishes through Redis. What it stores there is another
// matter.
package rediss

import (
	"context"

	"github.com/redis/go-redis/v9"

	"outboundlibs/people"
)

// Publish publishes and streams.
func Publish(ctx context.Context, c people.Customer, rdb *redis.Client, u redis.UniversalClient) error {
	if err := rdb.Publish(ctx, "customers", c.Email).Err(); err != nil { // want `email from Customer\.Email reaches redis \(queue, redis\.cmdable\.Publish\)`
		return err
	}
	if err := u.Publish(ctx, "customers", c.Phone).Err(); err != nil { // want `phone from Customer\.Phone reaches redis \(queue, redis\.PubSubCmdable\.Publish\)`
		return err
	}
	err := rdb.XAdd(ctx, &redis.XAddArgs{Stream: "customers", Values: map[string]any{"name": c.Name}}).Err() // want `name from Customer\.Name reaches redis \(queue, redis\.cmdable\.XAdd\)`
	if err != nil {
		return err
	}
	return rdb.Publish(ctx, "customers", c.ID+people.Mask(c.Email)).Err()
}
