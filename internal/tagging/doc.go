// Package tagging finds the struct types of a module, asks package discover
// which of their fields look personal, and writes tags or policy entries for
// them.
//
// Packages are loaded with the types of the compiler's export data where there
// are some. What does not compile is read all the same: a declaration says most
// of what is needed.
package tagging
