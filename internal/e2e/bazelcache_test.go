package e2e

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// startCache starts a remote cache on this machine and gives its URL: a web
// server that takes files by PUT is one.
func startCache(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	port := freePort(t)
	user := ""
	if os.Getuid() == 0 {
		user = "user root;"
	}
	conf := write(t, dir, "nginx.conf", fmt.Sprintf(`daemon off; pid %[1]s/pid; error_log %[1]s/error.log; %[3]s
events {}
http {
	access_log off;
	client_max_body_size 1g;
	client_body_temp_path %[1]s/body;
	proxy_temp_path %[1]s/proxy; fastcgi_temp_path %[1]s/fastcgi; uwsgi_temp_path %[1]s/uwsgi; scgi_temp_path %[1]s/scgi;
	server {
		listen 127.0.0.1:%[2]d;
		root %[1]s/files;
		location / { dav_methods PUT; create_full_put_path on; }
	}
}
`, dir, port, user))
	cmd := exec.Command("nginx", "-p", dir, "-c", conf, "-e", filepath.Join(dir, "error.log"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	waitFor(t, port)
	return fmt.Sprintf("http://127.0.0.1:%d", port)
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// waitFor waits until somebody answers at a port.
func waitFor(t *testing.T, port int) {
	t.Helper()
	for range 100 {
		conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			_ = conn.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the cache does not answer")
}
