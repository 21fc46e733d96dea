package routetest

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// Verdict is both answers on one service.
type Verdict struct {
	Service  *Service
	Leaks    map[string][]string // handlers that answer strangers, with the paths
	Answers  map[string]bool     // handlers that answer anybody at all
	Findings map[string][]Finding
	Misses   []string
	False    []string
	Broken   bool
}

// Stats are the figures of a run.
type Stats struct {
	Services, Broken, Handlers, Answering, Leaking, Findings, Misses, False int
}

func (s Stats) String() string {
	return fmt.Sprintf("%d services (%d broken), %d handlers, %d answer, %d answer strangers, %d are found; %d misses, %d false alarms",
		s.Services, s.Broken, s.Handlers, s.Answering, s.Leaking, s.Findings, s.Misses, s.False)
}

// Judge compares the answers on services.
func (l *Lab) Judge(services []*Service) ([]*Verdict, error) {
	requests, err := l.Write(services)
	if err != nil {
		return nil, err
	}
	outcomes, err := l.Ask(requests)
	if err != nil {
		return nil, err
	}
	findings, err := l.Analyze("./gen/...")
	if err != nil {
		return nil, err
	}
	verdicts := map[string]*Verdict{}
	var list []*Verdict
	for _, s := range services {
		v := &Verdict{Service: s, Leaks: map[string][]string{}, Answers: map[string]bool{}, Findings: map[string][]Finding{}}
		verdicts[s.ID] = v
		list = append(list, v)
	}
	for _, o := range outcomes {
		verdicts[o.Service].outcome(o)
	}
	for _, f := range findings {
		text, err := lines(f.File)
		if err != nil {
			return nil, err
		}
		name := handlerOf(f, text)
		id, _, _ := strings.Cut(name, "h")
		if id == "" { // it names no handler
			_, id, _ = strings.Cut(filepath.ToSlash(f.File), "/gen/")
			id, _, _ = strings.Cut(id, "/")
			name = "?"
			verdicts[id].False = append(verdicts[id].False, fmt.Sprint(f))
		}
		verdicts[id].Findings[name] = append(verdicts[id].Findings[name], f)
	}
	for _, v := range list {
		v.compare()
	}
	return list, nil
}

func (v *Verdict) outcome(o Outcome) {
	if o.Status < 0 {
		v.Broken = true
	}
	for _, look := range o.Looks {
		v.Answers[look.ID] = true
		if !o.Known && !slices.Contains(v.Leaks[look.ID], o.Path) {
			v.Leaks[look.ID] = append(v.Leaks[look.ID], o.Path)
		}
	}
}

func (v *Verdict) compare() {
	if v.Broken {
		return
	}
	for _, h := range v.Service.Handlers {
		switch leaks, found := v.Leaks[h.name] != nil, v.Findings[h.name] != nil; {
		case leaks && !found:
			v.Misses = append(v.Misses, h.name)
		case found && !leaks:
			v.False = append(v.False, h.name)
		}
	}
}

// Count sums verdicts up.
func Count(list []*Verdict) (s Stats) {
	for _, v := range list {
		s.Services++
		if v.Broken {
			s.Broken++
			continue
		}
		s.Handlers += len(v.Service.Handlers)
		s.Answering += len(v.Answers)
		s.Leaking += len(v.Leaks)
		s.Findings += len(v.Findings)
		s.Misses += len(v.Misses)
		s.False += len(v.False)
	}
	return s
}

// String prints the service with both answers.
func (v *Verdict) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: misses %v, false alarms %v\n", v.Service.ID, v.Misses, v.False)
	t := Render(v.Service, false)
	for _, name := range slices.Sorted(maps.Keys(t.Files)) {
		fmt.Fprintf(&b, "--- %s\n", name)
		for i, line := range strings.Split(t.Files[name], "\n") {
			b.WriteString(line)
			for _, f := range v.found(name, i+1) {
				fmt.Fprintf(&b, "  // FOUND %s", f.Message)
			}
			for _, h := range handlerName.FindAllString(line, 1) {
				if v.Leaks[h] != nil && strings.Contains(line, "people.Find") {
					fmt.Fprintf(&b, "  // LEAKS %v", v.Leaks[h][0])
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func (v *Verdict) found(file string, line int) (list []Finding) {
	for _, name := range slices.Sorted(maps.Keys(v.Findings)) {
		for _, f := range v.Findings[name] {
			if f.Line == line && strings.HasSuffix(filepath.ToSlash(f.File), "/gen/"+v.Service.ID+"/"+file) {
				list = append(list, f)
			}
		}
	}
	return list
}
