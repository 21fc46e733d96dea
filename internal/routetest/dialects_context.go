package routetest

import "strings"

var gin = &dialect{
	name: "gin", params: "c *gin.Context", handler: "gin.HandlerFunc", before: "gin.HandlerFunc", router: "*gin.RouterGroup", top: "*gin.Engine",
	make: "gin.New()", step: true, http: true, uses: true,
	words: map[string]string{
		"TOKEN": `c.GetHeader("Authorization")`, "METHOD": "c.Request.Method", "PATH": "c.Request.URL.Path", "QUERY": `c.Query("debug")`, "DENY": "c.AbortWithStatus(401)\nreturn",
		"REFUSE": "c.Status(401)", "SETUSER": `c.Set("user", id)`, "GETUSER": `_, ok := c.Get("user")`, "GOON": "c.Next()", "END": "", "LEAVE": "return",
		"OWN": `Run(":8080")`,
	},
	outs: []disclosure{
		{text: "c.JSON(200, PERSON)"}, {text: "c.JSON(200, gin.H{\"email\": DATA})"}, {text: "c.IndentedJSON(200, PERSON)"}, {text: "c.String(200, \"hello %s\", DATA)"},
		{text: "c.Header(\"X-Email\", DATA)"}, {text: "c.Redirect(302, \"/?who=\"+DATA)"}, {text: "c.SetCookie(\"who\", DATA, 10, \"\", \"\", false, false)"},
		{text: "c.Data(200, \"text/plain\", []byte(DATA))"}, {text: "c.XML(200, PERSON)"}, {text: "fmt.Fprint(c.Writer, DATA)"},
		{text: "c.AbortWithStatusJSON(200, PERSON)"},
	},
	handlerForms: []string{"func", "method", "made", "literal", "var"}, middlewareForms: []string{"func", "func", "made", "method", "var"},
	ownChecks: []*check{
		{"noabort", "if people.VerifyToken(TOKEN) != nil {\nc.JSON(401, gin.H{})\nreturn\n}\nNEXT"},
		{"abortonly", "if people.VerifyToken(TOKEN) != nil {\nc.AbortWithStatusJSON(401, gin.H{})\n}"},
		{"quiet", "if people.VerifyToken(TOKEN) != nil {\nc.Abort()\nreturn\n}\nc.Set(\"user\", \"1\")"},
	},
	groups: []string{"group", "late", "func", "route"}, serves: []string{"own", "own", "listen", "server"},
	route: func(e *emitter, r, path string, h value, before []string, style int) {
		all := strings.Join(append(before, h.text), ", ")
		switch style % 4 {
		case 0:
			e.line("%s.Handle(\"GET\", %q, %s)", r, path, all)
		case 1:
			e.line("%s.Any(%q, %s)", r, path, all)
		case 2:
			e.line("%s.GET(%q, []gin.HandlerFunc{%s}...)", r, path, all)
		default:
			e.line("%s.GET(%q, %s)", r, path, all)
		}
	},
	group: listGroup("gin.RouterGroup"),
	table: func(e *emitter, r, path, h string, before []string) {
		e.line("%s.GET(%s, %s)", r, path, strings.Join(append(before, h), ", "))
	},
}

// listGroup makes groups of routers that take middleware as a list.
func listGroup(kind string) func(e *emitter, r, full, path string, g *group, before []string) {
	return func(e *emitter, r, full, path string, g *group, before []string) {
		sub, list := "sub"+g.name, strings.Join(before, ", ")
		if g.style == "late" || list == "" {
			e.line("%s := %s.Group(%q)", sub, r, path)
			if list != "" {
				e.line("%s.Use(%s)", sub, list)
			}
		} else {
			e.line("%s := %s.Group(%q, %s)", sub, r, path, list)
		}
		if g.style != "func" && g.style != "passed" {
			e.scope(g.body, sub, full, "")
			return
		}
		t := "*" + kind
		if strings.HasPrefix(kind, "fiber") {
			t = kind
		}
		e.function("func "+g.name+"(r "+t+")", func() { e.scope(g.body, "r", full, "") })
		e.line("%s(%s)", g.name, sub)
	}
}

