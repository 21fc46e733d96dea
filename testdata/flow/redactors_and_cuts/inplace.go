package cuts

import "log"

// account has what a redactor changes where it is.
type account struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
	Owner owner
	Next  *owner
}

type owner struct {
	Name string `pii:"name"`
}

//pii:redact
func hide(a *account) {
	a.Email = a.Email[:1] + "***"
	a.Owner.Name, a.Phone = short(a.Owner.Name), short(a.Phone)
	if a.Next != nil {
		a.Next.Name = short(a.Next.Name)
	}
}

//pii:redact phone
func (a *account) hidePhone() error {
	a.Phone = short(a.Phone)
	return nil
}

//pii:redact
func hideAll(as []account) {
	for i := range as {
		hide(&as[i])
	}
}

func short(s string) string { return s[:min(len(s), 2)] }

func inPlace(a account, p *account) {
	log.Println(a) // want `email from account.Email, phone from account.Phone and name from owner.Name reach log.Println`
	hide(&a)
	log.Println(a, a.Next.Name)
	hide(p)
	log.Println(*p, p.Owner)
	a.Email = p.ID
	log.Println(a.Email)
}

func onePart(a account) {
	_ = a.hidePhone()
	log.Println(a.Phone)
	log.Println(a) // want `email from account.Email and name from owner.Name reach log.Println`
}

func lists(as []account, ps []*account) {
	hideAll(as)
	log.Println(as, as[0].Email)
	log.Println(ps[0].Email) // want `email from account.Email reaches log.Println`
}

// blank stands for one of another kind: what it stores is not seen.
//
//pii:redact
func blank(s *string, store func(*string)) { store(s) }

//pii:redact
func blankAll(ss []string, store func([]string)) { store(ss) }

//pii:redact
func blankAny(v any, store func(any)) { store(v) }

func texts(a account, p *account, store func(*string)) {
	blank(&a.Email, store)
	log.Println(a.Email)
	log.Println(a.Phone) // want `phone from account.Phone reaches log.Println`
	blank(&p.Phone, store)
	log.Println(p.Phone)
}

func textLists(a account, store func([]string)) {
	ss := []string{a.Email, a.Phone}
	blankAll(ss, store)
	log.Println(ss)
}

func anything(a account, p *account, store func(any)) {
	blankAny(&a, store)
	log.Println(a.Email)
	blankAny(p, store)
	log.Println(p.Email)
}
