package filled

import (
	"fmt"
	"log"

	"encoding/gob"
	"io"
)

// reply is known to hold the text of what was decoded. Its error is not made
// of that.
type reply struct {
	Body string
	Err  error
}

type handle struct {
	err  error
	dest any
}

func (h handle) Error() error { return h.err }

func decoded(u User) {
	r, w := io.Pipe()
	go gob.NewEncoder(w).Encode(u)
	var got reply
	gob.NewDecoder(r).Decode(&got)
	log.Println(got.Err)
	log.Println(got.Body) // want `email from User.Email reaches log.Println`
	h := handle{dest: got}
	log.Println(h.Error())
	h.err = fmt.Errorf("bad %s", u.Email) // want `email from User.Email reaches fmt.Errorf`
	log.Println(h.Error())
}
