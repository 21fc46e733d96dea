// Command truth sends marked data to servers of its own, in many ways, and
// prints for each way which of them arrived. A test compares that with the
// findings in its code.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"outboundtruth/people"
)

// Canaries are the values of the fields; no other text has them.
var canaries = map[string]string{
	"name": "canary-name", "email": "canary-email", "phone": "canary-phone", "message": "canary-message", "ip": "canary-ip",
}

func person() *people.Person {
	return &people.Person{
		ID: "7", Name: canaries["name"], Email: canaries["email"], Phone: canaries["phone"], Note: canaries["message"],
		Plan: "gold", IP: canaries["ip"],
	}
}

func main() {
	if os.Getenv("TRUTH_ECHO") != "" {
		echo()
		return
	}
	s := start()
	enc := json.NewEncoder(os.Stdout)
	for _, w := range slices.Concat(ways, moreWays, requestWays, socketWays) {
		s.reset()
		w.run(s.addrs, person())
		got := strings.ToLower(s.received())
		var classes []string
		for _, class := range []string{"name", "email", "phone", "message"} {
			if strings.Contains(got, canaries[class]) {
				classes = append(classes, class)
			}
		}
		if err := enc.Encode(map[string]any{"way": w.name, "classes": classes}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
