// Package address reads addresses that stand in a program as constants: URLs,
// hosts, and parts of them. It knows text alone.
package address

import (
	"net/netip"
	"regexp"
	"strings"
)

// Address is what a constant tells of where something is. An empty Scheme or
// Host is not known from it.
type Address struct {
	Scheme string // in lower case: https
	Host   string // in lower case, without a port; * stands for a part that is filled in
}

// String writes the address as [Read] takes it.
func (a Address) String() string {
	if a.Scheme == "" {
		return a.Host
	}
	return a.Scheme + "://" + a.Host
}

// maxLength bounds the texts that are looked at; an address is not long.
const maxLength = 2048

var (
	schemed = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*|%[a-z])?://`)
	ported  = regexp.MustCompile(`^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9])?|%[sv]|)?:([0-9]{1,5}|%[dsv])$`)
	dotted  = regexp.MustCompile(`^([A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9])?|%[sv])(\.([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?|%[sv]))+$`)
	verb    = regexp.MustCompile(`%[a-z]|\{[^{}]*\}`)
)

// domains are endings that tell a host from a file name or a field.
var domains = set(`ai app at au be biz br ca cc ch cloud cluster cn co com consul corp de dev dk edu es eu example fi fr gg gov
 health home ie il in info int internal intranet invalid io is it jp kr lan local localhost ly me mil mx net network nl no nz
 online org pl pt ru se sg sh shop site so software store svc systems tech test to tools tr tw ua uk us xyz za`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Read tells what a constant says of an address: "https://api.example.com/v1",
// "mail.example.com:25", "https://" or "https". It reports false for any other
// text. Verbs of a format and parts in braces are filled in later.
func Read(s string) (Address, bool) {
	if len(s) < 3 || len(s) > maxLength || strings.ContainsAny(s, " \n\t") {
		return Address{}, false
	}
	switch s {
	case "http", "https":
		return Address{Scheme: s}, true
	case "unix", "unixgram", "unixpacket":
		return Address{Scheme: "unix"}, true
	case "localhost":
		return Address{Host: s}, true
	}
	if scheme, rest, ok := strings.Cut(s, ":"); ok && resolvers[scheme] {
		return readTarget(rest)
	}
	if strings.HasPrefix(s, "unix:") {
		return Address{Scheme: "unix"}, true
	}
	if strings.Contains(s, "://") {
		return readURL(s)
	}
	host := strings.TrimPrefix(s, "//")
	if host != s && host != "" && strings.IndexByte(host, '.') < 0 {
		return Address{}, false // a comment, or a path
	}
	return readHost(host)
}

// resolvers are schemes of gRPC's targets. They say how the address is found, and
// nothing of the channel.
var resolvers = set("dns passthrough ipv4 ipv6 xds etcd consul discovery kubernetes k8s")

// readTarget reads what stands behind such a scheme: "///HOST", "//AUTHORITY/HOST" or
// "HOST" if it is clear that it is one, of several the first.
func readTarget(rest string) (Address, bool) {
	rest, _, _ = strings.Cut(rest, ",")
	r, ok := strings.CutPrefix(rest, "//")
	if !ok {
		return readHost(rest)
	}
	_, rest, _ = strings.Cut(r, "/")
	a := Address{Host: hostOf(rest)}
	return a, a.Host != ""
}

func readURL(s string) (Address, bool) {
	m := schemed.FindString(s)
	if m == "" {
		return Address{}, false
	}
	a := Address{Scheme: strings.ToLower(strings.TrimSuffix(m, "://"))}
	if strings.HasPrefix(a.Scheme, "%") {
		a.Scheme = ""
	}
	a.Host = hostOf(s[len(m):])
	return a, a != Address{}
}

// hostOf is the host of what stands behind a scheme.
func hostOf(rest string) string {
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	rest = verb.ReplaceAllString(rest, "*")
	return withoutPort(strings.ToLower(rest))
}

func withoutPort(host string) string {
	if strings.HasPrefix(host, "[") {
		inner, _, _ := strings.Cut(host[1:], "]")
		return inner
	}
	if i := strings.LastIndexByte(host, ':'); i >= 0 && strings.Count(host, ":") == 1 {
		host = host[:i]
	}
	return strings.TrimSuffix(host, ".")
}

// readHost reads a host without a scheme, where its form leaves no doubt.
func readHost(s string) (Address, bool) {
	first, _, _ := strings.Cut(s, "/")
	if ported.MatchString(first) {
		host := verb.ReplaceAllString(withoutPort(strings.ToLower(first)), "*")
		if host == "" {
			host = "localhost" // ":8080" is here
		}
		return Address{Host: host}, true
	}
	if ip, err := netip.ParseAddr(s); err == nil {
		return Address{Host: ip.String()}, true
	}
	if !dotted.MatchString(first) || !domains[strings.ToLower(first[strings.LastIndexByte(first, '.')+1:])] {
		return Address{}, false
	}
	return Address{Host: verb.ReplaceAllString(strings.ToLower(first), "*")}, true
}

// Loopback reports whether a host is the machine itself.
func Loopback(host string) bool {
	// Clients of Unix sockets write http://unix/.
	if host == "localhost" || host == "unix" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && (ip.IsLoopback() || ip.IsUnspecified())
}

// plain are schemes whose channel anybody on the way can read.
var plain = set("amqp ftp http ldap mqtt nats redis smtp stomp tcp telnet udp ws")

// Plain reports whether a scheme says that nothing is encrypted on the way.
func Plain(scheme string) bool { return plain[scheme] }

// Matches reports whether a host matches a pattern: its own name, or a name
// behind "*.", which stands for one or more labels in front, or a range of
// addresses as 10.0.0.0/8. A host of which
// parts are not known matches if the part behind them does.
func Matches(pattern, host string) bool {
	if net, err := netip.ParsePrefix(pattern); err == nil {
		ip, err := netip.ParseAddr(host)
		return err == nil && net.Contains(ip)
	}
	pattern = strings.ToLower(strings.TrimSuffix(pattern, "."))
	suffix, wild := strings.CutPrefix(pattern, "*.")
	switch {
	case pattern == host:
		return true
	case !wild:
		return false
	}
	rest, ok := strings.CutSuffix(host, "."+suffix)
	return ok && rest != ""
}
