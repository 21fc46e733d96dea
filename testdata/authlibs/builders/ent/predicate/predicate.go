// Package predicate has what conditions are, as ent generates it.
package predicate

import "entgo.io/ent/dialect/sql"

// Session is a condition on sessions.
type Session func(*sql.Selector)
