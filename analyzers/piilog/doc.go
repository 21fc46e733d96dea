// Package piilog defines an analyzer that reports personal data in logs.
//
// # Analyzer piilog
//
// piilog: report personal data that reaches a log without redaction
//
// A field that is tagged as personal data must not come out of a logger:
//
//	type Customer struct {
//		ID    string
//		Email string `pii:"email"`
//	}
//
//	slog.Info("login refused", "who", c.Email) // email from Customer.Email reaches slog.Info without redaction
//	log.Printf("customer %+v", c)              // email from Customer.Email reaches log.Printf without redaction
//	slog.Info("login refused", "id", c.ID)     // ok
//
// Logs are what the log packages of the standard library and the common
// logging libraries write, the standard streams, and the labels of metrics and
// traces. What counts is what the logger prints: a type's own String, LogValue
// or MarshalJSON method decides by what it returns.
//
// A value that a redactor returned is clean: a function marked //pii:redact,
// or one that cuts the data by its nature, such as encryption. A single finding
// is accepted with
//
//	//pii:allow log REASON
//
// on the line or above it.
package piilog

const doc = `report personal data that reaches a log without redaction

A field that is tagged as personal data must not come out of a logger:

	type Customer struct {
		ID    string
		Email string ` + "`pii:\"email\"`" + `
	}

	slog.Info("login refused", "who", c.Email) // email from Customer.Email reaches slog.Info without redaction
	slog.Info("login refused", "id", c.ID)     // ok

What counts is what the logger prints: a type's own String, LogValue or
MarshalJSON method decides by what it returns.`
