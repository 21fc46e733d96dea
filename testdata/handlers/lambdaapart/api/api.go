// Package api answers events of functions elsewhere.
package api

import (
	"context"

	"github.com/aws/aws-lambda-go/events"

	"handlers/people"
)

// Handlers has them.
type Handlers struct{}

// Name answers with one.
func (Handlers) Name(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return text(people.Find(r.PathParameters["id"]).Name)
}

// Hello answers with none.
func (Handlers) Hello(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return text("hello")
}

func text(s string) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: s}, nil
}
