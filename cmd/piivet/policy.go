package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/piivet/piivet/internal/policy"
)

// configVar names the policy file for the units that go vet starts.
const configVar = "PIIVET_CONFIG"

// environmentPolicy is the policy that the environment names, or the default.
func environmentPolicy() (*policy.Policy, error) {
	path := os.Getenv(configVar)
	if path == "" {
		return policy.Default(), nil
	}
	if !filepath.IsAbs(path) {
		return nil, fmt.Errorf("%s=%s is not an absolute path; type: export %s=$PWD/%s", configVar, path, configVar, path)
	}
	return policy.Load(path)
}
