package taint

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// Names tell what is asked about a caller: whether a login is good, or what may
// be done with it. They tell too which functions make a record. The policy can
// switch this off.

// roleWords are words of names for what somebody may do.
var roleWords = []string{"role", "admin", "permission", "privilege", "superuser", "scope"}

func isRoleWord(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(roleWords, func(w string) bool { return strings.Contains(name, w) })
}

// loginWords are words of names for whether a login is good, not for what may be
// done with it.
var loginWords = []string{
	"valid", "expir", "exp", "iat", "nbf", "notbefore", "active", "enabled", "disabled", "status", "state", "verified", "confirmed", "banned",
	"blocked", "locked", "suspended", "deleted", "revoked", "tokentype", "token_type", "type", "typ", "kind", "issuer", "iss", "audience", "aud",
	"version", "jti", "session", "mfa", "twofactor", "otp", "before", "after", "ok", "found", "exists", "empty", "alg", "method", "header",
}

// aboutLogin reports whether a value's name says that it tells whether a login
// is good.
func (f *frame) aboutLogin(v ssa.Value) bool {
	return f.e.subjects.names && isLoginWord(askedName(v))
}

func isLoginWord(name string) bool {
	name = strings.ToLower(name)
	for _, p := range []string{"is_", "is", "has"} {
		name = strings.TrimPrefix(name, p)
	}
	name = strings.TrimSuffix(name, "at")
	return slices.ContainsFunc(loginWords, func(w string) bool {
		return name == w || len(w) > 4 && strings.HasPrefix(name, w)
	})
}

// askedName is the name by which code knows a value: of a field, a key or a
// method; empty where it has none.
func askedName(v ssa.Value) string {
	for range maxRefine {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.FieldAddr:
			if st, ok := shape.Pointed(x.X.Type()).Underlying().(*types.Struct); ok {
				return st.Field(x.Field).Name()
			}
			return ""
		case *ssa.Field:
			if st, ok := x.X.Type().Underlying().(*types.Struct); ok {
				return st.Field(x.Field).Name()
			}
			return ""
		case *ssa.Lookup:
			return constantText(x.Index)
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Convert:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.Call:
			return calledName(&x.Call)
		case *ssa.Global:
			return x.Name()
		case *ssa.Parameter:
			return x.Name()
		case *ssa.FreeVar:
			return x.Name()
		case *ssa.Alloc:
			return x.Comment
		default:
			return ""
		}
	}
	return ""
}

// calledName is the key that a call looks under, or the name of what is called.
func calledName(c *ssa.CallCommon) string {
	for _, a := range c.Args {
		if text := constantText(outOfBox(a)); text != "" {
			return text
		}
	}
	if obj := calleeObject(c); obj != nil {
		return obj.Name()
	}
	return ""
}

func constantText(v ssa.Value) string {
	if c := shape.ConstOf(v); c != nil && c.Value != nil && c.Value.Kind() == constant.String {
		return constant.StringVal(c.Value)
	}
	return ""
}

// creators begin the names of functions that make a record, not find one, or give that
// of who logs in.
var creators = []string{
	"create", "new", "insert", "add", "register", "make", "build", "parse", "decode", "bind", "signup", "fill", "copy", "map", "convert", "assign", "merge",
	"unmarshal", "validate", "from", "login", "signin", "logon", "authenticate",
}

// askingOther are words in the names of functions that answer yes or no, and not
// about rights.
var askingOther = []string{"exist", "expir", "valid", "active", "verif", "revoke", "blacklist", "session", "equal", "zero", "empty", "before", "after", "fresh"}

// asksRight reports whether a function that is told who calls may say what the
// caller may do.
func (s *subjects) asksRight(name string) bool {
	name = strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
	return !s.names || name == "equalfold" || !slices.ContainsFunc(askingOther, func(w string) bool { return strings.Contains(name, w) })
}

// receivesTime reports whether a method is one of a time.
func receivesTime(c *ssa.CallCommon) bool {
	recv := c.Signature().Recv()
	return recv != nil && isTime(recv.Type())
}

func creates(name string) bool {
	name = strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
	return slices.ContainsFunc(creators, func(p string) bool { return strings.HasPrefix(name, p) })
}

// listWords are names of values that choose among many records, and name none.
var listWords = []string{
	"page", "pages", "pageno", "pagenum", "pagenumber", "pagesize", "perpage", "limit", "offset", "skip", "take", "size", "count", "top", "cursor",
	"q", "query", "search", "searchterm", "keyword", "keywords", "filter", "filters", "sortdesc", "desc", "asc",
	"sort", "sortby", "sortorder", "order", "orderby", "orderdir", "direction", "dir", "lang", "locale", "format", "timezone", "tz", "fields", "include", "expand",
	"from", "to", "since", "until", "start", "end", "startdate", "enddate", "fromdate", "todate", "date", "day", "week", "month", "year", "period", "frequency",
}

// choosesAmongMany reports whether the constants of a call say that the request names
// a page or an order, not a record.
func choosesAmongMany(constants string) bool {
	key, _, _ := strings.Cut(constants, "\x02")
	key = strings.NewReplacer("_", "", "-", "", ".", "").Replace(strings.ToLower(key))
	return slices.Contains(listWords, key)
}
