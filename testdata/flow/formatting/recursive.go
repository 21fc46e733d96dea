package formatting

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
)

// Member refers to itself, and to a group that refers back.
type Member struct {
	ID    string
	Email string  `pii:"email" json:"email"`
	Phone string  `pii:"phone" json:"-"`
	Boss  *Member `json:"boss"`
	Group *Group  `json:"group"`
}

// Group holds members.
type Group struct {
	Name    string
	Members []Member
	Leaders map[string]*Member
	Badge   string `pii:"employment" json:"-"`
}

func recursiveJSON(m Member) {
	b, _ := json.Marshal(m)
	log.Printf("%s", b) // want `email from Member.Email reaches log.Printf without`

	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(m.Group); err == nil {
		log.Print(buf.String()) // want `email from Member.Email reaches log.Print without`
	}
}

func recursiveFmt(m *Member) {
	fmt.Printf("%+v", *m)      // want `email from Member.Email and phone from Member.Phone reach fmt.Printf without`
	fmt.Printf("%+v", m.Group) // want `email from Member.Email, phone from Member.Phone and employment from Group.Badge reach fmt.Printf without`
	fmt.Printf("%v", m.Group.Name)
	fmt.Printf("%v", m.Group.Leaders)
}

// tree is plain; what is in it decides.
type tree struct {
	Text string
	Kids []tree
	Note string `json:"-"`
}

func printTree(t tree) {
	b, _ := json.Marshal(t)
	log.Printf("%s", b)
}

func recursivePlain(m Member) {
	printTree(tree{Text: m.ID, Kids: []tree{{Text: m.ID, Note: m.Email}}})
	printTree(tree{Text: m.ID, Kids: []tree{{Text: m.Email}}}) // want `email from Member.Email reaches log.Printf without`
}
