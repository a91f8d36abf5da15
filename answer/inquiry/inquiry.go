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
	// Members are the known things of the kind that is asked for, where that is one of which they
	// are listed (package lexicon): countries, animals.
	Members lexicon.Members
	Sides   []naming.Side // none unless it names outlets of the coverage
	// linked reports that no stop words stand among the words but those that link two others (of,
	// in, and), as in a topic.
	linked bool
	// shouting reports that capitals do not mark names: all is in capitals, or every word has one.
	shouting bool
	// Outsiders are the outlets that it names and the coverage does not hold.
	Outsiders []naming.Outsider
	Dates     []calendar.Named
	// Lately says that the question asks of days near Asked: yesterday, this week.
	Lately bool
	// Asked is the day for which the question is asked, zero if that is not known. Latest says that
	// it asks for what is newest; Asked is then the day of the newest article.
	Asked  time.Time
	Latest bool
}

// Word is one word of a question that carries information. Repetitions count
// once.
type Word struct {
	analysis.Token
	Typed string // as it stands in the question
	// Frame marks a word that only asks (say, report, mention).
	Frame bool
	// Outlet marks a word of the name of an outlet of the coverage. It finds the
	// outlet's articles, but a quote need not hold it.
	Outlet bool
	// Name marks a word that looks like part of a proper name.
	Name bool
	// Aside marks a word of a sentence before the question, or of the brackets behind it, in which
	// package followup puts what the question before was about. It helps to find passages, but a
	// quote need not hold it.
	Aside bool
	// Class marks the word for the kind of thing that is asked for: the state of “which state”.
	Class bool
	// Told marks a word that a quote need not hold if it has the kind of thing that is asked for, beside
	// the name of whom it is asked: the old of “how old”, where there is an age. The “final score” of a
	// game need not stand beside the score.
	Told bool
	// Borne marks the word for the role of whoever is asked for: the chef of “who is the head chef of
	// Ashford Rail”.
	Borne bool
	// At is the word's place among all words of the question. goesOn marks a word that may be of one
	// name with the word before: nothing stands between them but an initial, a full stop behind that,
	// or a small word such as “of”.
	At     int
	goesOn bool
	// joined marks a word right behind the one before, with neither a stop word nor punctuation
	// between them; hyphened marks one that a hyphen joins to the one before.
	joined, hyphened bool
	// particle is the small word right behind a verb that may make another of it: the off of “lay off”.
	particle string
	// Numbers marks a number at the end of a name, but no year: the 15 of iPhone 15.
	Numbers bool
}

// topicWords is the number of words of the longest topic or name that is all of a question.
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

// NameOf returns the first and the last word of a name, if the question only asks who or what that is:
// “Who is Ingrid Halvorsen?”, “What is Ashford Rail?” The name has two words or more.
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
	return first, last, ok && in.asksOnly() && n >= 2 && n <= topicWords && (names == n || names > 0 && !upper && !in.asksDeed(first, last))
}

// asksDeed reports whether some words of a question for a person, typed in small letters, are more than a
// name: who killed ann lee, who is suing halvor, who was ann lee replaced by.
func (in Inquiry) asksDeed(first, last int) bool {
	if in.Expect != answertype.Person {
		return false
	}
	words := in.Words[first : last+1]
	behind := strings.Fields(strings.Trim(analysis.Fold(in.Text[in.Words[last].End:]), " ?!."))
	return !asksWhoIs().MatchString(in.Text) || len(behind) > 0 && answertype.Prepositions(behind[0]) ||
		slices.ContainsFunc(words, func(w Word) bool {
			doing, done := strings.HasSuffix(w.Word, "ing"), strings.HasSuffix(w.Word, "ed") && !strings.HasSuffix(w.Word, "eed")
			return !w.Name && (done || doing && (w.At == words[0].At || len(words) > 2)) // not peyton manning
		})
}

// ThingOf returns the first and the last of the words for something, if the question only asks what
// that is: “What is the debt ceiling deal?” They need not be a name.
func (in Inquiry) ThingOf() (first, last int, ok bool) {
	first, last, ok = in.oneRun(func(Word) bool { return true })
	n := last - first + 1
	return first, last, ok && 2 <= n && n <= topicWords && in.Expect == answertype.Any && asksWhatIs(in.Text)
}

// Names returns the first and the last word of each name in the question that has two words or more,
// with capitals. In a mere list of words, “Trump Putin meeting”, two words are one name only if the first
// is a given name.
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

// AsksOfNames reports whether a question has no other words than those of two names or more: “Is Ashford
// in the NRA?” A quote with all of them says what they have to do with each other. Either all words have
// a capital, or none has.
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

// WordOfName returns the word of which a question only asks who or what it is, if that is written as a
// name: “What is Threads?”
func (in Inquiry) WordOfName() (typed string, ok bool) {
	first, last, one := in.oneRun(func(Word) bool { return true })
	if !one || first != last || in.shouting || !in.asksOnly() {
		return "", false
	}
	w := in.Words[first]
	return w.Typed, w.Upper && w.At > 0
}

// asksOnly reports whether a question that has no other words than a name asks who or what that is, or for
// something that is mostly told right beside it, such as an age.
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
