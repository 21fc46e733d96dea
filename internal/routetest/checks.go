package routetest

import (
	"maps"
	"slices"
	"strings"
)

// check is a piece of code that goes on, or does not. Its words are those of a
// framework:
//
//	TOKEN METHOD QUERY   what the request says
//	PATH SERVICE         its path, and what names in it begin with
//	NEXT                 goes on, and leaves
//	CALL                 goes on, and comes back
//	DENY                 refuses, and leaves
//	REFUSE               says no, and does not leave
//	SETUSER GETUSER      who calls, kept in the context
type check struct {
	name string
	text string
}

var checks = map[string]*check{}

func init() {
	for name, text := range checkTexts {
		checks[name] = &check{name, strings.TrimSpace(strings.ReplaceAll(text, "\n\t", "\n"))}
	}
}

// checkTexts are all checks. Those that let strangers pass stand below.
var checkTexts = map[string]string{
	"err": `
	if err := people.VerifyToken(TOKEN); err != nil {
		DENY
	}
	NEXT`,
	"errlate": `
	err := people.VerifyToken(TOKEN)
	if METHOD == "PATCH" {
		DENY
	}
	if err != nil {
		DENY
	}
	NEXT`,
	"ok": `
	if people.IsVerified(TOKEN) {
		NEXT
	}
	DENY`,
	"helper": `
	if !Known(TOKEN) {
		DENY
	}
	NEXT`,
	"pointer": `
	u := UserOf(TOKEN)
	if u == nil {
		DENY
	}
	NEXT`,
	"commaok": `
	_, ok := Lookup(TOKEN)
	if !ok {
		DENY
	}
	NEXT`,
	"helpererr": `
	id, err := Authenticate(TOKEN)
	if err != nil {
		DENY
	}
	_ = id
	NEXT`,
	"switch": `
	switch err := people.VerifyToken(TOKEN); {
	case errors.Is(err, people.ErrUnknown):
		DENY
	case err != nil:
		DENY
	}
	NEXT`,
	"iface": `
	var by Checker = Tokens{}
	if err := by.Check(TOKEN); err != nil {
		DENY
	}
	NEXT`,
	"funcvar": `
	if err := Vouch(TOKEN); err != nil {
		DENY
	}
	NEXT`,
	"schemes": `
	scheme, token, found := strings.Cut(TOKEN, " ")
	switch {
	case !found:
		DENY
	case scheme != "Bearer":
		DENY
	case people.VerifyToken(scheme+" "+token) != nil:
		DENY
	}
	NEXT`,
	"retry": `
	var err error
	for range 3 {
		if err = people.VerifyToken(TOKEN); err == nil {
			break
		}
	}
	if err != nil {
		DENY
	}
	NEXT`,
	"setuser": `
	id, err := Authenticate(TOKEN)
	if err != nil {
		DENY
	}
	SETUSER
	NEXT`,

	"guardtree": `
	if strings.HasPrefix(PATH, "/SERVICEg") {
		if people.VerifyToken(TOKEN) != nil {
			DENY
		}
	}
	NEXT`,
	"opensuffix": `
	if strings.HasSuffix(PATH, "3") || strings.HasSuffix(PATH, "7") {
		NEXT
	}
	if people.VerifyToken(TOKEN) != nil {
		DENY
	}
	NEXT`,
	"opentree": `
	if path := PATH; !strings.HasPrefix(path, "/SERVICEg") && people.VerifyToken(TOKEN) != nil {
		DENY
	}
	NEXT`,
	"openswitch": `
	switch PATH {
	case "/SERVICEp10", "/SERVICEp12", "/SERVICEp14", "/SERVICEp16":
		NEXT
	}
	if !Known(TOKEN) {
		DENY
	}
	NEXT`,
	"openhelper": `
	if IsOpen(PATH) {
		NEXT
	}
	if _, err := Authenticate(TOKEN); err != nil {
		DENY
	}
	NEXT`,
	"openmap": `
	if !OpenPaths[PATH] && !people.IsVerified(TOKEN) {
		DENY
	}
	NEXT`,

	"none": `
	NEXT`,
	"ignored": `
	people.VerifyToken(TOKEN)
	NEXT`,
	"logged": `
	if err := people.VerifyToken(TOKEN); err != nil {
		log.Println("not verified")
	}
	NEXT`,
	"inverted": `
	if err := people.VerifyToken(TOKEN); err == nil {
		DENY
	}
	NEXT`,
	"header": `
	if TOKEN == "" {
		DENY
	}
	NEXT`,
	"branch": `
	if METHOD == "POST" {
		if people.VerifyToken(TOKEN) != nil {
			DENY
		}
	}
	NEXT`,
	"bypass": `
	if QUERY != "1" && people.VerifyToken(TOKEN) != nil {
		DENY
	}
	NEXT`,
	"late": `
	CALL
	if people.VerifyToken(TOKEN) != nil {
		DENY
	}
	END`,
	"stays": `
	if people.VerifyToken(TOKEN) != nil {
		REFUSE
	}
	NEXT`,
	"parsed": `
	id, err := ParseToken(TOKEN)
	if err != nil {
		DENY
	}
	_ = id
	NEXT`,
	"guest": `
	u := UserOrGuest(TOKEN)
	if u == nil {
		DENY
	}
	NEXT`,
	"ifacebad": `
	var by Checker = Anybody{}
	if err := by.Check(TOKEN); err != nil {
		DENY
	}
	NEXT`,
	"optional": `
	if id, err := Authenticate(TOKEN); err == nil {
		SETUSER
	}
	NEXT`,
	"goroutine": `
	token := TOKEN
	go func() {
		if people.VerifyToken(token) != nil {
			log.Println("not verified")
		}
	}()
	NEXT`,

	"ctxuser": `
	GETUSER
	if !ok {
		DENY
	}
	NEXT`,
}

