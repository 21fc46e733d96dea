// Command app logs in. What the server answers is not what was sent.
package main

import (
	"fmt"
	"log"

	"flow/cross/pending_connection/pop"
)

type account struct {
	Pass string `pii:"credential"`
}

type scanner struct {
	account account
	client  *pop.Client
}

func (s *scanner) scan() error {
	c, err := s.client.NewConn()
	if err != nil {
		return err
	}
	if err := c.Pass(s.account.Pass); err != nil {
		log.Println(err)
		return err
	}
	answer, err := c.ReadOne()
	if err != nil {
		log.Println(err)
	}
	log.Println(answer)
	log.Println(s.account.Pass) // want `credential from account.Pass reaches log.Println`
	return fmt.Errorf("refused: %s", answer)
}

func main() {
	s := &scanner{account{"x"}, pop.New(nil)}
	_ = s.scan()
}
