package finding

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"
)

// Spool keeps the findings of packages in a temporary file and gives them back
// in the order of their import paths. Packages get ready in any order; a report
// that somebody compares with the last one must not depend on it. Memory holds
// the places in the file only.
type Spool struct {
	file *os.File
	size int64
	unit []spooled
}

type spooled struct {
	pkg      string
	off, len int64
}

// Add puts the findings of a package at the end.
func (s *Spool) Add(fs []*Finding) error {
	if len(fs) == 0 {
		return nil
	}
	if s.file == nil {
		f, err := os.CreateTemp("", "piivet-*")
		if err != nil {
			return err
		}
		s.file = f
	}
	data, err := json.Marshal(fs)
	if err != nil {
		return err
	}
	if _, err := s.file.Write(data); err != nil {
		return err
	}
	s.unit = append(s.unit, spooled{fs[0].Package, s.size, int64(len(data))})
	s.size += int64(len(data))
	return nil
}

// Each gives all findings in order.
func (s *Spool) Each(each func(*Finding) error) error {
	slices.SortStableFunc(s.unit, func(a, b spooled) int { return cmp.Compare(a.pkg, b.pkg) })
	for _, u := range s.unit {
		var fs []*Finding
		if err := json.NewDecoder(io.NewSectionReader(s.file, u.off, u.len)).Decode(&fs); err != nil {
			return err
		}
		for _, f := range fs {
			if err := each(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close removes the file.
func (s *Spool) Close() error {
	if s.file == nil {
		return nil
	}
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}
