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
	var failing []*Verdict
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
			if len(failing) < r.Show && (v.Has(Miss) || v.Has(False) || v.Has(Double)) {
				failing = append(failing, v)
			}
		}
		r.Log("%v", stats)
	}
	if len(failing) == 0 {
		return stats, nil, nil
	}
	shrunk, err := r.Lab.Shrink(failing)
	return stats, shrunk, err
}
