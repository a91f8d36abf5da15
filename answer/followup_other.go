package answer

import (
	"slices"
	"time"
)

// The forms of follow-ups that ask for what is not of the outlets or the days of the
// question before, in the words of a [spelling].
var (
	otherOutlets = pattern(`^(?:(?:in |from |by )?(?:(?:any|some|the) )?(?:other|another|different) (?:outlets?|papers?|newspapers?|publications?|media|sources?)|(?:what|how) (?:do|did|does) (?:the )?other (?:outlets?|papers?|newspapers?|publications?) (?:say|report|write)(?: (?:about|of) (?:it|that|this))?|who else (?:reports|reported|covers|covered|has) (?:it|that|this))$`)
	beyondThat   = pattern(`^(?:what (?:happened|was) )?(?:(before|after) (?:that|then|this)|(earlier|later))$`)
)

// otherOutlets reads a follow-up that asks for other outlets: than those that the
// question before is restricted to, or else than those of the quotes of its answer.
func (f *follower) otherOutlets(q Question) bool {
	d := &f.previous
	var named []string
	for _, v := range d.restrictions() {
		if v.field == fieldOutlet {
			named = append(named, v.value)
		}
	}
	if len(named) == 0 {
		a, err := f.engine.Ask(f.ctx, Question{Text: d.String(), Today: q.Today, Asked: q.Asked})
		if f.err = err; err != nil {
			return false
		}
		for _, s := range a.Snippets {
			if o := s.Cite.Article.Outlet; o != "" && !slices.Contains(named, o) {
				named = append(named, o)
			}
		}
	}
	if len(named) == 0 {
		return false
	}
	d.drop(fieldOutlet)
	for _, o := range named {
		d.fields = append(d.fields, fieldValue{fieldNotOutlet, o})
	}
	return true
}

// beyond reads a follow-up that asks for the time before or after that of the question
// before: “and before that?”
func (f *follower) beyond() bool {
	m := beyondThat().FindStringSubmatch(f.rest)
	if m == nil {
		return false
	}
	end, other, step := fieldFrom, fieldTo, -1
	if m[1] == "after" || m[2] == "later" {
		end, other, step = fieldTo, fieldFrom, 1
	}
	for _, v := range f.previous.restrictions() {
		first, last, ok := parseDay(v.value)
		if v.field != end || !ok {
			continue
		}
		day := first
		if step > 0 {
			day = last
		}
		f.previous.drop(dropDates)
		f.previous.fields = append(f.previous.fields, fieldValue{other, dayOf(day).AddDate(0, 0, step).Format(time.DateOnly)})
		return true
	}
	return false
}
