// Gen writes the generated code of this module anew:
//
//	go run -C testdata/protos/gen .
//
// It compiles the .proto files and runs each generator at the version that is
// named, so that every form is here in which a descriptor is written into Go
// code.
package main

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/bufbuild/protocompile"
	"github.com/bufbuild/protocompile/linker"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/gofeaturespb"
	"google.golang.org/protobuf/types/pluginpb"
)

// style is one way to generate a file.
type style struct{ file, dir, generator string }

const modern, gogo, old = "google.golang.org/protobuf/cmd/protoc-gen-go", "github.com/gogo/protobuf/protoc-gen-gogo",
	"github.com/golang/protobuf/protoc-gen-go"

// presets is the directory of the preset for options, in a module of its own.
const presets = "../presets/proto-options/"

// path is the import path of the Go code.
func (s style) path() string {
	return path.Join("example.com/protos", s.dir)
}

var styles = []style{
	{"privacy/privacy.proto", "privacy", modern + "@v1.36.10"},
	{"user.proto", "old", old + "@v1.3.5"},         // compressed, in a variable
	{"user.proto", "gogo", gogo + "@v1.3.2"},       // the same, of another project
	{"user.proto", "v126", modern + "@v1.26.0"},    // bytes in a variable
	{"user.proto", "v135", modern + "@v1.35.2"},    // the same, later
	{"user.proto", "v1365", modern + "@v1.36.5"},   // a string of bytes in a variable
	{"user.proto", "v13610", modern + "@v1.36.10"}, // a constant
	{"opaque.proto", "opaque", modern + "@v1.36.10"},
	{"hybrid.proto", "hybrid", modern + "@v1.36.10"},
	{"extended.proto", "extended", modern + "@v1.36.10"},
	{"csi/csi.proto", presets + "csi", modern + "@v1.36.10"},
	{"udpa/sensitive.proto", presets + "udpa", modern + "@v1.36.10"},
	{"redact/redact.proto", presets + "redact", modern + "@v1.36.10"},
	{"volume.proto", presets + "pb", modern + "@v1.36.10"},
	{"loggingtags/tags.proto", presets + "loggingtags", modern + "@v1.36.10"},
	{"signup.proto", presets + "signup", modern + "@v1.36.10"},
}

func main() {
	log.SetFlags(0)
	for _, s := range styles {
		if err := s.generate(); err != nil {
			log.Fatalf("%s: %v", s.dir, err)
		}
	}
}

func (s style) generate() error {
	c := protocompile.Compiler{Resolver: protocompile.WithStandardImports(protocompile.ResolverFunc(open))}
	files, err := c.Compile(context.Background(), s.file)
	if err != nil {
		return err
	}
	req := &pluginpb.CodeGeneratorRequest{
		FileToGenerate: []string{s.file},
		Parameter:      proto.String("paths=source_relative,M" + s.file + "=" + s.path()),
	}
	add(req, files[0], map[string]bool{})
	for _, f := range req.ProtoFile {
		if f.GetName() == s.file {
			f.Options.GoPackage = proto.String(s.path())
		}
	}
	resp, err := run(s.generator, req)
	if err != nil {
		return err
	}
	for _, f := range resp.File {
		name := filepath.Join("..", s.dir, filepath.Base(f.GetName()))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(f.GetContent()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// open reads a file of ours. The features of the Go API are linked into this
// program.
func open(name string) (protocompile.SearchResult, error) {
	if name == "google/protobuf/go_features.proto" {
		return protocompile.SearchResult{Desc: gofeaturespb.File_google_protobuf_go_features_proto}, nil
	}
	f, err := os.Open(filepath.Join("..", "proto", name))
	return protocompile.SearchResult{Source: f}, err
}

// add adds a file behind what it imports.
func add(req *pluginpb.CodeGeneratorRequest, f protoreflect.FileDescriptor, seen map[string]bool) {
	if seen[f.Path()] {
		return
	}
	seen[f.Path()] = true
	for i := range f.Imports().Len() {
		add(req, f.Imports().Get(i).FileDescriptor, seen)
	}
	if r, ok := f.(linker.Result); ok {
		req.ProtoFile = append(req.ProtoFile, proto.Clone(r.FileDescriptorProto()).(*descriptorpb.FileDescriptorProto))
		return
	}
	req.ProtoFile = append(req.ProtoFile, protodesc.ToFileDescriptorProto(f))
}

// run executes a generator, name@version, with a request.
func run(generator string, req *pluginpb.CodeGeneratorRequest) (*pluginpb.CodeGeneratorResponse, error) {
	in, err := proto.Marshal(req)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "run", generator)
	cmd.Dir, cmd.Stdin, cmd.Stderr = os.TempDir(), bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var resp pluginpb.CodeGeneratorResponse
	if err := proto.Unmarshal(out, &resp); err != nil {
		return nil, err
	}
	if resp.Error != nil {
		return nil, fmt.Errorf("%s: %s", strings.TrimSpace(generator), resp.GetError())
	}
	return &resp, nil
}
