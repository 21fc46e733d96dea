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
