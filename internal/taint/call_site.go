package taint

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// argument is a value on its way into a function, with its static type where
// that is known.
type argument struct {
	n *value.Node
	t types.Type
}

// callSite is where a call stands: it names objects that the call makes and
// the place of findings.
type callSite struct {
	key    string
	pos    token.Pos
	call   *ast.CallExpr
	common *ssa.CallCommon  // nil where the arguments are not written at this call
	sig    *types.Signature // of the instance that is called, where common is nil and it is generic
	consts *ssa.CallCommon  // the same, where constant arguments matter
	texts  [][]string       // without consts: what the text of each argument may be, the receiver not counted
	title  string           // the function that is called here, for messages
	direct bool             // control goes on behind the call only if it returns
	result ssa.Value        // the call itself, if it is written here and direct
}

func (f *frame) siteOf(instr ssa.CallInstruction) *callSite {
	c := instr.Common()
	pos := c.Pos()
	if !pos.IsValid() {
		pos = loopPos(c)
	}
	call, direct := instr.(*ssa.Call)
	site := &callSite{
		key: strconv.Itoa(f.e.instrID(instr)) + f.ctx, pos: pos, call: f.e.callAt[pos], common: c, consts: c, direct: direct,
		title: calleeTitle(f, c),
	}
	if direct {
		site.result = call
	}
	return site
}

// inner is the site of a call that is made within this one, with arguments that
// are not written here.
func (s *callSite) inner(key string) callSite {
	c := *s
	c.result = nil
	c.key += key
	c.common, c.sig, c.consts, c.texts, c.direct = nil, nil, nil, nil, false
	return c
}

// of is the site with the signature of the instance that is called, where no call
// is written that has it: a generic function that somebody was handed.
func (s *callSite) of(sig *types.Signature, targs []types.Type) *callSite {
	if s.common != nil || len(targs) == 0 {
		return s
	}
	t, err := types.Instantiate(nil, sig, targs, false)
	if err != nil {
		return s
	}
	c := *s
	c.sig, _ = t.(*types.Signature)
	return &c
}

// outer is the key of the call that is written here, of all that are made in it.
func (s *callSite) outer() string {
	key, _, _ := strings.Cut(s.key, "/")
	return key
}

func (f *frame) call(instr ssa.CallInstruction, c *ssa.CallCommon) *value.Node {
	args := make([]argument, len(c.Args))
	for i, a := range c.Args {
		args[i] = argument{f.boolArgument(a, f.val(a)), a.Type()}
	}
	f.settingArguments(c, args)
	return f.callWith(f.siteOf(instr), c, f.val(c.Value), args)
}

// callWith makes a call with arguments that may have been computed earlier.
func (f *frame) callWith(site *callSite, c *ssa.CallCommon, fn *value.Node, args []argument) *value.Node {
	f.tells = nil
	if fn := c.StaticCallee(); f.e.web && setsUp(fn) {
		return nil // it has nothing from its caller, and nothing for it
	}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return f.builtin(site, b, c, args)
	}
	var results []*value.Node
	before := f.heap
	switch {
	case c.IsInvoke():
		results = f.invoke(site, c.Method, argument{fn, c.Value.Type()}, args)
	default:
		if m, obj := f.e.modelledType(c); m != nil {
			results = f.applyModel(site, m, obj, args)
			break
		}
		results = f.callValue(site, fn, shape.ResultTypes(c.Signature()), args)
	}
	if f.e.subjects != nil && f.quiet == 0 {
		results = f.related(site, c, argument{fn, c.Value.Type()}, args, before, results)
	}
	f.markRows(site, receiver(c, fn, args), shape.ResultTypes(c.Signature()), results)
	if c.Signature().Results().Len() == 1 {
		return results[0]
	}
	return f.tuple(results...)
}

// receiver is the value that a method is called on, or nil.
func receiver(c *ssa.CallCommon, fn *value.Node, args []argument) *value.Node {
	switch {
	case c.IsInvoke():
		return fn
	case c.Signature().Recv() != nil && len(args) > 0:
		return args[0].n
	}
	return nil
}

// callValue calls whatever functions the value may be.
func (f *frame) callValue(site *callSite, fn *value.Node, res []types.Type, args []argument) []*value.Node {
	if fn == nil || f.tooDeep(maxDepth, boundDepth) {
		return f.unknownCall(res, args)
	}
	if f.folding != nil && len(args) == 1 && listOfCallers(fn) == f.folding {
		return []*value.Node{f.around(site, "/fold", at{n: fn}, foldedArgs{args: args})}
	}
	results := make([]*value.Node, len(res))
	for i := range results {
		results[i] = f.u.Get(fn, access.Sel{Kind: access.Slot, S: "ret" + strconv.Itoa(i)})
	}
	before, after := f.heap, f.heap
	dead, first := true, true
	join := func(rs []*value.Node) {
		for i := range results {
			if i < len(rs) {
				results[i] = f.u.Join(results[i], rs[i])
			}
		}
		if !f.dead {
			dead = false
			if first {
				after, first = f.heap, false
			} else {
				after, _ = f.u.JoinHeaps(after, f.heap)
			}
		}
		f.heap, f.dead = before, false
	}
	for _, g := range fn.Funcs {
		join(f.callFn(site, g, res, args))
	}
	for _, l := range fn.Labels {
		if rs, ok := f.delegates(site, l, args); ok {
			join(rs)
			continue
		}
		tells := f.tells
		join(f.callSymbolic(site, l, nil, res, args))
		if f.knownBy(l, len(fn.Funcs)) {
			f.tells = tells
		}
	}
	f.heap, f.dead = after, dead && len(fn.Funcs)+len(fn.Labels) > 0
	return results
}

