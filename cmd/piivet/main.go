package main

import (
	"log"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/policy"
)

func main() {
	all, err := analyzers.All(policy.Default())
	if err != nil {
		log.Fatal(err)
	}
	unitchecker.Main(all...)
}
