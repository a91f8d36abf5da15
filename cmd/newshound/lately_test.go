package main

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/bot"
	"newshound/corpus"
)

// goals are a hundred and twenty articles of spring 2021 in which the team of Ashford wins, in
// more of a question's words, and one of a later day.
func goals() []*corpus.Article {
	var out []*corpus.Article
	for i := range 120 {
		out = append(out, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i), Published: time.Date(2021, time.March, 1+i/4, 0, 0, 0, 0, time.UTC)},
			"Halvorsen said of team "+strconv.Itoa(i)+" that Halvorsen would win, as Halvorsen said."))
	}
	return append(out, corpus.NewArticle(corpus.Meta{ID: "late", Published: time.Date(2024, time.June, 10, 0, 0, 0, 0, time.UTC)},
		"On the terrace of the old station, over tea with a dozen of those who had come by the morning train, Halvorsen said that it had been a wet spring."))
}

// TestAsksOfThisWeek asks for what somebody said this week, which one article tells and a
// hundred others of older days tell of more often.
func TestAsksOfThisWeek(t *testing.T) {
	e := engine.New(index.New(goals()))
	june := time.Date(2024, time.June, 12, 15, 4, 0, 0, time.UTC)
	for _, c := range []struct {
		text  string
		today time.Time
		first string // "": any but the late one
		read  string
		apart bool
	}{
		{text: "What did Halvorsen say?", today: june},
		{text: "What did Halvorsen say this week?", today: june, first: "late", read: "What did Halvorsen say this week? asked:2024-06-12"},
		{text: "What did Halvorsen say this week? asked:2024-06-12", today: june.AddDate(2, 0, 0), first: "late"},
		{text: "What did Halvorsen say? asked:2024-06-12", today: june.AddDate(2, 0, 0), first: "late"},
		{text: "What did Halvorsen say this week?", today: june.AddDate(2, 0, 0), read: "What did Halvorsen say this week? asked:2026-06-12", apart: true},
		{text: "What did Halvorsen say this week?"},
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: c.text, Today: c.today})
		if err != nil {
			t.Fatal(err)
		}
		if a.Read != c.read || a.Apart != c.apart || (a.Outcome == answer.Partial) != c.apart {
			t.Errorf("%q on %v: read as %q, apart %v, %s; want %q, %v", c.text, c.today, a.Read, a.Apart, a.Outcome, c.read, c.apart)
		}
		if len(a.Snippets) == 0 || (a.Snippets[0].Cite.Article.ID == "late") != (c.first == "late") {
			t.Errorf("%q on %v: %s, %v, want first %q", c.text, c.today, a.Outcome, a.Snippets, c.first)
		}
	}
}

// TestAskedOfOtherDays asks for what the coverage tells of another time: it proves less than
// what it tells of the days that are asked of, and the reply says of which these are.
func TestAskedOfOtherDays(t *testing.T) {
	e := engine.New(index.New(goals()))
	confidence := func(today time.Time) float64 {
		a, err := e.Ask(t.Context(), answer.Question{Text: "Which team would Halvorsen win with this week?", Today: today})
		if err != nil {
			t.Fatal(err)
		}
		return a.Confidence
	}
	then, later, never := confidence(time.Date(2021, time.April, 1, 0, 0, 0, 0, time.UTC)), confidence(time.Date(2026, time.April, 1, 0, 0, 0, 0, time.UTC)), confidence(time.Time{})
	if then <= never || later >= never {
		t.Errorf("confidence %.3f where it is asked of then, %.3f of years later, %.3f where that is not known", then, later, never)
	}
	relay := bot.NewRelay(e, bot.Options{Now: func() time.Time { return time.Date(2026, time.April, 1, 0, 0, 0, 0, time.UTC) }})
	r := relay.Handle(t.Context(), bot.Message{Text: "What did Halvorsen say this week?"})
	if notes := strings.Join(r.Notes, " "); r.Text != "The coverage says this much, of other days:" || !strings.Contains(notes, "Read as asked on 1 April 2026.") {
		t.Errorf("%q, notes %q", r.Text, notes)
	}
	r = relay.Handle(t.Context(), bot.Message{Text: "any date", Last: bot.Turn{Question: "What did Halvorsen say this week? asked:2026-04-01"}})
	if r.Turn.Question != "What did Halvorsen say?" {
		t.Errorf("at any date it is read as %q", r.Turn.Question)
	}
}

