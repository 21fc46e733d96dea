package humaroutes

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/danielgtaylor/huma/v2/sse"

	"handlers/people"
)

// Operations say what they ask for, and middleware looks there.

const scheme = "myAuth"

var bearer = []map[string][]string{{scheme: {"read"}}}

// byScheme asks those operations for a token that want this scheme.
func byScheme(api huma.API) func(ctx huma.Context, next func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		var scopes []string
		required := false
		for _, s := range ctx.Operation().Security {
			var ok bool
			if scopes, ok = s[scheme]; ok {
				required = true
				break
			}
		}
		if !required {
			next(ctx)
			return
		}
		if people.VerifyToken(ctx.Header("Authorization")) != nil || len(scopes) > 9 {
			huma.WriteErr(api, ctx, http.StatusUnauthorized, "who are you?")
			return
		}
		next(ctx)
	}
}

// byAny asks those operations for a token that want anything.
func byAny(ctx huma.Context, next func(huma.Context)) {
	if len(ctx.Operation().Security) == 0 {
		next(ctx)
		return
	}
	requireUser(ctx, next)
}

func wants(ctx huma.Context) bool {
	for _, s := range ctx.Operation().Security {
		if _, ok := s[scheme]; ok {
			return true
		}
	}
	return false
}

// byHelper lets a function look.
func byHelper(ctx huma.Context, next func(huma.Context)) {
	if wants(ctx) {
		requireUser(ctx, next)
		return
	}
	next(ctx)
}

// byTag lets operations pass that are called public, and one by its name.
func byTag(ctx huma.Context, next func(huma.Context)) {
	op := ctx.Operation()
	if slices.Contains(op.Tags, "public") || op.OperationID == "login" {
		next(ctx)
		return
	}
	requireUser(ctx, next)
}

// byMetadata lets operations pass whose metadata say so.
func byMetadata(ctx huma.Context, next func(huma.Context)) {
	if public, _ := ctx.Operation().Metadata["public"].(bool); public {
		next(ctx)
		return
	}
	requireUser(ctx, next)
}

// byKey asks those for a token that have a role.
func byKey(ctx huma.Context, next func(huma.Context)) {
	if _, ok := ctx.Operation().Metadata["role"]; ok {
		requireUser(ctx, next)
		return
	}
	next(ctx)
}

type shown struct{ Body people.Person }

func person() (*shown, error) { return &shown{Body: people.Find("1")}, nil }

// Secured serves operations that ask for the scheme.
func Secured() error {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("people", "1.0.0"))
	api.UseMiddleware(byScheme(api))
	huma.Register(api, huma.Operation{
		OperationID: "literal", Method: http.MethodGet, Path: "/literal", Security: []map[string][]string{{scheme: {"read"}}},
	}, literal)
	huma.Register(api, huma.Operation{OperationID: "variable", Method: http.MethodGet, Path: "/variable", Security: bearer}, variable)
	huma.Register(api, huma.Operation{OperationID: "none", Method: http.MethodGet, Path: "/none"}, none)
	huma.Register(api, huma.Operation{
		OperationID: "other", Method: http.MethodGet, Path: "/other", Security: []map[string][]string{{"basic": {}}},
	}, other)
	op := huma.Operation{OperationID: "later", Method: http.MethodGet, Path: "/later"}
	op.Security = bearer
	huma.Register(api, op, setLater)
	twice := huma.Operation{OperationID: "before", Method: http.MethodGet, Path: "/before"}
	huma.Register(api, twice, beforeSet)
	twice.Security = bearer
	huma.Register(api, secured(huma.Operation{Method: http.MethodGet, Path: "/helped"}), helped)
	huma.Get(api, "/get", byGet, func(o *huma.Operation) { o.Security = bearer })
	huma.Get(api, "/named", byNamed, withBearer)
	huma.Get(api, "/made", byMade, huma.OperationTags("people"), asks(scheme))
	huma.Get(api, "/tagged", tagged, huma.OperationTags("people"))
	huma.Get(api, "/bare", bare)
	sse.Register(api, huma.Operation{Path: "/events", Security: bearer}, map[string]any{"person": people.Person{}}, securedEvents)
	private := huma.NewGroup(api, "/private")
	private.UseSimpleModifier(withBearer)
	huma.Get(private, "/one", inPrivate)
	opened := huma.NewGroup(private, "/opened")
	huma.Get(opened, "/one", inOpened)
	modified := huma.NewGroup(api, "/modified")
	modified.UseModifier(func(o *huma.Operation, next func(*huma.Operation)) {
		o.Security = bearer
		next(o)
	})
	huma.Post(modified, "/one", inModified)
	freed := huma.NewGroup(api, "/freed")
	freed.UseSimpleModifier(func(o *huma.Operation) { o.Security = nil })
	huma.Get(freed, "/one", inFreed, withBearer)
	huma.AutoRegister(api, &operations{})
	return http.ListenAndServe(":8080", mux)
}

