// Package directives serves a schema whose directives verify. The packages
// generated and model are gqlgen's output for schema.graphql.
package directives

import (
	"context"
	"errors"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"

	"handlers/directives/generated"
	"handlers/directives/model"
	"handlers/people"
)

type root struct{}

func (r *root) Account() generated.AccountResolver           { return &accounts{} }
func (r *root) Mutation() generated.MutationResolver         { return &mutations{} }
func (r *root) Person() generated.PersonResolver             { return &persons{} }
func (r *root) Query() generated.QueryResolver               { return &queries{} }
func (r *root) Subscription() generated.SubscriptionResolver { return &subscriptions{} }
func (r *root) Wallet() generated.WalletResolver             { return &wallets{} }

type (
	accounts      struct{}
	mutations     struct{}
	persons       struct{}
	queries       struct{}
	subscriptions struct{}
	wallets       struct{}
)

// Serve serves it with directives of which all but one verify.
func Serve() error {
	cfg := generated.Config{Resolvers: &root{}}
	cfg.Directives.Auth = auth
	cfg.Directives.HasRole = hasRole
	cfg.Directives.Cached = func(ctx context.Context, obj any, next graphql.Resolver, seconds int) (any, error) {
		return next(ctx)
	}
	cfg.Directives.Owner = owner
	http.Handle("/query", withUser(handler.NewDefaultServer(generated.NewExecutableSchema(cfg))))
	return http.ListenAndServe(":8080", nil)
}

func auth(ctx context.Context, obj any, next graphql.Resolver) (any, error) {
	if err := people.VerifyToken(token(ctx)); err != nil {
		return nil, err
	}
	return next(ctx)
}

func hasRole(ctx context.Context, obj any, next graphql.Resolver, role model.Role) (any, error) {
	if people.VerifyToken(token(ctx)) != nil || role == model.RoleAdmin {
		return nil, errors.New("access denied")
	}
	return next(ctx)
}

type userKey struct{}

// withUser lets everybody pass, and notes who is known.
func withUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			r = r.WithContext(context.WithValue(r.Context(), userKey{}, &people.Person{ID: "1"}))
		}
		next.ServeHTTP(w, r)
	})
}

func owner(ctx context.Context, obj any, next graphql.Resolver) (any, error) {
	if user, ok := ctx.Value(userKey{}).(*people.Person); !ok || user.ID != obj.(*people.Person).ID {
		return nil, nil
	}
	return next(ctx)
}

func token(ctx context.Context) string {
	return graphql.GetOperationContext(ctx).Headers.Get("Authorization")
}

func (queries) Person(ctx context.Context, id string) (*people.Person, error) {
	p := people.Find(id)
	return &p, nil // want `email from Person.Email reaches the GraphQL response before the caller is verified`
}

func (queries) Open(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil // want `email from Person.Email reaches the GraphQL response`
}

func (queries) Signed(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil
}

func (queries) Staff(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil
}

func (queries) Cached(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil // want `email from Person.Email reaches the GraphQL response`
}

func (queries) Both(ctx context.Context, id string) (string, error) {
	return people.Find(id).Email, nil
}

func (queries) Account(ctx context.Context, id string) (*model.Account, error) {
	return &model.Account{Email: people.Find(id).Email}, nil
}

func (queries) Wallet(ctx context.Context, id string) (*model.Wallet, error) {
	if err := people.VerifyToken(token(ctx)); err != nil {
		return nil, err
	}
	return &model.Wallet{}, nil
}

func (mutations) Rename(ctx context.Context, id string, name string) (string, error) {
	return people.Find(id).Name, nil
}

func (subscriptions) Changes(ctx context.Context) (<-chan string, error) {
	ch := make(chan string, 1)
	ch <- people.Find("1").Email
	return ch, nil
}

func (subscriptions) All(ctx context.Context) (<-chan string, error) {
	ch := make(chan string, 1)
	ch <- people.Find("1").Email
	return ch, nil // want `email from Person.Email reaches the GraphQL response`
}

func (accounts) Mail(ctx context.Context, obj *model.Account) (string, error) {
	return people.Find("1").Email, nil // nobody gets an account who is not verified
}

func (wallets) Card(ctx context.Context, obj *model.Wallet) (string, error) {
	return people.Find("1").Email, nil // nor a wallet
}

func (persons) Phone(ctx context.Context, obj *people.Person) (*string, error) {
	return &obj.Email, nil
}
