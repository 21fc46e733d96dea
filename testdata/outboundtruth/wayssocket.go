package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/rpc"
	"net/rpc/jsonrpc"
	"net/smtp"
	"os"
	"os/exec"
	"strings"

	coder "github.com/coder/websocket"
	coderjson "github.com/coder/websocket/wsjson"
	"github.com/gorilla/websocket"
	xws "golang.org/x/net/websocket"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/interop/grpc_testing"
	"google.golang.org/grpc/metadata"
	nhooyr "nhooyr.io/websocket"
	nhooyrjson "nhooyr.io/websocket/wsjson"

	"outboundtruth/people"
)

// socketWays are by web sockets, calls with metadata, net/rpc and processes.
var socketWays = []way{
	{"xMessage", xMessage}, {"xJSON", xJSON}, {"xWritten", xWritten}, {"xConfig", xConfig}, {"xPlan", xPlan}, {"xQuery", xQuery},
	{"gorillaText", gorillaText}, {"gorillaJSON", gorillaJSON}, {"gorillaWriter", gorillaWriter}, {"gorillaPrepared", gorillaPrepared},
	{"gorillaHeader", gorillaHeader}, {"gorillaKept", gorillaKept}, {"coderText", coderText}, {"coderJSON", coderJSON}, {"coderWriter", coderWriter},
	{"coderHeader", coderHeader}, {"coderNet", coderNet}, {"nhooyrText", nhooyrText}, {"nhooyrJSON", nhooyrJSON}, {"metadataAdded", metadataAdded},
	{"metadataMade", metadataMade}, {"metadataKept", metadataKept}, {"metadataBefore", metadataBefore}, {"perCall", perCall}, {"intercepted", intercepted},
	{"rpcGone", rpcGone}, {"rpcJSON", rpcJSON}, {"saidHello", saidHello}, {"ranLater", ranLater}, {"started", started}, {"ranEncoded", ranEncoded},
	{"ranWithout", ranWithout},
}

func xDial(a addrs) *xws.Conn {
	c, err := xws.Dial(a.socket, "", "http://localhost/")
	check(err)
	return c
}

func xMessage(a addrs, p *people.Person) {
	c := xDial(a)
	check(xws.Message.Send(c, "mail "+p.Email))
	c.Close()
}

// The note has json:"-".
func xJSON(a addrs, p *people.Person) {
	c := xDial(a)
	check(xws.JSON.Send(c, p))
	c.Close()
}

func xWritten(a addrs, p *people.Person) {
	c := xDial(a)
	io.WriteString(c, p.Name)
	fmt.Fprintf(c, "%s", p.Phone)
	c.Close()
}

func xConfig(a addrs, p *people.Person) {
	cfg, err := xws.NewConfig(a.socket, "http://localhost/")
	check(err)
	cfg.Header.Set("X-Who", p.Email)
	c, err := xws.DialConfig(cfg)
	check(err)
	c.Close()
}

func xPlan(a addrs, p *people.Person) {
	c := xDial(a)
	check(xws.JSON.Send(c, map[string]string{"plan": p.Plan, "mail": people.Mask(p.Email)}))
	c.Close()
}

func xQuery(a addrs, p *people.Person) {
	c, err := xws.Dial(a.socket+"?who="+p.Name, "", "http://localhost/")
	check(err)
	c.Close()
}

func gorillaDial(a addrs, h http.Header) *websocket.Conn {
	c, _, err := websocket.DefaultDialer.Dial(a.socket, h)
	check(err)
	return c
}

func gorillaText(a addrs, p *people.Person) {
	c := gorillaDial(a, nil)
	check(c.WriteMessage(websocket.TextMessage, []byte("hello "+p.Name)))
	c.Close()
}

func gorillaJSON(a addrs, p *people.Person) {
	c := gorillaDial(a, nil)
	check(c.WriteJSON(struct {
		Who  string `json:"who"`
		Note string `json:"-"`
	}{p.Phone, p.Note}))
	c.Close()
}

func gorillaWriter(a addrs, p *people.Person) {
	c := gorillaDial(a, nil)
	w, err := c.NextWriter(websocket.TextMessage)
	check(err)
	json.NewEncoder(w).Encode(map[string]any{"mail": p.Email})
	w.Close()
	c.Close()
}

func gorillaPrepared(a addrs, p *people.Person) {
	m, err := websocket.NewPreparedMessage(websocket.BinaryMessage, []byte(p.Note))
	check(err)
	c := gorillaDial(a, nil)
	check(c.WritePreparedMessage(m))
	c.Close()
}

func gorillaHeader(a addrs, p *people.Person) {
	h := http.Header{}
	h.Set("X-Who", p.Email)
	gorillaDial(a, h).Close()
}

// gorillaKept prepares a message that nobody gets.
func gorillaKept(a addrs, p *people.Person) {
	_, err := websocket.NewPreparedMessage(websocket.BinaryMessage, []byte(p.Note))
	check(err)
	gorillaDial(a, http.Header{"X-Plan": {p.Plan}}).Close()
}

var background = context.Background()

func coderDial(a addrs, o *coder.DialOptions) *coder.Conn {
	c, _, err := coder.Dial(background, a.socket, o)
	check(err)
	return c
}

