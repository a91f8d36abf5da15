package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/bot"
	"newshound/corpus"
)

// council is some coverage in which several say something of the same.
func council(t *testing.T) *engine.Engine {
	t.Helper()
	var articles []*corpus.Article
	for _, line := range []string{
		"late|2024-05-05|The flood closed the bridge.\n\n“The bridge will open in June,” Gov. Joan Pike said.\n\nJoan Pike met Ann Lee. “It is a disgrace,” she said of the bridge.",
		"early|2024-05-03|Mayor Tomás Halvorsen looked at the bridge. The bridge has cracks, Halvorsen said. “Nobody has touched it for years,” he added. " +
			"It rained.\n\n“The flood is not to blame,” Mr. Halvorsen told reporters. “It was the frost.”\n\nGov. Joan Pike said that the flood was to blame for the cracks.",
		"other|2024-05-04|The Halvorsen Foundation said that it would pay for the bridge. Ann Lee praised Tomás Halvorsen, who repaired the bridge in the flood.",
	} {
		f := strings.SplitN(line, "|", 3)
		meta := corpus.Meta{ID: f[0], Outlet: "The Post"}
		var err error
		if meta.Published, err = corpus.ParseTime(f[1]); err != nil {
			t.Fatal(err)
		}
		articles = append(articles, corpus.NewArticle(meta, f[2]))
	}
	return engine.New(index.New(articles))
}

// TestSaid asks for what somebody says.
func TestSaid(t *testing.T) {
	const blame = "“The flood is not to blame,” Mr. Halvorsen told reporters. “It was the frost.”"
	all := "The bridge has cracks, Halvorsen said. “Nobody has touched it for years,” he added.|" + blame
	engine := council(t)
	for question, want := range map[string]struct {
		quotes string // divided by |
		filter string
		unheld answer.Unheld
		listed bool
	}{
		// With nothing else asked for, all of it, in the order of the articles.
		"said: Halvorsen":                             {quotes: all, listed: true, filter: "Only what is said by Halvorsen."},
		"said:halvorsen":                              {quotes: all, listed: true, filter: "Only what is said by halvorsen."},
		"said: Tomas Halvorsen":                       {quotes: all, listed: true, filter: "Only what is said by Tomas Halvorsen."},
		`said:"mayor halvorsen"`:                      {quotes: all, listed: true, filter: "Only what is said by mayor halvorsen."},
		"said: Mr. Halvorsen":                         {quotes: all, listed: true, filter: "Only what is said by Mr. Halvorsen."},
		`said:"The Halvorsen Foundation"`:             {quotes: "The Halvorsen Foundation said that it would pay for the bridge.", listed: true, filter: "Only what is said by The Halvorsen Foundation."},
		"said: Governor Pike":                         {quotes: "Gov. Joan Pike said that the flood was to blame for the cracks.|“The bridge will open in June,” Gov. Joan Pike said.", listed: true, filter: "Only what is said by Governor Pike."},
		"said:Halvorsen -company":                     {quotes: all, listed: true, filter: "Only what is said by Halvorsen, without “company”."},
		"said: Pike from:2024-05-04":                  {quotes: "“The bridge will open in June,” Gov. Joan Pike said.", listed: true, filter: "Only from 4 May 2024, what is said by Pike."},
		`said:Pike said:"Halvorsen Foundation"`:       {quotes: "Gov. Joan Pike said that the flood was to blame for the cracks.|The Halvorsen Foundation said that it would pay for the bridge.|“The bridge will open in June,” Gov. Joan Pike said.", listed: true, filter: "Only what is said by Pike or Halvorsen Foundation."},
		"said:Halvorsen what is to blame, the flood?": {quotes: blame, filter: "Only what is said by Halvorsen."},
		"is the flood to blame for cracks? said:pike": {quotes: "Gov. Joan Pike said that the flood was to blame for the cracks.", filter: "Only what is said by pike."},
		// A title is whoever bears it.
		"said:governor": {quotes: "Gov. Joan Pike said that the flood was to blame for the cracks.|“The bridge will open in June,” Gov. Joan Pike said.", listed: true, filter: "Only what is said by governor."},
		"said:mayor":    {quotes: all, listed: true, filter: "Only what is said by mayor."},
		// Who says nothing is not guessed at.
		"said: Halvorson":                        {unheld: answer.Unheld{Field: "said", Name: "Halvorson", Nearest: "Mayor Tomás Halvorsen"}},
		"said: Lee bridge":                       {unheld: answer.Unheld{Field: "said", Name: "Lee"}},
		"said:Joan \u00a0 -company":              {filter: "Without “company”.", unheld: answer.Unheld{Field: "said", Name: "Joan", Nearest: "Gov. Joan Pike"}},
		"said: Macron":                           {unheld: answer.Unheld{Field: "said", Name: "Macron"}},
		"said: Halvorsen from:2024-05-04":        {filter: "Only from 4 May 2024.", unheld: answer.Unheld{Field: "said", Name: "Halvorsen", Elsewhere: true}},
		"said: Mr.":                              {unheld: answer.Unheld{Field: "said", Name: "Mr"}},
		`said: Pike "nobody has touched it"`:     {filter: "Only with the words “nobody has touched it”, what is said by Pike."},
		`said:Halvorsen "nobody has touched it"`: {quotes: "The bridge has cracks, Halvorsen said. “Nobody has touched it for years,” he added.", filter: "Only with the words “nobody has touched it”, what is said by Halvorsen."},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		var quotes []string
		for _, s := range a.Snippets {
			if err := s.Verify(); err != nil {
				t.Errorf("%s: %v", question, err)
			}
			quotes = append(quotes, s.Quote)
		}
		var unheld answer.Unheld
		if len(a.Unheld) > 0 {
			unheld = a.Unheld[0]
		}
		if got := strings.Join(quotes, "|"); got != want.quotes || a.Filter.Describe() != want.filter || unheld != want.unheld || a.Listed() != want.listed {
			t.Errorf("%s: %q, %q, %+v, listed %v", question, got, a.Filter.Describe(), unheld, a.Listed())
		}
		if (a.Outcome == answer.None) != (want.quotes == "") {
			t.Errorf("%s: outcome %s", question, a.Outcome)
		}
	}

	// Of a long list the first, and how many there are.
	a, err := engine.Ask(t.Context(), answer.Question{Text: "said: Halvorsen", Limit: 1})
	if err != nil || len(a.Snippets) != 1 || a.Total != 2 || a.Snippets[0].Cite.N != 1 {
		t.Errorf("%+v, %v", a, err)
	}
	hits, err := engine.Rank(t.Context(), answer.Question{Text: "said:Pike the flood and the bridge", Limit: 10})
	for _, h := range hits {
		if h.Passage.Article.ID == "other" {
			t.Error("a passage in which Pike says nothing is ranked")
		}
	}
	if err != nil || len(hits) != 2 {
		t.Errorf("%d passages, %v", len(hits), err)
	}
}

