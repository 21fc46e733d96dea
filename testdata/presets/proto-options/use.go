// Package protooptions reads a message whose fields have the options of public
// projects.
package protooptions

import (
	"log"

	"example.com/presets/proto-options/pb"
	"example.com/presets/proto-options/signup"
)

func show(v *pb.Volume) {
	log.Print(v.Id, v.GetZone())
	log.Print(v.Secrets["key"]) // want `credential from Volume.Secrets reaches log.Print`
	log.Print(v.GetInline())    // want `unknown from Volume.Inline reaches log.Print`
	log.Print(v.GetOwner())     // want `unknown from Volume.Owner reaches log.Print`
	log.Print(v.GetContact())   // want `unknown from Volume.Contact reaches log.Print`
	log.Print(v)                // want `credential from Volume.Secrets`
}

func allowed(s *signup.Signup) {
	log.Print(s.Id, s.GetSeats(), s.GetPlan().GetName(), s.GetCampaign())
	log.Print(s.GetEmail())    // want `unknown from Signup.Email reaches log.Print`
	log.Print(s.Region)        // want `unknown from Signup.Region reaches log.Print`
	log.Print(s.GetNames()[0]) // want `unknown from Signup.Names reaches log.Print`
	log.Print(s.GetLink())     // want `unknown from Signup.Link reaches log.Print`
	log.Print(s)               // want `unknown from Signup.Email`
}
