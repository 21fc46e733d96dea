// Package roles has routes that other packages guard and answer.
package roles

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/subject/roles/desk"
	"handlers/subject/roles/guards"
)

func serve(d *desk.Desk) error {
	r := gin.New()
	r.Use(guards.Known)
	r.GET("/people/:id", d.Get)              // want `desk.Desk.Get shows whatever the request names: name from Person.Name and email from Person.Email reach gin.Context.JSON \(desk.go:\d+\), but desk.Store.FindByID \(desk.go:\d+\) looks it up whoever calls`
	r.GET("/noted/:id", guards.Noted, d.Get) // want `desk.Desk.Get shows whatever the request names`
	r.GET("/role/:id", guards.Role("desk"), d.Get)
	r.GET("/any/:id", guards.AnyRole("desk", "admin"), d.Get)
	r.GET("/contains/:id", guards.Contains("desk", "admin"), d.Get)
	r.GET("/staff/:id", guards.Staff, d.Get)
	r.GET("/flag/:id", guards.Admin, d.Get)
	r.GET("/loop/:id", guards.Loop, d.Get)
	r.GET("/permitted/:id", guards.Permitted("people:get"), d.Get)
	r.GET("/owner/:id", guards.Owner, d.Get)
	r.GET("/helped/:id", guards.Helped("desk"), d.Get)
	r.GET("/named/:id", guards.RoleIfAny("desk-admin"), d.Get)
	r.GET("/unnamed/:id", guards.RoleIfAny(""), d.Get) // want `desk.Desk.Get shows whatever the request names`
	r.GET("/listed/:id", guards.RolesIfAny("desk", "admin"), d.Get)
	r.GET("/unlisted/:id", guards.RolesIfAny(), d.Get) // want `desk.Desk.Get shows whatever the request names`
	r.GET("/as/:id", guards.KnownAs("desk-admin"), d.Get)
	r.GET("/asany/:id", guards.KnownAs(""), d.Get) // want `desk.Desk.Get shows whatever the request names`
	r.GET("/own/:id", d.Own)
	r.GET("/me", d.Me)
	r.GET("/allowed/:id", d.Allowed)
	desks(r.Group("/desk"), d)
	open(r.Group("/open"), d)
	return r.Run()
}

func desks(g *gin.RouterGroup, d *desk.Desk) {
	g.Use(guards.Role("desk"))
	g.GET("/:id", d.Get)
}

func open(g *gin.RouterGroup, d *desk.Desk) {
	g.GET("/:id", d.Get) // want `desk.Desk.Get shows whatever the request names`
	g.Use(guards.Role("desk"))
	g.GET("/later/:id", d.Get)
}

// lenient has middleware that lets strangers pass, for others to refuse.
func lenient(d *desk.Desk) error {
	r := gin.New()
	r.Use(guards.Lenient, guards.NoStrangers)
	r.GET("/people/:id", d.Get) // want `desk.Desk.Get shows whatever the request names`
	r.GET("/granted/:id", guards.Granted("people:get"), d.Get)
	return r.Run()
}

func plain(d *desk.Desk) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /people/{id}", d.ServePerson) // want `desk.Desk.ServePerson shows whatever the request names`
	mux.HandleFunc("GET /admin/{id}", guards.AdminOnly(d.ServePerson))
	return http.ListenAndServe(":1", guards.Handler(mux))
}

var _ = []any{serve, lenient, plain}
