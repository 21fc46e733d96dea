// Package rowkeys hands rows to functions that scan them, and lets drivers fill structs.
package rowkeys

import (
	"context"
	"database/sql"
	"log"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
)

type account struct{ ID, Mail, Plan string }

func scanRow(row *sql.Row) (*account, error) {
	var a account
	err := row.Scan(&a.ID, &a.Mail, &a.Plan)
	return &a, err
}

func scanRows(rows *sql.Rows) (out []account, err error) {
	for rows.Next() {
		var a account
		if err := rows.Scan(&a.ID, &a.Mail, &a.Plan); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, rows.Err()
}

func one(db *sql.DB) {
	a, _ := scanRow(db.QueryRow("SELECT id, email, plan FROM accounts WHERE id = $1", 1))
	log.Print(a.ID)
	log.Print(a.Mail) // want `email from column email reaches log.Print`
	log.Print(a.Plan)
}

func all(db *sql.DB) {
	rows, err := db.Query("SELECT id, phone, plan FROM accounts")
	if err != nil {
		return
	}
	defer rows.Close()
	list, _ := scanRows(rows)
	for _, a := range list {
		log.Print(a.ID)
		log.Print(a.Mail) // want `phone from column phone reaches log.Print`
		log.Print(a.Plan)
	}
}

func logged(rows *sql.Rows) {
	var id, mail string
	_ = rows.Scan(&id, &mail)
	log.Print(mail)
	log.Print(id)
}

func callsLogged(db *sql.DB) {
	rows, err := db.Query("SELECT id, email FROM accounts")
	if err != nil {
		return
	}
	logged(rows) // want `email from column email reaches log.Print`
}

// plain has no tags: sqlx takes the names of the fields in lower case.
type plain struct {
	ID    int
	Email string
	State string
}

// mapped names its columns.
type mapped struct {
	ID    int    `db:"id"`
	Mail  string `db:"email"`
	Phone string `db:"mobile"`
	State string `db:"state"`
}

func filled(ctx context.Context, db *sqlx.DB) {
	var p plain
	_ = db.Get(&p, "SELECT * FROM users WHERE id = ?", 1)
	log.Print(p.ID, p.State)
	log.Print(p.Email) // the columns are not known
	_ = db.Get(&p, "SELECT id, email, state FROM users WHERE id = ?", 1)
	log.Print(p.Email) // want `email from column email reaches log.Print`
	var m mapped
	_ = db.GetContext(ctx, &m, "SELECT id, email, mobile, state FROM users WHERE id = ?", 1)
	log.Print(m.ID, m.State)
	log.Print(m.Mail) // want `email from column email reaches log.Print`
	var all []mapped
	_ = db.SelectContext(ctx, &all, "SELECT id, email, state FROM users")
	for _, u := range all {
		log.Print(u.State)
		log.Print(u.Mail) // want `email from column email reaches log.Print`
	}
	var ptrs []*mapped
	_ = db.Select(&ptrs, "SELECT id, email, state FROM users")
	log.Print(ptrs[0].Mail) // want `email from column email reaches log.Print`
}

func structScan(db *sqlx.DB) {
	rows, err := db.Queryx("SELECT id, email, state FROM users")
	if err != nil {
		return
	}
	for rows.Next() {
		var m mapped
		if rows.StructScan(&m) == nil {
			log.Print(m.State)
			log.Print(m.Mail) // want `email from column email reaches log.Print`
		}
	}
	var m mapped
	_ = db.QueryRowx("SELECT id, email FROM users").StructScan(&m)
	log.Print(m.Mail) // want `email from column email reaches log.Print`
}

func collected(ctx context.Context, p *pgxpool.Pool) {
	rows, _ := p.Query(ctx, "SELECT id, email, state FROM users")
	list, err := pgx.CollectRows(rows, pgx.RowToStructByName[mapped])
	if err != nil {
		return
	}
	for _, u := range list {
		log.Print(u.State)
		log.Print(u.Mail) // want `email from column email reaches log.Print`
	}
	rows, _ = p.Query(ctx, "SELECT id, email, state FROM users")
	u, err := pgx.CollectOneRow(rows, pgx.RowToAddrOfStructByName[plain])
	if err == nil {
		log.Print(u.State)
		log.Print(u.Email) // want `email from column email reaches log.Print`
	}
}

func each(ctx context.Context, p *pgxpool.Pool) {
	rows, _ := p.Query(ctx, "SELECT id, email FROM users")
	var id, mail string
	_, _ = pgx.ForEachRow(rows, []any{&id, &mail}, func() error {
		log.Print(id)
		log.Print(mail) // want `email from column email reaches log.Print`
		return nil
	})
}

func custom(ctx context.Context, p *pgxpool.Pool) {
	rows, _ := p.Query(ctx, "SELECT id, email FROM users")
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (account, error) {
		var a account
		err := row.Scan(&a.ID, &a.Mail)
		return a, err
	})
	if err == nil {
		log.Print(list[0].ID)
		log.Print(list[0].Mail) // want `email from column email reaches log.Print`
	}
}

func scanPgx(row pgx.Row) (a account, err error) {
	err = row.Scan(&a.ID, &a.Mail)
	return
}

func helperPgx(ctx context.Context, p *pgxpool.Pool) {
	a, _ := scanPgx(p.QueryRow(ctx, "SELECT id, email FROM users"))
	log.Print(a.ID)
	log.Print(a.Mail) // want `email from column email reaches log.Print`
}

// ranked takes columns by their place, also under names of its own.
type ranked struct {
	ID    int
	First string
	Skip  string `db:"-"`
	inner
	Last string
}

type inner struct{ Plan, State string }

func ranks(ctx context.Context, p *pgxpool.Pool) {
	rows, _ := p.Query(ctx, "SELECT id, email, plan, state, phone FROM users")
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[ranked])
	if err != nil {
		return
	}
	log.Print(list[0].ID, list[0].Skip, list[0].Plan, list[0].State)
	log.Print(list[0].First) // want `email from column email reaches log.Print`
	log.Print(list[0].Last)  // want `phone from column phone reaches log.Print`
	rows, _ = p.Query(ctx, "SELECT id, email FROM users")
	u, _ := pgx.CollectOneRow(rows, pgx.RowToAddrOfStructByPos[ranked])
	log.Print(u.Last)
	log.Print(u.First) // want `email from column email reaches log.Print`
	rows, _ = p.Query(ctx, "SELECT email FROM users")
	mail, _ := pgx.CollectOneRow(rows, pgx.RowToAddrOf[string])
	log.Print(*mail) // want `email from column email reaches log.Print`
	rows, _ = p.Query(ctx, "SELECT email, state FROM users")
	m, _ := pgx.CollectOneRow(rows, pgx.RowToMap)
	log.Print(m["state"])
	log.Print(m["email"]) // want `email from m\["email"\] reaches log.Print`
}
