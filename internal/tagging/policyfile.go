package tagging

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/policy"
)

// PolicyEntries returns the text of a policy file with a [[field]] entry for each
// candidate that can't be tagged. What is in the file stays as it is. name is the
// file's, for errors: the result has to be a policy.
func PolicyEntries(name string, src []byte, candidates []Candidate) ([]byte, error) {
	var b bytes.Buffer
	b.Write(src)
	if len(src) > 0 && !bytes.HasSuffix(src, []byte("\n")) {
		b.WriteByte('\n')
	}
	sorted := slices.DeleteFunc(slices.Clone(candidates), func(c Candidate) bool { return !c.Policy })
	slices.SortStableFunc(sorted, func(a, b Candidate) int {
		return cmp.Or(strings.Compare(a.Package, b.Package), strings.Compare(a.Type, b.Type))
	})
	for _, c := range sorted {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "[[field]] # %s\ntype  = %q\nfield = %q\nclass = %q\n", strings.Join(c.Reasons, ", "), c.Package+"."+c.Type, c.Field, c.Class)
	}
	if _, err := policy.Parse(name, b.Bytes()); err != nil {
		return nil, fmt.Errorf("with the proposed entries it would not be a policy: %w", err)
	}
	return b.Bytes(), nil
}
