package draft

import (
	"slices"
	"strings"

	"newshound/answer/naming"
	"newshound/answer/syntax"
)

// AsksOnly reports whether a question is restricted to no more than these outlets.
func (d Draft) AsksOnly(outlets []string) bool {
	n := 0
	ask := func(fields []syntax.FieldValue) bool {
		for _, v := range fields {
			if v.Field != syntax.FieldOutlet {
				continue
			}
			n++
			if !slices.Contains(outlets, v.Value) {
				return false
			}
		}
		return true
	}
	for _, s := range d.Said {
		if !ask(s.Fields) {
			return false
		}
	}
	return ask(d.Fields) && n > 0
}

// AskOf restricts a question to outlets, instead of those that it is restricted to. sides are the outlets
// that its words name.
func (d *Draft) AskOf(outlets []string, sides []naming.Side) {
	d.Rename(outlets, sides)
	d.Set(syntax.FieldOutlet, outlets...)
}

// Rename puts an outlet in the place of the only one that the words of a question name, as sides has it, if
// they do not restrict the question to that, or have it as their subject. It reports whether it did.
func (d *Draft) Rename(outlets []string, sides []naming.Side) bool {
	restricts := func(s syntax.Spoken) bool { return !s.Subject }
	if len(sides) != 1 || slices.ContainsFunc(d.Said, restricts) || len(outlets) != 1 {
		return false
	}
	d.Said = nil // the outlet
	name := sides[0].Name
	if rest, ok := syntax.CutWord(d.Text[:name.Start], "the "); ok && strings.HasPrefix(outlets[0], "The ") {
		name.Start = len(rest)
	}
	d.Replace(name, outlets[0])
	return true
}
