// Package meilis indexes with Meilisearch.
package meilis

import (
	"github.com/meilisearch/meilisearch-go"

	"outboundlibs/people"
)

// Add adds documents.
func Add(c people.Customer, a people.Account, key string) error {
	client := meilisearch.New("https://search.example.com", meilisearch.WithAPIKey(key))
	index := client.Index("customers")
	if _, err := index.AddDocuments([]people.Customer{c}, nil); err != nil { // want "email from Customer.Email.* reach"
		return err
	}
	if _, err := index.UpdateDocuments([]map[string]any{{"id": c.ID, "name": c.Name}}, nil); err != nil { // want "name from Customer.Name reach"
		return err
	}
	if _, err := index.Search(c.Phone, &meilisearch.SearchRequest{Limit: 1}); err != nil { // want "phone from Customer.Phone reach"
		return err
	}
	if _, err := index.Search("x", &meilisearch.SearchRequest{Filter: "email = " + c.Email}); err != nil { // want "email from Customer.Email reach"
		return err
	}
	_, err := index.AddDocuments([]people.Account{a}, nil)
	return err
}
