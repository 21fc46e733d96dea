// Package discover guesses which struct fields hold personal data, by what
// their declarations say: the field's name and tags, its type, the type that it
// stands in, the fields beside it and the comments.
//
// It knows words and nothing else: it loads no code and reads no files, so a
// list of declarations gives the same proposals everywhere. What it proposes is
// for a person to review. [Classify] says how sure it is, and why.
//
// A name is read from its end, since what stands last says what a thing is: an
// EmailTemplate is a template, a TemplateEmail an address. What a word means
// depends on where it stands: a Name in a Customer is a person's, one in a
// Bucket is not. So each word of the tables says how sure it is in each kind of
// record (see context), and the name of the type decides which kinds it is.
package discover