// TestSaidPulled checks that a quotation which stands beside the text, too, is listed once.
func TestSaidPulled(t *testing.T) {
	engine := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "dam"},
		"“The dam will hold for a hundred years,” Gov. Ann Lee said.\n\n“The dam will hold for a hundred years.” — Ann Lee\n\n“It was built by my own grandfather.” — Ann Lee")}))
	a, err := engine.Ask(t.Context(), answer.Question{Text: "said:Lee"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Snippets) != 2 || !strings.HasPrefix(a.Snippets[1].Quote, "“It was built") {
		t.Errorf("got %d: %v", len(a.Snippets), a.Snippets)
	}
}

// TestSaidUnnamed has what somebody says on what is asked about, where it does not name her,
// before what she says under her name on anything else.
func TestSaidUnnamed(t *testing.T) {
	long := strings.Repeat("The show went on for hours, and the hall was full. ", 20)
	var articles []*corpus.Article
	bodies := slices.Repeat([]string{"The curling went on in the hall."}, 5)
	for id, body := range append(bodies,
		"Anna Berg sang in Oslo.\n\n"+long+"\n\n“It was a long night for all of us,” Berg said.\n\n“The game is such fun to watch,” she added. “I have missed so much of curling.”",
		"Anna Berg came to see a game. Fans of curling cheered for Anna Berg.",
		"The tour of Anna Berg ends in May, Anna Berg said. “I shall rest then,” Anna Berg told reporters.",
		"Anna Berg said that the tour was long. Anna Berg said: “I am proud of it.”",
		"“Anna Berg is no name for a band,” Anna Berg said.",
	) {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(id), Outlet: "Post"}, body))
	}
	a, err := engine.New(index.New(articles)).Ask(t.Context(), answer.Question{Text: "What did Anna Berg say about curling?"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Outcome != answer.Found || !strings.Contains(a.Snippets[0].Quote, "missed so much of curling") {
		t.Errorf("%v: %+v", a.Outcome, a.Snippets)
	}
}

// TestSaidGoesOn has what somebody says where she is named once and what she speaks of is not:
// before what is told of it by others, and in what else she says.
func TestSaidGoesOn(t *testing.T) {
	report := "The bridge of Ashford opened on Monday.\n\nAnn Lee, the mayor, said on the bridge: “We waited for it.\n\n" +
		"“This is a step forward.\n\n“My children can walk to school.”"
	articles := []*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "a", Headline: "A bridge for Ashford", Outlet: "Post"}, report)}
	for i := range 12 {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i), Outlet: "Post"}, "Ann Lee plays the piano on Sundays. The bridge in the song is hard, Joe Roy said."))
	}
	engine := engine.New(index.New(articles))
	for question, want := range map[string]string{"What did Ann Lee say about the bridge?": "step forward", "What did Ann Lee say?": "walk to school", "What did Ann Lee say afterwards?": "walk to school"} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(a.Snippets, func(s answer.Snippet) bool { return strings.Contains(s.Quote, want) }) {
			t.Errorf("%s: %s, %+v", question, a.Outcome, a.Snippets)
		}
	}
}

