// Package app logs what another package read.
package app

import (
	"log"

	"flow/cross/filled_elsewhere/model"
	"flow/cross/filled_elsewhere/store"
)

func read(s *store.Store) {
	u, err := s.ByID("1")
	if err != nil {
		log.Println(err)
	}
	log.Println(u.ID)
	log.Println(u.Email) // want `email from User.Email reaches log.Println`
	log.Println(u)       // want `email from User.Email reaches log.Println`
	v, _ := s.Value("1")
	log.Println(v.ID)
	log.Println(v.Email) // want `email from User.Email reaches log.Println`
	us, _ := s.All()
	log.Println(len(us), us[0].ID)
	log.Println(us[0].Email) // want `email from User.Email reaches log.Println`
	m := s.ByKey()
	log.Println(m["1"].Email) // want `email from User.Email reaches log.Println`
	log.Println(m["1"].ID)
	e := store.Empty("1")
	log.Println(e.Email)
}

func filled(data []byte, q store.Queryer) {
	var u model.User
	store.Decode(data, &u)
	log.Println(u.Email) // want `email from User.Email reaches log.Println`
	log.Println(u.ID)
	p, _ := store.Load[model.User](q, "1")
	log.Println(p.Email) // want `email from User.Email reaches log.Println`
	log.Println(p.ID)
	ps, _ := store.LoadAll[model.User](q)
	log.Println(ps[0].Email) // want `email from User.Email reaches log.Println`
	n, _ := store.Load[int](q, "1")
	log.Println(*n)
}
