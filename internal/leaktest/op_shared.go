package leaktest

// sharedOps are values that several functions, types or goroutines share.
func sharedOps() []*op {
	return topic("shared state",
		same("closures that share", 4,
			"var get$n func() $t\nvar set$n func($t)\nfunc() {\n\tvar x $t\n\tget$n, set$n = func() $t { return x }, func(y $t) { x = y }\n}()\nset$n($v)\n$w := get$n()",
			"get$n, set$n := func() (func() $t, func($t)) {\n\tvar x $t\n\treturn func() $t { return x }, func(y $t) { x = y }\n}()\nset$n($v)\n$w := get$n()",
			"x$n := $u\nf$n := func() $t { return x$n }\nx$n = $v\n$w := f$n()",
			"x$n := $v\nf$n := func() $t { return x$n }\nx$n = $z\n$w := f$n()",
			"b$n := struct{ F func() $t }{F: func() $t { return $v }}\n$w := b$n.F()",
			"var f$n func(int) $t\nf$n = func(i int) $t {\n\tif i == 0 {\n\t\treturn $v\n\t}\n\treturn f$n(i - 1)\n}\n$w := f$n(2)",
			"var $w $t\neach$n := func(f func($t)) { f($u); f($v) }\neach$n(func(x $t) { $w = x })"),
		same("pointers that share", 4,
			"p$n := new($t)\nq$n := &p$n\n**q$n = $v\n$w := *p$n",
			"var a$n any = new($t)\n*a$n.(*$t) = $v\n$w := *a$n.(*$t)",
			"p$n := &struct{ X *$t }{X: new($t)}\nq$n := p$n.X\n*q$n = $v\n$w := *p$n.X",
			"b$n := struct{ X $t }{}\np$n := &b$n.X\n*p$n = $v\n$w := b$n.X",
			"b$n := struct{ X $t }{$v}\nc$n := b$n\nb$n.X = $z\n$w := c$n.X",
			"b$n := struct{ X $t }{$v}\nc$n := &b$n\nb$n.X = $z\n$w := c$n.X",
			"type from$n struct {\n\tX $t `json:\"a\"`\n}\ntype to$n struct {\n\tX $t `json:\"b\"`\n}\n$w := to$n(from$n{$v}).X"),
		same("channels that share", 4,
			"c$n := make(chan $t, 1)\nselect {\ncase c$n <- $v:\ndefault:\n}\n$w := <-c$n",
			"c$n := make(chan $t, 1)\nvar in$n chan<- $t = c$n\nin$n <- $v\nvar out$n <-chan $t = c$n\n$w := <-out$n",
			"b$n := struct{ C chan $t }{make(chan $t, 1)}\nb$n.C <- $v\n$w, ok$n := <-b$n.C\n_ = ok$n",
			"c$n, d$n := make(chan $t), make(chan $t)\ngo func() { c$n <- $v }()\ngo func() { d$n <- <-c$n }()\n$w := <-d$n",
			"var $w $t\nvar mu$n sync.RWMutex\nwg$n := make(chan bool)\ngo func() {\n\tmu$n.Lock()\n\tdefer mu$n.Unlock()\n\t$w = $v\n\tclose(wg$n)\n}()\n<-wg$n\nmu$n.RLock()\nmu$n.RUnlock()",
			"c$n := make(chan $t, 2)\nc$n <- $u\nc$n <- $v\nclose(c$n)\nvar $w $t\nfor x := range c$n {\n\t$w = x\n}"),
	)
}

