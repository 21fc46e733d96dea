// Package configkeys reads configuration and metadata.
package configkeys

import (
	"context"
	"log"

	"github.com/spf13/viper"
	"google.golang.org/grpc/metadata"
)

func config(v *viper.Viper) {
	log.Print(viper.GetString("smtp.email")) // want `email from viper.GetString\("smtp.email"\) reaches log.Print without redaction`
	log.Print(v.GetString("db.password"))    // want `credential from v.GetString\("db.password"\) reaches log.Print`
	log.Print(viper.GetString("smtp.host"), v.GetString("email.template"))
}

func incoming(ctx context.Context) {
	md, _ := metadata.FromIncomingContext(ctx)
	log.Print(md.Get("email")) // want `email from md.Get\("email"\) reaches log.Print`
	log.Print(md["phone"])     // want `phone from md\["phone"\] reaches log.Print`
	log.Print(md.Get("trace-id"))
	out := metadata.Pairs("email", "x")
	log.Print(out.Get("email"))
}
