package protodesc

import (
	"bytes"
	"compress/gzip"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"io"
	"strings"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
)

// maxDescriptor bounds the size of a descriptor that was compressed; the largest
// known ones have some hundred kilobytes.
const maxDescriptor = 16 << 20

// rawDescriptors finds the descriptors that a package's files hold.
func rawDescriptors(files []*ast.File, info *types.Info) [][]byte {
	var out [][]byte
	for _, f := range files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR && g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				if v, ok := s.(*ast.ValueSpec); ok && len(v.Names) == 1 && len(v.Values) == 1 && isDescriptor(v.Names[0].Name) {
					if data := bytesOf(v.Values[0], info); len(data) > 0 {
						out = append(out, data)
					}
				}
			}
		}
	}
	return out
}

// isDescriptor reports whether a package-level name is one that generators give
// to a descriptor.
func isDescriptor(name string) bool {
	return strings.HasPrefix(name, "file_") && strings.HasSuffix(name, "_rawDesc") || strings.HasPrefix(name, "fileDescriptor")
}

// bytesOf evaluates a descriptor: a constant text, a list of bytes, or a
// conversion of one of them.
func bytesOf(e ast.Expr, info *types.Info) []byte {
	if tv, ok := info.Types[e]; ok && tv.Value != nil && tv.Value.Kind() == constant.String {
		return []byte(constant.StringVal(tv.Value))
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			return bytesOf(e.Args[0], info)
		}
	case *ast.CompositeLit:
		out := make([]byte, 0, len(e.Elts))
		for _, x := range e.Elts {
			v := info.Types[x].Value
			if v == nil || v.Kind() != constant.Int {
				return nil
			}
			n, ok := constant.Int64Val(v)
			if !ok || n < 0 || n > 0xff {
				return nil
			}
			out = append(out, byte(n))
		}
		return out
	}
	return nil
}

// decode decodes a descriptor, which older generators compress. Options that
// extend it stay unknown fields, whatever is linked into this program.
func decode(data []byte) (*descriptorpb.FileDescriptorProto, error) {
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(io.LimitReader(z, maxDescriptor)); err != nil {
			return nil, err
		}
	}
	d := &descriptorpb.FileDescriptorProto{}
	o := proto.UnmarshalOptions{Resolver: (*protoregistry.Types)(nil), AllowPartial: true}
	return d, o.Unmarshal(data, d)
}
