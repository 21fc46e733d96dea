// Package mapped has records that a library without a table fills by reflection.
package mapped

import (
	"context"
	"database/sql"
	"log"

	"github.com/georgysavva/scany/v2/sqlscan"
)

type Person struct {
	ID    string
	Email string `pii:"email"`
}

func one(ctx context.Context, db *sql.DB) {
	var p Person
	if err := sqlscan.Get(ctx, db, &p, "select * from people where id = 1"); err != nil {
		return
	}
	log.Println(p.Email) // want `email from Person.Email reaches log.Println without redaction`
	log.Println(p.ID)
}

func all(ctx context.Context, db *sql.DB) {
	var ps []*Person
	if err := sqlscan.Select(ctx, db, &ps, "select * from people"); err != nil {
		return
	}
	for _, p := range ps {
		log.Println(p.Email) // want `email from Person.Email reaches log.Println without redaction`
	}
}