// TestSaidInWords asks in words who says what.
func TestSaidInWords(t *testing.T) {
	engine := council(t)
	for question, want := range map[string]string{
		"What did Halvorsen say about the flood?":          "“The flood is not to blame,” Mr. Halvorsen told reporters. “It was the frost.”",
		"What did Gov. Pike say about the cracks?":         "Gov. Joan Pike said that the flood was to blame for the cracks.",
		"Who said that the flood was to blame for cracks?": "Gov. Joan Pike said that the flood was to blame for the cracks.",
		"Who said “nobody has touched it for years”?":      "“Nobody has touched it for years,” he added.",
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil || len(a.Snippets) == 0 || !strings.HasSuffix(a.Snippets[0].Quote, want) {
			t.Errorf("%s: %v, %+v", question, err, a.Snippets)
			continue
		}
		c := a.Snippets[0].Cite
		if said := c.Speech(); len(said) == 0 || said[0].Unclear() {
			t.Errorf("%s: said by %+v", question, said)
		}
	}
}

// TestNotSaid asks what somebody said of whom the quotes that come nearest have no word:
// nothing is called found that only names the one who is asked about.
func TestNotSaid(t *testing.T) {
	engine := council(t)
	for question, want := range map[string]struct {
		outcome answer.Outcome
		unheld  []answer.Unheld
		text    string
	}{
		"What did Ann Lee say?":                                    {answer.Partial, []answer.Unheld{{Field: "said", Name: "Ann Lee"}}, "The coverage attributes nothing to “Ann Lee”. The coverage says this much:"},
		"what did Ann Lee say about the bridge?":                   {answer.Partial, []answer.Unheld{{Field: "said", Name: "Ann Lee"}}, "The coverage attributes nothing to “Ann Lee”. The coverage says this much:"},
		"timeline: What did Ann Lee say about the bridge?":         {answer.Partial, []answer.Unheld{{Field: "said", Name: "Ann Lee"}}, "The coverage attributes nothing to “Ann Lee”. The coverage says this much, in the order of publication:"},
		"What did Halvorsen say about the bridge? from:2024-05-04": {answer.Partial, []answer.Unheld{{Field: "said", Name: "Halvorsen", Elsewhere: true}}, "Nothing that the filters admit is attributed to “Halvorsen”. The coverage says this much:"},
		"What did Ann Lee and Halvorsen say about the frost?":      {answer.Partial, []answer.Unheld{{Field: "said", Name: "Ann Lee"}}, "The coverage attributes nothing to “Ann Lee”. The coverage says this much:"},
		// Whoever is named more or less fully, or with where they are from.
		"What did Mayor Tomás Halvorsen say about the flood?":     {outcome: answer.Found},
		"What did Joan Pike of the bridge say about the flood?":   {outcome: answer.Found},
		"What did the Halvorsen Foundation say it would pay for?": {outcome: answer.Found},
		// An outlet, if only by a part of its name or of another corpus, what nobody is named in, and what is told without anybody's words.
		"What did CNN say about Ann Lee?":          {outcome: answer.Partial},
		"What did The Post say about Ann Lee?":     {outcome: answer.Found},
		"What did they say about the bridge?":      {outcome: answer.Found},
		"What did Ann Lee think of the bridge?":    {outcome: answer.Found},
		"What did the frost say about the bridge?": {outcome: answer.Found},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != want.outcome || !slices.Equal(a.Unheld, want.unheld) || len(a.Snippets) == 0 {
			t.Errorf("%s: %s, %+v, %d quotes", question, a.Outcome, a.Unheld, len(a.Snippets))
		}
		if got := bot.ReplyTo(a); want.text != "" && (got.Text != want.text || strings.Contains(strings.Join(got.Notes, " "), "attribute")) {
			t.Errorf("%s: %q, %q", question, got.Text, got.Notes)
		}
	}
}

