// Package rt is what generated programs run on. It fills tagged types with
// canaries, keeps what sinks write, and notes for each canary that came out
// the line of the sink and the lines that led there.
//
// The file is part of the module that the generator writes, so it imports the
// standard library only.
package rt

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// In is what one run is driven with: the outcome of every branch, the rounds
// of every loop.
type In struct {
	B [8]bool
	N [4]int
}

// Event is one canary that came out: its name (Type.Field), the line of the
// sink and the lines of the callers, innermost first.
type Event struct {
	Kind  string // log, or error where it was built into one
	Name  string
	Lines []string
	// As are the tagged fields of other types that its text was put into.
	As []string `json:",omitempty"`
}

// Outcome is what one program did over all its inputs.
type Outcome struct {
	Program string
	Runs    int
	Events  []Event
	// Broken is the first panic that left the program.
	Broken string `json:",omitempty"`
	// Sinks counts the sinks that were passed.
	Sinks int
}

// W is where the loggers of the programs write: to standard output, whatever
// that is at the moment.
var W io.Writer = out{}

type out struct{}

func (out) Write(p []byte) (int, error) { return os.Stdout.Write(p) }

type program struct {
	id   string
	b, n int
	run  func(*In)
}

var (
	programs []program
	now      state
	screen   *os.File
	offset   int64
)

// state is that of the running program.
type state struct {
	out    *Outcome
	lines  []string // of the sink that is writing
	less   string   // text that does not count
	marks  []int    // lengths of also before each Also
	also   []string // lines of statements that started something elsewhere
	tokens map[string]forms
	seen   map[string]bool
	as     map[string][]string // by name of a canary: the fields that it was put into in this run
}

// Add registers a program: b branches and n loops are inputs of it.
func Add(id string, b, n int, run func(*In)) {
	programs = append(programs, program{id, b, n, run})
}

