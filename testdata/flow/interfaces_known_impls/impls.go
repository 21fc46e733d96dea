// Package impls calls interfaces whose dynamic type is open: every type of this
// package that implements them may be behind them.
package impls

import "log"

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// Notifier is implemented by one type that logs and one that does not.
type Notifier interface{ Notify(msg string) }

type logNotifier struct{}

// Notify logs.
func (logNotifier) Notify(msg string) { log.Println("notify", msg) }

type memoryNotifier struct{ n int }

// Notify counts.
func (m *memoryNotifier) Notify(string) { m.n++ }

// Store is implemented by types that log nothing.
type Store interface{ Save(ref, value string) }

type memoryStore map[string]string

// Save keeps.
func (m memoryStore) Save(ref, value string) { m[ref] = value }

type nullStore struct{}

// Save forgets.
func (nullStore) Save(string, string) {}

// Auditor logs who, but never why.
type Auditor interface{ Audit(who, why string) }

type auditor struct{ count int }

// Audit logs its first argument.
func (a *auditor) Audit(who, why string) {
	a.count++
	log.Println("audit", who)
}

// Source gives what is tagged and what is not.
type Source interface {
	Contact() string
	Ref() string
}

type customerSource struct{ c Customer }

// Contact gives the phone number.
func (s customerSource) Contact() string { return s.c.Phone }

// Ref gives the id.
func (s customerSource) Ref() string { return s.c.ID }

// Closer is implemented by a function type.
type Closer interface{ Close(reason string) }

type closeFunc func(string)

// Close logs.
func (f closeFunc) Close(reason string) { log.Println("closed", reason) }

// Tracer is implemented through embedding only.
type Tracer interface{ Trace(string) }

type tracing struct{}

// Trace logs.
func (*tracing) Trace(s string) { log.Print(s) }

type tracedService struct{ tracing }

var _ Tracer = (*tracedService)(nil)

// Service keeps what it was given.
type Service struct {
	notifier Notifier
	store    Store
	audit    Auditor
	source   Source
	closer   Closer
	tracer   Tracer
}

// Welcome is an ordinary method.
func (s *Service) Welcome(c Customer) {
	s.notifier.Notify(c.ID)
	s.notifier.Notify(c.Email)            // want `email from Customer.Email reaches log.Println`
	s.notifier.Notify("hello " + c.Phone) // want `phone from Customer.Phone reaches log.Println`
	s.store.Save(c.ID, c.Email)
	s.audit.Audit(c.ID, c.Email)
	s.audit.Audit(c.Email, "") // want `email from Customer.Email reaches log.Println`
	s.closer.Close(c.ID)
	s.closer.Close(c.Phone) // want `phone from Customer.Phone reaches log.Println`
	s.tracer.Trace(c.ID)
	s.tracer.Trace(c.Email) // want `email from Customer.Email reaches log.Print`
}

// Report logs what its source gives.
func (s *Service) Report() {
	log.Println(s.source.Ref())
	log.Println(s.source.Contact()) // want `phone from Customer.Phone reaches log.Println`
}

func parameter(n Notifier, st Store, c Customer) {
	n.Notify(c.ID)
	n.Notify(c.Email) // want `email from Customer.Email reaches log.Println`
	st.Save("x", c.Email)
}

func overMany(all []Notifier, byName map[string]Notifier, c Customer) {
	for _, n := range all {
		n.Notify(c.ID)
		n.Notify(c.Email) // want `email from Customer.Email reaches log.Println`
	}
	byName["mail"].Notify(c.Email) // want `email from Customer.Email reaches log.Println`
}

var defaultNotifier Notifier = logNotifier{}

func global(c Customer) {
	defaultNotifier.Notify(c.ID)
	defaultNotifier.Notify(c.Email) // want `email from Customer.Email reaches log.Println`
}

// Embedded has the interface's methods promoted.
type Embedded struct{ Notifier }

func embedded(e Embedded, c Customer) {
	e.Notify(c.ID)
	e.Notify(c.Email) // want `email from Customer.Email reaches log.Println`
}

func concurrent(n Notifier, c Customer) {
	go n.Notify(c.ID)
	go n.Notify(c.Email)    // want `email from Customer.Email reaches log.Println`
	defer n.Notify(c.Phone) // want `phone from Customer.Phone reaches log.Println`
	f := n.Notify
	f(c.Email) // want `email from Customer.Email reaches log.Println`
}

func asserted(v any, c Customer) {
	if n, ok := v.(Notifier); ok {
		n.Notify(c.ID)
		n.Notify(c.Email) // want `email from Customer.Email reaches log.Println`
	}
	if n, ok := v.(*memoryNotifier); ok {
		n.Notify(c.Email)
	}
}

// wider has the method of Notifier and one more.
type wider interface {
	Notifier
	Flush()
}

// Flush does nothing, but makes it a wider.
func (logNotifier) Flush() {}

func narrower(w wider, c Customer) {
	w.Notify(c.Email) // want `email from Customer.Email reaches log.Println`
	var n Notifier = w
	n.Notify(c.ID)
}
