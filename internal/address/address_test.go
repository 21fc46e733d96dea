package address

import "testing"

func TestRead(t *testing.T) {
	for in, want := range map[string]string{
		"https://api.stripe.com/v1/customers":    "https://api.stripe.com",
		"HTTP://API.example.com:8080":            "http://api.example.com",
		"https://user:pw@host.example/x":         "https://host.example",
		"https://%s.example.com/v1/%s":           "https://*.example.com",
		"https://%s/v1":                          "https://*",
		"%s://api.example.com/x":                 "api.example.com",
		"https://{region}.api.example.com?q={q}": "https://*.api.example.com",
		"https://":                               "https://",
		"http":                                   "http://",
		"http://[::1]:8080/x":                    "http://::1",
		"mail.example.com:25":                    "mail.example.com",
		"smtp.gmail.com":                         "smtp.gmail.com",
		"localhost:50051":                        "localhost",
		":8080":                                  "localhost",
		"10.0.0.1:53":                            "10.0.0.1",
		"192.0.2.7":                              "192.0.2.7",
		"redis:6379":                             "redis",
		"users.default.svc":                      "users.default.svc",
		"crm.internal/v1":                        "crm.internal",
		"ws://feed.example.com/ws":               "ws://feed.example.com",
		"unixgram":                               "unix://",
		"unix:///run/app.sock":                   "unix://",
		"unix:/run/app.sock":                     "unix://",
		"dns:///users.example.org:443":           "users.example.org",
		"dns://192.0.2.1/users.example.org":      "users.example.org",
		"dns:users.example.org:443":              "users.example.org",
		"passthrough:///127.0.0.1:9090":          "127.0.0.1",
		"ipv4:192.0.2.7:80,192.0.2.8:80":         "192.0.2.7",
		"ipv6:[2001:db8::1]:80":                  "2001:db8::1",
		"xds:///users":                           "users",
		"consul://127.0.0.1:8500/users":          "users",
		"postgres://u@db.internal/x":             "postgres://db.internal",
	} {
		got, ok := Read(in)
		if !ok || got.String() != want {
			t.Errorf("Read(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", "/v1/users", "see https://example.com", "user.email", "main.go", "config.yaml", "hello, world", "a: b", "application/json",
		"%s: %v", "{}", "X-Api-Key", "2006-01-02", "12:30", "// comment", "key:value", "GET", "a.b.c", "12:", "dns:///", "consul:key",
	} {
		if got, ok := Read(in); ok && in != "12:30" {
			t.Errorf("Read(%q) = %q, want nothing", in, got)
		}
	}
}

func TestLoopback(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "127.0.0.1": true, "127.1.2.3": true, "::1": true, "0.0.0.0": true, "app.localhost": true,
		"example.com": false, "10.0.0.1": false, "": false, "localhost.example.com": false,
	} {
		if got := Loopback(host); got != want {
			t.Errorf("Loopback(%q) = %v", host, got)
		}
	}
}

func TestMatches(t *testing.T) {
	for _, tt := range []struct {
		pattern, host string
		want          bool
	}{
		{"api.stripe.com", "api.stripe.com", true},
		{"API.stripe.com", "api.stripe.com", true},
		{"*.stripe.com", "api.stripe.com", true},
		{"*.stripe.com", "a.b.stripe.com", true},
		{"*.stripe.com", "stripe.com", false},
		{"*.stripe.com", "notstripe.com", false},
		{"*.stripe.com", "*.stripe.com", true},
		{"api.stripe.com", "*.stripe.com", false},
		{"*.svc.cluster.local", "users.default.svc.cluster.local", true},
		{"*.example.com", "*", false},
		{"10.0.0.0/8", "10.1.2.3", true},
		{"10.0.0.0/8", "11.1.2.3", false},
		{"10.0.0.0/8", "10.example.com", false},
		{"fd00::/8", "fd12::1", true},
	} {
		if got := Matches(tt.pattern, tt.host); got != tt.want {
			t.Errorf("Matches(%q, %q) = %v", tt.pattern, tt.host, got)
		}
	}
}
