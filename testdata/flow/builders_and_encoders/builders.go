// Package builders takes data through buffers, writers and encoders.
package builders

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string `json:"id"`
	Email string `json:"email" pii:"email"`
	Card  string `json:"-" pii:"payment_card"`
}

func stringsBuilder(c Customer) {
	var sb strings.Builder
	sb.WriteString("id ")
	sb.WriteString(c.ID)
	log.Println(sb.String())
	sb.WriteString(c.Email)
	log.Println(sb.String()) // want `email from Customer.Email reaches log.Println`
	log.Println(sb.Len())
	sb.Reset()
	log.Println(sb.String())
	for _, r := range c.Email {
		sb.WriteRune(r)
	}
	log.Println(sb.String()) // want `email from Customer.Email reaches log.Println`
}

func twoBuilders(c Customer) {
	var a, b strings.Builder
	fmt.Fprintf(&a, "%s", c.Email)
	fmt.Fprintf(&b, "%s", c.ID)
	log.Println(b.String())
	log.Println(a.String()) // want `email from Customer.Email reaches log.Println`
}

func buffer(c Customer) {
	var buf bytes.Buffer
	buf.WriteString(c.ID)
	log.Println(buf.String())
	buf.Write([]byte(c.Email))
	log.Println(buf.String())     // want `email from Customer.Email reaches log.Println`
	log.Printf("%s", buf.Bytes()) // want `email from Customer.Email reaches log.Printf`
	buf.Reset()
	log.Println(buf.String())
	b := bytes.NewBufferString(c.Email)
	line, err := b.ReadString('\n')
	log.Println(err)
	log.Println(line) // want `email from Customer.Email reaches log.Println`
}

func bytesFunctions(c Customer) {
	b := bytes.ToUpper([]byte(c.Email))
	log.Printf("%s", bytes.TrimSpace(b)) // want `email from Customer.Email reaches log.Printf`
	log.Println(bytes.Contains(b, []byte("@")))
	log.Printf("%s", bytes.Join([][]byte{[]byte(c.ID), b}, nil)) // want `email from Customer.Email reaches log.Printf`
}

