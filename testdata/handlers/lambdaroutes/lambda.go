// Package lambdaroutes has handlers for AWS Lambda.
package lambdaroutes

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"handlers/people"
)

// Start starts them; a real program has one of these lines.
func Start(s *server) {
	lambda.Start(open)
	lambda.Start(checked)
	lambda.StartWithOptions(typed, lambda.WithContext(context.Background()))
	lambda.Start(requireUser(behind))
	lambda.Start(logged(notBehind))
	lambda.Start(s.handle)
	lambda.StartHandlerFunc(generic)
	lambda.StartHandler(invoker{})
	lambda.Start(authorized)
	lambda.Start(func(ctx context.Context, e events.SQSEvent) error {
		return errors.New("nothing to show")
	})
	lambda.Start(routed)
	lambda.Start(func() (string, error) {
		return people.Find("1").Email, nil // want `email from Person.Email reaches the Lambda response`
	})
}

func open(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	body, err := json.Marshal(people.Find(req.PathParameters["id"]))
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: string(body)}, nil // want `name from Person.Name and email from Person.Email reach the Lambda response before the caller is verified`
}

func checked(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := people.VerifyToken(req.Headers["Authorization"]); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusUnauthorized}, nil
	}
	return respond(http.StatusOK, people.Find("1"))
}

func respond(status int, v any) (events.APIGatewayProxyResponse, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(body)}, nil
}

type query struct {
	ID    string `json:"id"`
	Token string `json:"token"`
}

func typed(ctx context.Context, q query) (*people.Person, error) {
	p := people.Find(q.ID)
	if q.Token != "" {
		if people.VerifyToken(q.Token) != nil {
			return nil, errors.New("unknown caller")
		}
		return &p, nil
	}
	return &p, nil // want `name from Person.Name and email from Person.Email reach the Lambda response`
}

type handler func(context.Context, events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error)

func requireUser(next handler) handler {
	return func(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
		if !people.IsVerified(req.Headers["authorization"]) {
			return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusUnauthorized}, nil
		}
		return next(ctx, req)
	}
}

func logged(next handler) handler {
	return func(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
		resp, err := next(ctx, req)
		println(resp.StatusCode)
		return resp, err
	}
}

func behind(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return events.APIGatewayV2HTTPResponse{StatusCode: 200, Body: people.Find("1").Email}, nil
}

func notBehind(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return events.APIGatewayV2HTTPResponse{StatusCode: 200, Body: people.Find("1").Email}, nil // want `email from Person.Email reaches the Lambda response`
}

type server struct{ all map[string]people.Person }

func (s *server) handle(req events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	resp := events.LambdaFunctionURLResponse{StatusCode: 200}
	resp.Headers = map[string]string{"X-Name": s.all[req.RawPath].Name}
	return resp, nil // want `name from Person.Name reaches the Lambda response`
}

func generic(ctx context.Context, q query) (people.Person, error) {
	return people.Find(q.ID), nil // want `name from Person.Name and email from Person.Email reach the Lambda response`
}

type invoker struct{}

func (invoker) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	return json.Marshal(people.Find(string(payload))) // want `name from Person.Name and email from Person.Email reach the Lambda response`
}

// authorized reads what an authorizer may have put there: that is no
// verification.
func authorized(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	user, ok := req.RequestContext.Authorizer["principalId"].(string)
	if !ok {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusUnauthorized}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: people.Find(user).Email}, nil // want `email from Person.Email reaches the Lambda response`
}

func routed(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch req.Path {
	case "/profile":
		if people.VerifyToken(req.Headers["Authorization"]) != nil {
			return events.APIGatewayProxyResponse{StatusCode: http.StatusUnauthorized}, nil
		}
		return respond(200, people.Find("1"))
	case "/imprint":
		return respond(200, people.Find("editor").Name) // want `name from Person.Name reaches the Lambda response`
	}
	return respond(404, "nothing here")
}