// onlyMiddleware are checks that pass something on.
var onlyMiddleware = []string{"setuser", "optional"}

func sortedChecks(but ...string) (list []*check) {
	for _, name := range slices.Sorted(maps.Keys(checks)) {
		if !slices.Contains(but, name) {
			list = append(list, checks[name])
		}
	}
	return list
}

// notFollowed are checks of which piivet is known to say nothing: see "What it
// cannot see" in docs/piihandler.md.
var notFollowed = []string{"ctxuser"}

// notElsewhere are checks with a table that is known in its package alone.
var notElsewhere = []string{"openmap"}

func handlerChecks() []*check {
	return sortedChecks(slices.Concat(onlyMiddleware, notFollowed, notElsewhere)...)
}

func middlewareChecks(d *dialect) []*check {
	list := sortedChecks(notFollowed...)
	for range 3 { // what stands before handlers mostly does its work
		list = append(list, checks["err"], checks["helper"], checks["setuser"], checks["optional"], checks["none"])
	}
	return append(list, d.ownChecks...)
}

// helpers are functions that checks call.
const helpers = `
// Caller is who calls.
type Caller struct{ ID string }

// Known says whether a token is known.
func Known(token string) bool {
	if token == "" {
		return false
	}
	return people.VerifyToken(token) == nil
}

// UserOf is who has a token, or nil.
func UserOf(token string) *Caller {
	if people.VerifyToken(token) != nil {
		return nil
	}
	return &Caller{ID: "1"}
}

// UserOrGuest is who has a token, or a guest.
func UserOrGuest(token string) *Caller {
	if u := UserOf(token); u != nil {
		return u
	}
	return &Caller{}
}

// OpenPaths need no token.
var OpenPaths = map[string]bool{"/SERVICEp11": true, "/SERVICEp13": false, "/SERVICEp15": true, "/SERVICEp17": true, "/SERVICEp19": true}

var openEnds = []string{"p9", "p12", "p20", "p21", "p22"}

// IsOpen says whether a path needs no token.
func IsOpen(path string) bool {
	for _, end := range openEnds {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return slices.Contains([]string{"/SERVICEp8", "/SERVICEp18"}, path)
}

// Lookup finds who has a token.
func Lookup(token string) (string, bool) {
	id, err := Authenticate(token)
	return id, err == nil
}

// Authenticate finds who has a token.
func Authenticate(token string) (string, error) {
	if token == "" {
		return "", errors.New("no token")
	}
	if err := people.VerifyToken(token); err != nil {
		return "", fmt.Errorf("bad token: %w", err)
	}
	return "1", nil
}

// ParseToken takes a token apart.
func ParseToken(token string) (string, error) {
	_, id, _ := strings.Cut(token, " ")
	if len(id) > 100 {
		return "", errors.New("bad token")
	}
	return id, nil
}

// Checker checks tokens.
type Checker interface{ Check(token string) error }

// Tokens knows them.
type Tokens struct{}

// Check verifies.
func (Tokens) Check(token string) error { return people.VerifyToken(token) }

// Anybody lets everybody pass.
type Anybody struct{}

// Check does not verify.
func (Anybody) Check(token string) error { return nil }

var verifier = people.VerifyToken

// Vouch asks what is set once.
func Vouch(token string) error { return verifier(token) }
`
