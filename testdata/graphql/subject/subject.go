// Package subject has resolvers that know who calls, and show whatever an argument
// names.
package subject

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"

	"handlers/graphroutes/generated"
	"handlers/people"
)

type root struct{}

func (r *root) Mutation() generated.MutationResolver         { return nil }
func (r *root) Person() generated.PersonResolver             { return nil }
func (r *root) Query() generated.QueryResolver               { return &queryResolver{} }
func (r *root) Subscription() generated.SubscriptionResolver { return nil }

type queryResolver struct{ generated.QueryResolver }

func (*queryResolver) Email(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil // want `email from Person.Email reaches the GraphQL response, but people.Find`
}

func (*queryResolver) Me(ctx context.Context) (*people.Person, error) {
	p := people.Find("1")
	return &p, nil
}

// Serve serves them.
func Serve() error {
	srv := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: &root{}}))
	srv.AddTransport(transport.POST{})
	mux := http.NewServeMux()
	mux.Handle("/query", requireUser(srv))
	return http.ListenAndServe(":8080", mux)
}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
