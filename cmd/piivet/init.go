package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/discover"
	"github.com/piivet/piivet/internal/policy/scaffold"
	"github.com/piivet/piivet/internal/tagging"
)

const initUsage = `Init looks at a module and writes a policy file for it: what applies, and which
of the presets fit the tags that are in the code already.

Usage:

	piivet init [flags] [packages]

Flags:

`

// initModule is piivet init.
func initModule(args []string) (int, error) {
	o := &options{}
	flags := flagSet("piivet init", initUsage)
	loadFlags(o, flags)
	if err := o.parse(flags, args); err != nil {
		return 0, err
	}
	if o.config != "" {
		return 0, usagef("there is a %s already; to see what it lacks, type: piivet tag -diff ./...", shownFrom(o.base, o.config))
	}
	if flags.NArg() == 0 {
		o.packages = []string{"./..."}
	}
	m, err := load(o)
	if err != nil {
		return 0, err
	}
	view := m.Overview()
	path, err := draft(view).Create(moduleRoot(o.base))
	if errors.Is(err, fs.ErrExist) {
		return 0, usagef("there is a %s already", shownFrom(o.base, path))
	} else if err != nil {
		return 0, err
	}
	_, err = fmt.Print(nextSteps(shownFrom(o.base, path), view, m.Survey()))
	return exitClean, err
}

// draft is a policy that fits a module.
func draft(view *tagging.Overview) scaffold.Draft {
	d := scaffold.Draft{Head: "Written for " + strings.Join(view.Modules, ", ") + ".\n" + frameworks(view.Imports)}
	if view.Generated > 0 {
		d.Tables = append(d.Tables, scaffold.Table{Section: "exclude", Pairs: []scaffold.Pair{
			{Key: "generated", Value: true, Comment: plural(view.Generated, "file")}}})
	}
	for _, fit := range view.Presets {
		d.Tables = append(d.Tables, scaffold.Table{Section: "preset", Comment: fit.Title,
			Pairs: []scaffold.Pair{{Key: "name", Value: fit.Name, Comment: "says something of " + plural(fit.Fields, "field") + " here"}}})
	}
	for _, r := range among(knownRecipients, view.Imports) {
		d.Tables = append(d.Tables, scaffold.Table{Section: "recipient", Comment: "Say which classes " + r.title + " may get.",
			Pairs: []scaffold.Pair{{Key: "name", Value: r.name}, {Key: "match", Value: []string{r.match}}, {Key: "allow", Value: []string{}}}})
	}
	return d
}

// frameworks says which of the module's libraries piivet has tables for.
func frameworks(imports []string) string {
	var names []string
	for _, r := range among(knownFrameworks, imports) {
		names = append(names, r.title)
	}
	if len(names) == 0 {
		return "It imports none of the loggers and web frameworks that piivet knows by name; a [[model]] describes others."
	}
	return "Known of what it imports: " + strings.Join(names, ", ") + "."
}

// library is known by the packages that one imports for it.
type library struct{ name, title, match string }

// knownFrameworks are libraries of which the tables of package model know what
// gets out through them.
var knownFrameworks = []library{
	{"slog", "log/slog", "log/slog"}, {"log", "log", "log"}, {"zap", "zap", "go.uber.org/zap/**"},
	{"zerolog", "zerolog", "github.com/rs/zerolog/**"}, {"logrus", "logrus", "github.com/sirupsen/logrus/**"},
	{"logr", "logr", "github.com/go-logr/logr/**"}, {"klog", "klog", "k8s.io/klog/**"},
	{"http", "net/http", "net/http"}, {"gin", "gin", "github.com/gin-gonic/gin/**"}, {"echo", "echo", "github.com/labstack/echo/**"},
	{"chi", "chi", "github.com/go-chi/chi/**"}, {"fiber", "fiber", "github.com/gofiber/fiber/**"},
	{"mux", "gorilla/mux", "github.com/gorilla/mux/**"}, {"grpc", "gRPC", "google.golang.org/grpc/**"},
	{"connect", "Connect", "connectrpc.com/connect/**"}, {"otel", "OpenTelemetry", "go.opentelemetry.io/otel/**"},
}

// knownRecipients are companies to which one sends data through a library.
var knownRecipients = []library{
	{"stripe", "Stripe", "github.com/stripe/stripe-go/**"},
	{"paypal", "PayPal", "github.com/plutov/paypal/**"},
	{"twilio", "Twilio", "github.com/twilio/twilio-go/**"},
	{"sendgrid", "SendGrid", "github.com/sendgrid/sendgrid-go/**"},
	{"mailgun", "Mailgun", "github.com/mailgun/mailgun-go/**"},
	{"sentry", "Sentry", "github.com/getsentry/sentry-go/**"},
	{"segment", "Segment", "github.com/segmentio/analytics-go/**"},
	{"posthog", "PostHog", "github.com/posthog/posthog-go/**"},
	{"openai", "OpenAI", "github.com/openai/openai-go/**"},
	{"anthropic", "Anthropic", "github.com/anthropics/anthropic-sdk-go/**"},
	{"slack", "Slack", "github.com/slack-go/slack/**"},
	{"firebase", "Firebase", "firebase.google.com/go/**"},
	{"aws", "AWS", "github.com/aws/aws-sdk-go-v2/**"},
	{"plaid", "Plaid", "github.com/plaid/plaid-go/**"},
	{"shopify", "Shopify", "github.com/bold-commerce/go-shopify/**"},
}

// among lists the libraries of which something is imported.
func among(libraries []library, imports []string) []library {
	var out []library
	for _, l := range libraries {
		prefix := strings.TrimSuffix(l.match, "/**")
		deep := prefix != l.match
		if slices.ContainsFunc(imports, func(path string) bool { return path == prefix || deep && strings.HasPrefix(path, prefix+"/") }) {
			out = append(out, l)
		}
	}
	return out
}

// nextSteps says what was found and what to do.
func nextSteps(name string, view *tagging.Overview, s *tagging.Survey) string {
	var b strings.Builder
	fmt.Fprintf(&b, "wrote %s for %s: %s", name, plural(view.Packages, "package"), plural(view.Tagged, "field")+" with pii tags")
	for _, f := range view.Presets {
		fmt.Fprintf(&b, ", preset %s (%s)", f.Name, plural(f.Fields, "field"))
	}
	var n [discover.High + 1]int
	for _, p := range s.Packages {
		for _, c := range p.Candidates {
			n[c.Confidence]++
		}
	}
	fmt.Fprintf(&b, `
next:
  1. piivet tag ./...        read what looks personal: %s without a tag, %d of them with high confidence
  2. piivet tag -fix ./...   tag those %d, and review the change
  3. piivet ./...            see where personal data gets out
`, plural(n[discover.High]+n[discover.Medium], "field"), n[discover.High], n[discover.High])
	return b.String()
}