func secured(op huma.Operation) huma.Operation {
	op.Security = bearer
	return op
}

func withBearer(o *huma.Operation) { o.Security = bearer }

func asks(name string) func(*huma.Operation) {
	return func(o *huma.Operation) { o.Security = []map[string][]string{{scheme: {}}} }
}

type operations struct{}

func (operations) RegisterSafe(api huma.API) { huma.Get(api, "/auto/safe", autoSafe, withBearer) }

func (operations) RegisterOpen(api huma.API) { huma.Get(api, "/auto/open", autoOpen) }

func literal(context.Context, *struct{}) (*shown, error)    { return person() }
func variable(context.Context, *struct{}) (*shown, error)   { return person() }
func setLater(context.Context, *struct{}) (*shown, error)   { return person() }
func helped(context.Context, *struct{}) (*shown, error)     { return person() }
func byGet(context.Context, *struct{}) (*shown, error)      { return person() }
func byNamed(context.Context, *struct{}) (*shown, error)    { return person() }
func byMade(context.Context, *struct{}) (*shown, error)     { return person() }
func inPrivate(context.Context, *struct{}) (*shown, error)  { return person() }
func inOpened(context.Context, *struct{}) (*shown, error)   { return person() }
func inModified(context.Context, *struct{}) (*shown, error) { return person() }
func autoSafe(context.Context, *struct{}) (*shown, error)   { return person() }

func securedEvents(ctx context.Context, in *struct{}, send sse.Sender) { send.Data(people.Find("1")) }

func none(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func other(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func tagged(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func bare(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func inFreed(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func autoOpen(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

// Asked serves operations behind middleware that asks in other ways.
func Asked() error {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("people", "1.0.0"))
	anyOf := huma.NewGroup(api, "/any")
	anyOf.UseMiddleware(byAny)
	huma.Get(anyOf, "/safe", anySafe, withBearer)
	huma.Get(anyOf, "/open", anyOpen)
	helper := huma.NewGroup(api, "/helper")
	helper.UseMiddleware(byHelper)
	huma.Get(helper, "/safe", helperSafe, withBearer)
	huma.Get(helper, "/open", helperOpen)
	tags := huma.NewGroup(api, "/tags")
	tags.UseMiddleware(byTag)
	huma.Get(tags, "/safe", tagSafe, huma.OperationTags("people", "private"))
	huma.Get(tags, "/open", tagOpen, huma.OperationTags("people", "public"))
	huma.Register(tags, huma.Operation{OperationID: "named", Method: http.MethodGet, Path: "/named"}, idSafe)
	huma.Register(tags, huma.Operation{OperationID: "login", Method: http.MethodGet, Path: "/login"}, idOpen)
	meta := huma.NewGroup(api, "/meta")
	meta.UseMiddleware(byMetadata)
	huma.Get(meta, "/safe", metaSafe, func(o *huma.Operation) { o.Metadata = map[string]any{"public": false} })
	huma.Get(meta, "/plain", metaPlain)
	huma.Get(meta, "/open", metaOpen, func(o *huma.Operation) { o.Metadata = map[string]any{"public": true} })
	keyed := huma.NewGroup(api, "/keyed")
	keyed.UseMiddleware(byKey)
	huma.Get(keyed, "/safe", keySafe, func(o *huma.Operation) { o.Metadata = map[string]any{"role": "admin"} })
	huma.Get(keyed, "/open", keyOpen)
	return http.ListenAndServe(":8080", mux)
}

func metaSafe(context.Context, *struct{}) (*shown, error)   { return person() }
func metaPlain(context.Context, *struct{}) (*shown, error)  { return person() }
func keySafe(context.Context, *struct{}) (*shown, error)    { return person() }
func anySafe(context.Context, *struct{}) (*shown, error)    { return person() }
func helperSafe(context.Context, *struct{}) (*shown, error) { return person() }
func tagSafe(context.Context, *struct{}) (*shown, error)    { return person() }
func idSafe(context.Context, *struct{}) (*shown, error)     { return person() }

func anyOpen(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func helperOpen(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func tagOpen(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func idOpen(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func metaOpen(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func keyOpen(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}

func beforeSet(context.Context, *struct{}) (*shown, error) {
	return &shown{Body: people.Find("1")}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
}
