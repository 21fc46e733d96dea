package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// packageDirs finds the directories of packages, to which units refer by import
// path: a unit does not know where its dependencies lie.
type packageDirs struct {
	o       *options
	modules []module // those that the user works on
	asked   bool
	dirs    map[string]string // by import path; empty if it was not found
}

type module struct{ path, dir string }

// learn notes the directory of a package.
func (p *packageDirs) learn(pkg, dir string) {
	if p.dirs == nil {
		p.dirs = map[string]string{}
	}
	p.dirs[pkg] = dir
}

// file is the path of a package's file, by its base name.
func (p *packageDirs) file(pkg, name string) (string, bool) {
	dir, ok := p.dirs[pkg]
	if !ok {
		dir = p.find(pkg)
		p.learn(pkg, dir)
	}
	path := filepath.Join(dir, name)
	return path, dir != "" && exists(path)
}

// find looks into the modules at hand, and asks the go command for what is
// elsewhere.
func (p *packageDirs) find(pkg string) string {
	if !p.asked {
		p.asked = true
		p.modules = p.listModules()
	}
	for _, m := range p.modules {
		if rest, ok := strings.CutPrefix(pkg, m.path); ok && (rest == "" || rest[0] == '/') {
			if dir := filepath.Join(m.dir, filepath.FromSlash(rest)); exists(dir) {
				return dir
			}
		}
	}
	// External tests lie beside the package that they test.
	if under, ok := strings.CutSuffix(pkg, "_test"); ok {
		return p.find(under)
	}
	return strings.TrimSpace(p.list("-find", "-f", "{{.Dir}}", pkg))
}

func (p *packageDirs) listModules() []module {
	var out []module
	for line := range strings.Lines(p.list("-m", "-f", "{{.Path}}\t{{.Dir}}")) {
		if path, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && dir != "" {
			out = append(out, module{path, dir})
		}
	}
	if len(out) == 0 {
		return p.readModule()
	}
	return out
}

// readModule finds the module where there is no go command, as in a build
// system's sandbox.
func (p *packageDirs) readModule() []module {
	data, err := os.ReadFile(filepath.Join(p.o.base, "go.mod"))
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(data)) {
		if words := strings.Fields(line); len(words) > 1 && words[0] == "module" {
			return []module{{strings.Trim(words[1], `"`), p.o.base}}
		}
	}
	return nil
}

// list runs go list. What fails gives nothing: places are then shown by their
// import paths.
func (p *packageDirs) list(args ...string) string {
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Dir, cmd.Env = p.o.base, os.Environ()
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return string(out)
}
