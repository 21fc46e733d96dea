// Package shape answers questions about SSA code that its form alone decides: what
// a variable is stored once, how long a list is, where control comes back to.
package shape
