// Package protooptions reads a message whose fields have the options of public
// projects.
package protooptions

import (
	"log"

	"example.com/presets/proto-options/pb"
)

func show(v *pb.Volume) {
	log.Print(v.Id, v.GetZone())
	log.Print(v.Secrets["key"]) // want `credential from Volume.Secrets reaches log.Print`
	log.Print(v.GetInline())    // want `unknown from Volume.Inline reaches log.Print`
	log.Print(v.GetOwner())     // want `unknown from Volume.Owner reaches log.Print`
	log.Print(v.GetContact())   // want `unknown from Volume.Contact reaches log.Print`
	log.Print(v)                // want `credential from Volume.Secrets`
}
