// Package models checks the library tables against the libraries: each entry
// must name a function that is there, and places that it has.
package models

import (
	"go/types"
	"slices"
	"strings"
	"testing"
)

// skipped are packages whose modules cannot be had here, with the way in which
// their entries were checked instead.
var skipped = map[string]string{
	"github.com/beego/beego/v2/core/logs":       "no module to be had: compared with core/logs/log.go by eye",
	"github.com/tendermint/tendermint/libs/log": "the former name of github.com/cometbft/cometbft/libs/log",
	"github.com/cometbft/cometbft/libs/log":     "62 MB for eleven functions: compared with v1.0.1 by this test before it was left out",
	"emperror.dev/errors":                       "no module to be had: compared with the repository by eye",
	"github.com/m-mizutani/masq":                "no module to be had: compared with the repository by eye",
	"github.com/ory/x/logrusx":                  "hundreds of modules for nine methods: compared with logrusx/helper.go by eye",
	"cosmossdk.io/log":                          "no module to be had: compared with log/logger.go of the repository by eye",
	"cosmossdk.io/core/log":                     "the same interface in the newer place, see cosmossdk.io/log",

	"xorm.io/xorm": "one of its requirements cannot be had: compared with the signatures of v1.4.1 by eye",

	"github.com/adyen/adyen-go-api-library/v21/src/common": noModule,
	"github.com/amplitude/analytics-go/amplitude":          noModule,
	"github.com/braintree-go/braintree-go":                 noModule,
	"github.com/confluentinc/confluent-kafka-go/v2/kafka":  "needs cgo: compared with kafka/producer.go of v2.11.1 by eye",
	"github.com/dukex/mixpanel":                            noModule,
	"github.com/getbrevo/brevo-go/lib":                     noModule,
	"github.com/go-mail/mail":                              "a fork of gopkg.in/gomail.v2 with its API",
	"github.com/honeycombio/beeline-go":                    noModule,
	"github.com/honeycombio/beeline-go/trace":              noModule,
	"github.com/honeycombio/libhoney-go":                   noModule,
	"github.com/imroc/req/v3":                              noModule,
	"github.com/messagebird/go-rest-api/v9/conversation":   noModule,
	"github.com/messagebird/go-rest-api/v9/sms":            noModule,
	"github.com/messagebird/go-rest-api/v9/verify":         noModule,
	"github.com/messagebird/go-rest-api/v9/voicemessage":   noModule,
	"github.com/mixpanel/mixpanel-go/v2":                   noModule,
	"github.com/segmentio/analytics-go/v3":                 "the same as gopkg.in/segmentio/analytics-go.v3 under its later name",
	"github.com/Shopify/sarama":                            "the former name of github.com/IBM/sarama",
	"github.com/streadway/amqp":                            "what github.com/rabbitmq/amqp091-go was made from",
	"github.com/typesense/typesense-go/v4/typesense":       noModule,
	"github.com/vonage/vonage-go-sdk":                      noModule,
	"gopkg.in/mail.v2":                                     "a fork of gopkg.in/gomail.v2 with its API",
}

const noModule = "no module to be had: compared with the repository by this test, in a module that replaces it"

// TestEntries compares all entries with the types of the real libraries.
func TestEntries(t *testing.T) {
	pkgs, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	tables := readTables(t)
	has := func(pkgPath, name string) bool {
		return slices.ContainsFunc(tables, func(tab table) bool {
			return slices.Contains(tab.paths, pkgPath) && tab.model.Func(pkgPath, name) != nil
		})
	}
	for _, tab := range tables {
		t.Run(strings.TrimSuffix(tab.file, ".toml"), func(t *testing.T) {
			for _, path := range tab.paths {
				checkPackage(t, tab, path, pkgs[path], has)
			}
		})
	}
}

func checkPackage(t *testing.T, tab table, path string, pkg *types.Package, has entries) {
	switch {
	case skipped[path] != "" || tab.bare(path):
		return
	case pkg == nil:
		t.Errorf("%s: package %s cannot be loaded", tab.file, path)
		return
	}
	for _, fn := range tab.funcs(path) {
		for _, msg := range check(pkg, fn, has) {
			t.Errorf("%s:%d: %s.%s: %s", tab.file, fn.Line, path, fn.Name, msg)
		}
	}
	for name, g := range tab.model.Package(path).Globals {
		if _, ok := pkg.Scope().Lookup(name).(*types.Var); !ok {
			t.Errorf("%s:%d: %s has no variable %s", tab.file, g.Line, path, name)
		}
	}
}

// TestNoPackageTwice: the program knows one file for each package.
func TestNoPackageTwice(t *testing.T) {
	seen := map[string]string{}
	for _, tab := range readTables(t) {
		for _, path := range tab.paths {
			if other := seen[path]; other != "" {
				t.Errorf("%s is described in %s and %s", path, other, tab.file)
			}
			seen[path] = tab.file
		}
	}
}

// TestSkipped: a reason to skip must still be needed.
func TestSkipped(t *testing.T) {
	described := map[string]bool{}
	for _, tab := range readTables(t) {
		for _, path := range tab.paths {
			described[path] = true
		}
	}
	for path := range skipped {
		if !described[path] {
			t.Errorf("%s is skipped but in no table", path)
		}
	}
}

// TestLibs: the libs.go of the modules name exactly the packages that are
// checked, each once, so that no module is required in vain.
func TestLibs(t *testing.T) {
	where := map[string]string{}
	for _, dir := range modules {
		paths, err := imported(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if where[path] != "" {
				t.Errorf("%s is imported in %s and in %s", path, where[path], dir)
			}
			where[path] = dir
		}
	}
	for _, tab := range readTables(t) {
		for _, path := range tab.paths {
			wanted := skipped[path] == "" && !strings.Contains(path, "/internal")
			if wanted != (where[path] != "") && !tab.bare(path) {
				t.Errorf("%s: %s imported by a libs.go: %t", tab.file, path, where[path] != "")
			}
			delete(where, path)
		}
	}
	for path, dir := range where {
		t.Errorf("libs.go in %s imports %s, which is in no table", dir, path)
	}
}
