package laundering

import (
	"bytes"
	"encoding/gob"
)

// Profile is what a decoder fills of which nobody follows what goes where.
type Profile struct {
	ID, Plan, Region, Team, Note string
	Size                         int
}

func fromGob(c Customer) (*Profile, error) {
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(c); err != nil {
		return nil, err
	}
	p := &Profile{}
	if err := gob.NewDecoder(&buf).Decode(p); err != nil {
		return nil, err
	}
	return copied(p), nil
}

func copied(p *Profile) *Profile {
	out := &Profile{ID: p.ID, Plan: p.Plan, Region: p.Region, Team: p.Team, Note: p.Note}
	return out
}
