package bot_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/corpus"
)

func TestRelayAsks(t *testing.T) {
	s := answering(answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{bottest.Snippet(t, bottest.Bridge(), 1, "It carried 900 cars a day.")}})
	today := time.Date(2018, 7, 30, 12, 0, 0, 0, time.UTC)
	r := bot.NewRelay(s, bot.Options{Limit: 2, Now: func() time.Time { return today }}).Handle(t.Context(), bot.Message{Text: " How many\x00 cars?\n"})
	if r.Text != "The coverage says:" || r.Turn.Question != "How many  cars?" || len(r.Snippets) != 1 {
		t.Errorf("got %+v", r)
	}
	if want := (answer.Question{Text: "How many  cars?", Limit: 3, Shown: 2, Today: today}); len(s.asked) != 1 || s.asked[0] != want {
		t.Errorf("asked %+v, want %+v", s.asked, want)
	}
}

// TestRelayDeclines holds what needs no answer of an engine.
// TestRelayGoesOn holds what a question goes on from: the last one, unless that is too long.
func TestRelayGoesOn(t *testing.T) {
	for size, want := range map[int]bool{1 << 10: true, 10 << 10: false} {
		asker := answering(answer.Answer{Outcome: answer.None})
		last := bot.Turn{Question: strings.Repeat("a", size)}
		bot.NewRelay(asker, bot.Options{}).Handle(t.Context(), bot.Message{Text: "and Putin?", Last: last})
		if len(asker.asked) != 1 || (asker.asked[0].Previous == last.Question) != want || !want && asker.asked[0].Previous != "" {
			t.Errorf("after %d bytes: asked %d questions", size, len(asker.asked))
		}
	}
	asker := answering(answer.Answer{Outcome: answer.None})
	r := bot.NewRelay(asker, bot.Options{}).Handle(t.Context(), bot.Message{Text: "more", Last: bot.Turn{Question: strings.Repeat("a", bot.MaxQuestion+1)}})
	if len(asker.asked) > 0 || r.Text != bot.Problem(bot.ErrLongQuestion) {
		t.Errorf("asked %d questions, and said %q", len(asker.asked), r.Text)
	}
}

func TestRelayDeclines(t *testing.T) {
	s := &stub{ask: func(context.Context, answer.Question) (*answer.Answer, error) {
		t.Error("the engine was asked")
		return nil, errors.New("no")
	}}
	relay := bot.NewRelay(s, bot.Options{Commands: []bot.Command{{Name: "quit", Does: "leave"}}})
	for text, want := range map[string]string{
		"":                              "Ask a question about the coverage, or say “help”.",
		"…?!":                           "Ask a question about the coverage, or say “help”.",
		"🙂 👍🏽":                          "Ask a question about the coverage, or say “help”.",
		"share":                         "“share” is a button under an answer: press it there.",
		"/dm me":                        "“/dm” is a button under an answer: press it there.",
		"\x00\n":                        "Ask a question about the coverage, or say “help”.",
		strings.Repeat("why ", 30_000):  "That question is too long for me: 100 KB is the most.",
		"/frob":                         "There is no command “/frob”. The commands are help, sources, cite, around, more, back, timeline, compare, quote, quotes and quit.",
		"/" + strings.Repeat("a", 1000): "There is no command “/" + strings.Repeat("a", 58) + "…”. The commands are help, sources, cite, around, more, back, timeline, compare, quote, quotes and quit.",
		"/\xff":                         "There is no command “/\uFFFD”. The commands are help, sources, cite, around, more, back, timeline, compare, quote, quotes and quit.",
		"cite 0":                        "cite takes numbers of quotes, as in “cite 2” or “cite 1, 3”, and a style: apa, mla, chicago, bibtex, csl, text, selector or link.",
		"around":                        "around takes the number of a quote, as in “around 2”.",
		"cite":                          "There is no answer here yet. Ask a question first, or say this where the answer stands.",
		"/cite 1":                       "There is no answer here yet. Ask a question first, or say this where the answer stands.",
		"around 1":                      "There is no answer here yet. Ask a question first, or say this where the answer stands.",
		"more":                          "There is no answer here yet. Ask a question first, or say this where the answer stands.",
		"Back.":                         "There is no answer here yet. Ask a question first, or say this where the answer stands.",
	} {
		if r := relay.Handle(t.Context(), bot.Message{Text: text}); r.Text != want || r.Turn != (bot.Turn{}) {
			t.Errorf("%.20q: got %q, want %q", text, r.Text, want)
		}
	}
	if r := relay.Handle(t.Context(), bot.Message{Text: "help"}); !strings.Contains(r.Text, "cite 2") || !strings.Contains(r.Text, "• quit: leave\n\n") {
		t.Errorf("help: %q", r.Text)
	}
}

