// Package humaroutes has operations of huma.
package humaroutes

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/go-chi/chi/v5"

	"handlers/people"
)

type input struct {
	ID    string `path:"id"`
	Token string `header:"Authorization"`
}

type output struct {
	ContentLanguage string `header:"Content-Language"`
	Owner           string `header:"X-Owner" pii:"-"`
	Body            struct {
		Person people.Person `json:"person"`
	}
}

// Serve serves them.
func Serve() error {
	router := chi.NewMux()
	api := humachi.New(router, huma.DefaultConfig("people", "1.0.0"))
	huma.Get(api, "/open/{id}", open)
	huma.Get(api, "/checked/{id}", checked)
	huma.Post(api, "/owner/{id}", owner)
	huma.Register(api, huma.Operation{OperationID: "get", Method: http.MethodGet, Path: "/registered"}, registered)
	huma.Register(api, huma.Operation{
		OperationID: "safe", Method: http.MethodGet, Path: "/safe",
		Middlewares: huma.Middlewares{logged, requireUser},
	}, safe)
	huma.Register(api, huma.Operation{
		OperationID: "unsafe", Method: http.MethodGet, Path: "/unsafe", Security: []map[string][]string{{"bearer": {}}},
		Middlewares: huma.Middlewares{logged},
	}, unsafe)
	huma.Get(api, "/error", failing)
	private := huma.NewGroup(api, "/private")
	private.UseMiddleware(requireUser)
	huma.Get(private, "/one", privateOne)
	public := huma.NewGroup(api, "/public")
	huma.Get(public, "/one", publicOne)
	huma.AutoRegister(api, &auto{})
	api.UseMiddleware(newAuth(api))
	huma.Delete(api, "/later", later)
	return http.ListenAndServe(":8080", router)
}

// ServeWrapped has the middleware before the router.
func ServeWrapped() error {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("people", "1.0.0"))
	huma.Get(api, "/wrapped", wrapped)
	return http.ListenAndServe(":8081", verify(mux))
}

// ServeChi has it on the router.
func ServeChi() error {
	r := chi.NewRouter()
	r.Use(verify)
	api := humachi.New(r, huma.DefaultConfig("people", "1.0.0"))
	huma.Put(api, "/chi", onChi)
	return http.ListenAndServe(":8082", r)
}

func verify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func requireUser(ctx huma.Context, next func(huma.Context)) {
	if err := people.VerifyToken(ctx.Header("Authorization")); err != nil {
		ctx.SetStatus(http.StatusUnauthorized)
		return
	}
	next(ctx)
}

func newAuth(api huma.API) func(ctx huma.Context, next func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		if !people.IsVerified(ctx.Header("Authorization")) {
			huma.WriteErr(api, ctx, http.StatusUnauthorized, "who are you?")
			return
		}
		next(huma.WithValue(ctx, "user", "ada"))
	}
}

func logged(ctx huma.Context, next func(huma.Context)) {
	println(ctx.Method())
	next(ctx)
}

func open(ctx context.Context, in *input) (*output, error) {
	out := &output{}
	out.Body.Person = people.Find(in.ID)
	return out, nil // want `name from Person.Name and email from Person.Email reach the response of the operation before the caller is verified`
}

func checked(ctx context.Context, in *input) (*output, error) {
	out := &output{}
	if err := people.VerifyToken(in.Token); err != nil {
		return nil, huma.Error401Unauthorized("who are you?")
	}
	out.Body.Person = people.Find(in.ID)
	return out, nil
}

func owner(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil // want `name from Person.Name reaches the response of the operation`
}

func registered(ctx context.Context, in *struct{}) (*struct{ Body []people.Person }, error) {
	return &struct{ Body []people.Person }{Body: []people.Person{people.Find("1")}}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func safe(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil
}

func unsafe(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil // want `name from Person.Name reaches the response of the operation`
}

func failing(ctx context.Context, in *input) (*output, error) {
	//pii:allow error the tests are about responses
	return nil, huma.Error404NotFound("nothing about " + people.Find(in.ID).Email) // want `email from Person.Email reaches the response of the operation`
}

func privateOne(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil
}

func publicOne(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil // want `name from Person.Name reaches the response of the operation`
}

type auto struct{}

func (a *auto) RegisterPerson(api huma.API) {
	huma.Get(api, "/auto", a.person)
}

func (a *auto) person(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil // want `name from Person.Name reaches the response of the operation`
}

func later(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil
}

func wrapped(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil
}

func onChi(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: people.Find(in.ID).Name}, nil
}