// genericTypeOps pass values through generic declarations.
func genericTypeOps() []*op {
	return topic("generics",
		withDecl("generic types", 3, "type $dList[T any] struct {\n\tnext *$dList[T]\n\tval  T\n}\n\nfunc (l *$dList[T]) Push(x T) *$dList[T] { return &$dList[T]{l, x} }\n\nfunc (l *$dList[T]) All() iter.Seq[T] {\n\treturn func(yield func(T) bool) {\n\t\tfor ; l != nil; l = l.next {\n\t\t\tif !yield(l.val) {\n\t\t\t\treturn\n\t\t\t}\n\t\t}\n\t}\n}",
			"var $w $t\nfor x$n := range (*$dList[$t])(nil).Push($u).Push($v).All() {\n\t$w = x$n\n}"),
		withDecl("generic options", 3, "type $dOpt[T any] struct {\n\tval T\n\tok  bool\n}\n\nfunc $dSome[T any](x T) $dOpt[T] { return $dOpt[T]{x, true} }\n\nfunc (o $dOpt[T]) Or(y T) T {\n\tif o.ok {\n\t\treturn o.val\n\t}\n\treturn y\n}\n\nfunc $dThen[T, R any](o $dOpt[T], f func(T) R) $dOpt[R] {\n\tif !o.ok {\n\t\treturn $dOpt[R]{}\n\t}\n\treturn $dSome(f(o.val))\n}",
			"$w := $dThen($dSome($v), func(x $t) $t { return x }).Or($z)",
			"$w := $dThen($dSome(1), func(int) $t { return $v }).Or($z)"),
		withDecl("generic cache", 3, "type $dCache[K comparable, V any] struct {\n\tmu sync.Mutex\n\tm  map[K]V\n}\n\nfunc (c *$dCache[K, V]) Put(k K, v V) {\n\tc.mu.Lock()\n\tdefer c.mu.Unlock()\n\tif c.m == nil {\n\t\tc.m = map[K]V{}\n\t}\n\tc.m[k] = v\n}\n\nfunc (c *$dCache[K, V]) Get(k K) (v V, ok bool) {\n\tc.mu.Lock()\n\tdefer c.mu.Unlock()\n\tv, ok = c.m[k]\n\treturn\n}",
			"var c$n $dCache[string, $t]\nc$n.Put(\"a\", $v)\n$w, _ := c$n.Get(\"a\")",
			"c$n := &$dCache[int, $t]{}\nc$n.Put(1, $u)\nc$n.Put(2, $v)\n$w, ok$n := c$n.Get(2)\n_ = ok$n"),
		withDecl("generic reduce", 3, "func $dFold[T, A any](list []T, a A, f func(A, T) A) A {\n\tfor _, x := range list {\n\t\ta = f(a, x)\n\t}\n\treturn a\n}\n\nfunc $dPtr[T any](x T) *T { return &x }\n\nfunc $dFirst[S ~[]E, E any](s S) (e E) {\n\tif len(s) > 0 {\n\t\te = s[0]\n\t}\n\treturn e\n}",
			"$w := $dFold[$t, $t]([]$t{$u, $v}, $z, func(_ $t, x $t) $t { return x })",
			"$w := $dFirst($dFold([]$t{$v}, []$t{}, func(a []$t, x $t) []$t { return append(a, x) }))",
			"$w := *$dPtr($v)"),
	)
}

// forwardOps hand values on through declared types of their own.
func forwardOps() []*op {
	return topic("interfaces",
		withDecl("embedded pointer", 3, "type $dBase[T any] struct{ X T }\n\nfunc (b *$dBase[T]) Get() T { return b.X }\n\nfunc (b *$dBase[T]) Put(x T) { b.X = x }\n\ntype $dOuter[T any] struct {\n\t*$dBase[T]\n\tN int\n}",
			"o$n := $dOuter[$t]{$bBase: &$dBase[$t]{}}\nf$n := o$n.Put\nf$n($v)\n$w := o$n.Get()",
			"o$n := &$dOuter[$t]{$bBase: &$dBase[$t]{X: $v}}\nf$n := o$n.Get\n$w := f$n()",
			"o$n := $dOuter[$t]{$bBase: &$dBase[$t]{}}\n(*$dBase[$t]).Put(o$n.$bBase, $v)\nvar i$n interface{ Get() $t } = o$n\n$w := i$n.Get()"),
		withDecl("embedded interface", 3, "type $dGetter[T any] interface{ Get() T }\n\ntype $dReal[T any] struct{ X T }\n\nfunc (r $dReal[T]) Get() T { return r.X }\n\ntype $dWrap[T any] struct{ $dGetter[T] }\n\nfunc (w $dWrap[T]) Twice() (T, T) { return w.Get(), w.Get() }",
			"o$n := $dWrap[$t]{$dReal[$t]{$v}}\n$w, _ := o$n.Twice()",
			"var i$n $dGetter[$t] = $dWrap[$t]{$dWrap[$t]{$dReal[$t]{$v}}}\n$w := i$n.Get()",
			"var a$n any = $dReal[$t]{$v}\nvar $w $t\nif g$n, ok := a$n.($dGetter[$t]); ok {\n\t$w = g$n.Get()\n}"),
		withDecl("visitor", 3, "type $dVisitor[T any] interface{ Visit(T) }\n\ntype $dKeep[T any] struct{ got []T }\n\nfunc (k *$dKeep[T]) Visit(x T) { k.got = append(k.got, x) }\n\nfunc (k *$dKeep[T]) Got() []T { return k.got }\n\ntype $dFunc[T any] func(T)\n\nfunc (f $dFunc[T]) Visit(x T) { f(x) }\n\nfunc $dWalk[T any](list []T, v $dVisitor[T]) {\n\tfor _, x := range list {\n\t\tv.Visit(x)\n\t}\n}",
			"k$n := &$dKeep[$t]{}\n$dWalk([]$t{$u, $v}, $dVisitor[$t](k$n))\n$w := k$n.Got()[0]",
			"var $w $t\n$dWalk([]$t{$v}, $dVisitor[$t]($dFunc[$t](func(x $t) { $w = x })))"),
		withDecl("options", 3, "type $dConf[T any] struct{ X T }\n\ntype $dOption[T any] func(*$dConf[T])\n\nfunc $dWith[T any](x T) $dOption[T] { return func(c *$dConf[T]) { c.X = x } }\n\nfunc $dNew[T any](opts ...$dOption[T]) *$dConf[T] {\n\tc := &$dConf[T]{}\n\tfor _, o := range opts {\n\t\to(c)\n\t}\n\treturn c\n}",
			"$w := $dNew($dWith($v)).X",
			"$w := $dNew($dWith($v), $dWith($u)).X"),
	)
}
