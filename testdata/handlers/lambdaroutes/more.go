package lambdaroutes

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"handlers/people"
)

// More starts handlers of other events.
func More(a *app) {
	lambda.Start(balanced)
	lambda.Start(resolver)
	lambda.StartWithContext(context.Background(), a.list)
	lambda.Start(a.guard(a.secret))
	lambda.Start(a.note)
}

type app struct {
	people []people.Person
	tokens map[string]bool
}

func balanced(ctx context.Context, req events.ALBTargetGroupRequest) (resp events.ALBTargetGroupResponse, err error) {
	resp.StatusCode = 200
	resp.Body = fmt.Sprintf("hello %s", people.Find(req.Path).Name)
	return // want `name from Person.Name reaches the Lambda response`
}

func resolver(ctx context.Context, args map[string]string) (map[string]any, error) {
	if people.VerifyToken(args["token"]) != nil {
		return map[string]any{"mail": people.Find("editor").Email}, nil // want `email from Person.Email reaches the Lambda response`
	}
	return map[string]any{"mail": people.Find(args["id"]).Email}, nil
}

func (a *app) list(ctx context.Context) ([]people.Person, error) {
	return a.people, nil // want `name from Person.Name and email from Person.Email reach the Lambda response`
}

func (a *app) guard(next handler) handler {
	return func(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
		if err := people.VerifyToken(req.Headers["authorization"]); err != nil {
			return events.APIGatewayV2HTTPResponse{StatusCode: 401, Body: people.Find("editor").Name}, nil // want `name from Person.Name reaches the Lambda response`
		}
		resp, err := next(ctx, req)
		if err != nil {
			return events.APIGatewayV2HTTPResponse{StatusCode: 500}, nil
		}
		return resp, nil
	}
}

func (a *app) secret(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return events.APIGatewayV2HTTPResponse{StatusCode: 200, Body: a.people[0].Email}, nil
}

// note returns the id and the language, which anybody may see.
func (a *app) note(ctx context.Context, e events.SNSEvent) (map[string]string, error) {
	return map[string]string{"id": a.people[0].ID, "language": a.people[0].Language}, nil
}
