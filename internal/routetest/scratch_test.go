package routetest

import (
	"fmt"
	"strconv"
	"strings"
	"os"
	"path/filepath"
	"testing"
)

func TestScratch(t *testing.T) {
	dir := os.Getenv("SCRATCH")
	if dir == "" {
		t.Skip()
	}
	lab, err := NewLab(t.TempDir(), filepath.Join("..", "..", "testdata", "handlers"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(lab.dir, "s"), os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	fs, err := lab.Analyze("./s/...")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		text, _ := lines(f.File)
		t.Logf("%s:%d: %s\n\t\t%s", filepath.Base(f.File), f.Line, f.Message, text[f.Line-1])
	}
}

func TestText(t *testing.T) {
	for _, id := range strings.Fields(os.Getenv("TEXT")) {
		n, _ := strconv.Atoi(id)
		s := Generate(*seed, uint64(n))
		tx := Render(s, false)
		for _, name := range sortedKeys(tx.Files) {
			text := tx.Files[name]
			if i := strings.Index(text, "// Caller is who"); i >= 0 {
				text = text[strings.Index(text, "var Guards"):]
			}
			fmt.Printf("--- S%s %s\n%s", id, name, strings.ReplaceAll(text, "\n\n", "\n"))
		}
	}
}
