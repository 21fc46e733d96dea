// Command cmd runs generated programs and compares what comes out of them with
// what piivet finds.
//
//	go run ./internal/leaktest/cmd -n 20000
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/piivet/piivet/internal/leaktest"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 1000, "how many `programs`")
	seed := flag.Uint64("seed", 1, "what they are generated from")
	first := flag.Uint64("first", 0, "number of the first program")
	batch := flag.Int("batch", 500, "programs in one build")
	libs := flag.String("libs", "testdata/leakprograms", "`directory` of the module that requires the logging libraries; empty for none")
	show := flag.Int("show", 10, "how many disagreements are shrunk and printed")
	table := flag.Bool("table", false, "print the figures by construct")
	keep := flag.String("dir", "", "`directory` to work in, which keeps the last batch; empty for a temporary one")
	flag.Parse()
	o := leaktest.Options{Libs: *libs != ""}
	dir, err := *keep, error(nil)
	if dir == "" {
		dir, err = os.MkdirTemp("", "leaktest")
	}
	if err != nil {
		log.Fatal(err)
	}
	lab, err := leaktest.NewLab(dir, *libs)
	if err != nil {
		log.Fatal(err)
	}
	run := leaktest.Run{Lab: lab, Options: o, Seed: *seed, First: *first, Programs: *n, Batch: *batch, Show: *show, Log: log.Printf}
	stats, shrunk, err := run.Do()
	if err != nil {
		log.Fatal(err)
	}
	if *keep == "" {
		if err := os.RemoveAll(dir); err != nil {
			log.Print(err)
		}
	}
	for _, v := range shrunk {
		fmt.Println(v)
	}
	if *table {
		fmt.Print(stats.Table())
	}
	fmt.Println(stats)
	if stats.Misses+stats.False+stats.Doubles > 0 {
		os.Exit(1)
	}
}
