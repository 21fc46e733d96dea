package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
)

// unitHandler is given what the tool found in a package: by analyzer, a list of
// diagnostics or an error.
type unitHandler func(id string, byAnalyzer map[string]json.RawMessage) error

// govet runs the go command's vet with this program as its tool. What the go
// command itself has to say goes to standard error as it is.
//
// w is told the name of each unit that was analysed, with or without
// findings, and whether one met personal data.
func govet(o *options, toolFlags []string, w func() *wanted, handle unitHandler) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	args := append([]string{"vet", "-json", "-vettool=" + exe}, toolFlags...)
	if o.stats {
		args = append(args, "-"+cachedStatsFlag)
	}
	if o.tags != "" {
		args = append(args, "-tags="+o.tags)
	}
	cmd := exec.Command("go", append(append(args, o.analyzers...), o.packages...)...)
	cmd.Dir = o.base
	cmd.Env = environment(o)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	errs, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	s := &stream{
		handle: handle, complain: os.Stderr,
		answered: func(id string) { w().answered[id] = true },
		sources:  func() { w().sources = true },
	}
	done := make(chan error)
	go func() { done <- s.read(errs) }()
	err = errors.Join(s.read(out), <-done)
	if waitErr := cmd.Wait(); waitErr != nil && err == nil {
		// What went wrong stands on stderr, in the go command's own words.
		return errSaid
	}
	return err
}

func environment(o *options) []string {
	env := os.Environ()
	if o.config != "" {
		env = append(env, configVar+"="+o.config)
	}
	return env
}

// stream takes the output of go vet -json apart. The go command of Go 1.26
// prints JSON on standard output; older ones print it on standard error, each
// object behind a line with the package's name. So both are read alike: objects
// begin and end with a brace at the start of a line, lines that begin with #
// name packages, and everything else is a message for the person.
type stream struct {
	mu       sync.Mutex
	handle   unitHandler
	answered func(id string)
	sources  func() // a unit met personal data; may be nil
	complain io.Writer
}

// read reads one of the two to its end, in spite of errors: a tool that can't
// write would hang.
func (s *stream) read(r io.Reader) error {
	p := parser{stream: s}
	br := bufio.NewReaderSize(r, 1<<16)
	for {
		line, err := br.ReadBytes('\n')
		p.line(line)
		if err != nil {
			if !errors.Is(err, io.EOF) {
				p.fail(err)
			}
			p.end()
			return p.err
		}
	}
}

// parser is the state of reading one stream.
type parser struct {
	*stream
	object []byte // the JSON object that is being read, or nil
	name   string // of the unit whose output comes next
	header []byte // a "# package" line that nothing was printed for yet
	crash  *crash // a unit that is printing its stack
	err    error
}

func (p *parser) line(line []byte) {
	text := strings.TrimRight(string(line), "\r\n")
	switch {
	case p.object != nil:
		p.object = append(p.object, line...)
		if text == "}" {
			p.unit()
		}
	case text == "{":
		p.endCrash()
		p.object = bytes.Clone(line)
	case text == "{}":
		p.header, p.name = nil, ""
	case strings.HasPrefix(text, unitPrefix):
		p.name = strings.TrimPrefix(text, unitPrefix)
		p.mu.Lock()
		p.answered(p.name)
		p.mu.Unlock()
	case strings.HasPrefix(text, sourcesPrefix):
		if p.sources != nil {
			p.mu.Lock()
			p.sources()
			p.mu.Unlock()
		}
	case strings.HasPrefix(text, statsPrefix):
		p.say(line)
	case strings.HasPrefix(text, "# "):
		p.endCrash()
		p.header = bytes.Clone(line)
	case p.crash == nil && (strings.HasPrefix(text, "panic: ") || strings.HasPrefix(text, "fatal error: ")):
		p.crash = &crash{pkg: strings.TrimPrefix(strings.TrimSpace(string(p.header)), "# "), what: text}
		p.header = nil
	case p.crash != nil:
		p.crash.stack = append(p.crash.stack, line...)
	case len(line) > 0:
		p.say(p.header)
		p.header = nil
		p.say(line)
	}
}

// unit hands on the object that was read.
func (p *parser) unit() {
	p.header = nil
	object := p.object
	p.object = nil
	var unit map[string]map[string]json.RawMessage
	if err := json.Unmarshal(object, &unit); err != nil {
		p.fail(fmt.Errorf("reading the output of go vet: %w", err))
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for id, byAnalyzer := range unit { // one package an object
		if p.err == nil {
			p.fail(p.handle(cmp.Or(p.name, id), byAnalyzer))
		}
	}
	p.name = ""
}

func (p *parser) end() {
	p.endCrash()
	if p.object != nil {
		p.say(p.object)
		p.object = nil
	}
}

func (p *parser) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *parser) say(text []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(text) > 0 {
		_, _ = p.complain.Write(text)
	}
}

// crash is a unit that panicked.
type crash struct {
	pkg, what string
	stack     []byte
}

func (p *parser) endCrash() {
	if p.crash == nil {
		return
	}
	c := p.crash
	p.crash = nil
	p.say(fmt.Appendf(nil, "piivet: internal error in package %s: %s\n"+
		"This is a bug in piivet; the other packages are not concerned. Please report it at\n"+
		"%s/issues, with the Go version, the code of the package if you can, and:\n%s\n%s\n",
		c.pkg, c.what, homepage, c.what, strings.TrimRight(string(c.stack), "\n")))
}

const homepage = "https://github.com/piivet/piivet"
