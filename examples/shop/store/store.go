// Package store keeps customers in memory.
package store

import (
	"errors"
	"fmt"
	"sync"

	"example.com/shop/customer"
)

// ErrNotFound says that there is no such customer.
var ErrNotFound = errors.New("customer not found")

// Memory is a store without a disk behind it.
type Memory struct {
	mu      sync.Mutex
	next    int
	byID    map[string]*customer.Customer
	byEmail map[string]*customer.Customer
}

// New gives an empty store.
func New() *Memory {
	return &Memory{byID: map[string]*customer.Customer{}, byEmail: map[string]*customer.Customer{}}
}

// Add stores a customer and gives it an ID.
func (m *Memory) Add(c *customer.Customer) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if old := m.byEmail[c.Email]; old != nil {
		return fmt.Errorf("%s is taken by customer %s", c.Email, old.ID)
	}
	m.next++
	c.ID = fmt.Sprintf("c%d", m.next)
	m.byID[c.ID] = c
	m.byEmail[c.Email] = c
	return nil
}

// ByID finds a customer by the shop's own number.
func (m *Memory) ByID(id string) (*customer.Customer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c := m.byID[id]; c != nil {
		return c, nil
	}
	return nil, fmt.Errorf("id %s: %w", id, ErrNotFound)
}

// ByEmail finds a customer by email address. Its error says nothing of it.
func (m *Memory) ByEmail(addr string) (*customer.Customer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c := m.byEmail[addr]; c != nil {
		return c, nil
	}
	return nil, ErrNotFound
}

// ByPhone finds a customer by phone number. Its error repeats the number.
func (m *Memory) ByPhone(number string) (*customer.Customer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range m.byID {
		if c.Phone == number {
			return c, nil
		}
	}
	return nil, fmt.Errorf("phone %s: %w", number, ErrNotFound)
}
