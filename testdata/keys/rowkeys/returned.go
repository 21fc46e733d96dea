package rowkeys

import (
	"context"
	"log"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// person is personal data by its tags, whatever the columns are called.
type person struct {
	ID   int
	Name string `pii:"name"`
}

// everybody returns the list as a whole: its elements are of the type that the generic
// function was called for.
func everybody(ctx context.Context, p *pgxpool.Pool) ([]person, error) {
	rows, err := p.Query(ctx, "SELECT id, name FROM users")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByName[person])
}

func returned(ctx context.Context, p *pgxpool.Pool) {
	list, err := everybody(ctx, p)
	if err != nil {
		return
	}
	log.Print(len(list))
	log.Print(list) // want `name from person.Name reaches log.Print`
}

var _ = returned
