package secrets

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/sqlcolumns"
)

// A name says whether only its owner knows what it names: a token, the key of an
// API, a session. Names are compared in lower case and without underscores.

// secretEnds are the words that such a name ends in, behind which there may be one of hashEnds.
var (
	secretEnds = []string{
		"token", "apikey", "secret", "sessionid", "session", "sessionkey", "accesskey", "authkey", "adminkey", "masterkey",
		"internalkey", "credential", "password", "passwd", "passcode",
	}
	hashEnds = []string{"hash", "hashed", "digest", "sha256", "sum", "value"}

	// sharedWords make a name that ends so one of something else.
	sharedWords = []string{
		"csrf", "xsrf", "device", "push", "fcm", "apns", "page", "cursor", "next", "continuation", "sync", "change", "public",
		"lock", "nonce", "idempotency",
	}

	// idsOfSecrets are columns that are the secret where the table has secrets alone.
	idsOfSecrets = []string{"key", "hash", "value", "digest", "hashedkey", "keyhash"}
)

// IsName reports whether what has this name is known to its owner alone.
func IsName(name string) bool {
	s := sqlcolumns.Squashed(name)
	if slices.ContainsFunc(sharedWords, func(w string) bool { return strings.Contains(s, w) }) {
		return false
	}
	s = strings.TrimPrefix(s, "hashed")
	for _, e := range hashEnds {
		s = strings.TrimSuffix(s, e)
	}
	return s == "sid" || slices.ContainsFunc(secretEnds, func(w string) bool { return strings.HasSuffix(s, w) })
}

// hints are words of names that have to do with who calls.
var hints = []string{
	"token", "key", "session", "secret", "pass", "credential", "cookie", "hash", "digest", "code", "sign", "jwt",
	"auth", "login", "verif", "check", "valid", "current", "caller", "grant", "allow", "permi",
}

// Hints reports whether a name may have to do with who calls: what is found, or asked, under
// it may be a check.
func Hints(name string) bool {
	s := sqlcolumns.Squashed(name)
	return slices.ContainsFunc(hints, func(w string) bool { return strings.Contains(s, w) })
}

// isSecretColumn reports whether a row is found by a secret, if it is found by
// this column. The table may be a type's name.
func isSecretColumn(table, column string) bool {
	if IsName(column) {
		return true
	}
	t := strings.TrimSuffix(sqlcolumns.Squashed(table), "s")
	if !IsName(t) {
		return false
	}
	c := sqlcolumns.Squashed(column)
	return slices.Contains(idsOfSecrets, c) || c == "id" && strings.HasSuffix(t, "session")
}

func isSecret(c sqlcolumns.Column) bool { return isSecretColumn(c.Table, c.Name) }

// holdsSecrets reports whether a collection with this name is one whose keys are
// secrets: tokens, sessions, usersByToken, tokenUsers.
func holdsSecrets(name string) bool {
	s := sqlcolumns.Squashed(name)
	if slices.ContainsFunc(sharedWords, func(w string) bool { return strings.Contains(s, w) }) {
		return false
	}
	return slices.ContainsFunc([]string{"token", "apikey", "session", "secret"}, func(w string) bool { return strings.Contains(s, w) })
}
