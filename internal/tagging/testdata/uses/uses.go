// Package uses has types of which only their use says that they are about persons.
package uses

type Party struct {
	Name    string // want name high
	Remarks string // want message high
}

type Blob struct{ Name string }

type Sale struct {
	Buyer, Shipper *Party
	Consignees     []Party
	Owner          Blob
	Payload        Blob
}
