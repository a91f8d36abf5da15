package syntax

import (
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

func TestDescribe(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2018, time.July, d, 0, 0, 0, 0, time.UTC) }
	for want, f := range map[string]answer.Filter{
		"":                       {},
		"Only The Hill.":         {Outlets: []string{"The Hill"}},
		"Only from 1 July 2018.": {From: day(1)},
		"Only Acme Inc.":         {Outlets: []string{"Acme Inc."}},
		"Only The Hill or The Root, in the section News, by Ann Roe, from 1 July 2018 to 9 July 2018.": {
			Outlets: []string{"The Hill", "The Root"}, Sections: []string{"News"}, Bylines: []string{"Ann Roe"}, From: day(1), To: day(9),
		},
		"Only by A, B, C or D.":                          {Bylines: []string{"A", "B", "C", "D"}},
		"Only by A, B, C or 2 more.":                     {Bylines: []string{"A", "B", "C", "D", "E"}},
		"Only of 1 July 2018.":                           {From: day(1), To: day(1)},
		"Only up to 9 July 2018, without “ash” or “b”.":  {To: day(9), Barred: []string{"ash", "b"}},
		"Without “ash”.":                                 {Barred: []string{"ash"}},
		"Only with the words “a sad day”, “long night”.": {Exact: []string{"a sad day", "long night"}},
	} {
		if got := f.Describe(); got != want {
			t.Errorf("Describe = %q, want %q", got, want)
		}
		if f.IsZero() != (want == "") {
			t.Errorf("%q: IsZero = %v", want, f.IsZero())
		}
	}
}

// TestArticles looks at what the retrievers' suite cannot: that a filter of
// passages admits every article.
func TestArticles(t *testing.T) {
	if admits := (answer.Filter{Phrases: [][]string{{"flood"}}, Without: []string{"ash"}}).Articles(); admits != nil {
		t.Error("a filter of passages looks at articles")
	}
	admits := answer.Filter{To: time.Date(2018, time.July, 1, 0, 0, 0, 0, time.UTC)}.Articles()
	if !admits(corpus.Meta{Published: time.Date(1912, time.April, 15, 0, 0, 0, 0, time.UTC)}) || admits(corpus.Meta{}) {
		t.Error("a last day must admit what was before, and nothing of no date")
	}
}

func TestFilterJSON(t *testing.T) {
	a := answer.Answer{Outcome: answer.None, Unheld: []answer.Unheld{{Field: "outlet", Name: "hil", Nearest: "The Hill"}}, Malformed: []answer.Malformed{{Field: "to", Value: "x"}}, Filter: answer.Filter{
		Sections: []string{"News"}, From: time.Date(2018, time.July, 1, 0, 0, 0, 0, time.UTC), Phrases: [][]string{{"sad", "day"}}, Exact: []string{"sad day"},
	}}
	b, err := a.MarshalJSON()
	const want = `{"question":"","outcome":"none","searched":[],"missing":[],"filter":{"sections":["News"],"from":"2018-07-01","phrases":["sad day"]},` +
		`"unheld":[{"field":"outlet","name":"hil","nearest":"The Hill"}],"malformed":[{"field":"to","value":"x"}],"snippets":[]}`
	if got := strings.TrimSpace(string(b)); err != nil || got != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}

// Whatever the patterns of times of publication match has one of the words that these are
// compiled for.
func TestMayBound(t *testing.T) {
	for _, word := range []string{"since", "after", "before", "until", "till", "up to", "between", "from"} {
		if said := "it was said " + word + " july 20"; bounds(word, "july 20", "july 22", false) && !mayBound(said) {
			t.Errorf("%q may bound", said)
		}
	}
	for _, first := range strings.Split("article articles story stories piece pieces column columns coverage news what_was what_has_been", " ") {
		for _, second := range []string{"", "published ", "written ", "posted ", "reported "} {
			if second == "" && strings.HasPrefix(first, "what") {
				continue // what was Friday’s meeting about
			}
			said := "show " + strings.ReplaceAll(first, "_", " ") + " " + second
			if !saidBefore().MatchString(said) || !mayBound(said+"in july") {
				t.Errorf("%q: %v, may bound: %v", said, saidBefore().MatchString(said), mayBound(said))
			}
		}
	}
	for word, date := range map[string]string{"in": "the first week of july", "during": "the week of july 4"} {
		if said := "it was said " + word + " " + date; !bounds(word, date, "", false) || !mayBound(said) {
			t.Errorf("%q does not bound", said)
		}
	}
	for _, date := range []string{"early february", "the end of june", "february"} {
		if bounds("from", date, "july", false) || bounds("from", date, "july 4", false) {
			t.Errorf("from %s to some day bounds", date)
		}
	}
	if mayBound("what happened in july 2018") {
		t.Error("July 2018 may bound by itself")
	}
}
