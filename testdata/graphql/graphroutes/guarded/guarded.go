// Package guarded serves the schema of graphroutes behind middleware.
package guarded

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"

	"handlers/graphroutes/generated"
	"handlers/people"
)

type root struct{ query generated.QueryResolver }

func (r *root) Mutation() generated.MutationResolver         { return nil }
func (r *root) Person() generated.PersonResolver             { return nil }
func (r *root) Query() generated.QueryResolver               { return r.query }
func (r *root) Subscription() generated.SubscriptionResolver { return nil }

type behind struct{ generated.QueryResolver }

func (behind) Email(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil
}

type operations struct{ generated.QueryResolver }

func (operations) Email(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil
}

type fields struct{ generated.QueryResolver }

func (fields) Email(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil
}

type resolved struct{ generated.QueryResolver }

func (resolved) Email(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil
}

type timed struct{ generated.QueryResolver }

func (timed) Email(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil // want `email from Person.Email reaches the GraphQL response`
}

// Serve serves them.
func Serve() error {
	mux := http.NewServeMux()
	srv := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: &root{query: behind{}}}))
	srv.AddTransport(transport.POST{})
	mux.Handle("/query", requireUser(srv))

	srv = handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: &root{query: operations{}}}))
	srv.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		if people.VerifyToken(graphql.GetOperationContext(ctx).Headers.Get("Authorization")) != nil {
			return graphql.OneShot(graphql.ErrorResponse(ctx, "who are you?"))
		}
		return next(ctx)
	})
	mux.Handle("/operations", srv)

	srv = handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: &root{query: fields{}}}))
	srv.AroundFields(func(ctx context.Context, next graphql.Resolver) (any, error) {
		if err := people.VerifyToken(graphql.GetOperationContext(ctx).Headers.Get("Authorization")); err != nil {
			return nil, err
		}
		return next(ctx)
	})
	mux.Handle("/fields", srv)

	srv = handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: &root{query: resolved{}}}))
	srv.AroundFields(func(ctx context.Context, next graphql.Resolver) (any, error) {
		if fc := graphql.GetFieldContext(ctx); fc.IsResolver {
			if err := people.VerifyToken(graphql.GetOperationContext(ctx).Headers.Get("Authorization")); err != nil {
				return nil, err
			}
		}
		return next(ctx)
	})
	mux.Handle("/resolved", srv)

	srv = handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: &root{query: timed{}}}))
	srv.AroundFields(func(ctx context.Context, next graphql.Resolver) (any, error) {
		println("field")
		return next(ctx)
	})
	mux.Handle("/timed", srv)
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
