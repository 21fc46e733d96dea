// Package sqlkeys scans columns with drivers and helpers.
package sqlkeys

import (
	"context"
	"log"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
)

func conn(ctx context.Context, c *pgx.Conn) {
	var id, mail string
	_ = c.QueryRow(ctx, "SELECT id, email FROM users").Scan(&id, &mail)
	log.Print(id)
	log.Print(mail) // want `email from column email reaches log.Print`
}

func pool(ctx context.Context, p *pgxpool.Pool) {
	rows, err := p.Query(ctx, "SELECT phone, state FROM users")
	if err != nil {
		return
	}
	for rows.Next() {
		var phone, state string
		if rows.Scan(&phone, &state) == nil {
			log.Print(phone) // want `phone from column phone reaches log.Print`
			log.Print(state)
		}
	}
}

func get(ctx context.Context, db *sqlx.DB) {
	var mail, state string
	_ = db.Get(&mail, "SELECT email FROM users WHERE id = ?", 1)
	_ = db.GetContext(ctx, &state, "SELECT state FROM users WHERE id = ?", 1)
	log.Print(mail) // want `email from column email reaches log.Print`
	log.Print(state)
	var all []string
	_ = db.SelectContext(ctx, &all, "SELECT email FROM users")
	log.Print(all) // want `email from column email reaches log.Print`
}

type user struct {
	Mail string `db:"email" pii:"email"`
	City string `db:"city"`
}

func structs(db *sqlx.DB) {
	var u user
	_ = db.Get(&u, "SELECT email, city FROM users")
	log.Print(u.City)
	log.Print(u.Mail) // want `email from user.Mail reaches log.Print`
}
