package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/smtp"
	"net/url"
	"os"
	"os/exec"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/interop/grpc_testing"

	"outboundtruth/people"
)

type way struct {
	name string
	run  func(addrs, *people.Person)
}

var ways = []way{
	{"getPath", getPath}, {"getQuery", getQuery}, {"getPlan", getPlan}, {"postBody", postBody}, {"postForm", postForm},
	{"postJSON", postJSON}, {"postRecord", postRecord}, {"postMasked", postMasked}, {"doHeader", doHeader}, {"doHeaderReplaced", doHeaderReplaced},
	{"doCookie", doCookie}, {"doBasic", doBasic}, {"doQuery", doQuery}, {"doForm", doForm}, {"doPipe", doPipe}, {"doFragment", doFragment},
	{"doNeverSent", doNeverSent}, {"doUser", doUser}, {"doHost", doHost}, {"roundTripped", roundTripped}, {"mailSent", mailSent},
	{"mailSession", mailSession}, {"ranArgs", ranArgs}, {"ranEnv", ranEnv}, {"ranStdin", ranStdin}, {"ranPipe", ranPipe}, {"notRan", notRan},
	{"dialled", dialled}, {"dialledJSON", dialledJSON}, {"datagram", datagram}, {"rpcUnary", rpcUnary}, {"rpcStream", rpcStream}, {"rpcPlan", rpcPlan},
	{"encoded", encoded}, {"deletedField", deletedField}, {"overwritten", overwritten},
}

func done(res *http.Response, err error) {
	if err == nil {
		res.Body.Close()
	}
}

func getPath(a addrs, p *people.Person)  { done(http.Get(a.web + "/users/" + p.Email)) }
func getQuery(a addrs, p *people.Person) { done(http.Get(a.web + "/?q=" + url.QueryEscape(p.Name))) }
func getPlan(a addrs, p *people.Person)  { done(http.Get(a.web + "/plans/" + p.Plan)) }

func postBody(a addrs, p *people.Person) {
	done(http.Post(a.web, "text/plain", strings.NewReader("hello "+p.Name)))
}

func postForm(a addrs, p *people.Person) {
	done(http.PostForm(a.web, url.Values{"who": {p.Email}, "plan": {p.Plan}}))
}

func postJSON(a addrs, p *people.Person) {
	data, _ := json.Marshal(map[string]string{"phone": p.Phone})
	done(http.Post(a.web, "application/json", bytes.NewReader(data)))
}

// The note has json:"-".
func postRecord(a addrs, p *people.Person) {
	var b bytes.Buffer
	json.NewEncoder(&b).Encode(p)
	done(http.Post(a.web, "application/json", &b))
}

func postMasked(a addrs, p *people.Person) {
	done(http.Post(a.web, "text/plain", strings.NewReader(people.Mask(p.Email))))
}

func doHeader(a addrs, p *people.Person) {
	req, _ := http.NewRequest("GET", a.web, nil)
	req.Header.Set("X-User", p.Email)
	done(http.DefaultClient.Do(req))
}

func doHeaderReplaced(a addrs, p *people.Person) {
	req, _ := http.NewRequest("GET", a.web, nil)
	req.Header.Set("X-User", p.Email)
	req.Header.Set("x-user", p.ID)
	done(http.DefaultClient.Do(req))
}

func doCookie(a addrs, p *people.Person) {
	req, _ := http.NewRequest("GET", a.web, nil)
	req.AddCookie(&http.Cookie{Name: "who", Value: p.Phone})
	done(http.DefaultClient.Do(req))
}

// What is encoded is sent, though not as it is.
func doBasic(a addrs, p *people.Person) {
	req, _ := http.NewRequest("GET", a.web, nil)
	req.Header.Set("X-Basic", p.Email+":"+base64.StdEncoding.EncodeToString([]byte(p.ID)))
	done(http.DefaultClient.Do(req))
}

func doQuery(a addrs, p *people.Person) {
	req, _ := http.NewRequest("GET", a.web, nil)
	q := req.URL.Query()
	q.Set("mail", p.Email)
	req.URL.RawQuery = q.Encode()
	done(http.DefaultClient.Do(req))
}

func doForm(a addrs, p *people.Person) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	w.WriteField("name", p.Name)
	part, _ := w.CreateFormFile("note", "note.txt")
	io.WriteString(part, p.Note)
	w.Close()
	req, _ := http.NewRequest("POST", a.web, &b)
	req.Header.Set("Content-Type", w.FormDataContentType())
	done(http.DefaultClient.Do(req))
}

func doPipe(a addrs, p *people.Person) {
	r, w := io.Pipe()
	go func() {
		fmt.Fprintf(w, "%s <%s>", p.Name, p.Email)
		w.Close()
	}()
	done(http.Post(a.web, "text/plain", r))
}

