// Package stores loads personal data from a document store, a cache and through an
// object-relational mapper.
package stores

import (
	"context"
	"log"

	"github.com/redis/go-redis/v9"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"gorm.io/gorm"
)

type Account struct {
	ID    string
	Email string `pii:"email"`
	Plan  string
}

func documents(ctx context.Context, c *mongo.Collection) error {
	var one Account
	if err := c.FindOne(ctx, bson.M{"_id": 1}).Decode(&one); err != nil {
		return err
	}
	log.Println(one.Plan)
	log.Println(one.Email) // want `email from Account.Email reaches log.Println`
	cur, err := c.Find(ctx, bson.D{})
	if err != nil {
		return err
	}
	var all []Account
	if err := cur.All(ctx, &all); err != nil {
		return err
	}
	log.Println(all[0].Plan)
	log.Println(all[0].Email) // want `email from Account.Email reaches log.Println`
	for cur.Next(ctx) {
		var each *Account
		if err := cur.Decode(&each); err != nil {
			return err
		}
		log.Println(each.Plan)
		log.Println(each.Email) // want `email from Account.Email reaches log.Println`
	}
	return cur.Err()
}

func document(data []byte) {
	var a Account
	if bson.Unmarshal(data, &a) == nil {
		log.Println(a.Plan)
		log.Println(a.Email) // want `email from Account.Email reaches log.Println`
	}
}

func session(ctx context.Context, client *mongo.Client, c *mongo.Collection) error {
	return client.UseSession(ctx, func(ctx context.Context) error {
		var a Account
		err := c.FindOne(ctx, bson.M{}).Decode(&a)
		log.Println(a.Email) // want `email from Account.Email reaches log.Println`
		return err
	})
}

func cached(ctx context.Context, r *redis.Client, any redis.Cmdable) {
	m := r.HGetAll(ctx, "account").Val()
	log.Println(m["plan"])
	log.Println(m["email"]) // want `email from m\["email"\] reaches log.Println`
	a := Account{ID: m["id"], Email: m["email"]}
	log.Println(a.ID)
	log.Println(a.Email) // want `email from m\["email"\] reaches log.Println`
	email, _ := any.Get(ctx, "key").Result()
	b := Account{Email: email}
	log.Println(b.Email) // want `email from Account.Email reaches log.Println`
}

// batches are in the variable when the function is called.
func batches(db *gorm.DB) {
	var batch []Account
	db.FindInBatches(&batch, 100, func(tx *gorm.DB, n int) error {
		log.Println(n, len(batch))
		for i := range batch {
			log.Println(batch[i].Plan)
			log.Println(batch[i].Email) // want `email from Account.Email reaches log.Println`
		}
		return nil
	})
}
