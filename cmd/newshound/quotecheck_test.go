package main

import (
	"fmt"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/eval"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestCheckQuote checks quotes that were pasted in many ways.
func TestCheckQuote(t *testing.T) {
	e := townEngine(t)
	for _, c := range []struct {
		about, text string
		verdict     answer.Verdict
		quotes      string // those shown, divided by |
		differences string // given>stands, divided by |
		joined      bool
		aside       string
		headline    string
	}{
		{about: "as it stands", text: "“The bridge has served us for a hundred years.”", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years."},
		{about: "other quotation marks, case, blanks", text: "\"a sad day\".  \"THE bridge has served us\"", verdict: answer.Exact, quotes: "“a sad day”. “The bridge has served us"},
		{about: "over two paragraphs", text: "nobody was hurt", verdict: answer.Absent},
		{about: "across paragraphs", text: "closed the emergency ward of St. Brannoc’s Hospital for six hours, the Department of Public Safety said. The DPS said that no patients were harmed",
			verdict: answer.Exact, quotes: "closed the emergency ward of St. Brannoc’s Hospital for six hours, the Department of Public Safety said.|The DPS said that no patients were harmed."},
		{about: "an ellipsis", text: "The bridge has served us … We will miss it", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years. We will miss it,”"},
		{about: "dots in brackets", text: "The bridge [. . .] served us for a hundred years", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years."},
		{about: "brackets with the end of a word", text: "[It]’s served us for a hundred years", verdict: answer.Exact, quotes: "served us for a hundred years."},
		{about: "brackets", text: "[T]he bridge has served [the town] for a hundred years", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years."},
		{about: "the wrong order around an ellipsis", text: "we will miss it very much … the bridge has served us for a hundred years", verdict: answer.Altered,
			quotes: "We will miss it,”|“The bridge has served us for a hundred years.", differences: "very much>"},
		{about: "a word changed", text: "The bridge has served us for a thousand years", verdict: answer.Altered, quotes: "“The bridge has served us for a hundred years.", differences: "thousand>hundred"},
		{about: "a word put in", text: "We will never miss it, she said", verdict: answer.Altered, quotes: "We will miss it,” she said.", differences: "never>"},
		{about: "words left out", text: "The bridge has served for years", verdict: answer.Altered, quotes: "“The bridge has served us for a hundred years.", differences: ">us|>a hundred"},
		{about: "a number", text: "Repairs would cost $4.6 million", verdict: answer.Altered, quotes: "Repairs would cost $4.5 million.", differences: "$4.6>$4.5"},
		{about: "a number that is written short", text: "Repairs would cost $4.5m", verdict: answer.Exact, quotes: "Repairs would cost $4.5 million."},
		{about: "another number that is written short", text: "Repairs would cost $4.6m", verdict: answer.Altered, quotes: "Repairs would cost $4.5 million.", differences: "$4.6>$4.5"},
		{about: "two in one", text: "The roof still leaks and the night was long. We will miss it, she said", verdict: answer.Absent},
		{about: "two sentences of two articles", text: "The DPS said that no patients were harmed. The school cost twice what had been planned", verdict: answer.Altered, joined: true,
			quotes: "The DPS said that no patients were harmed.|The school cost twice what had been planned,"},
		{about: "something else", text: "The harbour will be dredged next spring", verdict: answer.Absent},
		{about: "characters of HTML", text: "&ldquo;The bridge has served us for a hundred years.&#8221;", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years."},
		{about: "what chat adds", text: "<@U1> **The bridge** has served us :tada: for a hundred years <:sob:12> https://x.example/a", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years."},
		{about: "the end of a line", text: "The bridge has served us for a hun-\ndred years", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years."},
		{about: "blanks of no width, letters of another form", text: "The bri\u200bdge has served us ｆor a hundred years", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years."},
		{about: "who says it, in other words", text: "“The bridge has served us for a hundred years,” Bob Roe told us.", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years.", aside: "Bob Roe told us"},
		{about: "pasted with outlet, headline and link", text: "“The bridge has served us for a hundred years” — The Ashford Gazette, Old bridge over the Ash closed on Monday after long cracks were found in two of its piers https://gazette.example/bridge", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years.",
			aside: "The Ashford Gazette, Old bridge over the Ash closed on Monday after long cracks were found in two of its piers"},
		{about: "who says it, first, and a word changed", text: "Roe: “The bridge has served us for a thousand years”", verdict: answer.Altered, quotes: "“The bridge has served us for a hundred years.", differences: "thousand>hundred", aside: "Roe"},
		{about: "who says it, whose name stands before it too", text: "Roe said: “The bridge has served us for a hundred years”", verdict: answer.Exact, quotes: "“The bridge has served us for a hundred years.", aside: "Roe said"},
		{about: "a quotation in a sentence of one's own", text: "In a long speech that night he told how \"The bridge has served us for a hundred years\"", verdict: answer.Exact,
			quotes: "“The bridge has served us for a hundred years.", aside: "In a long speech that night he told how"},
		{about: "a few words in marks in a longer sentence", text: "Last week Bob Roe told us in the square that \"The bridge has served us\"", verdict: answer.Exact,
			quotes: "“The bridge has served us", aside: "Last week Bob Roe told us in the square that"},
		{about: "a last word that would be none of a question's", text: "We will miss it, she said. Sorry.", verdict: answer.Altered, quotes: "We will miss it,” she said.", differences: "Sorry>"},
		{about: "who says it, as it stands", text: "“We will miss it,” she said.", verdict: answer.Exact, quotes: "We will miss it,” she said."},
		{about: "a headline", text: "Council votes on bridge", verdict: answer.Headline, headline: "Council votes on bridge"},
		{about: "some words of a headline", text: "votes on bridge", verdict: answer.Absent},
		{about: "stop words", text: "it is what it is", verdict: answer.Absent},
		{about: "no words", text: "“…”", verdict: answer.Absent},
		{about: "too many words", text: strings.Repeat("bridge ", 600), verdict: answer.Absent},
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: c.text, Form: answer.CheckQuote, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		var quotes, differences []string
		for _, s := range a.Snippets {
			if err := s.Verify(); err != nil {
				t.Errorf("%s: %v", c.about, err)
			}
			quotes = append(quotes, s.Quote)
		}
		for _, d := range a.Check.Differences {
			differences = append(differences, d.Given+">"+d.Stands)
		}
		if a.Check.Verdict != c.verdict || strings.Join(quotes, "|") != c.quotes || strings.Join(differences, "|") != c.differences || a.Check.Joined != c.joined ||
			strings.Join(a.Check.Aside, "|") != c.aside || len(a.Check.Headlines) != min(len(c.headline), 1) || len(a.Check.Headlines) > 0 && a.Check.Headlines[0].Headline != c.headline {
			t.Errorf("%s: %s (%.2f), joined %v, %q, %q, aside %q", c.about, a.Check.Verdict, a.Check.Coverage, a.Check.Joined, quotes, differences, a.Check.Aside)
		}
		if (a.Outcome == answer.None) != (c.verdict == answer.Absent || c.verdict == answer.Headline) {
			t.Errorf("%s: outcome %s", c.about, a.Outcome)
		}
	}
}

// TestCheckSpeaker checks whether somebody else is told to have said a quote.
func TestCheckSpeaker(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "dam"},
		"“The dam will hold for years,” Gov. Ann Lee told reporters. “It has held for a hundred,” said the mayor.\n\n“It will be missed by the town,” she said.\n\n"+
			"“We paid for it twice,” said Bob Dunn, who has run the works since 1998.")}))
	for text, want := range map[string]string{
		"“The dam will hold for years,” Joe Roy said.":       "Joe Roy: Gov. Ann Lee",
		"“The dam will hold for years,” Roy told reporters.": "Roy: Gov. Ann Lee",
		"“The dam will hold for years” — Joe Roy":            "Joe Roy: Gov. Ann Lee",
		"Joe Roy: “The dam will hold for a thousand years”":  "Joe Roy: Gov. Ann Lee",
		"“The dam will hold for years,” Lee told us.":        ": ",
		"“The dam will hold for years,” Anne Lee told us.":   ": ",
		"“We paid for it twice,” Joe Roy said.":              "Joe Roy: Bob Dunn",
		"“The dam will hold for years,” he said.":            ": ",
		"“It has held for a hundred,” Joe Roy said.":         ": ", // he may be the mayor
		"“It will be missed by the town,” Joe Roy said.":     ": ",
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: text, Form: answer.CheckQuote})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Check.Named + ": " + a.Check.By; got != want || len(a.Snippets) == 0 {
			t.Errorf("%s: got %q, want %q; %s", text, got, want, a.Check.Verdict)
		}
	}
}

// TestCheckAside checks what of a text is told to be left unchecked: not the name of who says the quote
// here, or of the outlet that has it.
func TestCheckAside(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "dam", Outlet: "The Gazette"}, "“The dam will hold for six years, or 6 percent more,” Gov. Ann Lee told reporters in May."),
		corpus.NewArticle(corpus.Meta{ID: "mill", Outlet: "The Herald"}, "The mill is closed."),
	}))
	for text, want := range map[string]string{
		"The Gazette: “The dam will hold for six years”":         "exact",
		"@The Gazette: “The dam will hold for six years”":        "exact",
		"The Herald: “The dam will hold for six years”":          "exact; The Herald",
		"Ann Lee: “The dam will hold for six years”":             "exact",
		"Ann Lee: The dam will hold for six years":               "exact",
		"Joe Roy: The dam will hold for six years":               "exact; Joe Roy, but Gov. Ann Lee",
		"Lee told us: ‘The dam will hold for six years.’":        "exact",
		"Joe Roy told us: ‘The dam will hold for six years.’":    "exact; Joe Roy told us, but Gov. Ann Lee",
		"“The dam will hold for six years” (Lee in The Gazette)": "exact; Lee in The Gazette",
		"BREAKING: “The dam will hold for six years”":            "exact; BREAKING",
		"Lee told reporters: “The dam will last for six years”":  "altered; last>hold",
		"The dam will hold (sic) for six years":                  "exact",
		"“The dam will hold for six years, or 6% more”":          "exact",
		"“Six years,” Lee told us.":                              "exact",
		"“Six years,” said Joe Roy":                              "exact; said Joe Roy, but Gov. Ann Lee",
		"“Six years” — Joe Roy":                                  "exact; Joe Roy, but Gov. Ann Lee",
		"He closed “Six Years”":                                  "absent",
		"“The dam will hold for six years, or 7c more”":          "altered; 7c>6 percent",
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: text, Form: answer.CheckQuote})
		if err != nil {
			t.Fatal(err)
		}
		got := []string{string(a.Check.Verdict)}
		for _, d := range a.Check.Differences {
			got = append(got, d.Given+">"+d.Stands)
		}
		got = append(got, a.Check.Aside...)
		s := strings.Join(got, "; ")
		if a.Check.By != "" {
			s += ", but " + a.Check.By
		}
		if s != want {
			t.Errorf("%s: got %q, want %q", text, s, want)
		}
	}
}

