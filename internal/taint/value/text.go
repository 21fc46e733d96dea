package value

import "slices"

// Some constants matter though they are nobody's data: an address tells where
// data goes, a setting how. A label for one has a known root without a source.
// It goes along with data and is none: sinks pass over it.

// ManyTexts is the text of a label that stands for more constants than are told
// apart.
const ManyTexts = "?"

// TextLabel is the label of a constant.
func (u *Universe) TextLabel(text string) *Label {
	return u.Label(Label{Root: Root{Name: text}})
}

// Text is the constant that a label stands for; empty where it stands for data.
func (l *Label) Text() string {
	if l.Root.Kind == Known && l.Src == nil {
		return l.Root.Name
	}
	return ""
}

// fewerTexts takes constants together where there are too many labels.
func (u *Universe) fewerTexts(ls []*Label) []*Label {
	return MapLabels(ls, func(l *Label) *Label {
		if l.Text() == "" {
			return l
		}
		return u.TextLabel(ManyTexts)
	})
}

// WithoutTexts drops the labels of constants.
func WithoutTexts(ls []*Label) []*Label {
	isText := func(l *Label) bool { return l.Text() != "" }
	if !slices.ContainsFunc(ls, isText) {
		return ls
	}
	return slices.DeleteFunc(slices.Clone(ls), isText)
}
