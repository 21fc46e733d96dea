package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/finding"
)

// checkRaw hands on what go vet -json prints.
func checkRaw(o *options) (int, error) {
	n := 0
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent("", "\t")
	enc.SetEscapeHTML(false)
	err := analyse(o, func(id string, byAnalyzer map[string]json.RawMessage) error {
		out := map[string][]rawDiagnostic{}
		for name, raw := range byAnalyzer {
			var ds []rawDiagnostic
			if json.Unmarshal(raw, &ds) != nil {
				return fmt.Errorf("%s failed in package %s: %s", name, id, failure(raw))
			}
			for i := range ds {
				ds[i].Related = slices.DeleteFunc(ds[i].Related, isDetail)
			}
			n += len(ds)
			out[name] = ds
		}
		return enc.Encode(map[string]any{strings.TrimSuffix(id, withTests): out})
	})
	if err != nil || n == 0 {
		return exitClean, err
	}
	return exitFindings, nil
}

// rawDiagnostic is a diagnostic of go vet -json.
type rawDiagnostic struct {
	Category string          `json:"category,omitempty"`
	Posn     string          `json:"posn"`
	End      string          `json:"end"`
	Message  string          `json:"message"`
	Fixes    json.RawMessage `json:"suggested_fixes,omitempty"`
	Related  []rawRelated    `json:"related,omitempty"`
}

type rawRelated struct {
	Posn    string `json:"posn"`
	End     string `json:"end"`
	Message string `json:"message"`
}

func isDetail(r rawRelated) bool {
	d, err := finding.DecodeDetail(r.Message)
	return d != nil || err != nil
}
