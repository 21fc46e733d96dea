package callbacks

import "log"

// Owner is behind a pointer, of which fmt prints an address.
type Owner struct {
	Name string `pii:"name"`
}

type Row struct {
	ID    string
	Email string `pii:"email"`
	Owner *Owner
}

func step(f func() error) error { return f() }

// deep prints at the end of many calls of function values: how deep they are
// nested does not change what comes out.
func deep(v any) error {
	return step(func() error {
		return step(func() error {
			return step(func() error { return record(v) })
		})
	})
}

func record(v any) error {
	return step(func() error {
		return step(func() error {
			log.Printf("row %v", v)
			return nil
		})
	})
}

// wrap is how middleware is written.
func wrap(next func(any)) func(any) {
	return func(v any) { next(v) }
}

type store struct{ hook func(any) error }

func (s *store) save(v any) error { return step(func() error { return s.hook(v) }) }

func nested(r Row, rows []Row) {
	deep(&r)   // want `email from Row.Email reaches log.Printf`
	deep(r)    // want `email from Row.Email reaches log.Printf`
	deep(rows) // want `email from Row.Email reaches log.Printf`
	deep(r.ID)
	deep(&r.Owner)
	w := wrap(wrap(wrap(wrap(wrap(wrap(func(v any) { log.Printf("row %v", v) }))))))
	w(&r)   // want `email from Row.Email reaches log.Printf`
	w(rows) // want `email from Row.Email reaches log.Printf`
	w(r.ID)
	s := &store{hook: deep}
	s.save(&r)      // want `email from Row.Email reaches log.Printf`
	s.save(r.Owner) // want `name from Owner.Name reaches log.Printf`
}
