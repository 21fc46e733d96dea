// Package partkeys reads the parts of a form one by one, by their names.
package partkeys

import (
	"bytes"
	"io"
	"log"
	"mime/multipart"
	"net/http"
)

func each(r *http.Request) error {
	mr, err := r.MultipartReader()
	if err != nil {
		return err
	}
	for {
		p, err := mr.NextPart()
		if err != nil {
			return err
		}
		b, err := io.ReadAll(p)
		if err != nil {
			return err
		}
		if p.FormName() == "email" {
			log.Print(string(b)) // want `email from the part "email" reaches log.Print`
		}
		switch p.FormName() {
		case "phone":
			log.Print(len(b), string(b)) // want `phone from the part "phone" reaches log.Print`
		case "file", "title":
			log.Print(string(b))
		default:
			log.Print(string(b))
		}
		log.Print(string(b))
	}
}

func only(mr *multipart.Reader) {
	p, err := mr.NextPart()
	if err != nil || p.FormName() != "ssn" {
		return
	}
	log.Print(text(p)) // want `ssn from the part "ssn" reaches log.Print`
	log.Print(p.FileName(), p.FormName())
}

func text(r io.Reader) string {
	var buf bytes.Buffer
	_, _ = buf.ReadFrom(r)
	return buf.String()
}

// another has one part in mind and reads the other.
func another(mr *multipart.Reader) {
	p, _ := mr.NextPart()
	q, _ := mr.NextPart()
	b, _ := io.ReadAll(q)
	if p.FormName() == "email" {
		log.Print(string(b))
	}
}

// answered goes to who sent it.
func answered(w http.ResponseWriter, r *http.Request) {
	mr, _ := r.MultipartReader()
	p, _ := mr.NextPart()
	if p.FormName() == "email" {
		b, _ := io.ReadAll(p)
		_, _ = w.Write(b)
	}
}
