// Package graphroutes serves a GraphQL schema. The package generated is gqlgen's
// output for schema.graphql.
package graphroutes

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"handlers/graphroutes/generated"
	"handlers/people"
)

// Resolver is the root.
type Resolver struct{ all map[string]*people.Person }

func (r *Resolver) Mutation() generated.MutationResolver { return &mutationResolver{r} }

func (r *Resolver) Person() generated.PersonResolver { return &personResolver{r} }

func (r *Resolver) Query() generated.QueryResolver { return &queryResolver{r} }

func (r *Resolver) Subscription() generated.SubscriptionResolver { return &subscriptionResolver{r} }

type (
	mutationResolver     struct{ *Resolver }
	personResolver       struct{ *Resolver }
	queryResolver        struct{ *Resolver }
	subscriptionResolver struct{ *Resolver }
)

// Serve serves it to anybody.
func Serve(all map[string]*people.Person) error {
	srv := handler.NewDefaultServer(generated.NewExecutableSchema(generated.Config{Resolvers: &Resolver{all: all}}))
	http.Handle("/query", srv)
	return http.ListenAndServe(":8080", nil)
}

func token(ctx context.Context) string {
	return graphql.GetOperationContext(ctx).Headers.Get("Authorization")
}

func (r *mutationResolver) Rename(ctx context.Context, id string, name string) (*people.Person, error) {
	p, ok := r.all[id]
	if !ok {
		return nil, fmt.Errorf("nobody has the id %s", id)
	}
	return p, nil // want `name from Person.Name and email from Person.Email reach the GraphQL response before the caller is verified`
}

func (r *personResolver) Phone(ctx context.Context, obj *people.Person) (*string, error) {
	if err := people.VerifyToken(token(ctx)); err != nil {
		return nil, err
	}
	return &obj.Card, nil
}

func (r *personResolver) Friends(ctx context.Context, obj *people.Person) ([]*people.Person, error) {
	return []*people.Person{r.all[obj.ID]}, nil // want `name from Person.Name and email from Person.Email reach the GraphQL response`
}

func (r *queryResolver) Me(ctx context.Context) (*people.Person, error) {
	//pii:allow error the tests are about responses
	return nil, &gqlerror.Error{Message: "nobody, or " + r.all["1"].Email} // want `email from Person.Email reaches the GraphQL response`
}

func (r *queryResolver) Person(ctx context.Context, id string) (*people.Person, error) {
	return r.all[id], nil // want `name from Person.Name and email from Person.Email reach the GraphQL response`
}

func (r *queryResolver) People(ctx context.Context) ([]*people.Person, error) {
	var out []*people.Person
	for _, p := range r.all {
		out = append(out, p)
	}
	return out, nil // want `name from Person.Name and email from Person.Email reach the GraphQL response`
}

func (r *queryResolver) Email(ctx context.Context, id string) (string, error) {
	p, ok := r.all[id]
	if !ok {
		return "", errors.New("unknown")
	}
	return p.Email, nil // want `email from Person.Email reaches the GraphQL response`
}

func (r *queryResolver) Account(ctx context.Context) (*people.Person, error) {
	return &people.Person{ID: "1"}, nil
}

func (r *queryResolver) Checked(ctx context.Context, id string) (*people.Person, error) {
	if people.VerifyToken(token(ctx)) != nil {
		return nil, errors.New("access denied")
	}
	return r.all[id], nil
}

func (r *subscriptionResolver) Changes(ctx context.Context) (<-chan *people.Person, error) {
	ch := make(chan *people.Person, 1)
	ch <- r.all["1"]
	return ch, nil // want `name from Person.Name and email from Person.Email reach the GraphQL response`
}