// knownBy reports whether a label adds nothing to what is known of a value by
// its n parts: it stands for a package variable, and all that is stored there is
// in sight.
func (f *frame) knownBy(l *value.Label, n int) bool { return n > 0 && !f.e.unseen(l) }

// callFn calls one known function value.
func (f *frame) callFn(site *callSite, g *value.Fn, res []types.Type, args []argument) []*value.Node {
	switch {
	case g.Name == probeName, g.Name == verifyName, g.Name == verifiedName, g.Name == checkName, g.Name == behindName:
		return f.callSpecial(site, g, res, args)
	case strings.HasPrefix(g.Name, routeName):
		return f.unknownResults(res)
	case g.Yields != nil:
		return f.yield(site, g, args)
	case g.Name == collectName:
		return f.collect(g, args)
	}
	if g.Func == nil {
		return f.callNamed(site, g.Name, g, res, args)
	}
	if g.Bound {
		if m := shape.BoundMethod(g.Func); m != nil && len(g.Bind) == 1 {
			return f.callMethod(site, m, argument{g.Bind[0], g.Func.FreeVars[0].Type()}, args)
		}
	}
	return f.callFunction(site, g.Func, g, args)
}

// callFunction calls a function of which the SSA form or a fact is at hand.
func (f *frame) callFunction(site *callSite, fn *ssa.Function, g *value.Fn, args []argument) []*value.Node {
	if obj, ok := fn.Object().(*types.Func); ok && !shape.IsWrapper(fn) {
		return f.callObject(site, obj.Origin(), fn.TypeArgs(), g, args)
	}
	if len(fn.Blocks) == 0 && fn.Origin() != nil {
		fn = fn.Origin()
	}
	sum := f.narrowed(fn, f.e.summaryOf(fn, f.self), site, g, args)
	f.noteCalled(fn)
	return f.applyOrPlay(site, fn, application{sum: sum, fn: g, args: args, sig: fn.Signature, targs: fn.TypeArgs(), name: fn.Name(), local: true})
}

// callObject calls a declared function or method: a directive or a library
// model decides before its summary does.
func (f *frame) callObject(site *callSite, obj *types.Func, targs []types.Type, g *value.Fn, args []argument) []*value.Node {
	sig := obj.Signature()
	d := f.e.directives(obj)
	if d.sinks != nil && f.quiet == 0 {
		f.directiveSinks(site, d, obj, args)
	}
	if was := f.pass; d.Verify {
		defer func() { f.verifiedPass(d, was) }()
	}
	if m := f.e.modelOf(obj); m != nil {
		from := len(f.tells)
		results := f.applyModel(site.of(sig, targs), m, obj, args)
		f.declared(d, sig, from)
		f.redactsInPlace(d, sig, args)
		return f.directiveResults(site, d, obj, results)
	}
	from := len(f.tells)
	app := application{fn: g, args: args, sig: sig, targs: targs, name: f.e.qualified(obj), local: obj.Pkg() == f.e.pass.Pkg}
	if !f.e.closedPackage(obj.Pkg()) {
		app.sum = f.narrowedObject(obj, f.e.summaryOfObject(obj, f.self), site, args)
	}
	if obj.Pkg() == f.e.pass.Pkg {
		f.noteCalled(f.e.ssa.Prog.FuncValue(obj))
	}
	if len(targs) == 0 && sig.Recv() != nil && len(args) > 0 {
		app.targs = typeArgsOf(args[0].t)
	}
	empty := f.toFill(obj, sig, args)
	var results []*value.Node
	switch {
	case app.sum != nil:
		results = f.applyOrPlay(site, f.ownFunction(obj), app)
	default:
		results = f.defaultCall(obj, sig, args)
	}
	f.fill(empty)
	f.declared(d, sig, from)
	f.redactsInPlace(d, sig, args)
	f.verifiedMiddleware(site, d, sig, args, results)
	return f.directiveResults(site, d, obj, results)
}

// typeArgsOf are the type arguments of a method's receiver.
func typeArgsOf(t types.Type) []types.Type {
	if t == nil {
		return nil
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	var out []types.Type
	for i := range n.TypeArgs().Len() {
		out = append(out, n.TypeArgs().At(i))
	}
	return out
}

// unknownCall is a call of which nothing is known but types.
func (f *frame) unknownCall(res []types.Type, args []argument) []*value.Node {
	f.tellNothing()
	for _, a := range args {
		f.escape(a.n)
	}
	f.filled(args)
	return f.unknownResults(res)
}

func (f *frame) unknownResults(res []types.Type) []*value.Node {
	out := make([]*value.Node, len(res))
	for i, t := range res {
		out[i] = f.opaque(t)
	}
	return out
}

// defaultCall is a library function with no model: its package says whether
// what goes in may come out.
func (f *frame) defaultCall(obj *types.Func, sig *types.Signature, args []argument) []*value.Node {
	for _, a := range args {
		f.escape(a.n)
	}
	if !f.e.tabled(obj) {
		f.filled(args)
	}
	results := f.unknownResults(shape.ResultTypes(sig))
	if !f.e.passesArgs(obj) {
		return results
	}
	var data []*value.Label
	for _, a := range args {
		data = value.Union(data, value.WithoutTexts(f.flat(a.n)))
	}
	for i := range results {
		if t := sig.Results().At(i).Type(); holdsText(t) {
			results[i] = f.u.AddLabels(results[i], fitting(data, t))
		}
	}
	return results
}

// holdsText reports whether a result of type t can hold the text of an
// argument: not so for booleans, errors of any type and numbers.
func holdsText(t types.Type) bool {
	if !types.IsInterface(t) && types.Implements(t, shape.Error) {
		return false
	}
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Interface:
		return !shape.IsError(t)
	case *types.Signature:
		return false
	}
	return true
}
