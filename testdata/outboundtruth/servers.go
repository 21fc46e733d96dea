package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/websocket"
	"google.golang.org/grpc"
	pb "google.golang.org/grpc/interop/grpc_testing"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/test/bufconn"
)

// addrs are where the servers listen.
type addrs struct {
	web, mail, line, datagram string
	socket                    string
	secure, secureLine        string // with certificates that nobody signed
	pipe                      *bufconn.Listener
	self, file                string // the program itself, and where it writes what it gets
}

type servers struct {
	addrs addrs
	mu    sync.Mutex
	got   strings.Builder
}

func (s *servers) note(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.got.WriteString(text + "\n")
}

func (s *servers) reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.got.Reset()
	os.Remove(s.addrs.file)
}

// received is all that came in, once nothing more does.
func (s *servers) received() string {
	time.Sleep(20 * time.Millisecond)
	file, _ := os.ReadFile(s.addrs.file)
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.got.String() + string(file)
}

func start() *servers {
	s := &servers{}
	s.addrs.web = serve(func(w http.ResponseWriter, r *http.Request) {
		dump, _ := httputil.DumpRequest(r, true)
		user, _, _ := r.BasicAuth()
		s.note(fmt.Sprint(string(dump), user, r.Trailer))
		if r.URL.Path == "/again" {
			http.Redirect(w, r, "/there", http.StatusTemporaryRedirect)
		}
	})
	s.sockets()
	s.encrypted()
	s.addrs.line = s.listen(func(c net.Conn) {
		data, _ := io.ReadAll(c)
		s.note(string(data))
	})
	s.addrs.mail = s.listen(s.mail)
	udp, err := net.ListenPacket("udp", "127.0.0.1:0")
	check(err)
	s.addrs.datagram = udp.LocalAddr().String()
	go func() {
		buf := make([]byte, 4096)
		for {
			n, _, err := udp.ReadFrom(buf)
			if err != nil {
				return
			}
			s.note(string(buf[:n]))
		}
	}()
	s.rpc()
	s.addrs.self, err = os.Executable()
	check(err)
	s.addrs.file = filepath.Join(os.TempDir(), fmt.Sprintf("truth-%d", os.Getpid()))
	return s
}

// serve answers requests and gives the server's address. It is no test server of
// the library: what goes there is known to stay on this machine.
func serve(h http.HandlerFunc) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	go http.Serve(l, h)
	return "http://" + l.Addr().String()
}

// sockets starts a server that takes whatever comes through a web socket.
func (s *servers) sockets() {
	web := serve(websocket.Server{Handler: func(c *websocket.Conn) {
		dump, _ := httputil.DumpRequest(c.Request(), false)
		s.note(string(dump))
		for {
			var data []byte
			if websocket.Message.Receive(c, &data) != nil {
				return
			}
			s.note(string(data))
		}
	}}.ServeHTTP)
	s.addrs.socket = "ws" + strings.TrimPrefix(web, "http") + "/"
}

// encrypted starts the servers with certificates.
func (s *servers) encrypted() {
	t := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		dump, _ := httputil.DumpRequest(r, true)
		s.note(string(dump))
	}))
	t.StartTLS()
	s.addrs.secure = "https://" + t.Listener.Addr().String()
	l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: t.TLS.Certificates})
	check(err)
	s.addrs.secureLine = l.Addr().String()
	go accept(l, func(c net.Conn) {
		data, _ := io.ReadAll(c)
		s.note(string(data))
	})
}

func (s *servers) listen(serve func(net.Conn)) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	go accept(l, serve)
	return l.Addr().String()
}

func accept(l net.Listener, serve func(net.Conn)) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			serve(c)
		}()
	}
}

// mail speaks as much SMTP as a client needs.
func (s *servers) mail(c net.Conn) {
	fmt.Fprint(c, "220 truth\r\n")
	in, data := bufio.NewScanner(c), false
	for in.Scan() {
		line := in.Text()
		s.note(line)
		switch {
		case data && line == ".":
			data = false
			fmt.Fprint(c, "250 taken\r\n")
		case data:
		case strings.HasPrefix(line, "DATA"):
			data = true
			fmt.Fprint(c, "354 go on\r\n")
		case strings.HasPrefix(line, "QUIT"):
			fmt.Fprint(c, "221 bye\r\n")
			return
		default:
			fmt.Fprint(c, "250 ok\r\n")
		}
	}
}

type service struct {
	pb.UnimplementedTestServiceServer
	s *servers
}

func (t *service) UnaryCall(ctx context.Context, r *pb.SimpleRequest) (*pb.SimpleResponse, error) {
	md, _ := metadata.FromIncomingContext(ctx)
	t.s.note(fmt.Sprint(map[string][]string(md)))
	t.s.note(string(r.GetPayload().GetBody()))
	return &pb.SimpleResponse{}, nil
}

func (t *service) StreamingInputCall(st pb.TestService_StreamingInputCallServer) error {
	for {
		r, err := st.Recv()
		if err != nil {
			return st.SendAndClose(&pb.StreamingInputCallResponse{})
		}
		t.s.note(string(r.GetPayload().GetBody()))
	}
}

func (a addrs) dialPipe(context.Context, string) (net.Conn, error) { return a.pipe.Dial() }

func (s *servers) rpc() {
	s.addrs.pipe = bufconn.Listen(1 << 16)
	srv := grpc.NewServer()
	pb.RegisterTestServiceServer(srv, &service{s: s})
	go srv.Serve(s.addrs.pipe)
}

// echo is the program as a child: it writes down what it was given.
func echo() {
	in, _ := io.ReadAll(os.Stdin)
	text := strings.Join(os.Args, " ") + "\n" + strings.Join(os.Environ(), "\n") + "\n" + string(in)
	check(os.WriteFile(os.Getenv("TRUTH_ECHO"), []byte(text), 0o600))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
