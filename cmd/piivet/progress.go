package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

// progress is a line on standard error that tells how far a long run is. It
// shows only on a terminal.
type progress struct {
	mu       sync.Mutex
	on       bool
	shown    bool
	start    time.Time
	packages int
	findings int
	quit     chan struct{}
}

// A run shows its progress after a while; most end before.
const (
	progressAfter = 2 * time.Second
	progressEvery = 200 * time.Millisecond
)

func startProgress(quiet bool) *progress {
	p := &progress{on: !quiet && terminal(os.Stderr), start: time.Now(), quit: make(chan struct{})}
	if p.on {
		go p.run()
	}
	return p
}

func (p *progress) run() {
	tick := time.NewTicker(progressEvery)
	defer tick.Stop()
	for {
		select {
		case <-p.quit:
			return
		case <-tick.C:
			p.show()
		}
	}
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	since := time.Since(p.start)
	if !p.on || since < progressAfter {
		return
	}
	p.shown = true
	fmt.Fprintf(os.Stderr, "\r\x1b[Kpiivet: %ds, packages with findings: %d, findings: %d ", int(since.Seconds()), p.packages, p.findings)
}

// hide wipes the line, before something else is printed.
func (p *progress) hide() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(os.Stderr, "\r\x1b[K")
		p.shown = false
	}
}

func (p *progress) add(findings int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if findings > 0 {
		p.packages++
		p.findings += findings
	}
}

func (p *progress) stop() {
	if p.on {
		close(p.quit)
	}
	p.hide()
	p.mu.Lock()
	p.on = false
	p.mu.Unlock()
}

// terminal reports whether a file is a terminal that can move its cursor.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}
