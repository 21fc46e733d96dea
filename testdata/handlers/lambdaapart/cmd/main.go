// Command cmd starts handlers of another package: the finding stands at that call.
package main

import (
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"handlers/lambdaapart/api"
)

func main() {
	var h api.Handlers
	if os.Getenv("HELLO") != "" {
		lambda.Start(h.Hello)
	}
	lambda.Start(h.Name) // want `api.Handlers.Name is reached by callers who are not verified: name from Person.Name reaches the Lambda response`
}
