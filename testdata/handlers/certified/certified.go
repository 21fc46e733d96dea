// Package certified looks at the certificates of callers by itself.
package certified

import (
	"context"
	"errors"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

// verified goes on with those whose certificate the server has verified.
func verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.TLS == nil || len(r.TLS.VerifiedChains) == 0 {
			http.Error(w, "certificate required", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// presented goes on with those who have any certificate.
func presented(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.TLS == nil || len(r.TLS.PeerCertificates) == 0 {
			http.Error(w, "certificate required", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func name(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find(r.PathValue("id")).Name))
}

func email(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches http.ResponseWriter.Write`
}

// Serve serves both.
func Serve() error {
	mux := http.NewServeMux()
	mux.Handle("GET /people/{id}/name", verified(http.HandlerFunc(name)))
	mux.Handle("GET /people/{id}/email", presented(http.HandlerFunc(email)))
	return http.ListenAndServeTLS(":443", "c.pem", "k.pem", mux)
}

type service struct {
	userpb.UnimplementedUsersServer
}

func subject(ctx context.Context) (string, error) {
	p, ok := peer.FromContext(ctx)
	if !ok {
		return "", errors.New("no peer")
	}
	info, ok := p.AuthInfo.(credentials.TLSInfo)
	if !ok {
		return "", errors.New("no TLS")
	}
	if len(info.State.VerifiedChains) == 0 || len(info.State.VerifiedChains[0]) == 0 {
		return "", status.Error(codes.Unauthenticated, "no certificate")
	}
	return info.State.VerifiedChains[0][0].Subject.CommonName, nil
}

func (service) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	if _, err := subject(ctx); err != nil {
		return nil, err
	}
	//pii:allow tag generated messages have no tags
	return &userpb.User{Name: people.Find(req.Id).Name}, nil
}

// FindUser looks from where somebody calls, which everybody does.
func (service) FindUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	if _, ok := peer.FromContext(ctx); !ok {
		return nil, errors.New("no peer")
	}
	//pii:allow tag generated messages have no tags
	return &userpb.User{Name: people.Find(req.Id).Name}, nil // want `name from Person.Name reaches the gRPC response`
}

// ServeUsers serves it.
func ServeUsers(lis net.Listener) error {
	s := grpc.NewServer()
	userpb.RegisterUsersServer(s, service{})
	return s.Serve(lis)
}
