package policy

import (
	"strings"
	"testing"

	"github.com/piivet/piivet/piitag"
)

func TestKeys(t *testing.T) {
	for _, c := range []struct{ key, strict, broad string }{
		{"email", "email", "email"},
		{"Email", "email", "email"},
		{"EMAIL", "email", "email"},
		{"e-mail", "email", "email"},
		{"emailAddress", "email", "email"},
		{"email_address", "email", "email"},
		{"smtp.email", "email", "email"},
		{"user[email]", "email", "email"},
		{"u.email", "email", "email"},
		{"form[email]", "email", "email"},
		{"properties.email", "email", "email"},
		{"property.email", "", ""},
		{"validation.errors.email", "", ""},
		{"label", "", ""},
		{"PhoneNumber", "phone", "phone"},
		{"dateOfBirth", "dob", "dob"},
		{"DATE_OF_BIRTH", "dob", "dob"},
		{"smtp.password", "credential", "credential"},
		{"iban", "bank_account", "bank_account"},
		{"SSN", "ssn", "ssn"},
		{"firstName", "name", "name"},
		{"staff_badge", "", "badge"},
		{"badge", "badge", "badge"},

		{"customer_email", "", "email"},
		{"customerEmail", "", "email"},
		{"DB_PASSWORD", "", "credential"},
		{"name", "", "name"},
		{"address", "", "address"},
		{"token", "", "credential"},
		{"user_id", "", "user_id"},
		{"billing_phone_number", "", "phone"},

		{"email_verified", "", ""},
		{"emailTemplate", "", ""},
		{"phone_required", "", ""},
		{"PASSWORD_FILE", "", ""},
		{"EMAIL_USE_TLS", "", ""},
		{"id", "", ""},
		{"unknown", "", ""},
		{"", "", ""},
		{"your email, please", "", ""},
		{"E-mail address:", "", ""},
		{strings.Repeat("x", 99) + "_email", "", ""},
	} {
		for level, want := range map[string]string{"off": "", "strict": c.strict, "broad": c.broad} {
			p, err := Parse("x", []byte("[sources]\nkeys = \""+level+"\"\n[[class]]\nname = \"badge\"\nlevel = \"high\"\n"))
			if err != nil {
				t.Fatal(err)
			}
			if tag, ok := p.Key(c.key); tag.Class != want || ok != (want != "") {
				t.Errorf("%s: %q is %q, want %q", level, c.key, tag.Class, want)
			}
		}
	}
	if Default().Keys() != KeysStrict {
		t.Error("keys are not strict without a word")
	}
}

// TestStrictKeys wants the strict words to be words of the table.
func TestStrictKeys(t *testing.T) {
	for _, word := range StrictKeys() {
		c, ok := piitag.Lookup(word)
		if !ok || c.Name == piitag.Unknown || c.Level < piitag.Moderate {
			t.Errorf("%s is no word for a class of level moderate or high", word)
		}
	}
}
