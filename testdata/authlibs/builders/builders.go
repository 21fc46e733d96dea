// Package builders finds people by conditions that are no texts.
package builders

import (
	"database/sql"
	"net/http"

	sq "github.com/Masterminds/squirrel"
	"github.com/uptrace/bun"
	"gorm.io/gorm"

	"authlibs/builders/ent"
	entsession "authlibs/builders/ent/session"
	"authlibs/people"
)

// Session is who logged in.
type Session struct {
	Token  string
	UserID string
	Name   string
}

type app struct {
	db   *gorm.DB
	bun  *bun.DB
	sql  *sql.DB
	sess *ent.SessionClient
}

// Serve serves them.
func Serve(a *app) error {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/g": a.byStruct, "/gm": a.byMap, "/gf": a.inFirst, "/b": a.byBun, "/s": a.bySquirrel, "/sb": a.built, "/e": a.byEnt, "/ex": a.entExist,
	} {
		mux.HandleFunc(path, h)
	}
	for path, h := range map[string]http.HandlerFunc{
		"/gn": a.byName, "/gd": a.destination, "/gc": a.constant, "/sn": a.squirrelName, "/en": a.entName, "/eo": a.entOr,
	} {
		mux.HandleFunc(path, h)
	}
	return http.ListenAndServe("localhost:8080", mux)
}

func (a *app) byStruct(w http.ResponseWriter, r *http.Request) {
	var s Session
	if err := a.db.Where(&Session{Token: r.FormValue("t")}).First(&s).Error; err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email))
}

func (a *app) byMap(w http.ResponseWriter, r *http.Request) {
	var s Session
	if a.db.Where(map[string]any{"token": r.FormValue("t")}).Take(&s).Error != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email))
}

func (a *app) inFirst(w http.ResponseWriter, r *http.Request) {
	var s Session
	if res := a.db.First(&s, Session{Token: r.FormValue("t")}); res.Error != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email))
}

func (a *app) byName(w http.ResponseWriter, r *http.Request) {
	var s Session
	if a.db.Where(&Session{Name: r.FormValue("name")}).First(&s).Error != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email)) // want `email from Person.Email reaches`
}

// destination sets a field of what it reads into, which is no condition.
func (a *app) destination(w http.ResponseWriter, r *http.Request) {
	s := Session{Token: r.FormValue("t")}
	if a.db.First(&s, "name = ?", r.FormValue("name")).Error != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email)) // want `email from Person.Email reaches`
}

func (a *app) constant(w http.ResponseWriter, r *http.Request) {
	var s Session
	if a.db.Where(&Session{Token: "public"}).First(&s).Error != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email)) // want `email from Person.Email reaches`
}

func (a *app) byBun(w http.ResponseWriter, r *http.Request) {
	s := new(Session)
	if err := a.bun.NewSelect().Model(s).Where("token = ?", r.FormValue("t")).Scan(r.Context()); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email))
}

func (a *app) bySquirrel(w http.ResponseWriter, r *http.Request) {
	var id string
	err := sq.Select("user_id").From("sessions").Where(sq.Eq{"id": r.FormValue("s")}).RunWith(a.sql).QueryRow().Scan(&id)
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(id).Email))
}

func (a *app) built(w http.ResponseWriter, r *http.Request) {
	query, args, err := sq.Select("id").From("users").Where(sq.And{sq.Eq{"api_token": r.FormValue("t")}, sq.Gt{"active": 0}}).ToSql()
	if err != nil {
		return
	}
	var id string
	if err := a.sql.QueryRowContext(r.Context(), query, args...).Scan(&id); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(id).Email))
}

func (a *app) squirrelName(w http.ResponseWriter, r *http.Request) {
	var id string
	query := sq.Select("id").From("users").Where(sq.Or{sq.Eq{"api_token": r.FormValue("t")}, sq.Eq{"name": r.FormValue("n")}})
	if err := query.RunWith(a.sql).QueryRow().Scan(&id); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(id).Email)) // want `email from Person.Email reaches`
}

func (a *app) byEnt(w http.ResponseWriter, r *http.Request) {
	s, err := a.sess.Query().Where(entsession.Token(r.FormValue("t"))).Only(r.Context())
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email))
}

func (a *app) entExist(w http.ResponseWriter, r *http.Request) {
	ok, err := a.sess.Query().Where(entsession.TokenEQ(r.FormValue("t"))).Exist(r.Context())
	if err != nil || !ok {
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("id")).Email))
}

func (a *app) entName(w http.ResponseWriter, r *http.Request) {
	s, err := a.sess.Query().Where(entsession.Name(r.FormValue("name"))).First(r.Context())
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email)) // want `email from Person.Email reaches`
}

func (a *app) entOr(w http.ResponseWriter, r *http.Request) {
	s, err := a.sess.Query().Where(entsession.Or(entsession.Token(r.FormValue("t")), entsession.Name(r.FormValue("name")))).First(r.Context())
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email)) // want `email from Person.Email reaches`
}
