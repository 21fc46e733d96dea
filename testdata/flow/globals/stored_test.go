package globals

import "testing"

func store(c *Customer) { byTests = c.Email }

func TestPrintStored(t *testing.T) {
	store(shared)
	printStored()
}
