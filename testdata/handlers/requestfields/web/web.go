// Package web has a context of the program's own, one for each request.
package web

import (
	"net/http"
	"sync"

	"handlers/people"
)

// Context is what handlers get.
type Context struct {
	req  *http.Request
	resp http.ResponseWriter
	user *people.Person
	Role string
	mu   sync.RWMutex
}

// New makes the context of a request.
func New(w http.ResponseWriter, r *http.Request) *Context { return &Context{req: r, resp: w} }

// Request is the request.
func (c *Context) Request() *http.Request { return c.req }

// Writer is where the response goes.
func (c *Context) Writer() http.ResponseWriter { return c.resp }

// SetUser keeps who calls.
func (c *Context) SetUser(u *people.Person) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.user = u
}

// User is who calls, or nil.
func (c *Context) User() *people.Person {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.user
}

// Handler answers.
type Handler func(c *Context)

// Middleware stands before handlers.
type Middleware func(c *Context, next http.Handler) http.Handler
