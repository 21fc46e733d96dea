package pointers

import "log"

type draft struct {
	text string
	next *draft
}

// What a round of a loop makes and keeps is apart from what earlier rounds made.

func overwrittenAndKept(cs []Customer) {
	var all []*draft
	for _, c := range cs {
		d := new(draft)
		d.text = c.Email
		d.text = "seen"
		all = append(all, d)
		log.Println(d.text)
	}
	for _, d := range all {
		log.Println(d.text)
	}
}

func keptAndOverwritten(cs []Customer) {
	var all []*draft
	for _, c := range cs {
		d := &draft{text: c.Email}
		all = append(all, d)
		log.Println(d.text) // want `email from Customer.Email reaches log.Println`
		d.text = "seen"
		log.Println(d.text)
	}
	log.Println(all[0].text)
}

func lastRound(cs []Customer) {
	var last *draft
	for _, c := range cs {
		if last != nil {
			log.Println(last.text) // want `email from Customer.Email reaches log.Println`
		}
		d := new(draft)
		log.Println(d.text)
		d.text = c.Email
		last = d
	}
}

func chained(cs []Customer) {
	var head *draft
	for _, c := range cs {
		d := new(draft)
		d.next = head
		d.text = c.Email
		head = d
		d.text = ""
	}
	for d := head; d != nil; d = d.next {
		log.Println(d.text)
	}
}

func chainedLater(cs []Customer) {
	var head *draft
	for _, c := range cs {
		d := new(draft)
		d.next = head
		head = d
		if d.next != nil {
			d.next.text = c.Email
		}
	}
	for d := head; d != nil; d = d.next {
		log.Println(d.text) // want `email from Customer.Email reaches log.Println`
	}
}
