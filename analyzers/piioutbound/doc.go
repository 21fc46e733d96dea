// Package piioutbound defines an analyzer that reports personal data that is
// handed to others without a ground for it.
//
// # Analyzer piioutbound
//
// piioutbound: report personal data that leaves without redaction, consent or approval
//
// A call of a third party needs a ground. By default that is redaction, the
// consent of the data subject, or a recipient that the policy approves for the
// class:
//
//	func welcome(c Customer) error {
//		body := url.Values{"to": {c.Email}}
//		_, err := http.PostForm("https://api.mailer.example/send", body) // email from Customer.Email reaches api.mailer.example (http.PostForm) without redaction, consent or approval
//		return err
//	}
//
//	//pii:consent newsletter
//	func agreed(c Customer) bool { ... }
//
//	func news(c Customer) error {
//		if !agreed(c) {
//			return errRefused
//		}
//		body := url.Values{"to": {c.Email}}
//		_, err := http.PostForm("https://api.mailer.example/send", body) // ok
//		return err
//	}
//
// What counts as a call of a third party: requests of net/http, stubs of gRPC and
// Connect, mail, processes, connections that the program opens, and the libraries
// of vendors. Hosts that the policy declares internal, and the machine itself,
// are none.
//
// Data that may go to a recipient still may not go there in any way. Findings of
// the category piioutbound/channel are about data sent over http://, on a channel
// that does not check who answers, or in a URL.
//
// A single finding is accepted with
//
//	//pii:allow outbound REASON
package piioutbound

const doc = `report personal data that leaves without redaction, consent or approval

A call of a third party needs a ground: redaction, the consent of the data
subject, or a recipient that the policy approves for the class:

	func welcome(c Customer) error {
		body := url.Values{"to": {c.Email}}
		_, err := http.PostForm("https://api.mailer.example/send", body) // email from Customer.Email reaches api.mailer.example (http.PostForm) without redaction, consent or approval
		return err
	}

Data that has a ground but goes over http://, on a channel that does not check
who answers, or in a URL, is reported too, in the category piioutbound/channel.`