var echo = &dialect{
	name: "echo", params: "c echo.Context", result: "error", handler: "echo.HandlerFunc", before: "echo.MiddlewareFunc", router: "*echo.Group", top: "*echo.Echo",
	make: "echo.New()", http: true, uses: true,
	words: map[string]string{
		"TOKEN": `c.Request().Header.Get("Authorization")`, "METHOD": "c.Request().Method", "PATH": "c.Request().URL.Path", "QUERY": `c.QueryParam("debug")`,
		"DENY": "return c.NoContent(401)", "REFUSE": "c.Response().Header().Set(\"X-Denied\", \"1\")", "SETUSER": `c.Set("user", id)`,
		"GETUSER": `_, ok := c.Get("user").(string)`, "GOON": "next(c)", "END": "return nil", "LEAVE": "return nil", "OWN": `Start(":8080")`,
	},
	outs: []disclosure{
		{"c.JSON(200, PERSON)", true}, {"c.JSON(200, map[string]any{\"email\": DATA})", true}, {"c.String(200, \"hello \"+DATA)", true},
		{"c.HTML(200, \"<b>\"+DATA)", true}, {"c.JSONPretty(200, PERSON, \" \")", true}, {"c.Blob(200, \"text/plain\", []byte(DATA))", true},
		{"c.Redirect(302, \"/?who=\"+DATA)", true}, {"c.XML(200, PERSON)", true}, {"c.Stream(200, \"text/plain\", strings.NewReader(DATA))", true},
	},
	handlerForms: gin.handlerForms, middlewareForms: gin.middlewareForms,
	ownChecks: []*check{
		{"httperror", "if people.VerifyToken(TOKEN) != nil {\nreturn echo.NewHTTPError(401, \"who are you?\")\n}\nNEXT"},
		{"sentinel", "if people.VerifyToken(TOKEN) == nil {\nNEXT\n}\nreturn echo.ErrUnauthorized"},
	},
	groups: []string{"group", "late", "func"}, serves: []string{"own", "own", "listen", "server"},
	route: func(e *emitter, r, path string, h value, before []string, style int) {
		all := strings.Join(append([]string{h.text}, before...), ", ")
		switch style % 3 {
		case 0:
			e.line("%s.Add(\"GET\", %q, %s)", r, path, all)
		case 1:
			e.line("%s.Any(%q, %s)", r, path, all)
		default:
			e.line("%s.GET(%q, %s)", r, path, all)
		}
	},
	group: listGroup("echo.Group"),
	table: func(e *emitter, r, path, h string, before []string) {
		e.line("%s.GET(%s, %s)", r, path, strings.Join(append([]string{h}, before...), ", "))
	},
}

var fiber2 = fiberDialect("fiber2", "*fiber.Ctx", `c.Redirect("/?who=" + DATA)`)

var fiber3 = fiberDialect("fiber3", "fiber.Ctx", `c.Redirect().To("/?who=" + DATA)`)

func fiberDialect(name, ctx, redirect string) *dialect {
	return &dialect{
		name: name, params: "c " + ctx, result: "error", handler: "fiber.Handler", before: "fiber.Handler", router: "fiber.Router", top: "*fiber.App",
		make: "fiber.New()", step: true, uses: true,
		words: map[string]string{
			"TOKEN": `c.Get("Authorization")`, "METHOD": "c.Method()", "PATH": "c.Path()", "QUERY": `c.Query("debug")`, "DENY": "return c.SendStatus(401)",
			"REFUSE": "c.Status(401)", "SETUSER": `c.Locals("user", id)`, "GETUSER": `_, ok := c.Locals("user").(string)`, "GOON": "c.Next()",
			"END": "return nil", "LEAVE": "return nil", "OWN": `Listen(":8080")`,
		},
		outs: []disclosure{
			{"c.JSON(PERSON)", true}, {"c.Status(200).JSON(fiber.Map{\"person\": PERSON})", true}, {"c.SendString(DATA)", true}, {"c.Send([]byte(DATA))", true},
			{text: "c.Set(\"X-Email\", DATA)"}, {text: "c.WriteString(DATA)"}, {text: "c.Cookie(&fiber.Cookie{Name: \"who\", Value: DATA})"},
			{redirect, true}, {"c.XML(PERSON)", true},
		},
		handlerForms: gin.handlerForms, middlewareForms: gin.middlewareForms,
		ownChecks: []*check{
			{"sentinel", "if people.VerifyToken(TOKEN) == nil {\nNEXT\n}\nreturn fiber.ErrUnauthorized"},
			{"newerror", "if people.VerifyToken(TOKEN) != nil {\nreturn fiber.NewError(401, \"who are you?\")\n}\nNEXT"},
		},
		groups: []string{"group", "late", "func", "route"}, serves: []string{"own"},
		route: func(e *emitter, r, path string, h value, before []string, style int) {
			method := []string{"Get", "All"}[style%2]
			e.line("%s.%s(%q, %s)", r, method, path, strings.Join(append(before, h.text), ", "))
		},
		group: func(e *emitter, r, full, path string, g *group, before []string) {
			if g.style != "route" {
				listGroup("fiber.Router")(e, r, full, path, g, before)
				return
			}
			e.line("%s.Route(%q, func(r fiber.Router) {", r, path)
			if len(before) > 0 {
				e.line("r.Use(%s)", strings.Join(before, ", "))
			}
			e.scope(g.body, "r", full, "")
			e.line("})")
		},
		table: func(e *emitter, r, path, h string, before []string) {
			e.line("%s.Get(%s, %s)", r, path, strings.Join(append(before, h), ", "))
		},
	}
}
