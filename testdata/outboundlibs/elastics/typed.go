package elastics

import (
	"context"
	"strings"

	"github.com/elastic/go-elasticsearch/v8"
	"github.com/elastic/go-elasticsearch/v8/typedapi/core/search"
	"github.com/elastic/go-elasticsearch/v8/typedapi/types"

	"outboundlibs/people"
)

// Typed stores with the typed client.
func Typed(ctx context.Context, c people.Customer) error {
	es, err := elasticsearch.NewTypedClient(elasticsearch.Config{})
	if err != nil {
		return err
	}
	if _, err = es.Index("customers").Id(c.ID).Document(c).Do(ctx); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach elasticsearch \(search, index\.Index\.Do\)`
		return err
	}
	if _, err = es.Index("customers").Id(c.Email).Do(ctx); err != nil { // want `email from Customer\.Email reaches elasticsearch`
		return err
	}
	if _, err = es.Update("customers", c.ID).Doc(map[string]string{"phone": c.Phone}).Do(ctx); err != nil { // want `phone from Customer\.Phone reaches elasticsearch \(search, update\.Update\.Do\)`
		return err
	}
	if _, err = es.Core.Delete("customers", c.Email).Do(ctx); err != nil { // want `email from Customer\.Email reaches elasticsearch \(search, delete\.Delete\.Do\)`
		return err
	}
	index := es.Index("customers")
	index.Id(c.ID)
	index.Document(map[string]string{"id": c.ID})
	_, err = index.Do(ctx)
	return err
}

// Match asks for somebody.
func Match(ctx context.Context, c people.Customer, es *elasticsearch.TypedClient) {
	query := &types.Query{Match: map[string]types.MatchQuery{"email": {Query: c.Email}}}
	es.Search().Index("customers").Query(query).Do(ctx) // want `email from Customer\.Email reaches elasticsearch \(search, search\.Search\.Do\)`
	named := &search.Request{Query: &types.Query{Term: map[string]types.TermQuery{"name": {Value: c.Name}}}}
	es.Search().Request(named).Do(ctx)                                    // want `name from Customer\.Name reaches elasticsearch \(search, search\.Search\.Do\)`
	es.Search().Raw(strings.NewReader(`{"q":"` + c.Phone + `"}`)).Do(ctx) // want `phone from Customer\.Phone reaches elasticsearch`
	es.Get("customers", c.Email).Do(ctx)                                  // want `email from Customer\.Email reaches elasticsearch \(search, get\.Get\.Do\)`
	es.Search().Request(&search.Request{Query: &types.Query{Term: map[string]types.TermQuery{"id": {Value: c.ID}}}}).Do(ctx)
	es.Security.ChangePassword().Username(c.Email).Do(ctx) // want `email from Customer\.Email reaches elasticsearch \(search, changepassword\.ChangePassword\.Do\)`
}
