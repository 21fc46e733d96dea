// Package ent has a part of what ent generates: a client, and a query.
package ent

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect"

	"authlibs/builders/ent/predicate"
)

// Session is who logged in.
type Session struct {
	Token, UserID, Name string
}

// SessionClient finds sessions.
type SessionClient struct{ driver dialect.Driver }

// SessionQuery is a query for sessions.
type SessionQuery struct {
	driver     dialect.Driver
	ctx        *ent.QueryContext
	predicates []predicate.Session
}

// Query begins a query.
func (c *SessionClient) Query() *SessionQuery { return &SessionQuery{driver: c.driver} }

// Where adds conditions.
func (q *SessionQuery) Where(ps ...predicate.Session) *SessionQuery {
	q.predicates = append(q.predicates, ps...)
	return q
}

// Only finds the only one.
func (q *SessionQuery) Only(ctx context.Context) (*Session, error) {
	var s Session
	return &s, q.driver.Query(ctx, "", nil, &s)
}

// First finds the first one.
func (q *SessionQuery) First(ctx context.Context) (*Session, error) {
	var s Session
	return &s, q.driver.Query(ctx, "", nil, &s)
}

// Exist tells whether there is one.
func (q *SessionQuery) Exist(ctx context.Context) (bool, error) {
	var n int
	return n > 0, q.driver.Query(ctx, "", nil, &n)
}