// TestCheckSpliced checks that the words of two people are no quote of one, whatever it marks as left out.
func TestCheckSpliced(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "dam"},
		"“The dam of the town is old,” Mayor Ann Lee said. “It will hold for many years,” engineer Bob Roy said. “We have checked it twice,” Lee said.\n\n“Nobody asked the board,” said one of them.")}))
	for text, want := range map[string]answer.Verdict{
		"The dam of the town is old … It will hold for many years":                        answer.Altered,
		"The dam of the town is old … We have checked it twice":                           answer.Exact,
		"The dam of the town is old … Nobody asked the board":                             answer.Exact,
		"“The dam of the town is old,” Mayor Ann Lee said. “It will hold for [ten] years": answer.Exact,
		"“The dam of the town is old,” Mayor Ann Lee said. “It will hold for many years":  answer.Exact,
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: text, Form: answer.CheckQuote})
		if err != nil {
			t.Fatal(err)
		}
		if a.Check.Verdict != want || want == answer.Altered != a.Check.Joined || len(a.Snippets) == 0 {
			t.Errorf("%s: %s, joined %v, want %s", text, a.Check.Verdict, a.Check.Joined, want)
		}
	}
}

// TestCheckHyphens checks words that the article writes with a hyphen, or without, and that a
// quote is shown with the marks of its own script.
func TestCheckHyphens(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "co-op"},
		"“We will re-open the co-operative and email its members,” Ann Lee said.\n\n市长说：「我们对此非常高兴。」记者报道。")}))
	for text, want := range map[string]string{
		"we will reopen the cooperative and e-mail its members": "exact “We will re-open the co-operative and email its members,”",
		"we will re-open the cooperative and email its members": "exact “We will re-open the co-operative and email its members,”",
		"we will reform the cooperative and e-mail its members": "altered “We will re-open the co-operative and email its members,”",
		"我们对此非常高兴":                                              "exact 「我们对此非常高兴。」",
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: text, Form: answer.CheckQuote, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		got := string(a.Check.Verdict)
		for _, s := range a.Snippets {
			got += " " + s.Quote
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestCheckInterrupted checks what somebody said without the words that the article has
// in between.
func TestCheckInterrupted(t *testing.T) {
	e := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "dam"},
		"“The dam will hold,” said Ann Lee, the mayor. “It is old.”\n\nIt broke. “A pity,” Lee said.\n\n“A great pity,” she added.")}))
	for _, c := range []struct {
		text    string
		verdict answer.Verdict
		between string
	}{
		{"“The dam will hold. It is old.”", answer.Exact, "said Ann Lee, the mayor"},
		{"“The dam will hold. It is old,” said Bob Roe.", answer.Exact, "said Ann Lee, the mayor"},
		{"“The dam will hold,” said Ann Lee. “It is old.”", answer.Exact, "said Ann Lee, the mayor"},
		{"The … will hold. It is old.", answer.Exact, "said Ann Lee, the mayor"},
		{"“It is old. A pity.”", answer.Altered, ""},
		{"“The dam will hold. It broke.”", answer.Altered, ""},
	} {
		a, err := e.Ask(t.Context(), answer.Question{Text: c.text, Form: answer.CheckQuote, Limit: 10})
		if err != nil || a.Check.Verdict != c.verdict || strings.Join(a.Check.Between, "|") != c.between {
			t.Errorf("%s: %v, %+v", c.text, err, a.Check)
		}
	}
}

