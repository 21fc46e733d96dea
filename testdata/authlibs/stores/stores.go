// Package stores finds people in stores without SQL: under secrets, and under what
// anybody may know.
package stores

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/gorilla/securecookie"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/patrickmn/go-cache"
	"github.com/redis/go-redis/v9"
	bolt "go.etcd.io/bbolt"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"authlibs/people"
)

type session struct {
	UserID string `bson:"user_id"`
}

type app struct {
	db      *mongo.Database
	users   *mongo.Collection
	rdb     *redis.Client
	cache   *cache.Cache
	recent  *lru.Cache[string, string]
	sess    *sessionStore
	bolt    *bolt.DB
	country string
}

// sessionStore says by its name what its keys are.
type sessionStore struct {
	client redis.UniversalClient
	prefix string
}

func (s *sessionStore) get(ctx context.Context, id string) (string, error) {
	return s.client.Get(ctx, s.prefix+id).Result()
}

// Serve serves them.
func Serve(a *app) error {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/m": a.document, "/d": a.documentList, "/e": a.documentErr, "/c": a.counted, "/i": a.sessionID, "/nf": a.notFound,
		"/r": a.key, "/f": a.formatted, "/x": a.exists, "/s": a.store, "/h": a.helper, "/k": a.kept, "/b": a.bucket, "/sc": signed,
	} {
		mux.HandleFunc(path, h)
	}
	for path, h := range map[string]http.HandlerFunc{
		"/me": a.byEmail, "/mo": a.either, "/mx": a.present, "/mf": a.many, "/re": a.byUser, "/rh": a.wholeHash, "/ri": a.ignored,
		"/ke": a.keptByEmail, "/rc": a.csrf, "/bn": a.byName, "/st": theme,
	} {
		mux.HandleFunc(path, h)
	}
	return http.ListenAndServe("localhost:8080", mux)
}

func (a *app) document(w http.ResponseWriter, r *http.Request) {
	var s session
	err := a.db.Collection("sessions").FindOne(r.Context(), bson.M{"token": r.Header.Get("Authorization")}).Decode(&s)
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email))
}

func (a *app) documentList(w http.ResponseWriter, r *http.Request) {
	filter := bson.D{{Key: "api_key", Value: r.Header.Get("X-Api-Key")}, {Key: "active", Value: true}}
	var s session
	if err := a.users.FindOne(r.Context(), filter).Decode(&s); err == nil {
		_, _ = w.Write([]byte(people.Find(s.UserID).Email))
	}
}

func (a *app) documentErr(w http.ResponseWriter, r *http.Request) {
	found := a.users.FindOneAndUpdate(r.Context(), bson.M{"auth.refresh_token": r.FormValue("t")}, bson.M{"$set": bson.M{"seen": true}})
	if found.Err() != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("id")).Email))
}

func (a *app) counted(w http.ResponseWriter, r *http.Request) {
	n, err := a.users.CountDocuments(r.Context(), bson.M{"token": r.FormValue("t")})
	if err != nil || n == 0 {
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("id")).Email))
}

func (a *app) sessionID(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("sid")
	if err != nil {
		return
	}
	var s session
	if a.db.Collection("sessions").FindOne(r.Context(), bson.M{"_id": c.Value}).Decode(&s) != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email))
}

func (a *app) notFound(w http.ResponseWriter, r *http.Request) {
	var s session
	err := a.users.FindOne(r.Context(), bson.M{"token": r.FormValue("t")}).Decode(&s)
	if errors.Is(err, mongo.ErrNoDocuments) {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if err != nil {
		http.Error(w, "sorry", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(people.Find(s.UserID).Email))
}

func (a *app) byEmail(w http.ResponseWriter, r *http.Request) {
	var p people.Person
	if a.users.FindOne(r.Context(), bson.M{"email": r.FormValue("email")}).Decode(&p) != nil {
		return
	}
	_, _ = w.Write([]byte(p.Email)) // want `email from Person.Email reaches`
}

func (a *app) either(w http.ResponseWriter, r *http.Request) {
	var p people.Person
	filter := bson.M{"$or": bson.A{bson.M{"token": r.FormValue("t")}, bson.M{"name": r.FormValue("name")}}}
	if a.users.FindOne(r.Context(), filter).Decode(&p) != nil {
		return
	}
	_, _ = w.Write([]byte(p.Email)) // want `email from Person.Email reaches`
}

func (a *app) present(w http.ResponseWriter, r *http.Request) {
	var p people.Person
	filter := bson.M{"name": r.FormValue("name"), "token": bson.M{"$exists": true}}
	if a.users.FindOne(r.Context(), filter).Decode(&p) != nil {
		return
	}
	_, _ = w.Write([]byte(p.Email)) // want `email from Person.Email reaches`
}

func (a *app) many(w http.ResponseWriter, r *http.Request) {
	if _, err := a.users.Find(r.Context(), bson.M{"token": r.FormValue("t")}); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("id")).Email)) // want `email from Person.Email reaches`
}

