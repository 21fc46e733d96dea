package render

import "unicode/utf8"

// Directive is one use of an operand by a printf format.
type Directive struct {
	// Arg is the operand's index among those after the format.
	Arg int
	// Format says how it is printed.
	Format Format
	// Star says that the operand is a width or precision ('*'). It moves
	// the output about and is never printed itself.
	Star bool
}

// Printf says how a printf format uses nargs operands, in the order of the
// output. An operand may be used several times, or never. Operands that the
// format has no verb for are printed as EXTRA, and are in the answer. With
// nargs < 0 the number of operands is not known: the format is taken to fit.
//
// %w is read as fmt.Errorf does; set NoWrap in the Formats for other functions.
func Printf(format string, nargs int) []Directive {
	s := scanner{format: format, nargs: nargs}
	for s.next() {
		s.directive()
	}
	if !s.reordered {
		for arg := s.arg; arg < nargs; arg++ {
			s.list = append(s.list, Directive{Arg: arg, Format: Format{Family: Fmt, Verb: 'v'}})
		}
	}
	return s.list
}

// maxNumber is the largest width, precision or index that fmt reads.
const maxNumber = 1e6

// scanner reads a format. Its steps are those of doPrintf in fmt/print.go,
// whose treatment of broken formats it keeps.
type scanner struct {
	format    string
	nargs     int
	pos       int
	arg       int  // the next operand
	reordered bool // an explicit index was seen: no EXTRA
	goodIndex bool // the directive's indexes make sense
	index     bool // an index was just read
	list      []Directive
}

// next moves behind the next '%'.
func (s *scanner) next() bool {
	for s.pos < len(s.format) {
		s.pos++
		if s.format[s.pos-1] == '%' {
			return true
		}
	}
	return false
}

// at reports whether the next byte is c.
func (s *scanner) at(c byte) bool { return s.pos < len(s.format) && s.format[s.pos] == c }

// missing reports whether the operands are used up.
func (s *scanner) missing() bool { return s.nargs >= 0 && s.arg >= s.nargs }

// directive reads what follows a '%'.
func (s *scanner) directive() {
	f := Format{Family: Fmt}
	s.goodIndex = true
	s.flags(&f)
	if s.simple() {
		s.use(f)
		return
	}
	s.index = s.argNumber()
	s.width()
	f.NoText = s.precision()
	if !s.index {
		s.argNumber()
	}
	if s.pos < len(s.format) {
		s.use(f)
	}
}

// flags reads flags.
func (s *scanner) flags(f *Format) {
	for ; s.pos < len(s.format); s.pos++ {
		switch s.format[s.pos] {
		case '#':
			f.Sharp = true
		case '+':
			f.Plus = true
		case '0', '-', ' ':
		default:
			return
		}
	}
}

// simple reports whether a lower-case verb follows the flags at once. fmt then
// looks at neither width nor index.
func (s *scanner) simple() bool {
	return s.pos < len(s.format) && 'a' <= s.format[s.pos] && s.format[s.pos] <= 'z' && !s.missing()
}

// width reads a width.
func (s *scanner) width() {
	if s.at('*') {
		s.star()
		return
	}
	if _, ok := s.number(len(s.format)); ok && s.index {
		s.goodIndex = false // "%[3]2d"
	}
}

// precision reads a precision and reports whether it is 0, which a '.' without
// a number is too. A '.' that ends the format starts none.
func (s *scanner) precision() (zero bool) {
	if s.pos+1 >= len(s.format) || !s.at('.') {
		return false
	}
	s.pos++
	if s.index {
		s.goodIndex = false // "%[3].2d"
	}
	s.index = s.argNumber()
	if s.at('*') {
		s.star()
		return false
	}
	n, _ := s.number(len(s.format))
	return n == 0
}

// star takes an operand as width or precision.
func (s *scanner) star() {
	s.pos++
	s.index = false
	if s.missing() {
		return
	}
	s.list = append(s.list, Directive{Arg: s.arg, Format: Format{Family: Fmt, Verb: 'd'}, Star: true})
	s.arg++
}

// use reads the verb and prints an operand with it.
func (s *scanner) use(f Format) {
	verb, size := utf8.DecodeRuneInString(s.format[s.pos:])
	s.pos += size
	if verb == '%' || !s.goodIndex || s.missing() {
		return
	}
	f.Verb = verb
	s.list = append(s.list, Directive{Arg: s.arg, Format: f})
	s.arg++
}

// number reads digits before end. A number too large makes fmt give up on the
// rest up to end.
func (s *scanner) number(end int) (n int, ok bool) {
	for ; s.pos < end && '0' <= s.format[s.pos] && s.format[s.pos] <= '9'; s.pos++ {
		if n > maxNumber {
			s.pos = end
			return 0, false
		}
		n, ok = n*10+int(s.format[s.pos]-'0'), true
	}
	return n, ok
}

// argNumber reads an explicit index like [2] and reports whether there was one
// that can be read, in range or not.
func (s *scanner) argNumber() bool {
	if !s.at('[') {
		return false
	}
	s.reordered = true
	index, ok := s.bracket()
	if ok && index >= 0 && (s.nargs < 0 || index < s.nargs) {
		s.arg = index
		return true
	}
	s.goodIndex = false
	return ok
}

// bracket reads [n] and gives n-1. Without a closing bracket only the opening
// one is skipped.
func (s *scanner) bracket() (index int, ok bool) {
	start := s.pos
	s.pos++
	if len(s.format)-start < 3 {
		return 0, false
	}
	for i := start + 1; i < len(s.format); i++ {
		if s.format[i] != ']' {
			continue
		}
		n, ok := s.number(i)
		ok = ok && s.pos == i
		s.pos = i + 1
		return n - 1, ok
	}
	return 0, false
}
