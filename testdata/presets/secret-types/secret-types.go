// Package secrettypes uses types that hold secrets.
package secrettypes

import (
	"fmt"
	"log"

	"github.com/prometheus/common/config"
	"go.opentelemetry.io/collector/config/configopaque"
)

// Receiver is where alerts go.
type Receiver struct {
	Name  string
	Token config.Secret
}

// Exporter is where telemetry goes.
type Exporter struct {
	Endpoint string
	Key      configopaque.String
}

// A Secret has methods for encoders, none for fmt.
func show(r Receiver) {
	log.Print(r.Name)
	log.Print(r.Token)         // want `credential from Secret reaches log.Print`
	log.Print(r)               // want `credential from Secret reaches log.Print`
	log.Print(string(r.Token)) // want `credential from Secret reaches log.Print`
}

// An opaque String masks itself wherever it is printed.
func opaque(e Exporter) {
	log.Print(e.Key, e)
	fmt.Printf("%#v %s\n", e.Key, e.Key)
	log.Print(string(e.Key)) // want `credential from String reaches log.Print`
}