// TestAskedOfDaysOfACopy asks for what one outlet said long ago and another has this week.
func TestAskedOfDaysOfACopy(t *testing.T) {
	const text = "Halvorsen said that the dam at Corrow would be repaired before the winter comes."
	on := func(id, outlet string, day time.Time) *corpus.Article {
		return corpus.NewArticle(corpus.Meta{ID: id, Outlet: outlet, Published: day}, text)
	}
	june := time.Date(2024, time.June, 12, 0, 0, 0, 0, time.UTC)
	e := engine.New(index.New([]*corpus.Article{on("old", "Star", june.AddDate(-3, 0, 0)), on("late", "Courier", june.AddDate(0, 0, -2))}))
	for today, apart := range map[time.Time]bool{june: false, june.AddDate(2, 0, 0): true} {
		a, err := e.Ask(t.Context(), answer.Question{Text: "What did Halvorsen say of the dam this week?", Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Snippets) != 1 || len(a.Snippets[0].Cite.Also) != 1 || a.Apart != apart {
			t.Errorf("on %v: apart %v, want %v, in %v", today, a.Apart, apart, a.Snippets)
		}
	}
}

// TestAsksForTheLatestOfThisWeek asks for the latest of days behind the coverage: they are the
// days that are asked of, and not those with which it ends.
func TestAsksForTheLatestOfThisWeek(t *testing.T) {
	e := engine.New(index.New(goals()))
	june := time.Date(2026, time.June, 12, 0, 0, 0, 0, time.UTC)
	for _, text := range []string{"What is the latest on the wet spring of Halvorsen this week?", "What is the latest on the wet spring of Halvorsen this week? asked:2026-06-12"} {
		a, err := e.Ask(t.Context(), answer.Question{Text: text, Today: june})
		if err != nil {
			t.Fatal(err)
		}
		if !a.Asked.Equal(june) || !a.Apart || len(a.Snippets) == 0 || a.Snippets[0].Cite.Article.ID != "late" {
			t.Errorf("%q is read as asked on %v, apart %v, %v", text, a.Asked, a.Apart, a.Snippets)
		}
	}
}

// TestAskedOfOneDay asks for what was said on a day, which an article of the week before does not tell, but for that
// of a week does.
func TestAskedOfOneDay(t *testing.T) {
	june := time.Date(2024, time.June, 12, 0, 0, 0, 0, time.UTC)
	e := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "a", Published: june}, "Halvorsen said that the dam at Corrow would be repaired before the winter comes.")}))
	for _, test := range []struct {
		days  int // later
		when  string
		apart bool
	}{
		{0, "today", false}, {1, "yesterday", false}, {4, "yesterday", false}, {9, "yesterday", true}, {9, "today", true}, {9, "last week", false}, {30, "last week", true},
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: "What did Halvorsen say of the dam " + test.when + "?", Today: june.AddDate(0, 0, test.days)})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Snippets) != 1 || a.Apart != test.apart || (a.Outcome == answer.Partial) != test.apart {
			t.Errorf("%s, %d days later: %s, apart %v", test.when, test.days, a.Outcome, a.Apart)
		}
	}
}

// TestFormOfADay asks for a timeline and a comparison where the quote that an answer is judged by is not the first,
// for its date: that is shown then, rather than nothing.
func TestFormOfADay(t *testing.T) {
	for _, form := range []answer.Form{answer.Timeline, answer.Compare, ""} {
		a, err := filed(t).Ask(t.Context(), answer.Question{Form: form, Text: "between before July and May 3, 2024 what did Bank of Ashford say", Asked: time.Date(2024, time.May, 4, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != answer.Partial || len(a.Snippets) == 0 {
			t.Errorf("%s: %s, with %d quotes", form, a.Outcome, len(a.Snippets))
		}
	}
}

// TestAskedOfDaysNotKnown asks for what was said this week where no article has a date.
func TestAskedOfDaysNotKnown(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "a"}, "Halvorsen said that the dam at Corrow would be repaired before the winter comes.")}))
	relay := bot.NewRelay(e, bot.Options{Now: func() time.Time { return time.Date(2026, time.April, 1, 0, 0, 0, 0, time.UTC) }})
	r := relay.Handle(t.Context(), bot.Message{Text: "What did Halvorsen say this week?"})
	if notes := strings.Join(r.Notes, " "); !strings.Contains(notes, "Read as asked on 1 April 2026. When this was published is not known.") {
		t.Errorf("%q, notes %q", r.Text, notes)
	}
}

// TestAskedOfDaysOfAYear asks for what was said this week where no more is known of an article
// than its year, which may be of this week.
func TestAskedOfDaysOfAYear(t *testing.T) {
	year, err := corpus.ParseTime("2024")
	if err != nil {
		t.Fatal(err)
	}
	e := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "a", Published: year}, "Halvorsen said that the dam at Corrow would be repaired before the winter comes.")}))
	for asked, apart := range map[time.Month]bool{time.June: false, time.December: false, time.December + 6: true} {
		a, err := e.Ask(t.Context(), answer.Question{Text: "What did Halvorsen say this week?", Today: time.Date(2024, asked, 20, 0, 0, 0, 0, time.UTC)})
		if err != nil || len(a.Snippets) != 1 || a.Apart != apart {
			t.Errorf("in month %d: apart %v, %v, %v", asked, a.Apart, a.Snippets, err)
		}
	}
}
