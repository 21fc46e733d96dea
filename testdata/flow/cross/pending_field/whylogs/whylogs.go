// Package whylogs logs why, and never who.
package whylogs

import "log/slog"

// Auditor logs its second argument.
type Auditor struct{}

// Audit logs why.
func (Auditor) Audit(who, why string) { slog.Info("audit", "why", why) }