func stringsFunctions(c Customer) {
	user, host, ok := strings.Cut(c.Email, "@")
	log.Println(ok)
	log.Println(user)                                  // want `email from Customer.Email reaches log.Println`
	log.Println(host)                                  // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Join([]string{"a", user}, "")) // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Repeat("x", strings.Count(c.Email, "@")))
	log.Println(strings.NewReplacer("a", "b").Replace(c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Fields(c.ID))
	log.Println(strings.HasPrefix(c.Email, "root@"), strings.EqualFold(c.Email, c.ID))
}

func readers(c Customer) {
	all, err := io.ReadAll(strings.NewReader(c.Email))
	log.Println(err)
	log.Println(string(all)) // want `email from Customer.Email reaches log.Println`
	all, _ = io.ReadAll(strings.NewReader(c.ID))
	log.Println(string(all))
	limited, _ := io.ReadAll(io.LimitReader(strings.NewReader(c.Email), 3))
	log.Println(string(limited)) // want `email from Customer.Email reaches log.Println`
	both, _ := io.ReadAll(io.MultiReader(strings.NewReader(c.ID), strings.NewReader(c.Email)))
	log.Println(string(both)) // want `email from Customer.Email reaches log.Println`
	p := make([]byte, 8)
	n, _ := strings.NewReader(c.Email).Read(p)
	log.Println(n)
	log.Println(string(p[:n])) // want `email from Customer.Email reaches log.Println`
}

func buffered(c Customer) {
	sc := bufio.NewScanner(strings.NewReader("to: " + c.Email))
	for sc.Scan() {
		log.Println(sc.Text()) // want `email from Customer.Email reaches log.Println`
	}
	line, _ := bufio.NewReader(strings.NewReader(c.Email)).ReadString('\n')
	log.Println(line) // want `email from Customer.Email reaches log.Println`
	var buf bytes.Buffer
	w := bufio.NewWriter(&buf)
	w.WriteString(c.ID)
	w.Flush()
	log.Println(buf.String())
	fmt.Fprint(w, c.Email)
	w.Flush()
	log.Println(buf.String()) // want `email from Customer.Email reaches log.Println`
}

func bufferedSink(c Customer) {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	w.WriteString(c.ID)
	w.WriteString(c.Email) // want `email from Customer.Email reaches`
	fmt.Fprintln(w, "to", c.ID)
	fmt.Fprintln(w, "to", c.Email) // want `email from Customer.Email reaches`
}

func standardStreams(c Customer) {
	fmt.Println(c.ID)
	fmt.Println(c.Email)                  // want `email from Customer.Email reaches fmt.Println`
	fmt.Print("to ", c.Email)             // want `email from Customer.Email reaches fmt.Print`
	fmt.Printf("%s\n", c.Email)           // want `email from Customer.Email reaches fmt.Printf`
	fmt.Fprintf(os.Stderr, "%s", c.Email) // want `email from Customer.Email reaches fmt.Fprintf`
	fmt.Fprintln(os.Stdout, c.ID)
	io.WriteString(os.Stdout, c.Email)     // want `email from Customer.Email reaches io.WriteString`
	os.Stdout.WriteString(c.Email)         // want `email from Customer.Email reaches os.*WriteString`
	os.Stderr.Write([]byte("x" + c.Email)) // want `email from Customer.Email reaches os.*Write`
	os.Stderr.WriteString(c.ID)
	io.Copy(os.Stdout, strings.NewReader(c.ID))
	io.Copy(os.Stdout, strings.NewReader(c.Email)) // want `email from Customer.Email reaches`
}

func copied(c Customer) {
	var a, b bytes.Buffer
	io.Copy(&a, strings.NewReader(c.Email))
	log.Println(a.String()) // want `email from Customer.Email reaches log.Println`
	tee := io.TeeReader(strings.NewReader(c.Email), &b)
	log.Println(b.String())
	all, _ := io.ReadAll(tee)
	log.Println(string(all)) // want `email from Customer.Email reaches log.Println`
	log.Println(b.String())  // want `email from Customer.Email reaches log.Println`
}

func multi(c Customer) {
	var a, b bytes.Buffer
	w := io.MultiWriter(&a, &b)
	fmt.Fprint(w, c.Email)
	log.Println(a.String()) // want `email from Customer.Email reaches log.Println`
	log.Println(b.String()) // want `email from Customer.Email reaches log.Println`
	both := io.MultiWriter(&a, os.Stderr)
	fmt.Fprint(both, c.ID)
	fmt.Fprint(both, c.Email) // want `email from Customer.Email reaches`
}

func pipe(c Customer) {
	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, c.Email)
		w.Close()
	}()
	all, _ := io.ReadAll(r)
	log.Println(string(all)) // want `email from Customer.Email reaches log.Println`
}

func render(w io.Writer, c Customer) { fmt.Fprintf(w, "%s <%s>", c.ID, c.Email) }

func renderID(w io.Writer, c Customer) { fmt.Fprintf(w, "%s", c.ID) }

func put(w io.Writer, s string) { io.WriteString(w, s) }

func helpers(c Customer) {
	var sb, ids strings.Builder
	render(&sb, c)
	log.Println(sb.String()) // want `email from Customer.Email reaches log.Println`
	renderID(&ids, c)
	log.Println(ids.String())
	put(&ids, c.ID)
	log.Println(ids.String())
	put(&ids, c.Email)
	log.Println(ids.String()) // want `email from Customer.Email reaches log.Println`
	put(io.Discard, c.Email)
	put(os.Stderr, c.ID)
	put(os.Stderr, c.Email) // want `email from Customer.Email reaches`
	renderID(os.Stdout, c)
	render(os.Stdout, c) // want `email from Customer.Email reaches`
}
