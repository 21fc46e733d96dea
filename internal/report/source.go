package report

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// sources gives lines of source files. It keeps few files: findings come
// package by package.
type sources struct {
	files map[string][]byte
}

const maxFiles = 16

func (s *sources) data(path string) []byte {
	if data, ok := s.files[path]; ok {
		return data
	}
	if s.files == nil || len(s.files) >= maxFiles {
		s.files = map[string][]byte{}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		data = nil // a report without code is still a report
	}
	s.files[path] = data
	return data
}

// line is line n of a file, without its end.
func (s *sources) line(path string, n int) (string, bool) {
	data := s.data(path)
	for ; n > 1; n-- {
		i := bytes.IndexByte(data, '\n')
		if i < 0 {
			return "", false
		}
		data = data[i+1:]
	}
	if n < 1 || data == nil {
		return "", false
	}
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		data = data[:i]
	}
	return strings.TrimSuffix(string(data), "\r"), true
}

// utf16Col turns a column in bytes into one in UTF-16 code units, from 1.
func (s *sources) utf16Col(path string, line, col int) int {
	text, ok := s.line(path, line)
	if !ok || col < 1 {
		return max(col, 1)
	}
	n := 1
	for _, r := range text[:min(col-1, len(text))] {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// position is the line and column, in bytes, of a byte offset.
func (s *sources) position(path string, off int) (line, col int, ok bool) {
	data := s.data(path)
	if off < 0 || off > len(data) {
		return 0, 0, false
	}
	before := data[:off]
	return bytes.Count(before, []byte("\n")) + 1, off - bytes.LastIndexByte(before, '\n'), true
}

// relative shortens a path that lies below a directory. The second result says
// whether it does.
func relative(dir, path string) (string, bool) {
	if dir == "" {
		return path, false
	}
	rel, err := filepath.Rel(dir, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return path, false
	}
	return rel, true
}

// printable makes a line of somebody's source safe for a terminal: control
// characters and those that change the direction of text become visible.
func printable(s string) string {
	clean := func(r rune) bool { return r == '\t' || r >= ' ' && r != 0x7f && !invisible(r) && r != utf8.RuneError }
	if strings.IndexFunc(s, func(r rune) bool { return !clean(r) }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if clean(r) {
			return r
		}
		return utf8.RuneError
	}, s)
}

// invisible are the C1 controls and the characters that reorder text.
func invisible(r rune) bool {
	return r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c
}
