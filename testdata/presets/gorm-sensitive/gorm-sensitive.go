// Package gormsensitive marks columns.
package gormsensitive

import "log"

// User is a row.
type User struct {
	ID     uint   `gorm:"primaryKey;column:id"`
	Mail   string `gorm:"column:mail;sensitive"`
	Phone  string `gorm:"serializer:encrypted; not null"`
	Column string `gorm:"column:sensitive"`
}

func show(u User) {
	log.Print(u.ID, u.Column)
	log.Print(u.Mail)  // want `unknown from User.Mail reaches log.Print`
	log.Print(u.Phone) // want `unknown from User.Phone reaches log.Print`
}
