package tagging_test

import (
	"bytes"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/tagging"
)

var update = flag.Bool("update", false, "write the golden files")

// wanted is a comment that names fields and the classes that they are to get.
var wanted = regexp.MustCompile(`// want (.*)`)

// TestTagFile tags the fields that comments name, and compares with golden files.
func TestTagFile(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "tagfile", "*.src"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := tagging.TagFile(name, src, candidates(t, name, src))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := parser.ParseFile(token.NewFileSet(), name, got, parser.ParseComments); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		golden := strings.TrimSuffix(name, ".src") + ".golden"
		if *update {
			if err := os.WriteFile(golden, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

// candidates are the fields that a "// want Name:class" comment above a struct
// names.
func candidates(t *testing.T, name string, src []byte) []tagging.Candidate {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	classes := map[string]string{}
	for _, m := range wanted.FindAllStringSubmatch(string(src), -1) {
		for _, f := range strings.Fields(m[1]) {
			field, class, _ := strings.Cut(f, ":")
			classes[field] = class
		}
	}
	var out []tagging.Candidate
	ast.Inspect(file, func(n ast.Node) bool {
		f, ok := n.(*ast.Field)
		if !ok {
			return true
		}
		for _, id := range f.Names {
			if class := classes[id.Name]; class != "" {
				out = append(out, tagging.Candidate{File: name, Line: fset.Position(id.Pos()).Line, Field: id.Name, Class: class})
			}
		}
		return true
	})
	return out
}

// TestTagFileLeaves checks what must not be touched.
func TestTagFileLeaves(t *testing.T) {
	src := []byte("package p\n\ntype T struct {\n\tEmail string\n}\n")
	for _, c := range []tagging.Candidate{
		{File: "other.go", Line: 4, Field: "Email", Class: "email"},
		{File: "p.go", Line: 5, Field: "Email", Class: "email"},
		{File: "p.go", Line: 4, Field: "Email", Class: "email", Policy: true},
		{File: "p.go", Line: 4, Field: "Email", Class: "email", ByHand: true},
	} {
		got, err := tagging.TagFile("p.go", src, []tagging.Candidate{c})
		if err != nil || !bytes.Equal(got, src) {
			t.Errorf("%+v: got %s, %v", c, got, err)
		}
	}
	if _, err := tagging.TagFile("p.go", []byte("package"), nil); err == nil {
		t.Error("a file that is no Go was changed")
	}
}

func TestPolicyEntries(t *testing.T) {
	list := []tagging.Candidate{
		{Package: "example.com/pb", Type: "User", Field: "Email", Class: "email", Policy: true, Reasons: []string{"field name Email"}},
		{Package: "example.com/a", Type: "T", Field: "Phone", Class: "phone", Policy: true, Reasons: []string{"field name Phone", "in T"}},
		{Package: "example.com/a", Type: "T", Field: "Other", Class: "phone"},
	}
	const before = "# ours\n[policy]\nlog = \"allow\" # for now"
	got, err := tagging.PolicyEntries(".piivet.toml", []byte(before), list)
	const want = before + `

[[field]] # field name Phone, in T
type  = "example.com/a.T"
field = "Phone"
class = "phone"

[[field]] # field name Email
type  = "example.com/pb.User"
field = "Email"
class = "email"
`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
	if _, err := tagging.PolicyEntries(".piivet.toml", []byte("field = []\n"), list); err == nil {
		t.Error("entries were added to a file in which they can't stand")
	}
}
