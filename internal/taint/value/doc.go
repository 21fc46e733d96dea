// Package value holds the abstract values of the engine.
//
// A [Node] says what is known about a Go value: which personal data it holds
// ([Label]s), what its parts hold (kids under selectors), what it points to
// ([Ref]s into [Obj]ects) and which functions it may be ([Fn]). Nodes are
// immutable and shared; nil is the value that holds nothing.
//
//	Go value            Node
//	string, int, ...    labels
//	struct, array       labels of the whole, kids Field(i), Index(i), Elem
//	tuple               kids Index(i)
//	interface           kids Dyn(type), one for each dynamic type it may have
//	pointer             refs; the pointee's content is in the [Heap]
//	slice, map, chan    refs to the backing object with kids Index, Elem, Key, MapKey
//	func                funcs
//
// Labels on a node speak of the whole value: a part that has no kid of its own
// is what the labels say of it. Labels with a symbolic root (a parameter, a
// captured variable, what an unseen function returned) name the place that the
// part has in that root; walking into a tagged field turns such a label into
// personal data. That is how a type answers where nothing else is known.
package value
