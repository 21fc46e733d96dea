// Package middle has a store, and says nothing of what is in it.
package middle

import "flow/cross/indirect_import/store"

// Service has a store.
type Service struct{ Store *store.Store }

var shared *Service

// Use sets the service of the program.
func Use(s *Service) { shared = s }

// Default gives the service.
func Default() *Service { return shared }
