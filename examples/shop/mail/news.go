package mail

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// ErrRefused says that a customer does not want any news.
var ErrRefused = errors.New("no news wanted")

// News sends news by a service of others.
type News struct {
	base   string
	client *http.Client
}

// NewNews returns a client of the service.
func NewNews() *News {
	return &News{base: "https://api.lettermill.example/v2", client: http.DefaultClient}
}

// Subscriber is what the service gets to know.
type Subscriber struct {
	Address string `json:"address" pii:"email,purpose=newsletter"`
	Agreed  bool   `json:"-"`
}

// agreed reports whether somebody wants news.
//
//pii:consent newsletter
func agreed(s Subscriber) bool { return s.Agreed }

// Subscribe hands an address to the service, whether its owner agreed or not.
func (n *News) Subscribe(ctx context.Context, s Subscriber) error {
	return n.post(ctx, "/subscribers", s)
}

// SubscribeAgreed does so for those who agreed.
func (n *News) SubscribeAgreed(ctx context.Context, s Subscriber) error {
	if !agreed(s) {
		return ErrRefused
	}
	return n.post(ctx, "/subscribers", s)
}

func (n *News) post(ctx context.Context, path string, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, n.base+path, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("request: %w", err)
	}
	res, err := n.client.Do(req)
	if err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return res.Body.Close()
}
