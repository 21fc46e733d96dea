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
	if v := md.Get("x-user-email"); len(v) > 0 {
		log.Print(v[0]) // want `email from md.Get\("x-user-email"\) reaches log.Print`
	}
	for _, k := range []string{"x-request-id", "x-user-phone"} {
		log.Print(md.Get(k)) // want `phone from md.Get\(k\) reaches log.Print`
	}
	log.Print(metadata.ValueFromIncomingContext(ctx, "email")) // want `email from metadata.ValueFromIncomingContext\(ctx, "email"\) reaches log.Print`
	out := metadata.Pairs("email", "x")
	log.Print(out.Get("email"))
}
