// Package piitag defines an analyzer that checks what code says about personal
// data: tags and directives, and what they do not say yet.
//
// # Analyzer piitag
//
// piitag: report tags and directives that are wrong, and data that loses its tag
//
// What piivet knows comes from tags and directives. A mistake in one of them, or
// a field that nobody tagged, is a hole in all other findings:
//
//	type Customer struct {
//		Email string `json:"email" pii:"emial"` // pii tag of Customer.Email: unknown class "emial" (did you mean "email"?)
//	}
//
//	//pii:redact
//	func Mask(s string) string {
//		if len(s) < 5 {
//			return s // Mask is marked //pii:redact, but returns s unchanged here
//		}
//		return s[:1] + "***"
//	}
//
//	type Contact struct{ Address string }
//
//	func contact(c Customer) Contact {
//		return Contact{Address: c.Email} // email from Customer.Email goes into Contact.Address, which has no pii tag: ...
//	}
//
// The categories piitag/redact, piitag/verify and piitag/laundering can be
// switched off in the policy, each by itself.
package piitag

const doc = `report tags and directives that are wrong, and data that loses its tag

What piivet knows comes from tags and directives. A mistake in one of them, or
a field that nobody tagged, is a hole in all other findings:

	type Customer struct {
		Email string ` + "`pii:\"emial\"`" + ` // pii tag of Customer.Email: unknown class "emial" (did you mean "email"?)
	}

	//pii:redact
	func Mask(s string) string {
		if len(s) < 5 {
			return s // Mask is marked //pii:redact, but returns s unchanged here
		}
		return s[:1] + "***"
	}`
