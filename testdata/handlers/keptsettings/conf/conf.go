// Package conf keeps settings.
package conf

import (
	"encoding/json"
	"os"
)

type Guests struct {
	Language string `json:"language"`
	Site     string `json:"site"`
}

type Board struct {
	Host string
	TLS  bool
}

type Settings struct {
	Guests
	Board
	Key    string `json:"key" pii:"credential"`
	Secret string `json:"secret" pii:"credential"`
	Port   int
	Others map[string]*Other
}

type Other struct {
	ID     string
	Secret string `pii:"credential"`
}

type Kept struct {
	*Settings
	Names []string
}

// Conf is what was read.
var Conf *Kept

func Read(path string) error {
	Conf = &Kept{Settings: &Settings{}}
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err = json.Unmarshal(b, Conf.Settings); err != nil {
		return err
	}
	if Conf.Language == "" {
		Conf.Language = "en"
	}
	for k := range Conf.Others {
		Conf.Names = append(Conf.Names, k)
	}
	return nil
}
