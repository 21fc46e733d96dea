package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

// report prints the medians of all contenders and the ratios to the first.
func report(w io.Writer, cs []*contender) {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "\tcold CPU\tcold wall\twarm CPU\twarm wall\tpeak of a unit\tunits\t")
	for _, c := range cs {
		m := c.medians()
		fmt.Fprintf(tw, "%s\t%.2f s\t%.2f s\t%.2f s\t%.2f s\t%d MB\t%d\t\n",
			c.name, m[0], m[1], m[2], m[3], c.peak()>>20, len(c.units))
	}
	base := cs[0]
	for _, c := range cs[1:] {
		fmt.Fprintf(tw, "%s : %s", c.name, base.name)
		m, b := c.medians(), base.medians()
		for i := range m {
			fmt.Fprintf(tw, "\t%s", ratio(m[i], b[i]))
		}
		fmt.Fprintf(tw, "\t%s\t\t\n", ratio(float64(c.peak()), float64(base.peak())))
	}
	tw.Flush()
}

// list prints the units that took most of a contender's time, and of memory.
func list(w io.Writer, c *contender, n int) {
	if n == 0 {
		return
	}
	var all time.Duration
	for _, u := range c.units {
		all += u.cpu
	}
	fmt.Fprintf(w, "\n%s: units with most CPU time, of %.2f s, and with most memory\n", c.name, all.Seconds())
	byCPU := func(a, b unit) int { return cmp.Compare(b.cpu, a.cpu) }
	byRSS := func(a, b unit) int { return cmp.Compare(b.rss, a.rss) }
	for _, order := range []func(a, b unit) int{byCPU, byRSS} {
		us := slices.SortedFunc(slices.Values(c.units), order)
		for _, u := range us[:min(n, len(us))] {
			fmt.Fprintf(w, "%8.2f s %6d MB  %s\n", u.cpu.Seconds(), u.rss>>20, u.path)
		}
		fmt.Fprintln(w)
	}
}

// peak is the memory of the largest unit, in bytes.
func (c *contender) peak() int64 {
	var peak int64
	for _, u := range c.units {
		peak = max(peak, u.rss)
	}
	return peak
}

// medians are in seconds: cold CPU and wall time, then warm.
func (c *contender) medians() [4]float64 {
	cpu := func(c cost) time.Duration { return c.cpu }
	wall := func(c cost) time.Duration { return c.wall }
	return [4]float64{
		median(c.cold, cpu).Seconds(), median(c.cold, wall).Seconds(),
		median(c.warm, cpu).Seconds(), median(c.warm, wall).Seconds(),
	}
}

// median of an even number of values is the mean of the two in the middle.
func median(cs []cost, of func(cost) time.Duration) time.Duration {
	if len(cs) == 0 {
		return 0
	}
	cs = slices.SortedFunc(slices.Values(cs), func(a, b cost) int { return cmp.Compare(of(a), of(b)) })
	n := len(cs)
	return (of(cs[(n-1)/2]) + of(cs[n/2])) / 2
}

func ratio(a, b float64) string {
	if b == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", a/b)
}