// TestSaidElsewhere asks what somebody said, and nothing else, who is named in much that
// comes nearer than what is said by the one: that is what is asked for.
func TestSaidElsewhere(t *testing.T) {
	bodies := []string{
		"Mary Roy, the mayor of Ashford, looked at the dam.\n\n“It will hold until the spring, whatever the weather may be,” she said.",
		"Mary Roy ran. Mary Roy won.",
	}
	for i := range 12 {
		bodies = append(bodies, fmt.Sprintf("Mary Roy, says poster %d. Mary Roy!", i))
	}
	var articles []*corpus.Article
	for i, body := range bodies {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i), Outlet: "The Post"}, body))
	}
	relay := bot.NewRelay(engine.New(index.New(articles)), bot.Options{})
	for _, c := range []struct{ question, reads, text string }{
		{"What did Mary Roy say?", `said:"Mary Roy"`, "What the coverage attributes to Mary Roy, in the order of the articles:"},
		{"What did Mary Roy say about running?", "What did Mary Roy say about running?", "Nothing that was found on it is attributed to “Mary Roy”. The coverage says this much:"},
	} {
		r := relay.Handle(t.Context(), bot.Message{Text: c.question})
		if r.Turn.Question != c.reads || r.Text != c.text {
			t.Errorf("%s: read as %q: %q, %d quotes", c.question, r.Turn.Question, r.Text, len(r.Snippets))
		}
	}
}

// TestSaidBeside asks what somebody said of a friend, whose name the words do not hold, but the
// headline does.
func TestSaidBeside(t *testing.T) {
	body := "Joe Roy, the coach of Ashford, was dismissed by the club on Monday.\n\nThe manager Ann Lee gave the following comment:\n\n" +
		"“Joe did an excellent job for us, and we wish him well.”\n\nRoy came to Ashford from Milton, where he was the coach for years. Ann Lee and Joe Roy had met on Sunday.\n\n“We met about it,” said Roy about Lee."
	for headline, beside := range map[string]bool{"Ashford dismisses coach Joe Roy": true, "Ashford dismisses its coach": false} {
		articles := []*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "a", Headline: headline, Outlet: "The Post"}, body)}
		for i := range 12 {
			articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i), Outlet: "The Post"}, "The old bridge over the river was closed by the council because of frost."))
		}
		engine := engine.New(index.New(articles))
		a, err := engine.Ask(t.Context(), answer.Question{Text: "What did Lee say about Roy?"})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Snippets) == 0 {
			t.Fatalf("%s: %s", headline, a.Outcome)
		}
		first := strings.HasPrefix(a.Snippets[0].Quote, "“Joe did")
		if len(a.Unheld) != 1 || a.Unheld[0].Beside != beside || first != beside || a.Outcome != answer.Partial || a.Snippets[0].Cite.N != 1 {
			t.Errorf("%s: %s, %+v, %+v", headline, a.Outcome, a.Unheld, a.Snippets)
		}
		if got := bot.ReplyTo(a).Text; strings.Contains(got, "What stands first is theirs") != beside {
			t.Errorf("%s: %q", headline, got)
		}
	}
}

// TestSaidOffTopic asks what somebody said of somebody or something: that none of their words names it is
// told, and words of theirs on something else are not put before what is on it.
func TestSaidOffTopic(t *testing.T) {
	engine := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "a"}, "“The dam of Ashford will hold for years,” Mayor Ann Lee told reporters on Monday.\n\nGov. Joe Roy met Mayor Ann Lee at the dam, and said Ashford should close the school."),
		corpus.NewArticle(corpus.Meta{ID: "b"}, "The Valley Court affirmed on Monday that the bridge would be closed, noting that states may close it.\n\nAn affirmative action plan of the mill was ended by a ruling of the Valley Court."),
	}))
	for question, want := range map[string]string{
		"What did Ann Lee say about Roy?":                         "No quote of “Ann Lee” that was found names what you ask about. | “The dam of Ashford",
		"What did Ann Lee say about the dam?":                     "The coverage says: | “The dam of Ashford",
		"What did the Valley Court say about affirmative action?": "The coverage says: | An affirmative action plan",
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		text, quote, _ := strings.Cut(want, " | ")
		if r := bot.ReplyTo(a); !strings.HasPrefix(r.Text, text) || len(a.Snippets) == 0 || !strings.HasPrefix(a.Snippets[0].Quote, quote) {
			t.Errorf("%s: %q, %+v", question, r.Text, a.Snippets)
		}
	}
}

