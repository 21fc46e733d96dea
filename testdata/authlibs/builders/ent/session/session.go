// Package session has the conditions on sessions, as ent generates them.
package session

import (
	"entgo.io/ent/dialect/sql"

	"authlibs/builders/ent/predicate"
)

// Token compares the token.
func Token(v string) predicate.Session { return predicate.Session(sql.FieldEQ("token", v)) }

// TokenEQ compares the token.
func TokenEQ(v string) predicate.Session { return predicate.Session(sql.FieldEQ("token", v)) }

// Name compares the name.
func Name(v string) predicate.Session { return predicate.Session(sql.FieldEQ("name", v)) }

// Or has one of them.
func Or(ps ...predicate.Session) predicate.Session { return predicate.Session(sql.OrPredicates(ps...)) }