// TestCheckLongQuote checks a quote that no passage holds all of.
func TestCheckLongQuote(t *testing.T) {
	var words []string
	for i := range 400 {
		words = append(words, fmt.Sprintf("word%d", i))
		if i%40 == 39 {
			words[i] += ".\n\n"
		}
	}
	text := strings.Join(words, " ")
	e := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "long"}, text)}))
	for _, c := range []struct {
		text    string
		verdict answer.Verdict
	}{{text, answer.Exact}, {strings.Replace(text, "word200", "other", 1), answer.Altered}} {
		a, err := e.Ask(t.Context(), answer.Question{Text: c.text, Form: answer.CheckQuote})
		if err != nil || a.Check.Verdict != c.verdict || a.Check.Joined {
			t.Errorf("%s, joined %v, %v; want %s", a.Check.Verdict, a.Check.Joined, err, c.verdict)
		}
	}
}

// TestCheckCommonWords checks a quote that nothing can be found by: that it is not there
// is not said.
func TestCheckCommonWords(t *testing.T) {
	a, err := townEngine(t).Ask(t.Context(), answer.Question{Text: "it is what it is", Form: answer.CheckQuote})
	if err != nil || len(a.Malformed) != 1 || !a.Malformed[0].Common {
		t.Errorf("%+v, %v", a.Malformed, err)
	}
}

// TestCheckCommonWordsSaid checks such a quote with who says it around it: what is around it can be
// looked for.
func TestCheckCommonWordsSaid(t *testing.T) {
	a, err := townEngine(t).Ask(t.Context(), answer.Question{Text: "“It is what it is,” Mayor Wilcox said of Ashford", Form: answer.CheckQuote})
	if err != nil || len(a.Malformed) > 0 || len(a.Searched)+len(a.Missing) == 0 {
		t.Errorf("%+v, searched %q, %v", a.Malformed, a.Searched, err)
	}
}

// TestCheckQuotesOfSeeds checks quotes made of the seeds.
func TestCheckQuotesOfSeeds(t *testing.T) {
	e := seedEngine(t)
	checks, err := eval.CheckQuotes(t.Context(), e, e.Articles(100), 60, 1)
	if err != nil {
		t.Fatal(err)
	}
	if right := checks.Right(); right < 0.99 {
		t.Errorf("%.1f %% told right; wrong are %q", 100*right, checks.Wrong)
	}
	if _, err := eval.CheckQuotes(t.Context(), engine.New(index.New(nil)), nil, 1, 1); err == nil {
		t.Error("quotes were made of nothing")
	}
}
