package tags

import "log"

// Chart is personal as a whole: the tag of the blank field says so.
type Chart struct {
	_ struct{} `pii:"health"`

	Ward  string
	Notes []string
	Seen  *Visit
}

// Visit is not marked.
type Visit struct {
	Day string
}

// Reviewed has a mark that takes nothing away.
type Reviewed struct {
	_ struct{} `pii:"-"`

	Mail string `pii:"email"`
	Plan string
}

// Empty has a blank field with a tag that means nothing here.
type Empty struct {
	_ struct{} `json:"email"`

	Plan string
}

type folder struct {
	Owner string
	Chart Chart
}

func marked(c *Chart, f folder, r Reviewed, e Empty) {
	log.Print(c.Ward)     // want `health from Chart reaches log.Print`
	log.Print(c.Notes[0]) // want `health from Chart reaches log.Print`
	log.Print(c.Seen.Day) // want `health from Chart reaches log.Print`
	log.Print(*c)         // want `health from Chart reaches log.Print`
	log.Print(f)          // want `health from Chart reaches log.Print`
	log.Print(f.Owner, r.Plan, e.Plan, e)
	log.Print(r.Mail) // want `email from Reviewed.Mail reaches log.Print`
	log.Print(r)      // want `email from Reviewed.Mail reaches log.Print`
}

func unmarked(v *Visit) {
	log.Print(v.Day, v)
}
