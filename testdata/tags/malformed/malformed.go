// Package malformed has tags with mistakes, each next to what was meant.
package malformed

type customer struct {
	ID      string `json:"id" pii:"user_id"`
	Email   string `json:"email" pii:"emial"`            // want `pii tag of customer.Email: unknown class "emial" \(did you mean "email"\?\)`
	Upper   string `pii:"Email"`                         // want `pii tag of customer.Upper: unknown class "Email"`
	Phone   string `pii:"phone,level=hihg"`              // want `unknown level "hihg", want low, moderate or high \(did you mean "high"\?\)`
	Card    string `pii:"payment_card,lvl=high"`         // want `unknown key "lvl"`
	Colon   string `pii:"payment_card,level:high"`       // want `"level:high", want key=value \(did you mean "level=high"\?\)`
	Bare    string `pii:"email,high"`                    // want `unknown option "high" \(did you mean "level=high"\?\)`
	Spaced  string `pii:"email, level=high"`             // want `space before "level=high"`
	Twice   string `pii:"email,email"`                   // want `"email" is a second class, a tag has one`
	Alias   string `pii:"email,mail"`                    // want `"mail" is a second class, a tag has one`
	Both    string `pii:"email,phone"`                   // want `pii tag of customer.Both: "phone" is a second class, a tag has one`
	Behind  string `pii:"level=high,email"`              // want `"level" before the class, which comes first`
	Keys    string `pii:"email" json:"keys" pii:"phone"` // want `pii tag of customer.Keys: second pii tag`
	Capital string `json:"capital" PII:"email"`          // want `key "PII" is not pii \(did you mean "pii"\?\)`
	Comma   string `json:"comma",pii:"email"`            // want `pii tag of customer.Comma`
	Loose   string `json:"loose" pii:email`              // want `malformed struct tag hides the pii tag`
	Empty   string `pii:""`                              // want `empty tag, want a class or "-"`
	Several string `pii:"emial, levle=hihg"`             // want `unknown class "emial"`
	Dash    string `pii:"-,level=high"`                  // want `"-" stands alone, without options`
	Quoted  string "json:\"quoted\" pii:\"phnoe\""       // want `unknown class "phnoe" \(did you mean "phone"\?\)`
	Retain  string `pii:"email,retain=90days"`           // want `bad period "90days"`
	Fine    string `json:"fine" pii:"email,level=high,quasi"`
	Looked  string `json:"looked" pii:"-"`
	Other   string `json:"pii"`
}

type (
	_ struct {
		Inner struct {
			Mail string `pii:"mial"` // want `pii tag of struct.Mail: unknown class "mial" \(did you mean "mail"\?\)`
		}
	}
)

func local() {
	type row struct {
		Name string `pii:"nmae"` // want `pii tag of row.Name: unknown class "nmae" \(did you mean "name"\?\)`
	}
	_ = row{}
	_ = struct {
		City string `pii:"loction"` // want `unknown class "loction" \(did you mean "location"\?\)`
	}{}
}
