package command

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	// The module is here for its copy of the schema.
	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSARIFSchema validates the report on examples/shop, and one without
// findings, against the schema that OASIS publishes.
func TestSARIFSchema(t *testing.T) {
	schema := sarifSchema(t)
	for _, pattern := range []string{"./...", "./audit"} {
		cmd := exec.Command(filepath.Join(bin, "piivet"), "-C", filepath.Join(root(), "examples", "shop"), "-o", "sarif", pattern)
		cmd.Env = append(os.Environ(), "PIIVET_CONFIG=")
		out, _ := cmd.Output() // findings are no success
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
		if err != nil {
			t.Fatalf("%s: %v in\n%s", pattern, err, out)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
		if n := results(t, out); (n == 0) != (pattern == "./audit") {
			t.Errorf("%s: %d results", pattern, n)
		}
	}
}

// results counts the results and looks at what the schema can't demand.
func results(t *testing.T, out []byte) int {
	t.Helper()
	type location struct {
		ID       int
		Physical struct {
			Artifact struct{ URI, URIBaseID string } `json:"artifactLocation"`
		} `json:"physicalLocation"`
	}
	var doc struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID   string
						Help struct{ Markdown string }
					}
				}
			}
			Results []struct {
				RuleID       string
				RuleIndex    int
				Message      struct{ Text string }
				Locations    []location
				Related      []location        `json:"relatedLocations"`
				Fingerprints map[string]string `json:"partialFingerprints"`
			}
		}
	}
	if err := json.Unmarshal(out, &doc); err != nil {
		t.Fatal(err)
	}
	run := doc.Runs[0]
	seen := map[string]bool{}
	for _, r := range run.Results {
		rule := run.Tool.Driver.Rules[r.RuleIndex]
		if rule.ID != r.RuleID || !strings.HasPrefix(rule.Help.Markdown, "# "+r.RuleID) {
			t.Errorf("rule %d of %s is %s with help %.20q", r.RuleIndex, r.RuleID, rule.ID, rule.Help.Markdown)
		}
		uri := r.Locations[0].Physical.Artifact.URI
		if _, err := os.Stat(filepath.Join(root(), filepath.FromSlash(uri))); err != nil || r.Locations[0].Physical.Artifact.URIBaseID != "%SRCROOT%" {
			t.Errorf("%q is no file of the repository", uri)
		}
		for i, l := range r.Related {
			if l.ID != i+1 {
				t.Errorf("location %d has the number %d", i+1, l.ID)
			}
		}
		links := regexp.MustCompile(`\]\((\d+)\)`).FindAllStringSubmatch(r.Message.Text, -1)
		if len(links) < 2 {
			t.Errorf("message %q has no links to the tag and the sink", r.Message.Text)
		}
		for _, l := range links {
			if id, err := strconv.Atoi(l[1]); err != nil || id < 1 || id > len(r.Related) {
				t.Errorf("message %q links to none of %d locations", r.Message.Text, len(r.Related))
			}
		}
		print := r.Fingerprints["piivet/v1"]
		if print == "" || seen[print] {
			t.Errorf("fingerprint %q", print)
		}
		seen[print] = true
	}
	return len(run.Results)
}

// sarifSchema is the schema of SARIF 2.1.0, errata 01. The module of go-sarif
// has it as a constant that is not exported, so it is read from the source.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && len(s) > len(text) {
				text = s
			}
		}
		return true
	})
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	const url = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	if id := doc.(map[string]any)["id"]; id != url {
		t.Fatalf("the schema is %v", id)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(url, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(url)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}