func TestRelaySources(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2018, 7, d, 0, 0, 0, 0, time.UTC) }
	var many []*corpus.Article
	for i := range 25 {
		many = append(many, &corpus.Article{Meta: corpus.Meta{ID: fmt.Sprint(i), Outlet: "A", Headline: fmt.Sprintf("Story\n%d", i)}})
	}
	two := []*corpus.Article{
		{Meta: corpus.Meta{ID: "1", Outlet: "The Root", URL: "https://root.example"}},
		{Meta: corpus.Meta{ID: "b/2", Published: day(3)}},
	}
	outlets := func(n int) []answer.OutletCount { return make([]answer.OutletCount, n) }
	for _, c := range []struct {
		articles []*corpus.Article
		coverage answer.Coverage
		begins   string
		ends     string
	}{
		{two, answer.Coverage{Articles: 2, Outlets: outlets(1), Undated: 2}, "2 articles of 1 outlet, of no known date.\n", "• The Root: https://root.example\n• b/2 (3 July 2018)"},
		{two[:1], answer.Coverage{Articles: 1, First: day(1), Last: day(1)}, "1 article, published on 1 July 2018.\n", "root.example"},
		{two, answer.Coverage{Articles: 2, First: day(1), Last: day(1), Undated: 1}, "2 articles, published on 1 July 2018; 1 has no known date.\n", "b/2 (3 July 2018)"},
		{many, answer.Coverage{Articles: 25, Outlets: outlets(2), First: day(1), Last: day(9), Undated: 4},
			"25 articles of 2 outlets, published from 1 July 2018 to 9 July 2018; 4 have no known date.\nThe newest:\n• A: Story 0\n", "• A: Story 19\nand 5 more"},
	} {
		r := bot.NewRelay(&stub{coverage: c.coverage, articles: c.articles}, bot.Options{}).Handle(t.Context(), bot.Message{Text: "/sources"})
		if !strings.HasPrefix(r.Text, c.begins) || !strings.HasSuffix(r.Text, c.ends) {
			t.Errorf("got %q, want %q … %q", r.Text, c.begins, c.ends)
		}
	}
}

// TestRelayNames asks for the names that the articles have.
func TestRelayNames(t *testing.T) {
	coverage := answer.Coverage{Articles: 26}
	var articles []*corpus.Article
	for i := range 25 {
		articles = append(articles, &corpus.Article{Meta: corpus.Meta{Byline: fmt.Sprintf("Reporter %d", i)}})
	}
	coverage.Outlets = []answer.OutletCount{{Outlet: "The Hill", Articles: 2}, {Outlet: "The Post", Articles: 24}}
	articles = append(articles, &corpus.Article{Meta: corpus.Meta{Byline: "Reporter 7"}}, &corpus.Article{})
	for asked, want := range map[string][2]string{
		"which outlets are there?": {"The articles have 2 outlets.\n• The Post: 24 articles\n• The Hill: 2 articles", ""},
		"what sections are there?": {"No section of any article is known.", ""},
		"Which authors are there?": {"The articles have 25 bylines; of 1 article none is known.\n• Reporter 7: 2 articles\n• Reporter 0: 1 article\n", "\nand 5 more"},
	} {
		r := bot.NewRelay(&stub{coverage: coverage, articles: articles}, bot.Options{}).Handle(t.Context(), bot.Message{Text: asked})
		if !strings.HasPrefix(r.Text, want[0]) || !strings.HasSuffix(r.Text, want[1]) || want[1] == "" && r.Text != want[0] {
			t.Errorf("%s: %q", asked, r.Text)
		}
	}
}

