// Package globals holds what travels between functions in package variables.
package globals

import (
	"log"
	"log/slog"
	"os"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

var (
	lastEmail  string
	lastID     string
	remembered string
	byPointer  string
	lines      []string
	ids        []string
	current    Customer
	shared     *Customer
	cache      = map[string]Customer{}
	byName     = map[string]string{}
	visits     int
)

var state struct {
	ref string
	who string
}

var report func(string)

var (
	events = slog.Default()
	plain  = log.New(os.Stderr, "x: ", 0)
)

const banner = "hello"

// The readers stand before the writers on purpose.

func readers() {
	log.Println(banner, visits, lastID, ids)
	log.Println(lastEmail)  // want `email from Customer.Email reaches log.Println`
	log.Println(remembered) // want `phone from Customer.Phone reaches log.Println`
	log.Println(byPointer)  // want `phone from Customer.Phone reaches log.Println`
	log.Println(lines)      // want `email from Customer.Email reaches log.Println`
	log.Println(lines[0])   // want `email from Customer.Email reaches log.Println`
	log.Println(len(lines))
	log.Println(state.ref)
	log.Println(state.who) // want `email from Customer.Email reaches log.Println`
	log.Println(state)     // want `email from Customer.Email reaches log.Println`
	log.Println(byName["id"])
	log.Println(byName["email"]) // want `email from Customer.Email reaches log.Println`
	log.Println(byName)          // want `email from Customer.Email reaches log.Println`
}

func typed(id string) {
	log.Println(current.ID)
	log.Println(current.Email) // want `email from Customer.Email reaches log.Println`
	log.Println(current)       // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	log.Println(shared.Phone)  // want `phone from Customer.Phone reaches log.Println`
	log.Println(shared.ID)
	log.Println(cache[id].ID)
	log.Println(cache[id].Email) // want `email from Customer.Email reaches log.Println`
	for key, c := range cache {
		log.Println(key)
		log.Println(c.Phone) // want `phone from Customer.Phone reaches log.Println`
	}
}

func last() string       { return lastEmail }
func lastNumber() string { return lastID }

func throughGetter() {
	log.Println(lastNumber())
	log.Println(last()) // want `email from Customer.Email reaches log.Println`
}

func writers(c *Customer) {
	visits++
	lastEmail = c.Email
	lastID = c.ID
	lines = append(lines, "seen "+c.Email)
	ids = append(ids, c.ID)
	current = *c
	shared = c
	cache[c.ID] = *c
	state.ref, state.who = c.ID, c.Email
	byName["id"] = c.ID
	byName["email"] = c.Email
}

func remember(s string) { remembered = s }

func set(dst *string, s string) { *dst = s }

func indirectWriters(c Customer) {
	remember(c.Phone)
	set(&byPointer, c.Phone)
	set(&lastID, c.ID)
}

func init() {
	report = func(s string) { log.Println(s) }
}

func functionVariable(c Customer) {
	report(c.ID)
	report(c.Email) // want `email from Customer.Email reaches log.Println`
}

func loggers(c Customer) {
	events.Info("seen", "id", c.ID)
	events.Info("seen", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	plain.Println(c.ID)
	plain.Println(c.Email)       // want `email from Customer.Email reaches log.Logger.Println`
	plain.Printf("%v", &current) // want `email from Customer.Email and phone from Customer.Phone reach log.Logger.Printf`
}

var counter = func() func() int {
	n := 0
	return func() int { n++; return n }
}()

var describe = func(c Customer) string { return c.ID + " " + c.Phone }

func initialized(c Customer) {
	log.Println(counter())
	log.Println(describe(c)) // want `phone from Customer.Phone reaches log.Println`
}

var queue = make(chan string, 8)

func enqueue(c Customer) { queue <- c.Email }

func drain() {
	for s := range queue {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
}

var handed, drafted string

func hand(s string)  { handed = s }
func handOn()        { log.Println(handed) } // want `email from Customer.Email reaches log.Println`
func draft(s string) { drafted = s }
func showDraft()     { log.Println(drafted) } // want `phone from Customer.Phone reaches log.Println`

// Whoever lets out what a variable holds is reported, not all who call it.
func throughFunctions(c Customer) {
	hand(c.Email)
	handOn()
}

func callsThat(c *Customer) { throughFunctions(*c) }

func clearedAfterwards(c Customer) {
	draft(c.Phone)
	showDraft()
	draft("")
}

// byTests holds personal data in tests alone: the program never stores any.
var byTests string

func printStored() { log.Print(byTests) }
