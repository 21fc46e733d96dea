package discover

import (
	"slices"
	"strings"
)

// byPackage lets the package say what a record is about whose own name does not:
// user.Info, mail.Params.
func (o *owner) byPackage(pkg string) {
	base := subject(pkg)
	switch {
	case o.in[technical], o.in[config]:
	case letters[base]:
		o.in[mail] = true
	case base == "sms":
		o.in[phone] = true
	case settings[base] && !o.in[person] && !o.in[place]:
		o.in[config] = true
	case has(people, base) && !slices.ContainsFunc(o.words, func(w string) bool { return !records[w] && !verbs[w] }):
		o.in[person] = true
	}
}

// subject gives the last part of an import path that says what a package is about.
func subject(pkg string) string {
	parts := strings.Split(pkg, "/")
	for len(parts) > 2 && (layers[parts[len(parts)-1]] || verbs[parts[len(parts)-1]]) {
		parts = parts[:len(parts)-1]
	}
	return parts[len(parts)-1]
}

// layers are parts of import paths that say where in a program a package stands.
var layers = set(`internal dto dtos model models entity entities repository repositories repo domain api v1 v2 v3 http rest grpc feature
	features request requests response responses schema schemas types db store storage core usecase usecases delivery transport handler
	handlers service services controller controllers view views form forms`)

// letters are packages in which records are letters.
var letters = set(`mail email emails mailer mails`)

// settings are packages in which records are settings of the program.
var settings = set(`config conf configs configuration cfg settings setting options`)

var networks = set(`ip mac net network server host listen bind peer memory web url email mail node tcp udp socket broadcast backend ipam`)

// isNetwork reports whether an address is not one for letters.
func isNetwork(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return networks[w] })
}

// ofKubernetes reports whether a type describes objects of Kubernetes.
func ofKubernetes(pkg string, words []string) bool {
	last := words[len(words)-1]
	return last == "spec" || slices.ContainsFunc([]string{"/apis/", "kubernetes", "k8s", "/crd", "applyconfiguration"}, func(s string) bool {
		return strings.Contains(pkg, s)
	})
}