// TestSaidUnread asks for what somebody says in more articles than are read for one
// question: how many there are is not claimed then.
func TestSaidUnread(t *testing.T) {
	var articles []*corpus.Article
	for i := range 2005 {
		outlet := "The Post"
		if i%2 == 0 {
			outlet = "The Mail"
		}
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i), Outlet: outlet}, "Ann Lee said that the dam held."))
	}
	engine := engine.New(index.New(articles))
	for question, want := range map[string]struct {
		total  int
		unread bool
	}{
		"said: Lee":                       {2000, true},
		`said: Lee outlet:"The Post"`:     {1002, false},
		"said: Roy":                       {0, false},
		"said: Lee did it hold, the dam?": {0, false},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil || a.Total != want.total || a.Unread != want.unread {
			t.Errorf("%s: %d, unread %v, %v; want %+v", question, a.Total, a.Unread, err, want)
		}
		told := strings.Contains(strings.Join(bot.ReplyTo(a).Notes, " "), "there may be more")
		if told != want.unread {
			t.Errorf("%s: told %v", question, told)
		}
	}
}

// TestSaidTyped asks for what somebody says by names as people type them: what the coverage
// has a speaker of is the name, and the words behind it are the topic.
func TestSaidTyped(t *testing.T) {
	engine := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "1", Outlet: "Post"}, "Mayor Anna van der Berg said that the dam held.\n\n“It is old,” Jo Lee said. The DAM is the Danish Association of Mayors."),
		corpus.NewArticle(corpus.Meta{ID: "2", Outlet: "Post"}, "“The dam broke,” said a spokesman for Lee. Supporters of Jo Lee said that the dam was new."),
		corpus.NewArticle(corpus.Meta{ID: "3", Outlet: "Post"}, "Some said that the home of Lee was wet. Near it a man said that it was dry."),
		corpus.NewArticle(corpus.Meta{ID: "4", Outlet: "Post"}, "“It will last,” said Tim Hall, the mayor of Ulm."),
	}))
	for question, want := range map[string]struct{ reads, quotes string }{
		`said:"Ulm Gas CEO Tim Hall"`: {"", "“It will last,” said Tim Hall, the mayor of Ulm."},
		"said: Ulm Gas CEO Tim Hall":  {"", "“It will last,” said Tim Hall, the mayor of Ulm."},
		"said: mayor of Ulm":          {`said:"mayor of Ulm"`, "“It will last,” said Tim Hall, the mayor of Ulm."},
		"said: anna van der berg":     {`said:"anna van der berg"`, "Mayor Anna van der Berg said that the dam held."},
		"said: van der Berg":          {"", "Mayor Anna van der Berg said that the dam held."},
		"said: Berg DAM":              {`said:"Berg" DAM`, "Mayor Anna van der Berg said that the dam held."},
		"said: berg dam":              {"", "Mayor Anna van der Berg said that the dam held."},
		"said: Jo Lee":                {"", "“It is old,” Jo Lee said."},
		"said: Jo Tusk":               {"", ""},
		"said: Home":                  {"", ""},
		"said: Lee’s spokesperson":    {`said:"Lee’s spokesperson"`, "“The dam broke,” said a spokesman for Lee."},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range a.Unheld {
			if u.Nearest == "Some" {
				t.Errorf("%s: %+v", question, u) // which is no name
			}
		}
		var quotes []string
		for _, s := range a.Snippets {
			quotes = append(quotes, s.Quote)
		}
		typed := strings.Replace(want.reads, "said:", "said: ", 1)
		if got := strings.Join(quotes, "|"); a.Read != typed || got != want.quotes {
			t.Errorf("%s: read as %q, %q; want %q, %q", question, a.Read, got, typed, want.quotes)
		}
	}
}

// TestSaidReadable asks for what nobody says, whose name is a word of long articles: no more
// of them are read than can be in a moment, and that is told.
func TestSaidReadable(t *testing.T) {
	long := strings.Repeat("The time of the dam was long, and nobody spoke of it. ", 20_000)
	var articles []*corpus.Article
	for i := range 12 {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i), Outlet: "Post"}, long))
	}
	a, err := engine.New(index.New(articles)).Ask(t.Context(), answer.Question{Text: "said: time"})
	if err != nil || !a.Unread || len(a.Unheld) != 1 {
		t.Errorf("unread %v, %+v, %v", a.Unread, a.Unheld, err)
	}
}
