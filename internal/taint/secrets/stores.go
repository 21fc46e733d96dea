package secrets

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
)

// Document stores, caches and stores of keys and values: that something is there
// under a secret, or a document with it, means that somebody was found by it.

const (
	mongo   = "go.mongodb.org/mongo-driver"
	redigo  = "github.com/gomodule/redigo"
	bolt    = "go.etcd.io/bbolt"
	oldBolt = "github.com/boltdb/bolt"
)

var redisClients = []string{"github.com/redis/go-redis/", "github.com/go-redis/redis"}

// caches are libraries whose Get looks something up, and says by its last result
// whether it is there: true, no error, or something that is not nil.
var caches = []string{
	"github.com/patrickmn/go-cache", "github.com/hashicorp/golang-lru", "github.com/dgraph-io/ristretto", "github.com/dgraph-io/badger",
	"github.com/allegro/bigcache", "github.com/coocood/freecache", "github.com/bradfitz/gomemcache", "github.com/jellydator/ttlcache",
	"github.com/karlseguin/ccache", "github.com/eko/gocache", "github.com/maypok86/otter", "github.com/VictoriaMetrics/fastcache",
}

// from reports whether a function is one of a library, or of one of its packages.
func from(obj *types.Func, libraries ...string) bool {
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	for _, l := range libraries {
		if strings.HasPrefix(obj.Pkg().Path(), l) {
			return true
		}
	}
	return false
}

// storeFinds reports whether a result of a call with this property means that a
// store had something under a secret.
func storeFinds(c *ssa.Call, obj *types.Func, result int, o model.Outcome) bool {
	found := tells(obj, result, o)
	switch name := obj.Name(); {
	case from(obj, mongo):
		if name == "CountDocuments" {
			return result == 0 && o == model.NotZero && secretDocument(c)
		}
		one, _ := shape.ResultOf(receiverOf(c))
		return found && (name == "Decode" || name == "Err") && one != nil && strings.HasPrefix(nameOf(one), "FindOne") && secretDocument(one)
	case from(obj, redisClients...):
		return redisFinds(c, name, result, o, found)
	case from(obj, redigo):
		do, _ := shape.ResultOf(firstArg(c))
		return found && do != nil && nameOf(do) == "Do" && redigoGets(do)
	case from(obj, "github.com/gorilla/securecookie"):
		return strings.HasPrefix(name, "Decode") && found && cookieOfSomebody(c)
	case from(obj, bolt, oldBolt):
		return name == "Get" && found && (IsName(bucketName(receiverOf(c))) || holdsSecrets(bucketName(receiverOf(c)))) && brought(lastText(c))
	case from(obj, caches...):
		return strings.HasPrefix(name, "Get") && found && keyIsSecret(textArg(c), receiverOf(c))
	}
	return false
}

// tells reports whether the property of a result means that something was found.
func tells(obj *types.Func, result int, o model.Outcome) bool {
	res := obj.Signature().Results()
	if n := res.Len(); n == 0 || result != n-1 {
		return false
	}
	switch t := res.At(result).Type(); {
	case shape.IsError(t):
		return o == model.IsNil
	case shape.IsBool(t):
		return o == model.IsTrue
	}
	return o == model.NotNil
}

// secretDocument reports whether the filter of a query is one for documents with
// a secret.
func secretDocument(c *ssa.Call) bool {
	args := ownArgs(c)
	return len(args) > 1 && comparesField(collectionName(receiverOf(c)), args[1])
}

// collectionName is the name of a collection, where the code says it.
func collectionName(v ssa.Value) string {
	if c, _ := shape.ResultOf(v); c != nil && nameOf(c) == "Collection" {
		if args := ownArgs(c); len(args) > 0 {
			name, _ := shape.ConstString(args[0])
			return name
		}
	}
	return keptIn(v)
}

// redisFinds is storeFinds for a command, or for what one gave.
func redisFinds(c *ssa.Call, name string, result int, o model.Outcome, found bool) bool {
	cmd, _ := shape.ResultOf(receiverOf(c))
	if cmd == nil || !from(shape.Called(cmd), redisClients...) {
		return false
	}
	switch nameOf(cmd) {
	case "Get", "GetEx", "GetDel", "HGet":
		found = found && name != "Val" || name == "Val" && o == model.NotZero
	case "Exists":
		found = result == 0 && o == model.NotZero && (name == "Result" || name == "Val")
	default:
		return false
	}
	return found && keyIsSecret(textArg(cmd), receiverOf(cmd))
}

