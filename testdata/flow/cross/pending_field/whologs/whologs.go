// Package whologs logs who, and never why.
package whologs

import "log"

// Auditor logs its first argument.
type Auditor struct{}

// Audit logs who.
func (Auditor) Audit(who, why string) { log.Println(who, len(why)) }