// A fragment stays with the client.
func doFragment(a addrs, p *people.Person) {
	u, _ := url.Parse(a.web)
	u.Fragment = p.Email
	done(http.DefaultClient.Do(&http.Request{Method: "GET", URL: u}))
}

func doNeverSent(a addrs, p *people.Person) {
	req, _ := http.NewRequest("POST", a.web, strings.NewReader(p.Email))
	_ = req
}

func doUser(a addrs, p *people.Person) {
	u, _ := url.Parse(a.web)
	req := &http.Request{Method: "GET", URL: u, Header: http.Header{"X-Name": {p.Name}}}
	done(http.DefaultClient.Do(req))
}

func doHost(a addrs, p *people.Person) {
	req, _ := http.NewRequest("GET", a.web, nil)
	req.Host = p.Phone
	done(http.DefaultClient.Do(req))
}

type marking struct{ who string }

func (m marking) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("X-Who", m.who)
	return http.DefaultTransport.RoundTrip(r)
}

func roundTripped(a addrs, p *people.Person) {
	c := &http.Client{Transport: marking{who: p.Plan}}
	done(c.Post(a.web, "text/plain", strings.NewReader(p.Note)))
}

func mailSent(a addrs, p *people.Person) {
	smtp.SendMail(a.mail, nil, "shop@example.com", []string{p.Email}, []byte("hello "+p.Name))
}

func mailSession(a addrs, p *people.Person) {
	c, err := smtp.Dial(a.mail)
	check(err)
	c.Mail("shop@example.com")
	c.Rcpt("desk@example.com")
	w, err := c.Data()
	check(err)
	fmt.Fprintf(w, "Subject: %s\r\n\r\n%s\r\n", p.Plan, p.Phone)
	w.Close()
	c.Quit()
}

func child(a addrs, args ...string) *exec.Cmd {
	c := exec.Command(a.self, args...)
	c.Env = append(os.Environ(), "TRUTH_ECHO="+a.file)
	return c
}

func ranArgs(a addrs, p *people.Person) { child(a, "--who", p.Email).Run() }

func ranEnv(a addrs, p *people.Person) {
	c := child(a)
	c.Env = append(c.Env, "WHO="+p.Name)
	c.Run()
}

func ranStdin(a addrs, p *people.Person) {
	c := child(a)
	c.Stdin = strings.NewReader(p.Phone)
	c.Output()
}

func ranPipe(a addrs, p *people.Person) {
	c := child(a)
	w, _ := c.StdinPipe()
	c.Start()
	io.WriteString(w, p.Note)
	w.Close()
	c.Wait()
}

func notRan(a addrs, p *people.Person) { child(a, p.Email) }

func dialled(a addrs, p *people.Person) {
	c, err := net.Dial("tcp", a.line)
	check(err)
	fmt.Fprintf(c, "user %s\n", p.Email)
	c.Close()
}

func dialledJSON(a addrs, p *people.Person) {
	c, err := net.Dial("tcp", a.line)
	check(err)
	json.NewEncoder(c).Encode(map[string]any{"who": p})
	c.Close()
}

func datagram(a addrs, p *people.Person) {
	c, err := net.Dial("udp", a.datagram)
	check(err)
	c.Write([]byte(p.Phone))
	c.Close()
}

func client(a addrs) pb.TestServiceClient {
	conn, err := grpc.NewClient("passthrough:pipe", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(a.dialPipe))
	check(err)
	return pb.NewTestServiceClient(conn)
}

func payload(text string) *pb.Payload { return &pb.Payload{Body: []byte(text)} }

func rpcUnary(a addrs, p *people.Person) {
	client(a).UnaryCall(context.Background(), &pb.SimpleRequest{Payload: payload(p.Email)})
}

func rpcStream(a addrs, p *people.Person) {
	st, err := client(a).StreamingInputCall(context.Background())
	check(err)
	st.Send(&pb.StreamingInputCallRequest{Payload: payload(p.Name)})
	st.CloseAndRecv()
}

func rpcPlan(a addrs, p *people.Person) {
	client(a).UnaryCall(context.Background(), &pb.SimpleRequest{Payload: payload(p.Plan)})
}

func encoded(a addrs, p *people.Person) {
	v := url.Values{}
	v.Set("name", p.Name)
	v.Set("plan", p.Plan)
	done(http.Post(a.web, "application/x-www-form-urlencoded", strings.NewReader(v.Encode())))
}

func deletedField(a addrs, p *people.Person) {
	v := url.Values{"name": {p.Name}, "phone": {p.Phone}}
	v.Del("name")
	done(http.PostForm(a.web, v))
}

func overwritten(a addrs, p *people.Person) {
	p.Email = "nobody"
	p.Name = people.Mask(p.Name)
	done(http.Post(a.web, "text/plain", strings.NewReader(p.Email+p.Name+p.Phone)))
}
