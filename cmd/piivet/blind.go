package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// blind says that a run could find nothing: nothing tells it what personal data
// is. A run that did see some gives nothing.
func (o *options) blind() []string {
	if o.sources {
		return nil
	}
	if o.analysed == 0 {
		return []string{"no package was analysed"}
	}
	packages := "1 package"
	if o.analysed != 1 {
		packages = fmt.Sprintf("%d packages", o.analysed)
	}
	return []string{"no tagged fields in " + packages + "; try piivet tag"}
}

// demandTags makes a run that saw no personal data say so where its report did
// not, and fail if that was asked for. It passes on what the run came to.
func (o *options) demandTags(code int, err error) (int, error) {
	notes := o.blind()
	if err != nil || len(notes) == 0 {
		return code, err
	}
	told := !o.raw && !o.diff && !o.quiet && slices.ContainsFunc(o.outputs, func(out output) bool { return out.format == "text" && out.file == "" })
	if o.requireTags || !told && !o.quiet {
		fmt.Fprintln(os.Stderr, "piivet:", strings.Join(notes, ", "))
	}
	if o.requireTags {
		return exitFindings, nil
	}
	return code, nil
}
