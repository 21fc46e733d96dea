// Package grpcstatus puts tagged data into the status of a gRPC call.
package grpcstatus

import (
	"errors"
	"fmt"
	"log"
	"strconv"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	spb "google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"libs/people"
)

// Build makes errors that travel to the client.
func Build(c people.Customer, a people.Account) []error {
	return []error{
		status.Error(codes.NotFound, "no customer "+c.Email),                            // want "email from Customer.Email reach.* status.Error without"
		status.Errorf(codes.NotFound, "no customer %s", c.Email),                        // want "email from Customer.Email reach.* status.Errorf without"
		status.Errorf(codes.NotFound, "no customer %s, %s", c.Phone, c.Email),           // want "email from Customer.Email and phone from Customer.Phone reach.* status.Errorf without"
		status.Errorf(codes.Internal, "%v", a),                                          // want "email from Account.Email reach.* status.Errorf without"
		status.New(codes.NotFound, "no customer "+c.Email).Err(),                        // want "email from Customer.Email reach.* status.New without"
		status.Newf(codes.NotFound, "no customer %s", c.Email).Err(),                    // want "email from Customer.Email reach.* status.Newf without"
		status.ErrorProto(&spb.Status{Code: 5, Message: "no customer " + c.Email}),      // want "email from Customer.Email reach.* status.ErrorProto without"
		status.FromProto(&spb.Status{Code: 5, Message: "no customer " + c.Email}).Err(), // want "email from Customer.Email reach.* status."

		status.Error(codes.NotFound, "no customer "+c.ID),
		status.Errorf(codes.NotFound, "no customer %s (%T)", people.Mask(c.Email), c),
		status.New(codes.NotFound, "no customer").Err(),
		status.ErrorProto(&spb.Status{Code: 5, Message: c.ID}),
	}
}

// Details attaches messages to a status.
func Details(c people.Customer) (*status.Status, error) {
	s := status.New(codes.NotFound, "no customer")
	if t, err := s.WithDetails(&errdetails.ErrorInfo{Reason: "NONE", Domain: c.ID}); err == nil {
		s = t
	}
	if t, err := s.WithDetails(&errdetails.ResourceInfo{ResourceName: c.Email}); err == nil { // want "email from Customer.Email reach.* status.Status.WithDetails without"
		s = t
	}
	info := &errdetails.ErrorInfo{Metadata: map[string]string{"phone": c.Phone}}
	return s.WithDetails(info) // want "phone from Customer.Phone reach.* status.Status.WithDetails without"
}

// Converted turns errors into statuses: what was built from personal data was
// reported there.
func Converted(c people.Customer) error {
	err := fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	log.Print(status.Convert(err).Message())
	if status.Code(err) == codes.NotFound {
		return status.Error(codes.NotFound, err.Error())
	}
	_, err = strconv.Atoi(c.Phone)
	if errors.Is(err, strconv.ErrRange) {
		return status.Errorf(codes.OutOfRange, "parse: %v", err) // want "phone from Customer.Phone reach.* status.Errorf without"
	}
	return status.Error(codes.InvalidArgument, err.Error()) // want "phone from Customer.Phone reach.* status.Error without"
}

func notFound(who string) error { return status.Errorf(codes.NotFound, "no customer %s", who) }

// Helpers goes through a function that knows no tagged type.
func Helpers(c people.Customer) error {
	if err := notFound(c.ID); err != nil {
		return err
	}
	return notFound(c.Email) // want "email from Customer.Email reach.* status.Errorf without"
}
