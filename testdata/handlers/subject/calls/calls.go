// Package calls answers remote procedures, and people who log in.
package calls

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"

	"golang.org/x/crypto/bcrypt"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

type accounts interface {
	Login(ctx context.Context, name, password string) (*account, error)
	ByID(ctx context.Context, id string) (*account, error)
	ByName(ctx context.Context, name string) (*account, error)
}

type account struct {
	ID    string `json:"id"`
	Hash  string `json:"-"`
	Email string `json:"email" pii:"email"`
}

type server struct {
	userpb.UnimplementedUsersServer
	accounts accounts
}

// who says who calls.
type who struct{ ID, Role string }

func caller(ctx context.Context) (*who, error) {
	md, _ := metadata.FromIncomingContext(ctx)
	if len(md["authorization"]) == 0 {
		return nil, errors.New("nobody")
	}
	if err := people.VerifyToken(md["authorization"][0]); err != nil {
		return nil, err
	}
	return &who{ID: md["user"][0]}, nil
}

func (s *server) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	if _, err := caller(ctx); err != nil {
		return nil, status.Error(codes.Unauthenticated, "who are you?")
	}
	a, err := s.accounts.ByID(ctx, req.GetId())
	if err != nil {
		return nil, err
	}
	//pii:allow tag generated messages have no tags
	return &userpb.User{Id: a.ID, Email: a.Email}, nil // want `reaches the gRPC response, but calls.accounts.ByID`
}

func (s *server) FindUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	w, err := caller(ctx)
	if err != nil {
		return nil, status.Error(codes.Unauthenticated, "who are you?")
	}
	if w.ID != req.GetId() {
		return nil, status.Error(codes.PermissionDenied, "not yours")
	}
	a, err := s.accounts.ByID(ctx, req.GetId())
	if err != nil {
		return nil, err
	}
	//pii:allow tag generated messages have no tags
	return &userpb.User{Id: a.ID, Email: a.Email}, nil
}

// AllUsers logs in: what is found by a password is of who calls.
func (s *server) AllUsers(ctx context.Context, req *userpb.GetUserRequest) (*userpb.ListUsersResponse, error) {
	if _, err := caller(ctx); err != nil {
		return nil, err
	}
	a, err := s.accounts.Login(ctx, req.GetId(), req.GetId())
	if err != nil {
		return nil, err
	}
	//pii:allow tag generated messages have no tags
	return &userpb.ListUsersResponse{Users: []*userpb.User{{Id: a.ID, Email: a.Email}}}, nil
}

func serve(lis net.Listener, as accounts) error {
	s := grpc.NewServer()
	userpb.RegisterUsersServer(s, &server{accounts: as})
	return s.Serve(lis)
}

// logIn finds an account by the name that somebody types, and its password proves
// that it is theirs.
func (s *server) logIn(w http.ResponseWriter, r *http.Request) {
	a, err := s.accounts.ByName(r.Context(), r.FormValue("name"))
	if err != nil || bcrypt.CompareHashAndPassword([]byte(a.Hash), []byte(r.FormValue("password"))) != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(a)
}

func listen(s *server) error {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", s.logIn)
	return http.ListenAndServe(":1", mux)
}

var _ = []any{serve, listen}
