package answer

import (
	"slices"
	"time"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// Filter says which passages a question may be answered from. The zero value
// admits all. Every field that is set narrows it further.
type Filter struct {
	// Outlets, Bylines and Sections admit the articles that have any of these.
	// Names are the same that are the same folded ([analysis.Fold]).
	Outlets, Bylines, Sections []string
	// NotOutlets are the outlets whose articles have no part.
	NotOutlets []string
	// From and To are the first and the last day on which an article may be
	// published, each at midnight UTC; the zero time sets no bound. The day of an
	// article is that of its own time zone, the one that its header tells. Articles
	// of no known date have no part in a bounded time.
	From, To time.Time
	// Phrases are terms, one phrase each, that a passage must meet, as it would
	// meet an [Alt] of them.
	Phrases [][]string
	// Without are terms that neither a passage nor its article's header may hold.
	Without []string
	// Exact are the phrases and Barred the words and phrases to do without, as
	// typed. A retriever leaves them to the engine, which reads what it finds.
	Exact, Barred []string
	// Said are the names of those of whom only what they say is quoted, as typed; a
	// retriever leaves this to the engine, too.
	Said []string
}

// IsZero reports whether the filter admits all.
func (f Filter) IsZero() bool { return f.ofArticles().everything() && !f.ofPassages() }

// ofPassages reports whether the filter looks at more than articles.
func (f Filter) ofPassages() bool {
	return len(f.Phrases)+len(f.Without)+len(f.Exact)+len(f.Barred)+len(f.Said) > 0
}

// ofArticles returns the part of the filter that looks at articles alone.
func (f Filter) ofArticles() Filter {
	return Filter{Outlets: f.Outlets, NotOutlets: f.NotOutlets, Bylines: f.Bylines, Sections: f.Sections, From: f.From, To: f.To}
}

// everything reports whether every article is admitted.
func (f Filter) everything() bool {
	return len(f.Outlets)+len(f.NotOutlets)+len(f.Bylines)+len(f.Sections) == 0 && f.From.IsZero() && f.To.IsZero()
}

// Articles returns a function that reports whether the filter admits an
// article, by what is known of it; what its passages hold is another matter. It
// is nil where the filter admits every article. The function must not be called
// by two goroutines at a time.
func (f Filter) Articles() func(m corpus.Meta) bool {
	if f.everything() {
		return nil
	}
	outlet, byline, section := f.outlet(), oneOf(f.Bylines), oneOf(f.Sections)
	return func(m corpus.Meta) bool {
		return outlet(m.Outlet) && byline(m.Byline) && section(m.Section) && f.covers(m.Published)
	}
}

// outlet returns a function that reports whether the filter admits the articles of an outlet.
func (f Filter) outlet() func(name string) bool {
	is := oneOf(f.Outlets)
	if len(f.NotOutlets) == 0 {
		return is
	}
	barred := oneOf(f.NotOutlets)
	return func(name string) bool { return is(name) && !barred(name) }
}

// covers reports whether a time lies within the filter's days, wholly so where no more of
// it is known than the month or the year.
func (f Filter) covers(published time.Time) bool {
	if f.From.IsZero() && f.To.IsZero() {
		return true
	}
	if published.IsZero() {
		return false
	}
	first, last := corpus.Days(published)
	return !first.Before(f.From) && (f.To.IsZero() || !last.After(f.To))
}

// Admitted returns those of some outlets that the filter admits.
func (f Filter) Admitted(outlets []string) []string {
	is := f.outlet()
	return slices.DeleteFunc(slices.Clone(outlets), func(o string) bool { return !is(o) })
}

// oneOf returns a function that reports whether a name is one of names, or any
// where there are none. It remembers the names that it has seen: a corpus has
// far fewer than articles.
func oneOf(names []string) func(string) bool {
	if len(names) == 0 {
		return func(string) bool { return true }
	}
	folded := make([]string, len(names))
	for i, n := range names {
		folded[i] = analysis.Fold(n)
	}
	seen := make(map[string]bool)
	return func(name string) bool {
		is, ok := seen[name]
		if !ok {
			is = slices.Contains(folded, analysis.Fold(name))
			seen[name] = is
		}
		return is
	}
}

// Unheld is the value of a filter that the coverage does not hold.
type Unheld struct {
	// Field is "outlet", "byline", "section", "from", "to", "said" or "phrase".
	Field string `json:"field"`
	// Name is the value as typed.
	Name string `json:"name"`
	// Nearest is what the coverage holds and may have been meant, "" where nothing
	// comes near. For a date it is the last or first day of the coverage.
	Nearest string `json:"nearest,omitempty"`
	// Elsewhere says that the coverage does hold it, but nothing that the question's
	// other filters admit does, or for whose words a question asks (“what did Wray say
	// of it?”), none of the snippets.
	Elsewhere bool `json:"elsewhere,omitempty"`
	// Beside says that the first snippets are words of that speaker, which may not name
	// what is asked, from articles whose headline does.
	Beside bool `json:"beside,omitempty"`
	// Unnamed says that words of that speaker are among the snippets, and none of them names what
	// is asked about.
	Unnamed bool `json:"unnamed,omitempty"`
}

// Malformed is the value of a filter that cannot be read.
type Malformed struct {
	Field string `json:"field"` // "from", "to", "asked", "phrase" or "quote"
	Value string `json:"value"` // as typed: no date, a first day after the last, a quote of no words or too many
	// Common says of a quote or a phrase that all its words are too common to be looked for.
	Common bool `json:"common,omitempty"`
}