func (a *app) key(w http.ResponseWriter, r *http.Request) {
	id, err := a.rdb.Get(r.Context(), "session:"+r.Header.Get("X-Session")).Result()
	if err == redis.Nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	} else if err != nil {
		http.Error(w, "sorry", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(people.Find(id).Email))
}

func (a *app) formatted(w http.ResponseWriter, r *http.Request) {
	data, err := a.rdb.Get(r.Context(), fmt.Sprintf("%s:auth:token:%s", a.country, r.FormValue("t"))).Bytes()
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(string(data)).Email))
}

func (a *app) exists(w http.ResponseWriter, r *http.Request) {
	if n, err := a.rdb.Exists(r.Context(), "refresh_token:"+r.FormValue("t")).Result(); err != nil || n == 0 {
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("id")).Email))
}

func (a *app) store(w http.ResponseWriter, r *http.Request) {
	id, err := a.sess.get(r.Context(), r.FormValue("s"))
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(id).Email))
}

func sessionKey(id string) string { return "app:sessions:" + id }

func (a *app) helper(w http.ResponseWriter, r *http.Request) {
	id, err := a.rdb.Get(r.Context(), sessionKey(r.FormValue("s"))).Result()
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(id).Email))
}

func (a *app) byUser(w http.ResponseWriter, r *http.Request) {
	mail, err := a.rdb.Get(r.Context(), "session:user:"+r.FormValue("user")).Result()
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(mail).Email)) // want `email from Person.Email reaches`
}

// wholeHash gets no error where nothing is there.
func (a *app) wholeHash(w http.ResponseWriter, r *http.Request) {
	m, err := a.rdb.HGetAll(r.Context(), "session:"+r.FormValue("s")).Result()
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(m["id"]).Email)) // want `email from Person.Email reaches`
}

func (a *app) ignored(w http.ResponseWriter, r *http.Request) {
	id, _ := a.rdb.Get(r.Context(), "session:"+r.FormValue("s")).Result()
	_, _ = w.Write([]byte(people.Find(id).Email)) // want `email from Person.Email reaches`
}

func (a *app) csrf(w http.ResponseWriter, r *http.Request) {
	if a.rdb.Get(r.Context(), "csrf_token:"+r.FormValue("s")).Err() != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("id")).Email)) // want `email from Person.Email reaches`
}

func (a *app) kept(w http.ResponseWriter, r *http.Request) {
	id, ok := a.cache.Get("token:" + r.FormValue("t"))
	if !ok {
		return
	}
	_, _ = w.Write([]byte(people.Find(id.(string)).Email))
}

func (a *app) keptByEmail(w http.ResponseWriter, r *http.Request) {
	id, ok := a.recent.Get(r.FormValue("email"))
	if !ok {
		return
	}
	_, _ = w.Write([]byte(people.Find(id).Email)) // want `email from Person.Email reaches`
}

func (a *app) bucket(w http.ResponseWriter, r *http.Request) {
	_ = a.bolt.View(func(tx *bolt.Tx) error {
		id := tx.Bucket([]byte("sessions")).Get([]byte(r.FormValue("s")))
		if id == nil {
			return errors.New("who are you?")
		}
		_, _ = w.Write([]byte(people.Find(string(id)).Email))
		return nil
	})
}

func (a *app) byName(w http.ResponseWriter, r *http.Request) {
	_ = a.bolt.View(func(tx *bolt.Tx) error {
		id := tx.Bucket([]byte("names")).Get([]byte(r.FormValue("s")))
		if id == nil {
			return errors.New("who are you?")
		}
		_, _ = w.Write([]byte(people.Find(string(id)).Email)) // want `email from Person.Email reaches`
		return nil
	})
}

var cookies = securecookie.New([]byte("hash"), nil)

// signed reads what the server itself has written, for who logged in.
func signed(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		return
	}
	value := map[string]string{}
	if err = cookies.Decode("session", c.Value, &value); err == nil {
		_, _ = w.Write([]byte(people.Find(value["user"]).Email))
	}
}

// theme reads what it has written for everybody.
func theme(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("theme")
	if err != nil {
		return
	}
	value := map[string]string{}
	if err = cookies.Decode("theme", c.Value, &value); err == nil {
		_, _ = w.Write([]byte(people.Find(value["user"]).Email)) // want `email from Person.Email reaches`
	}
}
