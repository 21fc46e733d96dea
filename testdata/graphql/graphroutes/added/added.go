// Package added tells callers of errors beside what its resolvers return.
package added

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

type root struct{ query generated.QueryResolver }

func (r *root) Mutation() generated.MutationResolver         { return nil }
func (r *root) Person() generated.PersonResolver             { return nil }
func (r *root) Query() generated.QueryResolver               { return r.query }
func (r *root) Subscription() generated.SubscriptionResolver { return nil }

var errNone = errors.New("nobody")

type open struct{ generated.QueryResolver }

func (open) Email(ctx context.Context, id string) (string, error) {
	graphql.AddErrorf(ctx, "no mail to %s", people.Find(id).Email) // want `email from Person.Email reaches graphql.AddErrorf before the caller is verified`
	return "", nil
}

func (open) Person(ctx context.Context, id string) (*people.Person, error) {
	//pii:allow error the tests are about responses
	err := fmt.Errorf("not %s: %w", people.Find(id).Email, errNone)
	graphql.AddError(ctx, err) // want `email from Person.Email reaches graphql.AddError before the caller is verified`
	graphql.AddError(ctx, errNone)
	graphql.AddErrorf(ctx, "nobody is called %s", id)
	return nil, nil
}

func (open) Account(ctx context.Context) (*people.Person, error) {
	//pii:allow error the tests are about responses
	graphql.AddError(ctx, gqlerror.Errorf("not %s", people.Find("1").Email)) // want `email from Person.Email reaches graphql.AddError before the caller is verified`
	//pii:allow error the tests are about responses
	graphql.AddError(ctx, &gqlerror.Error{Message: people.Find("1").Email}) // want `email from Person.Email reaches graphql.AddError before the caller is verified`
	return nil, nil
}

func (open) Checked(ctx context.Context, id string) (*people.Person, error) {
	more := map[string]any{"email": people.Find(id).Email}
	graphql.AddError(ctx, &gqlerror.Error{Message: "no", Extensions: more}) // want `email from Person.Email reaches graphql.AddError before the caller is verified`
	return nil, &gqlerror.Error{Message: "no", Extensions: more}            // want `email from Person.Email reaches the GraphQL response`
}

func (open) Me(ctx context.Context) (*people.Person, error) {
	if err := people.VerifyToken(graphql.GetOperationContext(ctx).Headers.Get("Authorization")); err != nil {
		return nil, err
	}
	graphql.AddErrorf(ctx, "no mail to %s", people.Find("1").Email)
	return nil, nil
}

// Serve serves it to anybody.
func Serve() error {
	srv := handler.NewDefaultServer(generated.NewExecutableSchema(generated.Config{Resolvers: &root{query: open{}}}))
	http.Handle("/added", srv)
	return http.ListenAndServe(":8080", nil)
}
