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

// findPolicy looks for a policy file in dir and above, up to the root of the
// repository.
func findPolicy(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, policy.FileName)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
		up := filepath.Dir(dir)
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || up == dir {
			return "", nil
		}
		dir = up
	}
}