// redigoGets reports whether a command gets what is under a secret.
func redigoGets(do *ssa.Call) bool {
	args := ownArgs(do)
	if len(args) < 2 {
		return false
	}
	cmd, _ := shape.ConstString(args[0])
	keys := shape.Written(args[1])
	return (strings.EqualFold(cmd, "GET") || strings.EqualFold(cmd, "HGET")) && len(keys) > 0 && keyIsSecret(keys[0], receiverOf(do))
}

// bucketName is the name of a bucket, where the code says it.
func bucketName(v ssa.Value) string {
	if c, _ := shape.ResultOf(v); c != nil && strings.Contains(nameOf(c), "Bucket") {
		name, _ := shape.ConstString(shape.LastArg(c))
		return name
	}
	return keptIn(v)
}

// cookieOfSomebody reports whether a signed cookie is called after who logged in.
func cookieOfSomebody(c *ssa.Call) bool {
	name, _ := shape.ConstString(firstArg(c))
	name = strings.ToLower(name)
	return namesKey(name) || slices.ContainsFunc([]string{"auth", "user", "login", "member", "account", "uid"}, func(w string) bool { return strings.Contains(name, w) })
}

// nameOf is the name of the function that a call names; empty for function values.
func nameOf(c *ssa.Call) string {
	if obj := shape.Called(c); obj != nil {
		return obj.Name()
	}
	return ""
}

// receiverOf is the value that a method is called on, nil for functions.
func receiverOf(c *ssa.Call) ssa.Value {
	if c.Call.IsInvoke() {
		return c.Call.Value
	}
	if obj := shape.Called(c); obj != nil && obj.Signature().Recv() != nil && len(c.Call.Args) > 0 {
		return c.Call.Args[0]
	}
	return nil
}

// ownArgs are the arguments of a call without the receiver.
func ownArgs(c *ssa.Call) []ssa.Value {
	if !c.Call.IsInvoke() && receiverOf(c) != nil {
		return c.Call.Args[1:]
	}
	return c.Call.Args
}

func firstArg(c *ssa.Call) ssa.Value {
	if args := ownArgs(c); len(args) > 0 {
		return args[0]
	}
	return nil
}

// textArg is the first argument that is a text, bytes, or a list of texts that are
// written at the call.
func textArg(c *ssa.Call) ssa.Value {
	for _, a := range ownArgs(c) {
		if list := shape.Written(a); len(list) == 1 && shape.IsText(unboxed(list[0]).Type()) {
			return list[0]
		}
		if shape.IsText(unboxed(a).Type()) {
			return a
		}
	}
	return nil
}

func lastText(c *ssa.Call) ssa.Value {
	if v := shape.LastArg(c); v != nil {
		return unboxed(v)
	}
	return nil
}

// unboxed is a value without the conversions around it.
func unboxed(v ssa.Value) ssa.Value {
	for range maxBack {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Convert:
			v = x.X
		case *ssa.UnOp:
			s := shape.LastStore(x)
			if x.Op != token.MUL || s == nil || shape.IsStruct(x.Type()) {
				return v
			}
			v = s.Val
		default:
			return v
		}
	}
	return v
}

// builders are libraries whose conditions are more than texts.
var builders = []string{"gorm.io/gorm", "github.com/jinzhu/gorm", "github.com/uptrace/bun", "xorm.io/xorm", squirrel}

// usesStores reports whether a package imports a store or a builder of queries, and
// something in it is called like a secret.
func usesStores(info *types.Info, files []*ast.File) bool {
	if !slices.ContainsFunc(files, importsStore) {
		return false
	}
	for _, obj := range info.Defs {
		switch obj.(type) {
		case *types.Var, *types.TypeName, *types.Func:
			if IsName(obj.Name()) || holdsSecrets(obj.Name()) {
				return true
			}
		}
	}
	found := false
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				text, err := strconv.Unquote(n.Value)
				found = found || n.Kind == token.STRING && err == nil && namesKey(text)
			case *ast.Ident:
				found = found || IsName(strings.TrimSuffix(n.Name, "EQ"))
			}
			return !found
		})
	}
	return found
}

func importsStore(file *ast.File) bool {
	stores := slices.Concat(caches, redisClients, builders, []string{mongo, redigo, bolt, oldBolt, "github.com/gorilla/securecookie"})
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
		path, _ := strconv.Unquote(spec.Path.Value)
		return strings.HasSuffix(path, "/ent") || slices.ContainsFunc(stores, func(s string) bool { return strings.HasPrefix(path, s) })
	})
}
