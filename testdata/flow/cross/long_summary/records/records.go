// Package records has a type with more fields than a summary has room for.
package records

// Contact is how to reach somebody.
type Contact struct {
	Email string `pii:"email"`
	Phone string `pii:"phone"`
	Note  string
}

// Sizes are measures of a parcel.
type Sizes struct {
	A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y, Z string
}

// Record is a parcel with its sender.
type Record struct {
	ID     string
	Sender *Contact
	Inner  Sizes
	Outer  Sizes
	Weight Sizes
}
