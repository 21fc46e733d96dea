// Package middle has a store, and says nothing of what is in it.
package middle

import "flow/cross/indirect_import/store"

// Service has a store.
type Service struct{ Store *store.Store }

// Default gives the service.
func Default() *Service { return &Service{Store: &store.Store{}} }
