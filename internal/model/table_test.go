package model

import "testing"

func TestMajorVersionsAreTheSamePackage(t *testing.T) {
	table, err := Parse("sample.toml", []byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	for path, known := range map[string]bool{
		"example.com/log":            true,
		"example.com/log/v2":         true,
		"example.com/log/v10":        true,
		"example.com/log/compat":     true,
		"example.com/log/v2/compat":  true,
		"example.com/log/v1":         false,
		"example.com/log/v2x":        false,
		"example.com/log/other":      false,
		"example.com/logger":         false,
		"v2/example.com/log":         false,
		"example.com/log/v3/compat":  true,
		"example.com/log/vendor/log": false,
	} {
		if got := table.Package(path) != nil; got != known {
			t.Errorf("Package(%q) known: %v, want %v", path, got, known)
		}
	}
}

// A path that is described under its own version is not taken for another's.
func TestExactVersionWins(t *testing.T) {
	if p := Builtin().Package("math/rand/v2"); p == nil || p.Path != "math/rand/v2" {
		t.Errorf("math/rand/v2 is described by %+v", p)
	}
}

func TestMerge(t *testing.T) {
	user, err := Parse("user.toml", []byte("path = [\"strings\"]\n[[func]]\nname = [\"ToUpper\"]\nredact = true\n"))
	if err != nil {
		t.Fatal(err)
	}
	table := Merge(user, Builtin())
	if f := table.Func("strings", "ToUpper"); f == nil || !f.Redact {
		t.Errorf("the user's entry does not win: %+v", f)
	}
	if f := table.Func("strings", "ToLower"); f == nil || len(f.Flows) != 1 {
		t.Errorf("the other entries are lost: %+v", f)
	}
	if f := Builtin().Func("strings", "ToUpper"); f == nil || f.Redact {
		t.Errorf("merging changed the base: %+v", f)
	}
	if g := table.Global("os", "Stdout"); g == nil || g.Writes != SinkLog {
		t.Errorf("os.Stdout: %+v", g)
	}
	if Merge(nil, Builtin()) != Builtin() {
		t.Error("nothing to merge must give the base")
	}
}

func TestBuiltinParsesWhatIsAskedFor(t *testing.T) {
	l := newLibrary()
	if l.lookup("example.com/none") != nil || len(l.parsed) != 0 {
		t.Errorf("asking for an unknown package parsed %d files", len(l.parsed))
	}
	if l.lookup("strings") == nil || len(l.parsed) != 1 {
		t.Errorf("asking for one package parsed %d files", len(l.parsed))
	}
}
