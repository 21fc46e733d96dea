package render_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/render/truth/shapes"
)

// uses writes directives as "0%v 1* 2%+v".
func uses(ds []render.Directive) string {
	var list []string
	for _, d := range ds {
		s := fmt.Sprint(d.Arg)
		if d.Star {
			s += "*"
		} else {
			s += strings.TrimPrefix(d.Format.String(), "fmt ")
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

func TestPrintf(t *testing.T) {
	for _, test := range []struct {
		format string
		nargs  int
		want   string
	}{
		{"", 0, ""},
		{"plain", 0, ""},
		{"%s and %d", 2, "0%s 1%d"},
		{"%s", 0, ""},
		{"%s", 3, "0%s 1%v 2%v"},
		{"100%%", 1, "0%v"},
		{"%+v %#v %-5s", 3, "0%+v 1%#v 2%s"},
		{"%*d", 2, "0* 1%d"},
		{"%-*.*f", 3, "0* 1* 2%f"},
		{"%[2]s", 2, "1%s"},
		{"%[2]s %s", 3, "1%s 2%s"},
		{"%[2]*[1]d", 2, "1* 0%d"},
		{"%[3]*.[2]*[1]f", 3, "2* 1* 0%f"},
		{"%[9]s %s", 2, "0%s"},
		{"%[x]s %s", 2, "0%s"},
		{"%[1]2d", 1, ""},
		{"%[1].2d", 1, ""},
		{"%[1", 1, ""},
		{"%", 1, "0%v"},
		{"%!", 1, "0%!"},
		{"%日", 1, "0%日"},
		{"%T %p", 2, "0%T 1%p"},
		{"%w", 1, "0%w"},
		{"%.0s|%s", 2, "0%s notext 1%s"},
		{"%.s", 1, "0%s notext"},
		{"%.3s", 1, "0%s"},
		{"%.*s", 2, "0* 1%s"},
		{"%99999999d", 1, "0%v"},
		{"%s %s", -1, "0%s 1%s"},
		{"%[7]s", -1, "6%s"},
	} {
		if got := uses(render.Printf(test.format, test.nargs)); got != test.want {
			t.Errorf("Printf(%q, %d) uses %q, want %q", test.format, test.nargs, got, test.want)
		}
	}
}

// operand builds an operand of one of several types around a canary.
func operand(kind, n int) any {
	canary := fmt.Sprintf("kq%04dzj", n)
	switch kind {
	case 0:
		return canary
	case 1:
		return shapes.Plain{Name: canary}
	case 2:
		return shapes.ErrorValue{Shown: canary}
	default:
		return shapes.EmbedPointer{Plain: &shapes.Plain{Name: canary}}
	}
}

// TestPrintfTruth compares with fmt which operands random formats print.
func TestPrintfTruth(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{
		"%", "%", "%", "%", "s", "v", "d", "q", "x", "T", "p", "w", "+", "#", "-", " ", "0", "9", ".", "*",
		"[1]", "[2]", "[3]", "[9]", "[", "]", "[x]", "é", "text", "%%", "%v", "%[2]", ".0", ".9",
	}
	for range 20000 {
		var b strings.Builder
		for range 1 + random.IntN(7) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkPrintf(t, b.String(), random)
	}
}

// checkPrintf formats random operands and compares.
func checkPrintf(t *testing.T, format string, random *rand.Rand) {
	t.Helper()
	var args []any
	for n := range random.IntN(4) {
		args = append(args, operand(random.IntN(4), n))
	}
	out := fmt.Errorf(format, args...).Error()
	printed := suite().Seen(out)
	var predicted []string
	for _, d := range render.Printf(format, len(args)) {
		if !d.Star {
			predicted = append(predicted, suite().Predicted(reflect.ValueOf(args[d.Arg]), d.Format)...)
		}
	}
	slices.Sort(predicted)
	predicted = slices.Compact(predicted)
	if !slices.Equal(printed, predicted) {
		t.Errorf("format %q with %d operands prints %q: shows %v, predicted %v (%s)",
			format, len(args), out, printed, predicted, uses(render.Printf(format, len(args))))
	}
}
