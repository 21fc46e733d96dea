// Package middle is generic and knows no customers.
package middle

import (
	"iter"
	"log"
	"reflect"
)

// Show logs anything.
func Show[T any](v T) { log.Println(v) }

// Must gives the value, or panics with the error.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Map calls f for each.
func Map[T, U any](in []T, f func(T) U) []U {
	out := make([]U, 0, len(in))
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}

// Filter keeps what f accepts.
func Filter[T any](in iter.Seq[T], f func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range in {
			if f(v) && !yield(v) {
				return
			}
		}
	}
}

// Cache is a map underneath.
type Cache[K comparable, V any] struct{ m map[K]V }

// NewCache makes one.
func NewCache[K comparable, V any]() *Cache[K, V] { return &Cache[K, V]{m: map[K]V{}} }

// Put keeps a value.
func (c *Cache[K, V]) Put(k K, v V) { c.m[k] = v }

// Get gives it back.
func (c *Cache[K, V]) Get(k K) (V, bool) {
	v, ok := c.m[k]
	return v, ok
}

// Addressed is a constraint.
type Addressed interface{ Address() string }

// AddressOf calls the method of the constraint.
func AddressOf[T Addressed](v T) string { return v.Address() }

// source makes values; tests replace it.
var source = func(t reflect.Type) any { return reflect.New(t).Elem().Interface() }

// Made is what source makes, as the type that is asked for.
func Made[T any]() T { return source(reflect.TypeFor[T]()).(T) }
