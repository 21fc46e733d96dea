package e2e

import "testing"

func TestZZ(t *testing.T) {
	dir := inside(t, "testdata/handlers")
	vetted := byScenario(dir, vet(t, dir, "./..."))
	loaded := byScenario(dir, oneProcess(t, dir))
	for _, name := range scenarios(t, dir) {
		t.Run(name, func(t *testing.T) {
			compare(t, "go vet", vetted[name], "one process", loaded[name])
		})
	}
}
