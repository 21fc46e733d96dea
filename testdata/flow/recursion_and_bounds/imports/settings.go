package imports

import (
	"context"
	"fmt"
	"log"
)

// Settings turn steps off.
type Settings struct{ Logins, Hashes, Keys, Seeds, Strict, Quiet bool }

// Service does what its settings say.
type Service struct {
	cfg   *Settings
	store Store
	words map[string]string
}

func (s *Service) text(key string, e Entry) string { return fmt.Sprintf("%s %s", s.words[key], e.Name) }

func (s *Service) enter(ctx context.Context, e Entry) error {
	i := &importer{store: s.store}
	if s.cfg.Logins {
		if err := i.login(ctx, e.ID); err != nil && s.cfg.Strict {
			return err
		}
	}
	if s.cfg.Hashes {
		if err := i.hash(ctx, e.ID); err != nil && s.cfg.Strict {
			return err
		}
	}
	if s.cfg.Keys {
		for _, d := range e.Devices {
			if err := i.key(ctx, e.ID, d); err != nil && s.cfg.Strict {
				return err
			}
		}
	}
	if s.cfg.Seeds {
		if err := i.seed(ctx, e.ID); err != nil && s.cfg.Strict {
			return err
		}
	}
	return nil
}

// Enter enters all of a list.
func (s *Service) Enter(ctx context.Context, list []Entry) error {
	for _, e := range list {
		if err := s.enter(ctx, e); err != nil {
			return err
		}
		if !s.cfg.Quiet {
			log.Println(s.text("entered", e)) // want "name from Entry.Name reaches log.Println"
		}
	}
	return nil
}
