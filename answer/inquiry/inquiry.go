package inquiry

import (
	"slices"
	"strings"
	"time"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/lexicon"
	"newshound/answer/naming"
)

// Inquiry is a question understood: the words that it turns on, in order, and
// the kind of thing that would answer it.
type Inquiry struct {
	Text   string
	Words  []Word
	Expect answertype.Type
	// Members are the well-known things of the kind that is asked for; nil where it is none
	// of those that are listed.
	Members lexicon.Members
	Facets  []naming.Facet // none unless it names outlets of the coverage
	// linked reports that nothing but words that link two others (of, in, and) stands
	// between the words.
	linked bool
	// shouting reports that its capitals tell no names: all of it has them, or every word.
	shouting bool
	// Outsiders are the outlets that it asks of and the coverage does not hold.
	Outsiders []naming.Outsider
	Dates     []calendar.Named
	// Lately says that the question asks of days near Asked: yesterday, this week.
	Lately bool
	// Asked is the day of which the question is asked, zero if that is not known. Where Latest
	// is set it is that of the newest article: the question asks for what is newest.
	Asked  time.Time
	Latest bool
}

// Word is one word of a question that carries information. Repetitions count
// once.
type Word struct {
	analysis.Token
	Typed string // as it stands in the question
	// Frame marks a word that belongs to the asking (say, report, mention) more
	// than to what is asked.
	Frame bool
	// Outlet marks a word of the name of an outlet of the coverage. It finds the
	// outlet's articles, but a quote need not hold it.
	Outlet bool
	// Name marks a word that looks like part of a proper name.
	Name bool
	// Aside marks a word of what is told before the question, or in brackets at the end:
	// what the question before was about, beside one that does not say so itself. It finds
	// what is about that, but a quote need not hold it.
	Aside bool
	// Class marks a word that names the kind of thing asked for: which state.
	Class bool
	// Told marks a word that need not be said where the kind of thing that is asked for
	// stands beside the name that it is asked of: how old.
	Told bool
	// Borne marks the word that says what whoever is asked for is to a name: the head chef of
	// Ashford Rail.
	Borne bool
	// At is the word's place among all words of the question, and goesOn marks one that may
	// go on a name that the word before begins: nothing but an initial, a full stop behind
	// it, or a small word such as of stands between.
	At     int
	goesOn bool
	// joined marks a word that follows the one before it directly, with no stop
	// word or punctuation between them, and hyphened one that a hyphen joins to it.
	joined, hyphened bool
	// Numbers marks a number, but for a year, that is part of the name that the word before
	// ends: the 15 of iPhone 15.
	Numbers bool
}

// topicWords bounds the words of a bare topic.
const topicWords = 4

// Topic reports whether the question is no more than a topic, and asks nothing of it:
// “debt ceiling”, “the trial of Bankman-Fried”, “What happened in Ashford?”
func (in Inquiry) Topic() bool {
	n := 0
	for _, w := range in.Words {
		if !w.Frame {
			n++
		}
	}
	return in.linked && 0 < n && n <= topicWords
}

// NameOf returns the first and the last of the words of a name, where the question asks no
// more than who or what bears it: “Who is Ingrid Halvorsen?”, “What is Ashford Rail?” A name
// has two words or more.
func (in Inquiry) NameOf() (first, last int, ok bool) {
	names, upper := 0, false // names are typed in small letters, too
	first, last, ok = in.oneRun(func(w Word) bool {
		upper = upper || w.Upper
		if w.Name || w.Upper {
			names++
		}
		return true
	})
	n := last - first + 1
	return first, last, ok && in.asksOnly() && n >= 2 && n <= topicWords && (names == n || names > 0 && !upper)
}

// ThingOf returns the first and the last of the words that follow each other, where the question
// asks no more than what something is, whether they are a name or not: “What is the debt ceiling
// deal?”
func (in Inquiry) ThingOf() (first, last int, ok bool) {
	first, last, ok = in.oneRun(func(Word) bool { return true })
	n := last - first + 1
	return first, last, ok && 2 <= n && n <= topicWords && in.Expect == answertype.Any && asksWhatIs(in.Text)
}

// Names returns the first and the last words of the names of two words or more that the question
// has, written as names. Where words are no more than listed, as in “Trump Putin meeting”, it is
// known which are of one name only where that begins with a given name.
func (in Inquiry) Names() (names [][2]int) {
	for i, w := range in.Words {
		switch {
		case in.shouting || w.Frame || w.Outlet || !w.Name || !w.Upper:
		case len(names) > 0 && names[len(names)-1][1] == i-1 && w.goesOn:
			names[len(names)-1][1] = i
		default:
			names = append(names, [2]int{i, i})
		}
	}
	return slices.DeleteFunc(names, func(n [2]int) bool {
		return n[0] == n[1] || in.linked && len(lexicon.GivenForms(in.Words[n[0]].Word)) == 0
	})
}

// AsksOfNames reports whether a question has no other words than those of two names or more, all
// written as names or none: “Is Ashford in the NRA?” What tells of all of them tells what they have
// to do with each other.
func (in Inquiry) AsksOfNames() bool {
	names, inName, upper, lower := 0, false, false, false
	for _, w := range in.Words {
		switch {
		case w.Frame || w.Outlet:
			continue
		case !w.Name:
			return false
		case !inName || !w.joined && !w.goesOn:
			names++
		}
		inName = true
		upper, lower = upper || w.Upper, lower || !w.Upper
	}
	return names >= 2 && !(upper && lower)
}

// WordOfName returns the one word that a question asks who or what it is, where that is
// written as a name: “What is Threads?”
func (in Inquiry) WordOfName() (typed string, ok bool) {
	first, last, one := in.oneRun(func(Word) bool { return true })
	if !one || first != last || in.shouting || !in.asksOnly() {
		return "", false
	}
	w := in.Words[first]
	return w.Typed, w.Upper && w.At > 0
}

// asksOnly reports whether a question that has no other words than those of a name asks who or
// what bears it, or for a thing of a kind that is told beside it.
func (in Inquiry) asksOnly() bool {
	switch in.Expect {
	case answertype.Person, answertype.Role, answertype.Age, answertype.Heat, answertype.Place, answertype.Sum, answertype.Leader:
		return true
	}
	return in.Expect == answertype.Any && (asksWhatIs(in.Text) || asksDoing().MatchString(strings.TrimRight(analysis.Fold(in.Text), " ?!.")))
}

// asksWhatIs reports whether a question asks what something is.
func asksWhatIs(text string) bool {
	fields := strings.Fields(strings.ToLower(text))
	if len(fields) < 2 {
		return false
	}
	switch strings.ReplaceAll(fields[0], "’", "'") {
	case "what's", "whats":
		return true
	case "what":
		return fields[1] == "is" || fields[1] == "are" || fields[1] == "was" || fields[1] == "were"
	}
	return false
}