func coderText(a addrs, p *people.Person) {
	c := coderDial(a, nil)
	check(c.Write(background, coder.MessageText, []byte(p.Email)))
	c.CloseNow()
}

func coderJSON(a addrs, p *people.Person) {
	c := coderDial(a, nil)
	check(coderjson.Write(background, c, []string{p.Phone, p.Plan}))
	c.CloseNow()
}

func coderWriter(a addrs, p *people.Person) {
	c := coderDial(a, nil)
	w, err := c.Writer(background, coder.MessageText)
	check(err)
	io.WriteString(w, p.Name)
	w.Close()
	c.CloseNow()
}

func coderHeader(a addrs, p *people.Person) {
	coderDial(a, &coder.DialOptions{HTTPHeader: http.Header{"X-Who": {p.Phone}}}).CloseNow()
}

func coderNet(a addrs, p *people.Person) {
	c := coder.NetConn(background, coderDial(a, nil), coder.MessageText)
	fmt.Fprintln(c, p.Email)
	c.Close()
}

func nhooyrDial(a addrs) *nhooyr.Conn {
	c, _, err := nhooyr.Dial(background, a.socket, nil)
	check(err)
	return c
}

func nhooyrText(a addrs, p *people.Person) {
	c := nhooyrDial(a)
	check(c.Write(background, nhooyr.MessageText, []byte(p.Note)))
	c.CloseNow()
}

func nhooyrJSON(a addrs, p *people.Person) {
	c := nhooyrDial(a)
	check(nhooyrjson.Write(background, c, map[string]string{"name": p.Name}))
	c.CloseNow()
}

func empty(ctx context.Context, a addrs) {
	_, err := client(a).UnaryCall(ctx, &pb.SimpleRequest{})
	check(err)
}

func metadataAdded(a addrs, p *people.Person) {
	empty(metadata.AppendToOutgoingContext(background, "who", p.Email), a)
}

func metadataMade(a addrs, p *people.Person) {
	md := metadata.Pairs("plan", p.Plan)
	md.Set("who", p.Name)
	empty(metadata.NewOutgoingContext(background, md), a)
}

// metadataKept calls with the context from before.
func metadataKept(a addrs, p *people.Person) {
	_ = metadata.AppendToOutgoingContext(background, "who", p.Email)
	empty(background, a)
}

func metadataBefore(a addrs, p *people.Person) {
	md := metadata.MD{}
	md.Set("who", p.Phone)
	md.Delete("who")
	empty(metadata.NewOutgoingContext(background, md), a)
}

// token is what is sent along with every call.
type token struct{ who string }

func (t token) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"who": t.who}, nil
}

func (token) RequireTransportSecurity() bool { return false }

func perCall(a addrs, p *people.Person) {
	_, err := client(a).UnaryCall(background, &pb.SimpleRequest{}, grpc.PerRPCCredentials(token{p.Email}))
	check(err)
}

func intercepted(a addrs, p *people.Person) {
	adds := func(ctx context.Context, m string, req, res any, cc *grpc.ClientConn, call grpc.UnaryInvoker, o ...grpc.CallOption) error {
		return call(metadata.AppendToOutgoingContext(ctx, "who", p.Name), m, req, res, cc, o...)
	}
	conn, err := grpc.NewClient("passthrough:pipe", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(a.dialPipe), grpc.WithUnaryInterceptor(adds))
	check(err)
	_, err = pb.NewTestServiceClient(conn).UnaryCall(background, &pb.SimpleRequest{})
	check(err)
}

func rpcGone(a addrs, p *people.Person) {
	c, err := rpc.Dial("tcp", a.line)
	check(err)
	c.Go("Desk.Note", p.Email, nil, nil)
	c.Close()
}

func rpcJSON(a addrs, p *people.Person) {
	c, err := jsonrpc.Dial("tcp", a.line)
	check(err)
	c.Go("Desk.Note", []string{p.Phone}, nil, nil)
	c.Close()
}

func saidHello(a addrs, p *people.Person) {
	c, err := smtp.Dial(a.mail)
	check(err)
	check(c.Hello(p.Name))
	check(c.Mail(p.Email))
	c.Quit()
}

func ranLater(a addrs, p *people.Person) {
	c := child(a)
	c.Args = append(c.Args, p.Phone)
	c.Run()
}

func started(a addrs, p *people.Person) {
	proc, err := os.StartProcess(a.self, []string{"truth", p.Name}, &os.ProcAttr{Env: []string{"TRUTH_ECHO=" + a.file, "WHO=" + p.Email}})
	check(err)
	proc.Wait()
}

func ranEncoded(a addrs, p *people.Person) {
	c := exec.CommandContext(background, a.self)
	c.Env = append(os.Environ(), "TRUTH_ECHO="+a.file)
	var b strings.Builder
	json.NewEncoder(&b).Encode(p)
	c.Stdin = strings.NewReader(b.String())
	c.Run()
}

// ranWithout puts its own arguments in place of those it was made with.
func ranWithout(a addrs, p *people.Person) {
	c := child(a, p.Email)
	c.Args = []string{a.self, p.Plan}
	c.Run()
}
