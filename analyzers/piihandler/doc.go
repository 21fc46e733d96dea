// Package piihandler defines an analyzer that reports personal data in
// responses to callers who were not verified.
//
// # Analyzer piihandler
//
// piihandler: report responses with personal data that precede verification
//
// A handler must know who is calling before it tells anything of anybody:
//
//	func profile(w http.ResponseWriter, r *http.Request) {
//		c := find(r.PathValue("id"))
//		fmt.Fprintln(w, c.Address) // address from Customer.Address reaches fmt.Fprintln before the caller is verified
//		if err := verify(r); err != nil {
//			http.Error(w, "who are you?", http.StatusUnauthorized)
//			return
//		}
//		fmt.Fprintln(w, c.Phone) // ok
//	}
//
// A check counts if control comes to the write only where it succeeded. It may
// stand in the handler, in a helper, or in middleware of the route. What a check
// is, is known of the common libraries and frameworks, inferred of functions
// that call them, and declared with //pii:verify. Where handlers are registered
// in another package, the finding stands at the registration.
//
// A single finding is accepted with
//
//	//pii:allow response REASON
//
// on the line, on the handler, or on the route.
package piihandler

const doc = `report responses with personal data that precede verification

A handler must know who is calling before it tells anything of anybody:

	func profile(w http.ResponseWriter, r *http.Request) {
		c := find(r.PathValue("id"))
		fmt.Fprintln(w, c.Address) // address from Customer.Address reaches fmt.Fprintln before the caller is verified
		if err := verify(r); err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		fmt.Fprintln(w, c.Phone) // ok
	}

A check may stand in the handler, in a helper, or in middleware of the route.`
