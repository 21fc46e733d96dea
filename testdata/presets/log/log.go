// Package logtag marks what loggers leave out.
package logtag

import "log"

// Config is of a server.
type Config struct {
	Addr  string `log:"addr"`
	Key   string `cfg:"key" log:"-"`
	Name  string `log:"false"`
	Mail  string `log:"mail,mask"`
	Part  string `evolog:"ignore"`
	Plain string
}

func show(c Config) {
	log.Print(c.Addr, c.Plain)
	log.Print(c.Key)  // want `unknown from Config.Key reaches log.Print`
	log.Print(c.Name) // want `unknown from Config.Name reaches log.Print`
	log.Print(c.Mail) // want `unknown from Config.Mail reaches log.Print`
	log.Print(c.Part) // want `unknown from Config.Part reaches log.Print`
}
