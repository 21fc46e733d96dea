// Package algolias indexes with Algolia.
package algolias

import (
	"github.com/algolia/algoliasearch-client-go/v3/algolia/search"

	"outboundlibs/people"
)

// Save saves objects.
func Save(c people.Customer, a people.Account, id, key string) error {
	index := search.NewClient(id, key).InitIndex("customers")
	if _, err := index.SaveObject(c); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach algolia \(search, search\.Index\.SaveObject\)`
		return err
	}
	if _, err := index.SaveObjects([]map[string]any{{"objectID": c.ID, "phone": c.Phone}}); err != nil { // want `phone from Customer\.Phone reaches algolia \(search, search\.Index\.SaveObjects\)`
		return err
	}
	if _, err := index.Search(c.Email); err != nil { // want `email from Customer\.Email reaches algolia \(search, search\.Index\.Search\)`
		return err
	}
	if _, err := index.SaveObject(a); err != nil {
		return err
	}
	_, err := index.Search(people.Mask(c.Email))
	return err
}
