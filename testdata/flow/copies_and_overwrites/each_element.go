package copies

import (
	"encoding/json"
	"log"
)

type visit struct {
	ID    string
	Mail  string `pii:"email"`
	Guest *guest
}

type guest struct {
	Mail string `pii:"email"`
}

func (v *visit) clean() { v.Mail, v.Guest = "", nil }

func visits(b []byte) (out []visit) {
	_ = json.Unmarshal(b, &out)
	return out
}

func pointers(b []byte) (out []*visit) {
	_ = json.Unmarshal(b, &out)
	return out
}

func eachElement(b []byte) {
	byNumber := visits(b)
	for i := range byNumber {
		byNumber[i].Mail = ""
		byNumber[i].Guest = nil
	}
	log.Println(byNumber)

	counted := visits(b)
	for i := 0; i < len(counted); i++ {
		v := &counted[i]
		v.clean()
	}
	log.Println(counted)

	var inVariable []visit
	if json.Unmarshal(b, &inVariable) != nil {
		return
	}
	for i, v := range inVariable {
		v.clean()
		inVariable[i] = v
	}
	log.Println(inVariable)
}

func notEachElement(b []byte) {
	ended := visits(b)
	for i := range ended {
		if ended[i].ID == "" {
			break
		}
		ended[i].clean()
	}
	log.Println(ended) // want `email from visit.Mail .*reach`

	some := visits(b)
	for i := range some {
		if some[i].ID != "" {
			some[i].clean()
		}
	}
	log.Println(some) // want `email from visit.Mail .*reach`

	rest := visits(b)
	for i := 1; i < len(rest); i++ {
		rest[i].clean()
	}
	log.Println(rest) // want `email from visit.Mail .*reach`

	part := visits(b)
	for i := range part[:1] {
		part[i].clean()
	}
	log.Println(part) // want `email from visit.Mail .*reach`

	field := visits(b)
	for i := range field {
		field[i].Guest = nil
	}
	log.Println(field) // want `email from visit.Mail reaches`

	neighbour := visits(b)
	for i := range neighbour {
		neighbour[i].clean()
		if i > 0 {
			neighbour[i-1] = visits(b)[0]
		}
	}
	log.Println(neighbour) // want `email from visit.Mail .*reach`

	all, mine := pointers(b), pointers(b)
	for _, v := range mine {
		v.Mail = ""
	}
	log.Println(all[0].Mail) // want `email from visit.Mail reaches`

	copies := visits(b)
	for _, v := range copies {
		v.clean()
	}
	log.Println(copies) // want `email from visit.Mail .*reach`
}
