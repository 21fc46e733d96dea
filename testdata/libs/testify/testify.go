// Package testify asserts: what a failing test prints is no way out.
package testify

import (
	"log"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/mock"
	"github.com/stretchr/testify/require"
	"github.com/stretchr/testify/suite"

	"libs/people"
)

// Suite keeps its T where others set it.
type Suite struct{ suite.Suite }

// TestMail compares addresses.
func (s *Suite) TestMail() {
	c := people.Customer{}
	s.Equal("a@b.c", c.Email)
	s.Require().NotEmpty(c.Phone, "phone of %s", c.Email)
	assert.Equal(s.T(), "a@b.c", c.Email)
}

// Asserts asserts in all ways.
func Asserts(t *testing.T, c people.Customer) {
	assert.Equal(t, "a@b.c", c.Email, "mail of %v", c)
	require.Contains(t, c.Email, "@")
	assert.New(t).NotNil(c)
	assert.Condition(t, func() bool {
		log.Print(c.Email) // want "email from Customer.Email reaches log.Print without"
		return true
	})
}

type store struct{ mock.Mock }

func (s *store) Find(mail string) *people.Customer {
	return s.Called(mail).Get(0).(*people.Customer)
}

// Mocks mocks.
func Mocks(s *store, c *people.Customer) {
	s.On("Find", c.Email).Return(c)
	log.Print(s.Find(c.Email).ID)
	log.Print(s.Find(c.Email).Email) // want "email from Customer.Email reaches log.Print without"
}
