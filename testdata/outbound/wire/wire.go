// Package wire sends mail, runs programs and opens connections.
package wire

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/smtp"
	"os"
	"os/exec"
	"strings"

	"outbound/people"
)

func mail(p *people.Person, auth smtp.Auth) {
	smtp.SendMail("mail.example.org:25", auth, "shop@example.com", []string{p.Email}, []byte("hello"))                    // want `email from Person.Email reaches mail.example.org \(mail, smtp.SendMail\) without`
	smtp.SendMail("mail.example.org:25", auth, "shop@example.com", []string{"desk@example.com"}, []byte("hello "+p.Name)) // want `name from Person.Name reaches mail.example.org \(mail, smtp.SendMail\)`
	smtp.SendMail("mail.example.org:25", auth, "shop@example.com", []string{"desk@example.com"}, []byte("hello "+p.ID))
	smtp.SendMail("localhost:25", auth, "shop@example.com", []string{p.Email}, []byte("hello"))
}

func session(p *people.Person) error {
	c, err := smtp.Dial("mail.example.org:587")
	if err != nil {
		return err
	}
	if err := c.StartTLS(&tls.Config{ServerName: "mail.example.org"}); err != nil {
		return err
	}
	c.Mail("shop@example.com")
	c.Rcpt(p.Email) // want `email from Person.Email reaches mail.example.org \(mail, smtp.Client.Rcpt\)`
	w, err := c.Data()
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "Subject: hello\r\n\r\nhello %s", p.Name) // want `name from Person.Name reaches mail.example.org \(mail, fmt.Fprintf\)`
	io.WriteString(w, p.Plan)
	return w.Close()
}

func programs(ctx context.Context, p *people.Person) {
	exec.Command("notify", p.Email).Run()              // want `email from Person.Email reaches exec.Cmd.Run without`
	exec.CommandContext(ctx, "notify", p.Name).Start() // want `name from Person.Name reaches exec.Cmd.Start`
	exec.Command("notify", p.ID).Run()
	out, _ := exec.Command("sh", "-c", "mail "+p.Email).Output() // want `email from Person.Email reaches exec.Cmd.Output`
	_ = out
	c := exec.Command("notify")
	c.Env = append(os.Environ(), "WHO="+p.Email)
	c.Run() // want `email from Person.Email reaches exec.Cmd.Run`
	d := exec.Command("notify")
	d.Stdin = strings.NewReader(p.Phone)
	d.CombinedOutput() // want `phone from Person.Phone reaches exec.Cmd.CombinedOutput`
	e := exec.Command("notify")
	w, _ := e.StdinPipe()
	io.WriteString(w, p.Name) // want `name from Person.Name reaches io.WriteString`
	f := exec.Command("notify")
	f.Args = append(f.Args, "--who", p.Email)
	f.Run()                                                                 // want `email from Person.Email reaches exec.Cmd.Run`
	_ = exec.Command("notify", p.Email)                                     // it never runs
	os.StartProcess("/bin/echo", []string{"echo", p.Email}, &os.ProcAttr{}) // want `email from Person.Email reaches os.StartProcess`
}

func connections(ctx context.Context, p *people.Person) {
	c, err := net.Dial("tcp", "feed.example.org:9000")
	if err != nil {
		return
	}
	c.Write([]byte(p.Email))            // want `email from Person.Email reaches feed.example.org \(net.Conn.Write\) without`
	fmt.Fprintf(c, "user %s\n", p.Name) // want `name from Person.Name reaches feed.example.org \(fmt.Fprintf\)`
	fmt.Fprintf(c, "user %s\n", p.ID)
	json.NewEncoder(c).Encode(p)           // want `name from Person.Name, email from Person.Email and phone from Person.Phone reach feed.example.org \(json.Encoder.Encode\)`
	gob.NewEncoder(c).Encode(p.Phone)      // want `phone from Person.Phone reaches feed.example.org`
	io.Copy(c, strings.NewReader(p.Email)) // want `email from Person.Email reaches feed.example.org \(io.Copy\)`
	helper(c, p.Email)                     // want `email from Person.Email reaches feed.example.org`
	u, _ := net.Dial("udp", "stats.example.org:8125")
	u.Write([]byte("user:" + p.Email)) // want `email from Person.Email reaches stats.example.org`
	t, _ := tls.Dial("tcp", "feed.example.org:443", &tls.Config{})
	io.WriteString(t, p.Email) // want `email from Person.Email reaches feed.example.org`
	var d net.Dialer
	x, _ := d.DialContext(ctx, "tcp", "feed.example.org:9000")
	x.Write([]byte(p.Name)) // want `name from Person.Name reaches feed.example.org`
	o, _ := open()
	o.Write([]byte(p.Name)) // want `name from Person.Name reaches feed.example.org`
	a, _ := net.ResolveUDPAddr("udp", "stats.example.org:8125")
	v, _ := net.DialUDP("udp", nil, a)
	v.Write([]byte(p.Email)) // want `email from Person.Email reaches stats.example.org`
	w := bufio.NewWriter(c)
	w.WriteString(p.Email) // want `email from Person.Email reaches feed.example.org`
	w.Flush()
}

func open() (net.Conn, error) { return net.Dial("tcp", "feed.example.org:9000") }

func helper(c net.Conn, text string) { c.Write([]byte(text)) }

type session2 struct{ conn net.Conn }

func (s *session2) hello(p *people.Person) { fmt.Fprintln(s.conn, p.Email) }
