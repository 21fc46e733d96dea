// Package formatting asks what a formatter really prints.
package formatting

import (
	"fmt"
	"log"
	"time"
)

// Plain has no methods.
type Plain struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

func verbs(p Plain) {
	log.Printf("%s", p.ID)
	log.Printf("%s", p.Email)    // want `email from Plain.Email reaches log.Printf`
	log.Printf("%q", p.Email)    // want `email from Plain.Email reaches log.Printf`
	log.Printf("%x", p.Email)    // want `email from Plain.Email reaches log.Printf`
	log.Printf("%-20s", p.Email) // want `email from Plain.Email reaches log.Printf`
	log.Printf("%.3s", p.Email)  // want `email from Plain.Email reaches log.Printf`
	log.Printf("%v", p)          // want `email from Plain.Email and phone from Plain.Phone reach log.Printf`
	log.Printf("%+v", p)         // want `email from Plain.Email and phone from Plain.Phone reach log.Printf`
	log.Printf("%#v", p)         // want `email from Plain.Email and phone from Plain.Phone reach log.Printf`
	log.Printf("%s", p)          // want `email from Plain.Email and phone from Plain.Phone reach log.Printf`
	log.Printf("%T", p)
	log.Printf("%T %T", p.Email, &p)
	log.Printf("%p", &p)
	log.Printf("%t", p.Email == "")
	log.Printf("%d", len(p.Email))
	log.Printf("%v", []byte(p.Email)) // want `email from Plain.Email reaches log.Printf`
	log.Printf("%d", []byte(p.Email)) // want `email from Plain.Email reaches log.Printf`
	log.Printf("%c", []rune(p.Email)) // want `email from Plain.Email reaches log.Printf`
}

func indexes(p Plain) {
	log.Printf("%[2]s", p.Email, p.ID)
	log.Printf("%[1]s", p.Email, p.ID)       // want `email from Plain.Email reaches log.Printf`
	log.Printf("%[2]s %[1]s", p.ID, p.Email) // want `email from Plain.Email reaches log.Printf`
	log.Printf("%[1]T", p.Email)
	log.Printf("%[1]T %[1]v", p.Email) // want `email from Plain.Email reaches log.Printf`
	log.Printf("%T %s", p.Email, p.ID)
	log.Printf("%s %T", p.Email, p.ID) // want `email from Plain.Email reaches log.Printf`
	log.Printf("%*d", len(p.Email), 3)
	log.Printf("100%% %s", p.ID)
	log.Printf("%s of %d%%: %s", p.ID, 100, p.Phone) // want `phone from Plain.Phone reaches log.Printf`
}

func pointers(p *Plain) {
	log.Println(p)       // want `email from Plain.Email and phone from Plain.Phone reach log.Println`
	log.Printf("%+v", p) // want `email from Plain.Email and phone from Plain.Phone reach log.Printf`
	log.Println([]*Plain{p})
	log.Println(map[string]*Plain{"a": p})
	log.Println(map[*Plain]int{p: 1})
	log.Println(struct{ P *Plain }{p})
	log.Println(&p)
	log.Println(&p.Email)
	log.Println([]any{p})
	log.Println([]any{*p})                  // want `email from Plain.Email and phone from Plain.Phone reach log.Println`
	log.Println(&[]Plain{*p})               // want `email from Plain.Email and phone from Plain.Phone reach log.Println`
	log.Println(&map[string]Plain{"a": *p}) // want `email from Plain.Email and phone from Plain.Phone reach log.Println`
	log.Println(&[]*Plain{p})
	log.Println([1]Plain{*p})            // want `email from Plain.Email and phone from Plain.Phone reach log.Println`
	log.Println(map[string]any{"p": *p}) // want `email from Plain.Email and phone from Plain.Phone reach log.Println`
	log.Println(struct{ v any }{*p})     // want `email from Plain.Email and phone from Plain.Phone reach log.Println`
	log.Println(struct{ v any }{p})
}

func unexportedFields(p Plain) {
	type inner struct{ email, id string }
	v := inner{email: p.Email, id: p.ID}
	log.Println(v)        // want `email from Plain.Email reaches log.Println`
	log.Printf("%+v", &v) // want `email from Plain.Email reaches log.Printf`
	log.Println(v.id)
}

func builders(p Plain) {
	log.Println(fmt.Sprint(p.Email, 1)) // want `email from Plain.Email reaches log.Println`
	log.Println(fmt.Sprintf("%T", p))
	log.Println(fmt.Sprintf("%s-%T", p.ID, p.Email))
	log.Println(fmt.Sprintf("%s", &p)) // want `email from Plain.Email and phone from Plain.Phone reach log.Println`
	log.Println(fmt.Sprintf("%[2]v", p, p.ID))
	log.Println(fmt.Sprintln(p.Phone))                // want `phone from Plain.Phone reaches log.Println`
	log.Println(fmt.Sprintf("%s", []string{p.Email})) // want `email from Plain.Email reaches log.Println`
	log.Println(fmt.Sprint(&p.Email))
}

func unknownFormat(format string, p Plain) {
	log.Printf(format, p.ID)
	log.Printf(format, p.Email) // want `email from Plain.Email reaches log.Printf`
	format = "%T"
	log.Printf(format, p.Email)
	const name = "%s is %s"
	log.Printf(name, p.ID, p.Phone) // want `phone from Plain.Phone reaches log.Printf`
}

// Dated has a time.
type Dated struct {
	Born time.Time `pii:"dob"`
}

func times(d Dated) {
	log.Println(d.Born)                       // want `dob from Dated.Born reaches log.Println`
	log.Println(d)                            // want `dob from Dated.Born reaches log.Println`
	log.Printf("%s", d.Born)                  // want `dob from Dated.Born reaches log.Printf`
	log.Println(d.Born.Format(time.DateOnly)) // want `dob from Dated.Born reaches log.Println`
	log.Println(d.Born.IsZero())
	log.Println(d.Born.Before(time.Now()))
}

// logf is a printf wrapper of our own.
func logf(format string, args ...any) { log.Printf("app: "+format, args...) }

func wrapped(p Plain) {
	logf("%s", p.ID)
	logf("%s", p.Email)     // want `email from Plain.Email reaches log.Printf`
	logf("%s %v", p.ID, &p) // want `email from Plain.Email and phone from Plain.Phone reach log.Printf`
	logf("%d", len(p.Email))
}
