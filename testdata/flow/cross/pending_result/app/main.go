// Command app binds.
package main

import (
	"log"

	"flow/cross/pending_result/impl"
	"flow/cross/pending_result/svc"
)

func careful() *svc.Service {
	d := impl.NewCareful()
	return &svc.Service{D: d, R: d, P: d}
}

func careless() *svc.Service {
	d := impl.NewCareless()
	s := &svc.Service{}
	s.D = d // want `email from Customer.Email reaches log.Println`
	s.R = d // want `email from Customer.Email reaches fmt.Errorf`
	s.P = d // want `email from Customer.Email reaches log.Print`
	return s
}

func nosy(s *svc.Service) {
	s.R = impl.Nosy{} // want `email from Customer.Email reaches slog.Info`
}

func main() {
	nosy(careless())
	log.Println(careful().D)
}
