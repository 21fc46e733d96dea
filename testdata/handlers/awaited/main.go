// Program awaited checks callers beside what it does for them, in goroutines that it waits
// for, or not.
package main

import (
	"context"
	"fmt"
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"

	"handlers/people"
)

func waits(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	var err error
	wg.Add(1)
	go func() {
		defer wg.Done()
		err = people.Verify(r)
	}()
	p := people.Find(r.PathValue("id"))
	wg.Wait()
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, p.Email)
}

func runs(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	known := false
	wg.Go(func() { known = people.IsVerified(r.Header.Get("Authorization")) })
	wg.Wait()
	if known {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email)
	}
}

func doesNotWait(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	var err error
	wg.Add(1)
	go func() {
		defer wg.Done()
		err = people.Verify(r)
	}()
	if err == nil {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
	wg.Wait()
}

func doneTooSoon(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	var err error
	wg.Add(1)
	go func() {
		wg.Done()
		err = people.Verify(r)
	}()
	wg.Wait()
	if err == nil {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
}

func waitsForOthers(w http.ResponseWriter, r *http.Request) {
	var checks, loads sync.WaitGroup
	var err error
	checks.Add(1)
	go func() {
		defer checks.Done()
		err = people.Verify(r)
	}()
	loads.Wait()
	if err == nil {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
}

func sometimes(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	var err error
	wg.Add(1)
	go func() {
		defer wg.Done()
		if r.Method == http.MethodGet {
			err = people.Verify(r)
		}
	}()
	wg.Wait()
	if err == nil {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
}

func grouped(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	var p people.Person
	g.Go(func() error { return people.Verify(r) })
	g.Go(func() error {
		p = load(ctx, r.PathValue("id"))
		return nil
	})
	if err := g.Wait(); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, p.Email)
}

func load(_ context.Context, id string) people.Person { return people.Find(id) }

func wrapped(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	g.Go(func() error {
		if err := people.Verify(r); err != nil {
			return fmt.Errorf("verifying: %w", err)
		}
		return nil
	})
	if g.Wait() == nil {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email)
	}
}

func dropped(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	g.Go(func() error {
		people.Verify(r)
		return nil
	})
	if g.Wait() == nil {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
}

func otherGroup(w http.ResponseWriter, r *http.Request) {
	var checks, loads errgroup.Group
	checks.Go(func() error { return people.Verify(r) })
	loads.Go(func() error { return nil })
	if loads.Wait() == nil {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
}

func onOneBranch(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	if r.Method == http.MethodGet {
		g.Go(func() error { return people.Verify(r) })
	}
	if g.Wait() == nil {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
}

func main() {
	http.HandleFunc("GET /waits/{id}", waits)
	http.HandleFunc("GET /runs/{id}", runs)
	http.HandleFunc("GET /doesnotwait/{id}", doesNotWait)
	http.HandleFunc("GET /donetoosoon/{id}", doneTooSoon)
	http.HandleFunc("GET /waitsforothers/{id}", waitsForOthers)
	http.HandleFunc("GET /sometimes/{id}", sometimes)
	http.HandleFunc("GET /grouped/{id}", grouped)
	http.HandleFunc("GET /wrapped/{id}", wrapped)
	http.HandleFunc("GET /dropped/{id}", dropped)
	http.HandleFunc("GET /othergroup/{id}", otherGroup)
	http.HandleFunc("GET /ononebranch/{id}", onOneBranch)
	_ = http.ListenAndServe("localhost:8080", nil)
}
