// Package linediff writes the difference of two texts as a unified diff.
package linediff

import (
	"fmt"
	"strings"
)

// around is how many equal lines are shown around a change.
const around = 3

// Unified returns the difference of two texts, or "" if they are equal. from and
// to are their names. It is meant for texts that differ in few places: it takes
// time in proportion to the lines times the changes.
func Unified(from, to, before, after string) string {
	if before == after {
		return ""
	}
	script := compare(lines(before), lines(after))
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", from, to)
	for start := 0; start < len(script); {
		end := hunk(script, &start)
		if end > start {
			write(&b, script[start:end])
		}
		start = end
	}
	return b.String()
}

// lines cuts a text into lines with their ends. A last line without one gets the
// mark that diffs have for that.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	all := strings.SplitAfter(text, "\n")
	last := len(all) - 1
	if all[last] == "" {
		return all[:last]
	}
	all[last] += "\n\\ No newline at end of file\n"
	return all
}

// step is a line of the script that makes one text of the other.
type step struct {
	op   byte // ' ', '-', '+'
	text string
	a, b int // lines of both texts before it
}

// compare finds a shortest script, after Myers.
func compare(a, b []string) []step {
	ends := trace(a, b)
	var script []step
	x, y := len(a), len(b)
	for d := len(ends) - 1; x > 0 || y > 0; d-- {
		k := x - y
		down := d > 0 && (k == -d || k != d && ends[d-1][k-1] < ends[d-1][k+1])
		fromX := 0
		if d > 0 {
			if fromX = ends[d-1][k+1]; !down {
				fromX = ends[d-1][k-1] + 1
			}
		}
		for x > fromX {
			x, y = x-1, y-1
			script = append(script, step{' ', a[x], x, y})
		}
		if d == 0 {
			break
		}
		if down {
			y--
			script = append(script, step{'+', b[y], x, y})
		} else {
			x--
			script = append(script, step{'-', a[x], x, y})
		}
	}
	for i, j := 0, len(script)-1; i < j; i, j = i+1, j-1 {
		script[i], script[j] = script[j], script[i]
	}
	return script
}

// trace gives, for each number of changes, how far one gets on each diagonal.
func trace(a, b []string) []map[int]int {
	var ends []map[int]int
	for d := 0; ; d++ {
		now := map[int]int{}
		for k := -d; k <= d; k += 2 {
			x := 0
			if d > 0 {
				last := ends[d-1]
				if k == -d || k != d && last[k-1] < last[k+1] {
					x = last[k+1]
				} else {
					x = last[k-1] + 1
				}
			}
			for x < len(a) && x-k < len(b) && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			now[k] = x
			if x >= len(a) && x-k >= len(b) {
				return append(ends, now)
			}
		}
		ends = append(ends, now)
	}
}

// hunk moves start to the first line of the next hunk, and gives its end.
func hunk(script []step, start *int) (end int) {
	first := *start
	for first < len(script) && script[first].op == ' ' {
		first++
	}
	if first == len(script) {
		*start = first
		return first
	}
	*start = max(*start, first-around)
	end = first
	for equal := 0; end < len(script) && equal <= 2*around; end++ {
		if equal++; script[end].op != ' ' {
			equal = 0
		}
	}
	for equal := trailing(script[first:end]); equal > around; equal-- {
		end--
	}
	return end
}

// trailing counts the equal lines at the end.
func trailing(script []step) int {
	n := 0
	for n < len(script) && script[len(script)-1-n].op == ' ' {
		n++
	}
	return n
}

func write(b *strings.Builder, script []step) {
	var before, after int
	for _, s := range script {
		if s.op != '+' {
			before++
		}
		if s.op != '-' {
			after++
		}
	}
	fmt.Fprintf(b, "@@ -%s +%s @@\n", span(script[0].a, before), span(script[0].b, after))
	for _, s := range script {
		b.WriteByte(s.op)
		b.WriteString(s.text)
	}
}

// span writes a range of lines as diffs have it.
func span(before, n int) string {
	switch n {
	case 0:
		return fmt.Sprintf("%d,0", before)
	case 1:
		return fmt.Sprint(before + 1)
	}
	return fmt.Sprintf("%d,%d", before+1, n)
}
