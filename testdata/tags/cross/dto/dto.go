// Package dto has types without tags, and functions that fill them.
package dto

type Contact struct{ Address string }

type Letter struct{ To string }

type Quiet struct{ To string }

func New(to string) Letter { return Letter{To: to} }

func NewQuiet(to string) Quiet { return Quiet{To: to} }
