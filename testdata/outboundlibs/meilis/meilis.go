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
	if _, err := index.AddDocuments([]people.Customer{c}, nil); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach meilisearch \(search, meilisearch\.DocumentManager\.AddDocuments\)`
		return err
	}
	if _, err := index.UpdateDocuments([]map[string]any{{"id": c.ID, "name": c.Name}}, nil); err != nil { // want `name from Customer\.Name reaches meilisearch \(search, meilisearch\.DocumentManager\.UpdateDocuments\)`
		return err
	}
	if _, err := index.Search(c.Phone, &meilisearch.SearchRequest{Limit: 1}); err != nil { // want `phone from Customer\.Phone reaches meilisearch \(search, meilisearch\.SearchReader\.Search\)`
		return err
	}
	if _, err := index.Search("x", &meilisearch.SearchRequest{Filter: "email = " + c.Email}); err != nil { // want `email from Customer\.Email reaches meilisearch \(search, meilisearch\.SearchReader\.Search\)`
		return err
	}
	_, err := index.AddDocuments([]people.Account{a}, nil)
	return err
}
