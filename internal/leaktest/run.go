package leaktest

// Run is a number of programs, judged in batches.
type Run struct {
	Lab      *Lab
	Options  Options
	Seed     uint64
	First    uint64 // number of the first program
	Programs int
	Batch    int
	Show     int // disagreements that are shrunk
	Log      func(format string, args ...any)
}

// Do judges the programs. It returns the figures, and the first disagreements
// as the smallest programs that show them.
func (r *Run) Do() (*Stats, []*Verdict, error) {
	stats := &Stats{}
	failing := map[string][]*Verdict{}
	for i := 0; i < r.Programs; i += r.Batch {
		var list []*Program
		for n := range min(r.Batch, r.Programs-i) {
			list = append(list, Generate(r.Options, r.Seed, r.First+uint64(i+n)))
		}
		verdicts, err := r.Lab.Judge(list)
		if err != nil {
			return nil, nil, err
		}
		for _, v := range verdicts {
			stats.Add(v)
			if k := worst(v); k != Broken && v.Has(k) {
				failing[k] = append(failing[k], v)
			}
		}
		r.Log("%v", stats)
	}
	var first []*Verdict
	for _, k := range []string{Miss, Double, False} {
		first = append(first, failing[k]...)
	}
	if len(first) == 0 {
		return stats, nil, nil
	}
	shrunk, err := r.Lab.Shrink(first[:min(len(first), r.Show)])
	return stats, shrunk, err
}
