package main

import (
	"context"
	"encoding/json"
	"net/http"

	"handlers/strangers/auth"
	"handlers/strangers/data"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var store = &data.Store{}

func handler(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch req.Resource {
	case "/open":
		return open(ctx, req) // want "before the caller is verified"
	case "/safe":
		return guard(safe)(ctx, req)
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, nil
}

type fn = func(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)

func guard(next fn) fn {
	return func(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		if _, err := auth.ParseToken(req.Headers["Authorization"]); err != nil {
			return events.APIGatewayProxyResponse{StatusCode: 401}, nil
		}
		return next(ctx, req)
	}
}

func open(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	c, err := store.Customer(ctx, req.PathParameters["id"])
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500}, err
	}
	b, err := json.Marshal(c)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: string(b)}, nil
}

func safe(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	c, err := store.Customer(ctx, req.PathParameters["id"])
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500}, err
	}
	b, _ := json.Marshal(c)
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: string(b)}, nil
}

func main() { lambda.Start(handler) }
