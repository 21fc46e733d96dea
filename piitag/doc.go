// Package piitag is the vocabulary in which a Go program says which of its
// fields hold personal data, and the means to print such data masked.
//
// # Tags
//
// A struct field is marked with the tag key "pii":
//
//	type Customer struct {
//		ID    string `pii:"user_id"`
//		Email string `json:"email" pii:"email"`
//		Card  string `json:"-" pii:"payment_card,subject=customer,retain=90d"`
//		Plan  string `pii:"-"`
//	}
//
// The grammar of the value is
//
//	TAG    = "-" | CLASS { "," OPTION }
//	OPTION = "level=" ("low" | "moderate" | "high")
//	       | "subject=" WORD
//	       | "purpose=" WORD { "|" WORD }
//	       | "retain=" NUMBER ("h" | "d" | "w" | "m" | "y")
//	       | "quasi"
//
// A class is one of [Classes], or one that the program's policy adds; it brings
// the level that applies unless the tag names another. "-" says that somebody
// looked and found nothing personal. Spaces are not allowed, and each option
// may stand once.
//
// A tag that can't be read is never as good as no tag: [Parse] then gives the
// class [Unknown] at level [Moderate] or higher along with the error.
//
// # Masking
//
// The functions [Mask], [JSON], [LogValue] and [ReplaceAttr], and the
// wrapper [Masked], obey the same tags at run time. They follow pointers,
// slices, maps, interfaces, embedded and unexported fields, and never change
// the value that they are given. [MaskString] masks one string of a known
// class. A [Masker] does the same with other settings.
//
// Masking replaces strings by a text that names the class, with a small part of
// the original where that is of use and does not identify anybody: the last
// four digits of a payment card, the network of an IP address. Everything that
// is not a string becomes the zero value of its type. Empty strings stay empty.
package piitag
