// Package datapolicy marks fields the way Kubernetes does.
package datapolicy

import (
	"fmt"
	"log"
	"net/http"
)

// AuthInfo is how a client proves who it is.
type AuthInfo struct {
	Username  string
	Password  string            `json:"password" datapolicy:"password"`
	Both      string            `datapolicy:"token,password"`
	KeyData   []byte            `datapolicy:"security-key"`
	Options   map[string]string `datapolicy:"secret-key"`
	Namespace string            `datapolicy:"other"`
}

func show(a AuthInfo, r *http.Request, c *http.Cookie) {
	log.Print(a.Username, a.Namespace)
	log.Print(a.Password)                                                      // want `credential from AuthInfo.Password reaches log.Print`
	log.Print(a.Both)                                                          // want `credential from AuthInfo.Both reaches log.Print`
	log.Printf("%x", a.KeyData)                                                // want `credential from AuthInfo.KeyData reaches log.Printf`
	log.Print(a.Options["id"])                                                 // want `credential from AuthInfo.Options reaches log.Print`
	log.Print(fmt.Errorf("refused %q", r.Header.Get("authorization")).Error()) // want `credential from Header reaches fmt.Errorf`
	log.Print(r.Header.Get("Accept"))
	log.Print(c) // want `credential from Cookie reaches log.Print`
}