// Main runs the programs in the order of their ids, from the one whose number is the argument on, over
// all inputs, and writes one Outcome a line. Who calls it goes on behind the
// program that ended it.
func Main() {
	first, err := strconv.Atoi(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	f, err := os.CreateTemp("", "screen")
	if err != nil {
		log.Fatal(err)
	}
	os.Remove(f.Name())
	screen = f
	slices.SortFunc(programs, func(a, b program) int { return strings.Compare(a.id, b.id) })
	enc := json.NewEncoder(os.Stdout)
	for _, p := range programs[first:] {
		if err := enc.Encode(p.drive()); err != nil {
			log.Fatal(err)
		}
	}
}

func (p program) drive() *Outcome {
	now = state{out: &Outcome{Program: p.id}, tokens: map[string]forms{}, seen: map[string]bool{}}
	for i := range 1 << p.b {
		for j := range pow(3, p.n) {
			var in In
			for k := range p.b {
				in.B[k] = i>>k&1 == 1
			}
			for k, left := 0, j; k < p.n; k, left = k+1, left/3 {
				in.N[k] = []int{0, 1, 3}[left%3]
			}
			for i, handler := range handlers {
				size, variant = full, i
				slog.SetDefault(handler)
				p.once(&in)
			}
			size = 0
			p.once(&in)
		}
	}
	slices.SortFunc(now.out.Events, func(a, b Event) int {
		return strings.Compare(a.Name+strings.Join(a.Lines, " "), b.Name+strings.Join(b.Lines, " "))
	})
	return now.out
}

func pow(a, b int) int {
	n := 1
	for range b {
		n *= a
	}
	return n
}

// once runs a program with one input.
func (p program) once(in *In) {
	now.out.Runs++
	reset()
	stdout, stderr := os.Stdout, os.Stderr
	defer func() {
		// An element that an empty list does not have says nothing of the rest.
		if r := recover(); r != nil && now.out.Broken == "" && size == full {
			now.out.Broken = fmt.Sprint(r)
		}
		flush()
		os.Stdout, os.Stderr = stdout, stderr
	}()
	os.Stdout, os.Stderr = screen, screen
	p.run(in)
}

// reset puts the process into the state in which a program starts.
func reset() {
	log.SetFlags(0)
	log.SetPrefix("")
	log.SetOutput(W)
	now.lines, now.also, now.marks, now.less = nil, nil, nil, ""
	now.as = map[string][]string{}
}

// handlers are the default loggers that a program may find.
var handlers = []*slog.Logger{slog.Default(), slog.New(slog.NewJSONHandler(W, nil))}

// At says that the next line is a sink.
func At() {
	flush()
	now.lines = append(stack(1), now.also...)
	now.out.Sinks++
}

// AtLine says that a line of the caller's file is a sink that writes next.
func AtLine(line string) {
	flush()
	now.lines = append([]string{line}, append(stack(0)[1:], now.also...)...)
	now.out.Sinks++
}

// Above names the line above the call.
func Above() string { return stack(-1)[0] }

var variant int

// Variant is 1 where loggers that can print text or JSON print JSON, else 0.
func Variant() int { return variant }

// Below names the line below the call.
func Below() string { return stack(1)[0] }

// Also adds the next line to those that lead to a sink, until Done: it starts
// something that the stack of the sink does not show.
func Also() {
	now.marks = append(now.marks, len(now.also))
	now.also = append(now.also[:len(now.also):len(now.also)], stack(1)...)
}

// Done ends what the last Also began.
func Done() {
	flush()
	now.also = now.also[:now.marks[len(now.marks)-1]]
	now.marks = now.marks[:len(now.marks)-1]
}

// Quiet ends the last sink: what comes out until the next one is known.
func Quiet() { flush(); now.lines, now.less = nil, "" }

// Err says that an error was built in the line above. What is in it and was
// not in the errors that it wraps has leaked there.
func Err(err error, wrapped ...error) {
	if err == nil {
		return
	}
	flush()
	lines := append(stack(-1), now.also...)
	text, before := unfold(err.Error()), ""
	for _, w := range wrapped {
		if w != nil {
			before += w.Error()
		}
	}
	now.out.Sinks++
	known := unfold(before)
	note("error", lines, func(f forms) bool { return f.count(text) > f.count(known) })
}

// Less takes an error that was reported out of what the next sink lets out.
func Less(err error) {
	Quiet()
	if err != nil {
		now.less = err.Error()
	}
}

// Panicked says the same of a panic in the line above.
func Panicked(line string, r any) {
	if r == nil {
		return
	}
	flush()
	text := unfold(fmt.Sprint(r))
	lines := append([]string{line}, append(stack(0)[1:], now.also...)...)
	note("error", lines, func(f forms) bool { return f.count(text) > 0 })
}

// stack lists the generated lines of the stack, innermost first. The first of
// them is moved by delta lines.
func stack(delta int) (lines []string) {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		f, more := frames.Next()
		if base := filepath.Base(f.File); strings.HasPrefix(base, "p") && strings.HasSuffix(base, ".go") && base[1] >= '0' && base[1] <= '9' && !strings.Contains(f.Function, ".init.") {
			lines = append(lines, fmt.Sprintf("%s:%d", base, f.Line+delta))
			delta = 0
		}
		if !more {
			return lines
		}
	}
}

// flush looks through what was written since the last sink began.
func flush() {
	if text := written(); text != "" && now.lines != nil {
		r, less := unfold(text), unfold(now.less)
		note("log", now.lines, func(f forms) bool { return f.count(r) > f.count(less) })
	}
}

// written reads what went to the screen.
func written() string {
	end, err := screen.Seek(0, io.SeekCurrent)
	if err != nil || end == offset {
		return ""
	}
	b := make([]byte, end-offset)
	n, _ := screen.ReadAt(b, offset)
	offset = end
	return string(b[:n])
}

// note adds an event for every canary that is meant.
func note(kind string, way []string, out func(forms) bool) {
	var lines []string
	for _, l := range way {
		if !slices.Contains(lines, l) {
			lines = append(lines, l)
		}
	}
	for name, f := range now.tokens {
		key := kind + name + "@" + strings.Join(lines, " ") + "@" + strings.Join(now.as[name], " ")
		if !now.seen[key] && out(f) {
			now.seen[key] = true
			now.out.Events = append(now.out.Events, Event{kind, name, lines, now.as[name]})
		}
	}
}

// Into says that a value goes into a field.
func Into(field string, v any) {
	held := reflect.Indirect(reflect.ValueOf(v))
	if !held.IsValid() {
		return
	}
	r := unfold(fmt.Sprint(held))
	for name, f := range now.tokens {
		if name != field && !slices.Contains(now.as[name], field) && f.count(r) > 0 {
			now.as[name] = append(slices.Clip(now.as[name]), field)
		}
	}
}
