// Package store looks people up, and drops the errors.
package store

import "gorm.io/gorm"

// DB is the database.
var DB *gorm.DB

// Numbered is what all records have.
type Numbered struct {
	ID uint
}

// User is a person.
type User struct {
	Numbered
	Name  string
	Email string `pii:"email"`
	Admin bool
}

// UserToken is a token of a user.
type UserToken struct {
	Numbered
	UserID uint
	Value  string
}

// ByToken finds a user by a token.
func ByToken(token string) (*User, *UserToken) {
	u, ut := &User{}, &UserToken{}
	DB.Where("token = ?", token).First(ut)
	if ut.ID == 0 {
		return u, ut
	}
	DB.Where("id = ?", ut.UserID).First(u)
	return u, ut
}

// ByTokenAtOnce does not ask whether there is a token: nobody has the number zero.
func ByTokenAtOnce(token string) User {
	var ut UserToken
	var u User
	DB.Where("token = ?", token).Find(&ut)
	DB.First(&u, ut.UserID)
	return u
}

// ByEmail finds a user by what many know.
func ByEmail(email string) *User {
	u := &User{}
	DB.Where("email = ?", email).First(u)
	return u
}

// ByID finds a user by a number.
func ByID(id uint) *User {
	u := &User{}
	DB.Where("id = ?", id).First(u)
	return u
}

// OrGuest has a number, whether there is such a token or not.
func OrGuest(token string) *User {
	u := &User{Numbered: Numbered{ID: 1}, Name: "guest"}
	DB.Where("token = ?", token).First(u)
	return u
}

// OrNumbered gives the user a number where there is none.
func OrNumbered(token string) *User {
	u := &User{}
	DB.Where("token = ?", token).First(u)
	if u.ID == 0 {
		u.Numbered = Numbered{7}
	}
	return u
}

// Either finds a user by a token or by a name.
func Either(token, name string) *User {
	u := &User{}
	DB.Where("token = ?", token).Or("name = ?", name).First(u)
	return u
}

// Mixed asks for a token, and finds the user by the number that the request names.
func Mixed(token string, id uint) (*User, *UserToken) {
	u, ut := &User{}, &UserToken{}
	DB.Where("token = ?", token).First(ut)
	DB.Where("id = ?", id).First(u)
	return u, ut
}
