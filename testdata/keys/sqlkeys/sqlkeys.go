// Package sqlkeys scans columns with drivers and helpers.
package sqlkeys

import (
	"context"
	"database/sql"
	"fmt"
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

const columns = "id, email, phone"

const selectUsers = "SELECT " + columns + " FROM users"

func concatenated(ctx context.Context, p *pgxpool.Pool, active bool) {
	q := selectUsers
	if active {
		q += " WHERE active"
	}
	rows, err := p.Query(ctx, q)
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		var id, mail, phone string
		if rows.Scan(&id, &mail, &phone) == nil {
			log.Print(id)
			log.Print(mail)  // want `email from column email reaches log.Print`
			log.Print(phone) // want `phone from column phone reaches log.Print`
		}
	}
	var id, mail, phone string
	_ = p.QueryRow(ctx, fmt.Sprintf("SELECT %s FROM users WHERE id = $1", columns), 1).Scan(&id, &mail, &phone)
	log.Print(mail) // want `email from column email reaches log.Print`
	log.Print(id)
}

func returning(ctx context.Context, c *pgx.Conn, in string) {
	var id int
	var mail string
	_ = c.QueryRow(ctx, "INSERT INTO users (email) VALUES ($1) RETURNING id, email", in).Scan(&id, &mail)
	log.Print(id)
	log.Print(mail) // want `email from column email reaches log.Print`
}

func collected(ctx context.Context, p *pgxpool.Pool) {
	rows, err := p.Query(ctx, "SELECT email FROM users")
	if err != nil {
		return
	}
	mails, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err == nil {
		log.Print(mails) // want `email from column email reaches log.Print`
	}
}

func mapped(db *sqlx.DB) {
	rows, err := db.Queryx("SELECT email, state FROM users")
	if err != nil {
		return
	}
	for rows.Next() {
		m := map[string]any{}
		if rows.MapScan(m) == nil {
			log.Print(m["email"]) // want `email from m\["email"\] reaches log.Print`
			log.Print(m["state"])
		}
		vals, err := rows.SliceScan()
		if err == nil {
			log.Print(len(vals))
		}
	}
}

func named(db *sqlx.DB) {
	var mail string
	_ = db.QueryRowx("SELECT u.email AS mail FROM users u").Scan(&mail)
	log.Print(mail) // want `email from column mail reaches log.Print`
	st, err := db.Preparex("SELECT phone FROM users WHERE id = ?")
	if err != nil {
		return
	}
	var phone string
	_ = st.Get(&phone, 1)
	log.Print(phone) // want `phone from column phone reaches log.Print`
}

func scannedRows(db *sqlx.DB) {
	rows, err := db.Queryx("SELECT email, state FROM users")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		var mail, state string
		if rows.Scan(&mail, &state) == nil {
			log.Print(mail) // want `email from column email reaches log.Print`
			log.Print(state)
		}
	}
}

func perhaps(ctx context.Context, p *pgxpool.Pool, table string, long bool) {
	var a, b string
	_ = p.QueryRow(ctx, "SELECT email, state FROM "+table).Scan(&a, &b)
	log.Print(a) // want `email from column email reaches log.Print`
	log.Print(b)
	q := "SELECT state, email FROM users"
	if long {
		q = "SELECT email, state FROM users"
	}
	_ = p.QueryRow(ctx, q).Scan(&b, &b)
	log.Print(b)
	_ = p.QueryRow(ctx, "SELECT "+table+", email FROM users").Scan(&b, &b)
	log.Print(b)
}

func inTx(ctx context.Context, p *pgxpool.Pool) {
	tx, err := p.Begin(ctx)
	if err != nil {
		return
	}
	var mail *string
	_ = tx.QueryRow(ctx, "SELECT email FROM users").Scan(&mail)
	log.Print(*mail) // want `email from column email reaches log.Print`
	var name, state string
	_ = tx.QueryRow(ctx, "SELECT count(email), email IS NOT NULL, state FROM users GROUP BY state").Scan(&name, &name, &state)
	log.Print(name, state)
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

// scanner is a row, or the rows of a query.
type scanner interface {
	Scan(dest ...any) error
}

type account struct{ ID, Mail, Plan string }

func scanAccount(s scanner) (*account, error) {
	var a account
	err := s.Scan(&a.ID, &a.Mail, &a.Plan)
	return &a, err
}

func scanEach(s scanner) (id, mail, plan string, err error) {
	err = s.Scan(&id, &mail, &plan)
	return
}

func helpers(db *sql.DB) {
	a, _ := scanAccount(db.QueryRow("SELECT id, email, plan FROM accounts WHERE id = $1", 1))
	log.Print(a.ID)
	log.Print(a.Mail) // want `email from column email reaches log.Print`
	log.Print(a.Plan)
	rows, err := db.Query("SELECT id, phone, plan FROM accounts")
	if err != nil {
		return
	}
	for rows.Next() {
		id, phone, plan, _ := scanEach(rows)
		log.Print(id)
		log.Print(phone) // want `phone from column phone reaches log.Print`
		log.Print(plan)
	}
}

type profile struct {
	ID    string
	Mail  string `pii:"email"`
	state []byte
}

func scanProfile(s scanner) (*profile, error) {
	var p profile
	err := s.Scan(&p.ID, &p.Mail, &p.state)
	return &p, err
}

func unknownQuery(db *sql.DB, query string) {
	rows, err := db.Query(query)
	if err != nil {
		return
	}
	p, _ := scanProfile(rows)
	log.Print(p.ID)
	log.Print(p.state)
	log.Print(p.Mail) // want `email from profile.Mail reaches log.Print`
}
