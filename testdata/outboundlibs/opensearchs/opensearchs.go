// Package opensearchs indexes with OpenSearch.
package opensearchs

import (
	"context"
	"strings"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"
	"github.com/opensearch-project/opensearch-go/v4/opensearchutil"

	"outboundlibs/people"
)

// Index sends documents.
func Index(ctx context.Context, c people.Customer, client *opensearchapi.Client) error {
	_, err := client.Index(ctx, opensearchapi.IndexReq{Index: "customers", Body: strings.NewReader(c.Email)}) // want `email from Customer\.Email reaches opensearch \(search, opensearchapi\.Client\.Index\)`
	if err != nil {
		return err
	}
	_, err = client.Index(ctx, opensearchapi.IndexReq{Index: "customers", Body: opensearchutil.NewJSONReader(c)}) // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach opensearch \(search, opensearchapi\.Client\.Index\)`
	if err != nil {
		return err
	}
	_, err = client.Index(ctx, opensearchapi.IndexReq{Index: "customers", DocumentID: c.ID, Body: strings.NewReader(people.Mask(c.Email))})
	return err
}
