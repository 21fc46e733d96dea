package routetest

import (
	"fmt"
	"strings"
)

// describe says in a line how a handler is registered, for each of its routes.
func (s *Service) describe(name string) (list []string) {
	how := fmt.Sprintf("%s %s/%s", s.Dialect.name, s.App, s.Serve)
	if s.Apart != (parts{}) {
		how += fmt.Sprintf(" apart%v", s.Apart)
	}
	if len(s.Whole) > 0 {
		how += " whole" + names(s.Whole)
	}
	var walk func(sc *scope, at string)
	walk = func(sc *scope, at string) {
		for _, it := range sc.items {
			switch it := it.(type) {
			case *use:
				at += " use" + names(it.before)
			case *group:
				walk(it.body, at+" "+it.style+names(it.before))
			case *table:
				for _, r := range it.routes {
					if r.h.name == name {
						list = append(list, fmt.Sprintf("%s%s table%d%s %s", how, at, it.style, names(it.before), r.h))
					}
				}
			case *route:
				if it.h.name == name {
					list = append(list, fmt.Sprintf("%s%s route%d%s %s", how, at, it.style, names(it.before), it.h))
				}
			}
		}
	}
	walk(s.Root, "")
	return list
}

func (h *handler) String() string { return fmt.Sprintf("%s:%s %s", h.form, h.check.name, h.out.text) }

func names(ms []*middleware) string {
	var list []string
	for _, m := range ms {
		list = append(list, m.form+":"+m.check.name)
	}
	return "[" + strings.Join(list, " ") + "]"
}
