// Package configs reads settings of which some are personal or secret.
package configs

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/caarlos0/env/v11"
	"github.com/ilyakaznacheev/cleanenv"
	"github.com/kelseyhightower/envconfig"
	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"
)

type Mail struct {
	Host     string
	Password string `pii:"credential"`
}

type Config struct {
	Name  string
	Owner string `pii:"email"`
	Mail  Mail
}

// What is read from outside into a tagged field is personal; what is in the others is not, and
// errors do not quote the struct that is filled.

func fromEnvironment() (*Config, error) {
	c := &Config{Name: "shop"}
	if err := envconfig.Process("shop", c); err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	log.Println(c.Name, c.Mail.Host)
	log.Println(c.Owner)         // want `email from Config.Owner reaches log.Println`
	log.Println(c.Mail.Password) // want `credential from Mail.Password reaches log.Println`
	return c, nil
}

func fromFile(path string) (*Config, error) {
	c := Config{Mail: Mail{Host: "localhost"}}
	k := koanf.New(".")
	if err := k.Load(file.Provider(path), yaml.Parser()); err != nil {
		return nil, fmt.Errorf("settings %s: %w", path, err)
	}
	if err := k.Unmarshal("", &c); err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	log.Println(k.String("owner.email")) // want `email from k.String\("owner.email"\) reaches log.Println`
	log.Println(k.String("name"), c.Name)
	log.Println(c) // want `email from Config.Owner and credential from Mail.Password reach log.Println`
	return &c, nil
}

func parsed() {
	var c Config
	if err := env.Parse(&c); err != nil {
		log.Fatal(err)
	}
	log.Println(c.Owner) // want `email from Config.Owner reaches log.Println`
	d, err := env.ParseAs[Config]()
	if err != nil {
		log.Fatal(err)
	}
	log.Println(d.Mail.Host)
	log.Println(d.Mail) // want `credential from Mail.Password reaches log.Println`
	e := env.Must(env.ParseAs[Config]())
	log.Println(e.Name)
	log.Println(e.Owner) // want `email from Config.Owner reaches log.Println`
}

func cleaned() {
	var c Config
	if err := cleanenv.ReadConfig("shop.yml", &c); err != nil {
		log.Fatal(err)
	}
	text, err := json.Marshal(c)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%s", text) // want `email from Config.Owner and credential from Mail.Password reach log.Printf`
}

// A default that nobody overwrote is no secret: here nothing is read.
func defaults() {
	c := Config{Owner: "nobody", Mail: Mail{Password: "change me"}}
	log.Println(c)
}