func TestRelayCites(t *testing.T) {
	a := bottest.Bridge()
	found := answering(answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{
		bottest.Snippet(t, a, 1, "It carried 900 cars a day.", "cars"),
		bottest.Snippet(t, a, 2, "said the mayor"),
	}})
	none := answering(answer.Answer{Outcome: answer.None})
	for _, c := range []struct {
		asker  *stub
		text   string
		want   string
		quotes []string // what is marked
	}{
		{found, "cite", "The quotes, each in its paragraph:", []string{"It carried 900 cars a day.", "said the mayor"}},
		{found, "/cite 2", "Quote 2 in its paragraph:", []string{"said the mayor"}},
		{found, "cite 1 and 2", "The quotes, each in its paragraph:", []string{"It carried 900 cars a day.", "said the mayor"}},
		{found, "cite 2-3", "There is no quote 3: the last answer has 2 quotes.", nil},
		{found, "cite 3", "There is no quote 3: the last answer has 2 quotes.", nil},
		{none, "cite 1", "The last answer has no quote: the coverage does not say.", nil},
	} {
		r := bot.NewRelay(c.asker, bot.Options{}).Handle(t.Context(), bot.Message{Text: c.text, Last: bot.Turn{Question: "How many cars?"}})
		if r.Text != c.want || r.Turn.Question != "How many cars?" || len(r.Snippets) != len(c.quotes) || r.Full != (len(c.quotes) > 0) {
			t.Errorf("%s: got %+v, want %q", c.text, r, c.want)
			continue
		}
		for i, s := range r.Snippets {
			if err := s.Verify(); err != nil {
				t.Error(err)
			}
			if got := s.Quote[s.Marks[0].Start:s.Marks[0].End]; got != c.quotes[i] || s.Quote != a.Text(s.Cite.Where().Span) {
				t.Errorf("%s: marked %q in %q", c.text, got, s.Quote)
			}
		}
	}
}

// TestRelayExports asks for references: each article once, and a note for each quote.
func TestRelayExports(t *testing.T) {
	a := bottest.Bridge()
	found := answering(answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{
		bottest.Snippet(t, a, 1, "It carried 900 cars a day.", "cars"),
		bottest.Snippet(t, a, 2, "said the mayor"),
	}})
	const apa = "Doe, J. (2024, May 6). Bridge to close. The Ashford Gazette. https://gazette.example/bridge"
	first, second := "In the text, for quote 1: (Doe, 2024, para. 1)", "In the text, for quote 2: (Doe, 2024, para. 4)"
	for _, c := range []struct {
		text, want string
		notes      []string
	}{
		{"cite APA", "The quotes, APA 7:", []string{first, second}},
		{"cite 2 apa", "Quote 2, APA 7:", []string{second}},
		{"cite 1 mla", "Quote 1, MLA 9:", nil},
		{"cite 2 link", "Quote 2, links:", nil},
	} {
		r := bot.NewRelay(found, bot.Options{}).Handle(t.Context(), bot.Message{Text: c.text, Last: bot.Turn{Question: "How many cars?"}})
		if r.Text != c.want || !slices.Equal(r.Notes, c.notes) || r.Turn.Question != "How many cars?" || len(r.Snippets) > 0 || r.Links != strings.HasSuffix(c.want, "links:") || strings.HasSuffix(c.want, "APA 7:") != (r.Export == apa) {
			t.Errorf("%s: got %+v", c.text, r)
		}
	}
}

func TestRelayFailures(t *testing.T) {
	const secret = "Where was I on Monday?"
	const apology = "Sorry, something went wrong here, and there is no answer. Please try again."
	for _, c := range []struct {
		name string
		ask  func(context.Context, answer.Question) (*answer.Answer, error)
		want string
		log  string
	}{
		{"error", func(_ context.Context, q answer.Question) (*answer.Answer, error) {
			return nil, fmt.Errorf("no luck with %s", q.Text)
		}, apology, "no luck with [question]"},
		{"panic", func(_ context.Context, q answer.Question) (*answer.Answer, error) { panic(q.Text) }, apology, "panic"},
		{"runtime error", func(_ context.Context, q answer.Question) (*answer.Answer, error) {
			a := make([]answer.Answer, 1)
			return &a[len(q.Text)], nil
		}, apology, "index out of range"},
		{"no answer", func(context.Context, answer.Question) (*answer.Answer, error) { return nil, nil }, apology, "no answer"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var log bytes.Buffer
			relay := bot.NewRelay(&stub{ask: c.ask}, bot.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
			r := relay.Handle(t.Context(), bot.Message{Text: secret})
			if r.Text != c.want || r.Turn != (bot.Turn{}) {
				t.Errorf("got %+v", r)
			}
			if got := log.String(); !strings.Contains(got, c.log) || strings.Contains(got, "Monday") {
				t.Errorf("log: %s", got)
			}
			bot.NewRelay(&stub{ask: c.ask}, bot.Options{}).Handle(t.Context(), bot.Message{Text: secret}) // without a log
		})
	}
}

