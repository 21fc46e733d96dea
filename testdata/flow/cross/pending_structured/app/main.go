// Command app binds.
package main

import (
	"flow/cross/pending_structured/impl"
	"flow/cross/pending_structured/svc"
)

func quiet() *svc.Service {
	return &svc.Service{Sender: impl.Ref{}, Queue: impl.Ref{}, Bulk: impl.Ref{}}
}

func loud() *svc.Service {
	return &svc.Service{
		Sender: impl.Text{}, // want `email from Customer.Email reaches log.Println`
		Queue:  impl.Text{}, // want `email from Customer.Email reaches log.Println`
		Bulk:   impl.Text{}, // want `email from Customer.Email reaches log.Println`
	}
}

func whole(s *svc.Service) {
	s.Sender = impl.Whole{} // want `email from Customer.Email reaches log.Printf`
	s.Queue = impl.Whole{}  // want `email from Customer.Email reaches log.Printf`
	s.Bulk = impl.Key{}     // want `email from Customer.Email reaches log.Println`
}

func main() {
	quiet()
	whole(loud())
}
