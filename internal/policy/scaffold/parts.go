package scaffold

// parts are the sections in the order in which a new file has them: first what
// most people want to change. Examples stand in the file as comments.
var parts = []part{
	{"policy", false, `What each way out demands, by level: allow, or one or more of redact, verify, consent and
approved with | between them. These are the defaults.`,
		`log      = "redact"
error    = "redact"
response = { low = "allow", moderate = "verify", high = "verify" }
outbound = { low = "allow", moderate = "redact|consent|approved", high = "redact|approved" }
`},
	{"analyzers", false, "Analyzers that report nothing, and categories of findings that are off without a word.",
		`piierror = false
"piihandler/subject" = true
`},
	{"exclude", false, "Where findings are not reported. What lies there is analysed all the same.",
		`files = ["*_test.go", "/internal/legacy/**"]
packages = ["example.com/shop/gen/**"]
generated = true
`},
	{"preset", true, `Conventions of known projects by which code marks what is sensitive: see the list in
'piivet help policy'.`,
		`name = ["kubernetes-datapolicy", "secret-types"]
`},
	{"tag", true, "A tag convention of your own. Values stand for classes, \"-\" for what is not personal.",
		`key = "privacy"
values = { mail = "email", public = "-" }
`},
	{"field", true, "Personal data in a type that can't be tagged, because it is generated or not yours.",
		`type = "example.com/gen/pb.User"
field = "Email"
class = "email"
`},
	{"type", true, "A type that is personal data as a whole, wherever a value of it occurs.",
		`type = "example.com/secret.Token"
class = "credential"
`},
	{"proto", true, `An option of fields in .proto files that marks personal data. The option debug_redact is known;
a class for it may be set.`,
		`option = "example.privacy.class"
class = "unknown,level=high"
values = { PUBLIC = "-" }
`},
	{"class", true, "A class of your own, or another level for a built-in one.",
		`name = "badge"
level = "high"
meaning = "number on the staff badge"
`},
	{"source", true, "A function that brings personal data in.",
		`func = "example.com/db.Store.FindMail"
class = "email"
`},
	{"redactor", true, "A function whose results are clean.",
		`func = "example.com/mask.Email"
classes = ["email"]
`},
	{"verifier", true, "A function whose nil error, or true result, proves who the caller is.",
		`func = "example.com/auth.Session.Check"
`},
	{"consent", true, "A function whose nil error, or true result, proves that the person agreed.",
		`func = "example.com/consent.Given"
purpose = "newsletter"
`},
	{"sink", true, "A function whose arguments leave: kind is log, error, response or outbound.",
		`func = "example.com/audit.Trail.Write"
kind = "log"
`},
	{"recipient", true, "Somebody to whom data is handed on, and the classes that he may get.",
		`name = "stripe"
match = ["github.com/stripe/stripe-go/**"]
allow = ["email", "payment_card"]
`},
	{"model", true, "What functions of a library do with data, if piivet does not know it: see 'piivet help models'.",
		`path = ["example.com/applog"]

[[model.func]]
name = ["Logger.Info"]
sink = "log"
data = ["print(1[])"]
`},
}
