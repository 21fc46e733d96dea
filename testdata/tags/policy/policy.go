// Package policy has fields that a policy file says something about, too.
package policy

type User struct {
	Email string `pii:"email"` // want `pii tag of User.Email says "email", a \[\[field\]\] of the policy says "phone", which counts: remove one of them`
	Phone string `pii:"phone"`
	Plan  string `pii:"-"` // want `pii tag of User.Plan says "-", a \[\[field\]\] of the policy says "activity"`
	Badge string `pii:"badge"`
}

type Copy struct{ Number string }

func lost(u User) Copy {
	return Copy{u.Badge} // want `badge from User.Badge goes into Copy.Number`
}
