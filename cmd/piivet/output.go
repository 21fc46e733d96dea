package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// diagnostic is a finding as go vet -json prints it.
type diagnostic struct {
	Category string    `json:"category"`
	Posn     string    `json:"posn"`
	Message  string    `json:"message"`
	Related  []related `json:"related"`
}

type related struct {
	Posn    string `json:"posn"`
	Message string `json:"message"`
}

// printer turns go vet's stream into text, package by package.
type printer struct {
	out      io.Writer
	base     string // directory that paths are relative to
	raw      bool   // hand the JSON on as it is
	findings int
}

// read prints a stream of JSON objects, between which lines with a package's
// name may stand.
func (p *printer) read(r io.Reader) error {
	dec := json.NewDecoder(skipComments(r))
	for {
		var unit map[string]map[string]json.RawMessage
		err := dec.Decode(&unit)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading the output of go vet: %w", err)
		}
		if err := p.unit(unit); err != nil {
			return err
		}
	}
}

// skipComments drops the lines "# package" that some versions of the go
// command print.
func skipComments(r io.Reader) io.Reader {
	pr, pw := io.Pipe()
	go func() {
		br := bufio.NewReader(r)
		for {
			line, err := br.ReadBytes('\n')
			if !bytes.HasPrefix(line, []byte("#")) {
				if _, werr := pw.Write(line); werr != nil {
					return
				}
			}
			if err != nil {
				pw.CloseWithError(err)
				return
			}
		}
	}()
	return pr
}

// unit prints the findings of one package in the order of its source.
func (p *printer) unit(u map[string]map[string]json.RawMessage) error {
	var ds []diagnostic
	for _, byAnalyzer := range u {
		for name, raw := range byAnalyzer {
			var list []diagnostic
			if err := json.Unmarshal(raw, &list); err != nil {
				return fmt.Errorf("%s failed: %s", name, raw)
			}
			ds = append(ds, list...)
		}
	}
	p.findings += len(ds)
	if p.raw {
		enc := json.NewEncoder(p.out)
		enc.SetIndent("", "\t")
		return enc.Encode(u)
	}
	slices.SortFunc(ds, func(a, b diagnostic) int {
		if c := comparePos(a.Posn, b.Posn); c != 0 {
			return c
		}
		return strings.Compare(a.Message, b.Message)
	})
	for _, d := range ds {
		fmt.Fprintf(p.out, "%s: %s\n", p.relative(d.Posn), d.Message)
		for _, r := range d.Related {
			fmt.Fprintf(p.out, "%s: \t%s\n", p.relative(r.Posn), r.Message)
		}
	}
	return nil
}

// relative shortens a position's path where it lies below the base.
func (p *printer) relative(posn string) string {
	if rel, err := filepath.Rel(p.base, posn); err == nil && !strings.HasPrefix(rel, "..") {
		return rel
	}
	return posn
}

// comparePos orders positions file:line:col.
func comparePos(a, b string) int {
	fa, la, ca := splitPos(a)
	fb, lb, cb := splitPos(b)
	switch {
	case fa != fb:
		return strings.Compare(fa, fb)
	case la != lb:
		return la - lb
	}
	return ca - cb
}

func splitPos(s string) (file string, line, col int) {
	rest, c := cutNumber(s)
	file, line = cutNumber(rest)
	return file, line, c
}

func cutNumber(s string) (string, int) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return s, 0
	}
	return s[:i], n
}
