// Package piierror defines an analyzer that reports personal data in errors.
//
// # Analyzer piierror
//
// piierror: report personal data that is put into an error message
//
// An error travels: it is logged, shown and sent on by code that does not know
// what is in it. So personal data must not be built into one:
//
//	return fmt.Errorf("no account for %s", c.Email) // email from Customer.Email reaches fmt.Errorf without redaction
//	return fmt.Errorf("no account for %s", c.ID)    // ok
//
//	type NotFound struct{ Email string }
//	func (e *NotFound) Error() string { return "no account for " + e.Email }
//	return &NotFound{c.Email} // email from Customer.Email reaches error type NotFound without redaction
//
// The finding stands where the error is built. Logging that error later is not
// reported a second time. A panic is an error that ends on the standard error
// stream.
//
// A single finding is accepted with
//
//	//pii:allow error REASON
//
// on the line or above it.
package piierror

const doc = `report personal data that is put into an error message

An error travels: it is logged, shown and sent on by code that does not know
what is in it. So personal data must not be built into one:

	return fmt.Errorf("no account for %s", c.Email) // email from Customer.Email reaches fmt.Errorf without redaction
	return fmt.Errorf("no account for %s", c.ID)    // ok

The finding stands where the error is built; logging that error later is not
reported a second time.`
