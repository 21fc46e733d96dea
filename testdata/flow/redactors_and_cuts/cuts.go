// Package cuts holds what carries no personal data any more, beside what looks
// like it but still does.
package cuts

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"hash/fnv"
	"log"
	"strings"
	"unicode/utf8"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Pin   int    `pii:"credential"`
}

func questions(c, d Customer) {
	log.Println(len(c.Email))
	log.Println(c.Email == "", c.Email != d.Email, c.Email < d.Email)
	log.Println(strings.HasSuffix(c.Email, ".org"), strings.Contains(c.Email, "+"))
	log.Println(strings.Count(c.Email, "@"), strings.IndexByte(c.Email, '@'))
	log.Println(strings.Compare(c.Email, d.Email), strings.EqualFold(c.Email, d.Email))
	log.Println(utf8.RuneCountInString(c.Email), utf8.ValidString(c.Email))
	log.Println(subtle.ConstantTimeCompare([]byte(c.Email), []byte(d.Email)))
	log.Println(c == d, c.Pin > 999)
	ok := c.Email != "" && c.Pin != 0
	log.Println(ok)
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
}

func decisions(c Customer) {
	kind := "private"
	if strings.HasSuffix(c.Email, "@example.com") {
		kind = "staff"
	}
	log.Println(kind)
	switch c.Email {
	case "":
		log.Println("no address")
	case "root":
		log.Println("root")
	}
	names := map[string]string{"a": "first"}
	log.Println(names[c.Email])
	table := []string{"zero", "one"}
	log.Println(table[len(c.Email)%2])
}

func plainHashes(c Customer) {
	sum := sha256.Sum256([]byte(c.Email))
	log.Printf("%x", sum)                   // want `email from Customer.Email reaches log.Printf`
	log.Println(hex.EncodeToString(sum[:])) // want `email from Customer.Email reaches log.Println`
	old := md5.Sum([]byte(c.Email))
	log.Printf("%x", old[:4]) // want `email from Customer.Email reaches log.Printf`
	h := sha256.New()
	h.Write([]byte(c.Email))
	log.Printf("%x", h.Sum(nil)) // want `email from Customer.Email reaches log.Printf`
	log.Println(h.Size())
	other := sha256.Sum256([]byte(c.ID))
	log.Printf("%x", other)
}

func shortHash(c Customer) {
	h := fnv.New32a()
	h.Write([]byte(c.Email))
	log.Println(h.Sum32()) // want `email from Customer.Email reaches log.Println`
	g := fnv.New32a()
	g.Write([]byte(c.ID))
	log.Println(g.Sum32())
}

func keyed(c Customer, key []byte) {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(c.Email))
	log.Printf("%x", m.Sum(nil))
	tag := hex.EncodeToString(m.Sum(nil))
	log.Println(tag)
	log.Println(hmac.Equal(m.Sum(nil), []byte(tag)))
}

func sealed(c Customer, key []byte) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return
	}
	nonce := make([]byte, gcm.NonceSize())
	rand.Read(nonce)
	box := gcm.Seal(nil, nonce, []byte(c.Email), nil)
	log.Printf("%x", box)
	log.Println(base64.StdEncoding.EncodeToString(box))
	log.Println(base64.StdEncoding.EncodeToString([]byte(c.Email))) // want `email from Customer.Email reaches log.Println`
}

func starred(c Customer) {
	log.Println(strings.Repeat("*", len(c.Email)))
	b := make([]byte, 0, len(c.Email))
	for i := 0; i < len(c.Email); i++ {
		b = append(b, '*')
	}
	log.Println(string(b))
	log.Println(strings.Map(func(rune) rune { return '*' }, c.Email))
	log.Println(strings.ToLower(c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Title(c.Email))   // want `email from Customer.Email reaches log.Println`
}

//pii:redact
func mask(s string) string { return s[:1] + "***" }

func looksLikeMask(s string) string { return s + "***" }

func masked(c Customer) {
	c.Email = mask(c.Email)
	log.Println(c.Email)
	log.Println(c) // want `credential from Customer.Pin reaches log.Println`
	c.Pin = 0
	log.Println(c)
}

func masksOnly(c Customer) {
	log.Println(looksLikeMask(c.Email)) // want `email from Customer.Email reaches log.Println`
	m := mask(c.Email)
	log.Println(m)
	log.Println(m, c.Email) // want `email from Customer.Email reaches log.Println`
	s := c.Email
	mask(s)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

func constants(c Customer) {
	status := map[bool]string{true: "known", false: "unknown"}[c.Email != ""]
	log.Println(status)
	n := 0
	for range strings.Fields(c.Email) {
		n++
	}
	log.Println(n)
	log.Println(min(len(c.Email), 3), max(len(c.Email), 3))
	log.Println(min(c.Pin, 3)) // want `credential from Customer.Pin reaches log.Println`
}
