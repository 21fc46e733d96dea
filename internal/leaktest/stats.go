package leaktest

import (
	"fmt"
	"slices"
	"strings"
)

// Stats are the figures of a run.
type Stats struct {
	Programs, Broken, Runs, Sinks int
	Leaks, Findings               int               // leaks are pairs of a field and a line
	Misses, False, Doubles, Other int               // see [Miss] and the other kinds
	By                            map[string]*Count // by construct
}

// Count is the figures of one construct: of the programs that use it.
type Count struct {
	Topic, Name                    string
	Programs, Leaks, Misses, False int
}

// Add counts a verdict.
func (st *Stats) Add(v *Verdict) {
	st.Programs++
	if v.Outcome == nil {
		st.Broken++
		return
	}
	leaks := map[string]bool{}
	for _, ev := range v.Outcome.Events {
		leaks[ev.Lines[0]+" "+ev.Name] = true
	}
	var miss, wrong int
	for _, p := range v.Problems {
		switch p.Kind {
		case Miss:
			miss++
		case False:
			wrong++
		case Double:
			st.Doubles++
		case OtherTag:
			st.Other++
		case Broken:
			st.Broken++
		}
	}
	st.Runs += v.Outcome.Runs
	st.Sinks += v.Outcome.Sinks
	st.Leaks += len(leaks)
	for _, f := range v.Findings {
		st.Findings += max(1, len(f.Names))
	}
	st.Misses += miss
	st.False += wrong
	st.byConstruct(v, len(leaks), miss, wrong)
}

func (st *Stats) byConstruct(v *Verdict, leaks, miss, wrong int) {
	if st.By == nil {
		st.By = map[string]*Count{}
	}
	for _, o := range v.Program.constructs() {
		c := st.By[o.name]
		if c == nil {
			c = &Count{Topic: o.topic, Name: o.name}
			st.By[o.name] = c
		}
		c.Programs++
		c.Leaks += leaks
		c.Misses += miss
		c.False += wrong
	}
}

// String is one line of totals.
func (st *Stats) String() string {
	return fmt.Sprintf("%d programs (%d ended by a panic), %d runs, %d leaks, %d findings, %d misses, %d false alarms, %d reported twice, %d under another tag",
		st.Programs, st.Broken, st.Runs, st.Leaks, st.Findings, st.Misses, st.False, st.Doubles, st.Other)
}

// Table is a Markdown table by construct.
func (st *Stats) Table() string {
	var list []*Count
	for _, c := range st.By {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b *Count) int { return strings.Compare(a.Topic+"/"+a.Name, b.Topic+"/"+b.Name) })
	var b strings.Builder
	b.WriteString("| topic | construct | programs | leaks | misses | false alarms |\n|---|---|---|---|---|---|\n")
	for _, c := range list {
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %d |\n", c.Topic, c.Name, c.Programs, c.Leaks, c.Misses, c.False)
	}
	return b.String()
}
