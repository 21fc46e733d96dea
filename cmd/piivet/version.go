package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/policy"
)

// printVersion answers -V=full: the go command keys its cache by this line, so
// it has the hash of the program and of the policy.
func printVersion() int {
	if os.Getenv(configVar) == "" {
		if path, err := filepath.Abs(policy.FileName); err == nil && exists(path) {
			fmt.Fprintf(os.Stderr, "piivet: there is a %s here, but nothing names it; type: export %s=%s\n", policy.FileName, configVar, path)
			return exitUsage
		}
	}
	p, err := environmentPolicy()
	if err == nil {
		_, err = analyzers.All(p)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "piivet:", err)
		return exitUsage
	}
	sum, err := executableHash(p.Hash())
	if err != nil {
		fmt.Fprintln(os.Stderr, "piivet:", err)
		return exitFailed
	}
	fmt.Printf("piivet version devel buildID=%x\n", sum)
	return exitClean
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// executableHash is the hash of this program and of its settings: the go
// command looks at nothing but this.
func executableHash(settings string) ([]byte, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(exe)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	h.Write([]byte(settings))
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
}
