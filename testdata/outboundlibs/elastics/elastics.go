// Package elastics indexes and searches with Elasticsearch.
package elastics

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/elastic/go-elasticsearch/v8/esapi"

	"outboundlibs/people"
)

// Index sends documents with the functions of a client.
func Index(ctx context.Context, c people.Customer, a people.Account, es *esapi.API, transport esapi.Transport) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if _, err := es.Index("customers", bytes.NewReader(data), es.Index.WithDocumentID(c.ID)); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach elasticsearch \(search, esapi\.Index\)`
		return err
	}
	if _, err := es.Index("customers", strings.NewReader("{}"), es.Index.WithDocumentID(c.Email)); err != nil { // want `email from Customer\.Email reaches elasticsearch \(search, esapi\.Index\)`
		return err
	}
	req := esapi.IndexRequest{Index: "customers", DocumentID: c.ID, Body: strings.NewReader(`{"phone":"` + c.Phone + `"}`)}
	if _, err := req.Do(ctx, transport); err != nil { // want `phone from Customer\.Phone reaches elasticsearch \(search, esapi\.IndexRequest\.Do\)`
		return err
	}
	if data, err = json.Marshal(a); err != nil {
		return err
	}
	_, err = es.Index("accounts", bytes.NewReader(data), es.Index.WithDocumentID(c.ID))
	return err
}

// Search asks for somebody.
func Search(ctx context.Context, c people.Customer, es *esapi.API, transport esapi.Transport) error {
	var buf bytes.Buffer
	query := map[string]any{"query": map[string]any{"match": map[string]any{"email": c.Email}}}
	if err := json.NewEncoder(&buf).Encode(query); err != nil {
		return err
	}
	if _, err := es.Search(es.Search.WithContext(ctx), es.Search.WithIndex("customers"), es.Search.WithBody(&buf)); err != nil { // want `email from Customer\.Email reaches elasticsearch \(search, esapi\.Search\)`
		return err
	}
	body := strings.NewReader(fmt.Sprintf(`{"query":{"term":{"id":%q}}}`, c.ID))
	_, err := es.Search(es.Search.WithIndex("customers"), es.Search.WithBody(body))
	return err
}
