package formatting

// The compiler takes these calls, go vet's own printf and slog checks complain
// about most of them. The data comes out all the same.

import (
	"log"
	"log/slog"
)

func wrongVerbs(p Plain) {
	log.Printf("%t", p.Email)       // want `email from Plain.Email reaches log.Printf`
	log.Printf("%d", p.Email)       // want `email from Plain.Email reaches log.Printf`
	log.Printf("%z", p.Email)       // want `email from Plain.Email reaches log.Printf`
	log.Printf("%p", p.Email)       // want `email from Plain.Email reaches log.Printf`
	log.Printf("no verb", p.Email)  // want `email from Plain.Email reaches log.Printf`
	log.Printf("%s", p.ID, p.Email) // want `email from Plain.Email reaches log.Printf`
	log.Printf("%s %s", p.ID)
	log.Printf("%!", p.ID)
	log.Printf(p.Email)         // want `email from Plain.Email reaches log.Printf`
	log.Printf("to " + p.Email) // want `email from Plain.Email reaches log.Printf`
	log.Printf("%*d", p.Email, 3)
}

func wrongVerbsForMethods(v ByValue) {
	log.Printf("%d", v)            // want `email from ByValue.Email reaches log.Printf`
	log.Printf("%d", []ByValue{v}) // want `email from ByValue.Email reaches log.Printf`
	log.Printf("%p", v)            // want `email from ByValue.Email reaches log.Printf`
}

func lonelyKeys(p Plain) {
	slog.Info("seen", p.ID)
	slog.Info("seen", p.Email)             // want `email from Plain.Email reaches slog.Info`
	slog.Info("seen", "id", p.ID, p.Email) // want `email from Plain.Email reaches slog.Info`
}