// unfit is an [bot.Asker] that panics when it is asked for its coverage.
type unfit struct{ bot.Asker }

// Coverage implements [bot.Asker].
func (unfit) Coverage() answer.Coverage { panic("no") }

// TestRelayPanics has a panic where no question is answered.
func TestRelayPanics(t *testing.T) {
	seen := &bottest.Counter{}
	r := bot.NewRelay(unfit{}, bot.Options{Observer: seen}).Handle(t.Context(), bot.Message{Text: "sources"})
	if r.Text != bot.Apology || seen.Of(bot.EventPanicked) != 1 {
		t.Errorf("got %+v; counted %s", r, seen)
	}
}

// TestRelayLogsFalseQuotes has an engine give a quote that its article has not: it is left
// out, and only that is logged.
func TestRelayLogsFalseQuotes(t *testing.T) {
	good := bottest.Snippet(t, bottest.Bridge(), 1, "It carried 900 cars a day.")
	bad := good
	bad.Quote = "It carried 901 cars a day."
	both := []answer.Snippet{good, bad}
	for _, a := range []answer.Answer{{Outcome: answer.Found, Snippets: both}, {Outcome: answer.None, Near: both}} {
		var log bytes.Buffer
		relay := bot.NewRelay(answering(a), bot.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
		r := relay.Handle(t.Context(), bot.Message{Text: "How many cars?"})
		if len(r.Snippets) != 1 || strings.Count(log.String(), "quote left out") != 1 || strings.Contains(log.String(), "err=<nil>") {
			t.Errorf("%s: %d quotes; log: %s", a.Outcome, len(r.Snippets), log.String())
		}
	}
}

func TestRelayLogsQuestionsAtDebugOnly(t *testing.T) {
	for level, want := range map[slog.Level]bool{slog.LevelDebug: true, slog.LevelInfo: false} {
		var log bytes.Buffer
		relay := bot.NewRelay(answering(answer.Answer{Outcome: answer.None}), bot.Options{
			Log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: level})),
		})
		relay.Handle(t.Context(), bot.Message{Text: "Who?"})
		if got := strings.Contains(log.String(), "Who?"); got != want {
			t.Errorf("at %v: %s", level, log.String())
		}
	}
}

// FuzzHandle sends the relay anything.
func FuzzHandle(f *testing.F) {
	for _, s := range []string{"", "help", "/cite 2", "cite -9223372036854775808", "\xff/\x00", "/\u202e"} {
		f.Add(s, s)
	}
	relay := bot.NewRelay(answering(answer.Answer{Outcome: answer.None}), bot.Options{})
	f.Fuzz(func(t *testing.T, text, last string) {
		if r := relay.Handle(t.Context(), bot.Message{Text: text, Last: bot.Turn{Question: last}}); r.Text == "" {
			t.Errorf("no reply to %q", text)
		}
	})
}

// TestRelayObserves checks what is counted of each message.
func TestRelayObserves(t *testing.T) {
	outcome := func(o answer.Outcome) *stub { return answering(answer.Answer{Outcome: o}) }
	failing := func(f func() error) *stub {
		return &stub{ask: func(context.Context, answer.Question) (*answer.Answer, error) { return nil, f() }}
	}
	for _, c := range []struct {
		asker     *stub
		say, want string
	}{
		{outcome(answer.Found), "Who?", "found 1"},
		{outcome(answer.Partial), "Who?", "partial 1"},
		{outcome(answer.None), "Who?", "none 1"},
		{outcome(answer.None), "", "declined 1"},
		{outcome(answer.None), strings.Repeat("why ", 30_000), "declined 1"},
		{outcome(answer.None), "/frob", "declined 1"},
		{outcome(answer.None), "cite 0", "declined 1"},
		{outcome(answer.None), "help", "command 1"},
		{outcome(answer.None), "sources", "command 1"},
		{outcome(answer.None), "more", "command 1"},
		{failing(func() error { return errors.New("no") }), "Who?", "failed 1"},
		{failing(func() error { panic("no") }), "Who?", "panicked 1"},
	} {
		seen := &bottest.Counter{}
		bot.NewRelay(c.asker, bot.Options{Observer: seen}).Handle(t.Context(), bot.Message{Text: c.say, Last: bot.Turn{Question: "Where?"}})
		if got := seen.String(); got != c.want {
			t.Errorf("%.20q: counted %s, want %s", c.say, got, c.want)
		}
	}
}
