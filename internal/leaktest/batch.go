package leaktest

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/piivet/piivet/internal/leaktest/rt"
)

// perPackage is how many programs share a package: many make the build cheap,
// few keep types of one program out of sight of another.
const perPackage = 20

//go:embed rt/*.go
var runtimeFiles embed.FS

// Lab builds, runs and analyses programs.
type Lab struct {
	Libs     string // directory of a module that requires the libraries, or empty
	dir      string
	analysis *analyzer
}

// NewLab makes a lab that works in a directory.
func NewLab(dir, libs string) (*Lab, error) {
	l := &Lab{Libs: libs, dir: dir}
	if err := l.writeModule(); err != nil {
		return nil, err
	}
	var err error
	l.analysis, err = newAnalyzer(l)
	return l, err
}

// Verdict is both answers on one program.
type Verdict struct {
	Program  *Program
	Text     Text
	Outcome  *rt.Outcome
	Findings []Finding
	Problems []Problem
}

// Judge compares the answers on a list of programs, whose IDs must differ.
func (l *Lab) Judge(programs []*Program) ([]*Verdict, error) {
	verdicts, pkgs := l.render(programs)
	if err := l.analysis.run(pkgs, verdicts); err != nil {
		return nil, err
	}
	if err := l.build(pkgs); err != nil {
		return nil, err
	}
	if err := l.runAll(slices.Sorted(maps.Keys(verdicts)), verdicts); err != nil {
		return nil, err
	}
	var out []*Verdict
	for _, p := range programs {
		v := verdicts[p.ID]
		v.compare()
		out = append(out, v)
	}
	return out, nil
}

// pkg is a package of programs, with the package of their types.
type pkg struct {
	name  string               // of the package; that of the types has an l before it
	files [2]map[string]string // by base name, of the package and of the types
}

func (p *pkg) path(lib int) string {
	if lib == 1 {
		return module + "/l" + p.name
	}
	return module + "/" + p.name
}

// render writes the programs as packages.
func (l *Lab) render(programs []*Program) (map[string]*Verdict, []*pkg) {
	verdicts := map[string]*Verdict{}
	var pkgs []*pkg
	for i, p := range programs {
		if i%perPackage == 0 {
			pkgs = append(pkgs, &pkg{name: fmt.Sprintf("g%d", len(pkgs)), files: [2]map[string]string{{}, {}}})
		}
		at := pkgs[len(pkgs)-1]
		t := Render(p, at.path(0), at.path(1))
		verdicts[p.ID] = &Verdict{Program: p, Text: t}
		at.files[0][p.ID+".go"] = t.Main
		if t.Lib != "" {
			at.files[1][p.ID+"l.go"] = t.Lib
		}
	}
	return verdicts, pkgs
}

// writeModule lays out what all batches share.
func (l *Lab) writeModule() error {
	mod := []byte("module " + module + "\n\ngo 1.26.0\n")
	if l.Libs != "" {
		b, err := os.ReadFile(filepath.Join(l.Libs, "go.mod"))
		if err != nil {
			return err
		}
		mod = b
		if err := copyFile(filepath.Join(l.Libs, "go.sum"), filepath.Join(l.dir, "go.sum")); err != nil {
			return err
		}
		if err := copyFile(filepath.Join(l.Libs, "rtlog", "rtlog.go"), filepath.Join(l.dir, "rtlog", "rtlog.go")); err != nil {
			return err
		}
	}
	if err := write(filepath.Join(l.dir, "go.mod"), mod); err != nil {
		return err
	}
	for _, name := range []string{"rt/rt.go", "rt/fill.go", "rt/look.go"} {
		b, err := runtimeFiles.ReadFile(name)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(l.dir, name), b); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return write(to, b)
}

func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o666)
}

// build writes the packages and a main that imports them, and builds it.
func (l *Lab) build(pkgs []*pkg) error {
	old, _ := filepath.Glob(filepath.Join(l.dir, "*g[0-9]*"))
	for _, d := range old {
		os.RemoveAll(d)
	}
	main := "package main\n\nimport (\n\t\"" + module + "/rt\"\n"
	targets := []string{"build", "-gcflags=" + module + "/...=-N -l", "-ldflags=-s -w", "-o", "programs", "."}
	for _, p := range pkgs {
		main += "\t_ \"" + p.path(0) + "\"\n"
		for i, files := range p.files {
			for name, text := range files {
				if err := write(filepath.Join(l.dir, strings.TrimPrefix(p.path(i), module+"/"), name), []byte(strings.ReplaceAll(text, intoMark, "; rt.Into("))); err != nil {
					return err
				}
			}
		}
	}
	main += ")\n\nfunc main() { rt.Main() }\n"
	if err := write(filepath.Join(l.dir, "main.go"), []byte(main)); err != nil {
		return err
	}
	_, err := l.command(10*time.Minute, "go", targets...)
	return err
}

// command runs a command in the module and returns what it prints.
func (l *Lab) command(limit time.Duration, name string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = l.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return out, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, tail(stderr.String(), 3000))
	}
	return out, nil
}

func tail(s string, n int) string {
	if len(s) > n {
		return "..." + s[len(s)-n:]
	}
	return s
}

// runAll runs the built programs and hands out what they did. A panic that
// nobody can recover ends all of them: the rest is started again.
func (l *Lab) runAll(order []string, verdicts map[string]*Verdict) error {
	for done := 0; done < len(order); {
		out, err := l.command(5*time.Minute, filepath.Join(l.dir, "programs"), strconv.Itoa(done))
		dec := json.NewDecoder(bytes.NewReader(out))
		for {
			var o rt.Outcome
			if dec.Decode(&o) != nil {
				break
			}
			if o.Program != order[done] {
				return fmt.Errorf("ran %s, not %s", o.Program, order[done])
			}
			verdicts[o.Program].Outcome = &o
			done++
		}
		if err != nil && done < len(order) {
			verdicts[order[done]].Outcome = &rt.Outcome{Program: order[done], Broken: err.Error()}
			done++
		} else if err != nil {
			return err
		}
	}
	return nil
}
