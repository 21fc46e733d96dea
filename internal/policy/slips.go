package policy

import (
	"net/netip"
	"regexp"
	"strings"

	"github.com/piivet/piivet/internal/address"
)

// Patterns that are well formed and match nothing, because they are written as some
// other tool or field wants them, are errors too: nobody would notice.

// slip says what is wrong with a pattern of paths, and what was probably meant.
func slip(pattern string) (msg, meant string) {
	switch {
	case strings.Contains(pattern, `\`):
		return "elements of a path are separated by slashes", strings.ReplaceAll(pattern, `\`, "/")
	case pattern == "..." || strings.HasSuffix(pattern, "/..."):
		return "all that lies below is **", strings.TrimSuffix(pattern, "...") + "**"
	case strings.HasPrefix(pattern, "./") || strings.HasPrefix(pattern, "../"):
		return "a pattern is not relative to a directory", ""
	}
	return "", ""
}

// ported is a host with the number or the name of a port behind it.
var ported = regexp.MustCompile(`^([^/]+):([0-9]+|\*)$`)

// hostSlip is slip for what may be a host.
func hostSlip(pattern string) (msg, meant string) {
	if strings.Contains(pattern, "://") {
		a, _ := address.Read(pattern)
		return "this is a URL, want its host", a.Host
	}
	if _, err := netip.ParseAddr(pattern); err == nil {
		return "", ""
	}
	if m := ported.FindStringSubmatch(pattern); m != nil {
		return "hosts stand here without a port", strings.Trim(m[1], "[]")
	}
	return slip(pattern)
}

// hosts reads a list of patterns of hosts and import paths.
func (t *table) hosts(key string) []string { return t.matching(key, hostSlip) }

// patterns reads a list of patterns of paths.
func (t *table) patterns(key string) []string { return t.matching(key, slip) }

// matching reads a list of patterns. slip finds what is well formed and wrong.
func (t *table) matching(key string, slip func(string) (msg, meant string)) []string {
	var out []string
	for _, s := range t.strs(key) {
		if msg, meant := slip(s.s); msg != "" {
			t.r.failAt(s.off, meant, "pattern %q: %s", s.s, msg)
		} else if err := checkPattern(s.s); err != nil {
			t.r.failAt(s.off, "", "%v", err)
		}
		out = append(out, s.s)
	}
	return out
}
