package routetest

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

//go:embed rt
var runtimeFiles embed.FS

// Lab builds, requests and analyses services.
type Lab struct {
	dir string
}

// NewLab makes a lab in a directory, with a copy of the module of services.
func NewLab(dir, module string) (*Lab, error) {
	l := &Lab{dir: dir}
	return l, os.CopyFS(dir, os.DirFS(module))
}

// Outcome is what one request showed.
type Outcome struct {
	Service, Path string
	Known         bool // asked with credentials
	Status        int  // -1: the service does not start
	Looks         []Look
}

// Look is personal data in a response: who looked it up, and on which lines.
type Look struct {
	ID    string
	Lines []string
}

// Write puts services into the module. It returns what is to be requested.
func (l *Lab) Write(services []*Service) (map[string][]string, error) {
	requests := map[string][]string{}
	list := "package main\n\nimport (\n"
	starts := ")\n\nvar services = []struct {\nname string\nserve func()\n}{\n"
	for _, s := range services {
		t, run := Render(s, false), Render(s, true)
		for _, name := range slices.Sorted(maps.Keys(t.Files)) {
			if err := l.write("gen/"+s.ID+"/"+name, t.Files[name]); err != nil {
				return nil, err
			}
			if !strings.Contains(name, "/") {
				if err := l.write("run/"+s.ID+"/"+name, run.Files[name]); err != nil {
					return nil, err
				}
			}
		}
		requests[s.ID] = run.Requests
		list += fmt.Sprintf("\t%q\n", "handlers/run/"+s.ID)
		starts += fmt.Sprintf("\t{%q, %s.Main},\n", s.ID, s.ID)
	}
	return requests, l.writeAsking(list + starts + "}\n")
}

// writeAsking writes the program that starts the services and requests them.
func (l *Lab) writeAsking(services string) error {
	main, err := runtimeFiles.ReadFile("rt/main.go.txt")
	if err != nil {
		return err
	}
	return errors.Join(l.write("ask/main.go", string(main)), l.write("ask/services.go", services))
}

func (l *Lab) write(name, text string) error {
	path := filepath.Join(l.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o666)
}

// Ask builds the services and requests each of their routes.
func (l *Lab) Ask(requests map[string][]string) ([]Outcome, error) {
	people, err := fs.ReadFile(runtimeFiles, "rt/people.go.txt")
	if err != nil {
		return nil, err
	}
	if err := l.write("people.txt", string(people)); err != nil {
		return nil, err
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{
		filepath.Join(l.dir, "people", "people.go"): filepath.Join(l.dir, "people.txt"),
	}})
	if err != nil {
		return nil, err
	}
	if err := l.write("overlay.json", string(overlay)); err != nil {
		return nil, err
	}
	if _, err := l.command(nil, "go", "build", "-overlay", "overlay.json", "-gcflags=handlers/...=-N -l", "-ldflags=-s -w", "-o", "asked", "./ask"); err != nil {
		return nil, err
	}
	in, err := json.Marshal(requests)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(l.dir, "answers.json")
	if _, err := l.command(in, filepath.Join(l.dir, "asked"), file); err != nil {
		return nil, err
	}
	out, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list []Outcome
	dec := json.NewDecoder(bytes.NewReader(out))
	for dec.More() {
		var o Outcome
		if err := dec.Decode(&o); err != nil {
			return nil, err
		}
		list = append(list, o)
	}
	return list, nil
}

// command runs a command in the module and returns what it prints.
func (l *Lab) command(in []byte, name string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = l.dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GIN_MODE=release")
	cmd.Stdin = bytes.NewReader(in)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return out, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, stderr.String()[:min(stderr.Len(), 3000)])
	}
	return out, nil
}
