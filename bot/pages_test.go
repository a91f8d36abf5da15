package bot_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
)

// many returns an asker whose answer has n quotes, "Quote 1." and so on, of which
// it gives as many as are asked for.
func many(t *testing.T, n int, change ...func(*answer.Answer)) *stub {
	t.Helper()
	var body strings.Builder
	for i := range n {
		fmt.Fprintf(&body, "Quote %d. Then more.\n\n", i+1)
	}
	article := bottest.Article(bottest.Meta{ID: "many", Outlet: "A", Headline: "Many"}, body.String())
	a := answer.Answer{Outcome: answer.Found}
	for i := range n {
		a.Snippets = append(a.Snippets, bottest.Snippet(t, article, i+1, fmt.Sprintf("Quote %d.", i+1)))
	}
	for _, f := range change {
		f(&a)
	}
	return &stub{ask: func(_ context.Context, q answer.Question) (*answer.Answer, error) {
		got := a
		got.Question = q
		got.Snippets = a.Snippets[:min(q.Limit, len(a.Snippets))]
		return &got, nil
	}}
}

// numbers returns the numbers of a reply's quotes.
func numbers(r bot.Reply) []int {
	var n []int
	for _, s := range r.Snippets {
		n = append(n, s.Cite.N)
	}
	return n
}

// TestPages turns the pages of an answer of eight quotes, forward and back.
func TestPages(t *testing.T) {
	relay := bot.NewRelay(many(t, 8), bot.Options{})
	var turn bot.Turn
	for i, c := range []struct {
		say    string
		text   string
		quotes []int
		more   bool
		shown  int
	}{
		{"Who?", "The coverage says:", []int{1, 2, 3}, true, 3},
		{"back", "There are no quotes before these.", nil, false, 3},
		{"more", "Further quotes:", []int{4, 5, 6}, true, 6},
		{"cite", "The quotes, each in its paragraph:", []int{4, 5, 6}, false, 6},
		{"cite 2", "Quote 2 in its paragraph:", []int{2}, false, 6},
		{"cite 7", "There is no quote 7: the last answer has 6 quotes.", nil, false, 6},
		{"/More", "Further quotes:", []int{7, 8}, false, 8},
		{"cite bibtex", "The quotes, BibTeX:", nil, false, 8},
		{"cite", "The quotes, each in its paragraph:", []int{7, 8}, false, 8},
		{"more", "There are no further quotes.", nil, false, 8},
		{"back", "Further quotes:", []int{4, 5, 6}, true, 6},
		{"back", "The coverage says:", []int{1, 2, 3}, true, 3},
	} {
		// Every turn goes through a text, as through a button.
		last, err := bot.DecodeTurn(turn.Encode())
		if err != nil {
			t.Fatal(err)
		}
		r := relay.Handle(t.Context(), bot.Message{Text: c.say, Last: last})
		if r.Text != c.text || !slices.Equal(numbers(r), c.quotes) || r.More != c.more || r.Turn.Shown != c.shown || r.Turn.Question != "Who?" || len(r.Turn.Seal) != 8 {
			t.Errorf("%d, %s: got %q, quotes %v, more %v, turn %+v", i, c.say, r.Text, numbers(r), r.More, r.Turn)
		}
		turn = r.Turn
	}
}

func TestPagesOfLittle(t *testing.T) {
	near := func(a *answer.Answer) { a.Outcome, a.Near, a.Snippets = answer.None, a.Snippets[:1], nil }
	for _, c := range []struct {
		name   string
		asker  *stub
		more   bool
		shown  int
		then   string
		quotes []int
	}{
		{"exactly a page", many(t, 3), false, 3, "There are no further quotes.", []int{1, 2, 3}},
		{"one more", many(t, 4), true, 3, "Further quotes:", []int{1, 2, 3}},
		{"what comes near", many(t, 4, near), false, 1, "There are no further quotes.", []int{1}},
		{"nothing", many(t, 0, func(a *answer.Answer) { a.Outcome = answer.None }), false, 0, "There are no further quotes.", nil},
	} {
		relay := bot.NewRelay(c.asker, bot.Options{})
		r := relay.Handle(t.Context(), bot.Message{Text: "Who?"})
		if r.More != c.more || r.Turn.Shown != c.shown || !slices.Equal(numbers(r), c.quotes) {
			t.Errorf("%s: got %v, more %v, turn %+v", c.name, numbers(r), r.More, r.Turn)
		}
		more := relay.Handle(t.Context(), bot.Message{Text: "more", Last: r.Turn})
		offered := len(more.Actions) > 0 && more.Actions[0].Command == bot.AroundCommand(1)
		if more.Text != c.then || offered != (c.name == "exactly a page") {
			t.Errorf("%s: more: %q, %v", c.name, more.Text, more.Actions)
		}
		doubted := relay.Handle(t.Context(), bot.Message{Text: "is that true?", Last: r.Turn})
		if says := strings.HasPrefix(doubted.Text, "Quotes tell what was said, not whether it is true."); says != (r.Outcome != answer.None) || !slices.Equal(numbers(doubted), c.quotes) || doubted.Turn.Question != "Who?" {
			t.Errorf("%s: is that true: %q %v", c.name, doubted.Text, numbers(doubted))
		}
	}
}

// TestTurnWithoutCount checks that a turn of which only the question is known, as
// one that a person typed, is taken as its first page.
func TestTurnWithoutCount(t *testing.T) {
	relay := bot.NewRelay(many(t, 8), bot.Options{})
	for say, want := range map[string][]int{"cite": {1, 2, 3}, "more": {4, 5, 6}, "cite 3": {3}, "back": nil} {
		for _, shown := range []int{0, -5} {
			if r := relay.Handle(t.Context(), bot.Message{Text: say, Last: bot.Turn{Question: "Who?", Shown: shown}}); !slices.Equal(numbers(r), want) {
				t.Errorf("%s: %q %v", say, r.Text, numbers(r))
			}
		}
	}
	if r := relay.Handle(t.Context(), bot.Message{Text: "cite", Last: bot.Turn{Question: "Who?", Shown: math.MaxInt}}); len(r.Snippets) != 3 {
		t.Errorf("shown very many: %+v", r)
	}
}

// TestCoverageChanged checks that a command about an answer that is another now
// does not show other quotes under the numbers that were seen.
func TestCoverageChanged(t *testing.T) {
	before := bot.NewRelay(many(t, 8), bot.Options{}).Handle(t.Context(), bot.Message{Text: "Who?"})
	swap := func(a *answer.Answer) { a.Snippets[0], a.Snippets[1] = a.Snippets[1], a.Snippets[0] }
	fewer := func(a *answer.Answer) { a.Snippets = a.Snippets[:2] }
	none := func(a *answer.Answer) { a.Outcome, a.Snippets = answer.None, nil }
	later := func(a *answer.Answer) { a.Snippets = append(a.Snippets[:3:3], a.Snippets[5:]...) }
	for _, c := range []struct {
		name   string
		change func(*answer.Answer)
		text   string
	}{
		{"other quotes", swap, "The coverage says:"},
		{"fewer quotes", fewer, "The coverage says:"},
		{"no answer", none, "The coverage does not say."},
		{"others after those shown", later, ""},
	} {
		relay := bot.NewRelay(many(t, 8, c.change), bot.Options{})
		for _, say := range []string{"cite 2", "around 1", "more", "back", "cite csl"} {
			r := relay.Handle(t.Context(), bot.Message{Text: say, Last: before.Turn})
			told := len(r.Notes) > 0 && strings.HasPrefix(r.Notes[0], "The coverage has changed since")
			if told != (c.text != "") || c.text != "" && r.Text != c.text {
				t.Errorf("%s, %s: got %q with %q", c.name, say, r.Text, r.Notes)
			}
			if told && len(r.Snippets) > 0 && (r.Turn == before.Turn || r.Turn.Seal == "") {
				t.Errorf("%s, %s: the turn is %+v", c.name, say, r.Turn)
			}
		}
	}
}

func TestAround(t *testing.T) {
	a := bottest.Bridge()
	story := answering(answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{
		bottest.Snippet(t, a, 1, "It carried 900 cars a day."),
		bottest.Snippet(t, a, 2, "no plan for a new one exists"),
	}})
	alone := bottest.OneParagraph(bottest.Meta{ID: "1"}, "All there is.")
	short := answering(answer.Answer{Outcome: answer.Found, Snippets: []answer.Snippet{bottest.Snippet(t, alone, 1, "All there is.")}})
	none := answering(answer.Answer{Outcome: answer.None})
	for _, c := range []struct {
		asker      *stub
		say, text  string
		paragraphs []int
		marked     string
	}{
		{story, "around 1", "Around quote 1:", []int{0, 1}, "It carried 900 cars a day."},
		{story, "/around [2]", "Around quote 2:", []int{1, 2, 3}, "no plan for a new one exists"},
		{story, "around 3", "There is no quote 3: the last answer has 2 quotes.", nil, ""},
		{short, "around 1", "Around quote 1:", []int{0}, "All there is."},
		{none, "around 1", "The last answer has no quote: the coverage does not say.", nil, ""},
	} {
		r := bot.NewRelay(c.asker, bot.Options{}).Handle(t.Context(), bot.Message{Text: c.say, Last: bot.Turn{Question: "Who?"}})
		var paragraphs []int
		marked := ""
		for _, s := range r.Snippets {
			paragraphs = append(paragraphs, s.Cite.Paragraph)
			if err := s.Verify(); err != nil || s.Quote != s.Cite.Article.Text(s.Cite.Where().Span) {
				t.Errorf("%s: %q, %v", c.say, s.Quote, err)
			}
			for _, m := range s.Marks {
				marked += s.Quote[m.Start:m.End]
			}
		}
		if r.Text != c.text || !slices.Equal(paragraphs, c.paragraphs) || marked != c.marked || r.Passage != (c.paragraphs != nil) || r.Turn.Question != "Who?" {
			t.Errorf("%s: got %q, paragraphs %v, marked %q", c.say, r.Text, paragraphs, marked)
		}
	}
}

// fitting returns a reply cut to n quotes.
func fitting(r bot.Reply, n int) bot.Reply {
	return r.Fit(func(part bot.Reply) bool { return len(part.Snippets) <= n })
}

// TestFit checks that a reply that is cut goes on where it was cut.
func TestFit(t *testing.T) {
	relay := bot.NewRelay(many(t, 8), bot.Options{})
	whole := relay.Handle(t.Context(), bot.Message{Text: "Who?"})
	if got := fitting(whole, 3); len(got.Snippets) != 3 || len(got.Notes) != 0 {
		t.Errorf("all: %+v", got)
	}
	r := fitting(whole, 2)
	if !slices.Equal(numbers(r), []int{1, 2}) || r.Turn.Shown != 2 || !r.More || r.Notes[0] != "There was no room here for 1 further quote." {
		t.Errorf("got %v, %+v, %q", numbers(r), r.Turn, r.Notes)
	}
	if len(whole.Snippets) != 3 || whole.Turn.Shown != 3 {
		t.Error("the reply itself was cut")
	}
	r = relay.Handle(t.Context(), bot.Message{Text: "more", Last: r.Turn})
	if !slices.Equal(numbers(r), []int{3, 4, 5}) {
		t.Errorf("then %v, %q", numbers(r), r.Notes)
	}
	if got := numbers(relay.Handle(t.Context(), bot.Message{Text: "cite", Last: r.Turn})); !slices.Equal(got, []int{3, 4, 5}) {
		t.Errorf("cited %v", got)
	}
	if got := numbers(relay.Handle(t.Context(), bot.Message{Text: "back", Last: r.Turn})); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("back to %v", got)
	}
	r = relay.Handle(t.Context(), bot.Message{Text: "more", Last: fitting(r, 1).Turn})
	if !slices.Equal(numbers(r), []int{4, 5, 6}) {
		t.Errorf("then %v, %q", numbers(r), r.Notes)
	}
	full := relay.Handle(t.Context(), bot.Message{Text: "cite", Last: whole.Turn})
	if r := fitting(full, 1); len(r.Snippets) != 1 || r.More || r.Turn != full.Turn || r.Notes[0] != "There was no room here for 2 further quotes: say “cite 2” or “cite 3”." {
		t.Errorf("of citations: %+v", r)
	}
	before, quoted, after := full.Snippets[0], full.Snippets[1], full.Snippets[2]
	before.Marks, after.Marks = nil, nil
	for n, want := range map[int][]int{1: {2}, 2: {2, 3}} {
		passage := bot.Reply{Snippets: []answer.Snippet{before, quoted, after}, Passage: true}
		if r := fitting(passage, n); !slices.Equal(numbers(r), want) || !strings.HasPrefix(r.Notes[0], "There was no room here for ") || !strings.Contains(r.Notes[0], " further paragraph") {
			t.Errorf("of a passage: %v, %q", numbers(r), r.Notes)
		}
	}
}

// TestElse holds that what was shown is not shown again where a follow-up asks for
// something else, and keeps its number.
func TestElse(t *testing.T) {
	asker := many(t, 8)
	whole := asker.ask
	asker.ask = func(ctx context.Context, q answer.Question) (*answer.Answer, error) {
		if q.Text == "Where?" {
			q.Limit *= 2
		}
		got, err := whole(ctx, q)
		if q.Text == "Where?" {
			got.Snippets = slices.DeleteFunc(slices.Clone(got.Snippets), func(s answer.Snippet) bool { return s.Cite.N%2 == 1 }) // 2, 4, …
			for i := range got.Snippets {
				got.Snippets[i].Cite.N = i + 1
			}
		}
		if got.Further = q.Previous != ""; got.Further {
			got.FollowUp, got.Read = true, "Who else?"
		}
		return got, err
	}
	relay := bot.NewRelay(asker, bot.Options{})
	say := func(text string, last bot.Turn) bot.Reply {
		return relay.Handle(t.Context(), bot.Message{Text: text, Last: last})
	}
	first := say("Where?", bot.Turn{})
	further := say("and who else?", first.Turn)
	if got := numbers(further); !slices.Equal(got, []int{1, 3, 5}) || first.Turn.Shown != 3 || further.Turn.Shown != 5 || further.Turn.Question != "Who else?" {
		t.Errorf("got %v, and the turn %+v", got, further.Turn)
	}
	if got := numbers(say("cite 3", further.Turn)); !slices.Equal(got, []int{3}) {
		t.Errorf("cited %v", got)
	}
	// What goes on from there is about the quotes that were shown, and no others, also
	// after a restart: the turn goes through a text.
	last, err := bot.DecodeTurn(further.Turn.Encode())
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"cite", "citations", "again"} {
		if got := numbers(say(text, last)); !slices.Equal(got, []int{1, 3, 5}) {
			t.Errorf("%s: got quotes %v", text, got)
		}
	}
	if r := say("around that", last); r.Text != "Around quote 1:" {
		t.Errorf("got %q", r.Text)
	}
	if r := say("back", last); r.Text != "There are no quotes before these." {
		t.Errorf("got %q", r.Text)
	}
	if got := numbers(say("cite", fitting(further, 2).Turn)); !slices.Equal(got, []int{1, 3}) {
		t.Errorf("of those that there was room for, cited %v", got)
	}
	asker.ask = func(ctx context.Context, q answer.Question) (*answer.Answer, error) {
		got, err := whole(ctx, q)
		got.Snippets, got.Further = got.Snippets[:2], q.Previous != ""
		return got, err
	}
	// Where all was shown, it is what stood beside the first that was something else.
	r := say("and who else?", say("Where?", bot.Turn{}).Turn)
	if !strings.HasPrefix(r.Text, "There are no further quotes. ") || !slices.Equal(numbers(r), []int{2}) || r.Turn.Question != "Where?" || r.Turn.Shown != 2 {
		t.Errorf("got %q, quotes %v, and the turn %+v", r.Text, numbers(r), r.Turn)
	}
	if got := numbers(say("cite", r.Turn)); !slices.Equal(got, []int{2}) {
		t.Errorf("cited %v", got)
	}
	asker.ask = func(ctx context.Context, q answer.Question) (*answer.Answer, error) {
		got, err := whole(ctx, q)
		got.Snippets, got.Further = got.Snippets[:1], q.Previous != ""
		return got, err
	}
	if r := say("and who else?", first.Turn); r.Text != "There are no further quotes." || len(r.Snippets) > 0 {
		t.Errorf("got %q, and quotes %v", r.Text, numbers(r))
	}
}

// TestAbsentOfThose holds that no word is told to be absent from quotes of which one has it: of
// eight, the fifth.
func TestAbsentOfThose(t *testing.T) {
	asker := many(t, 8, func(a *answer.Answer) { a.Outcome, a.Missing = answer.Partial, []string{"zebra"} })
	whole := asker.ask
	all, _ := whole(t.Context(), answer.Question{Limit: 8})
	asker.ask = func(ctx context.Context, q answer.Question) (*answer.Answer, error) {
		got, err := whole(ctx, q)
		if n := cmp.Or(q.Shown, len(got.Snippets)); n < 5 {
			got.Absent = []string{"testified"}
		}
		if q.Text == "Where?" { // 2 and 4
			got.Snippets = []answer.Snippet{all.Snippets[1], all.Snippets[3]}
			got.Snippets[0].Cite.N, got.Snippets[1].Cite.N = 1, 2
		}
		if got.Further = q.Previous == "Where?"; got.Further {
			got.FollowUp, got.Read = true, "Who else?"
		}
		return got, err
	}
	relay := bot.NewRelay(asker, bot.Options{})
	var last bot.Turn
	for _, c := range []struct {
		say    string
		quotes []int
		told   bool
	}{
		{"Who?", []int{1, 2, 3}, true}, {"more", []int{4, 5, 6}, false}, {"again", []int{4, 5, 6}, false}, {"back", []int{1, 2, 3}, true}, {"again", []int{1, 2, 3}, true},
		{"Where?", []int{1, 2}, true}, {"and who else?", []int{1, 3, 5}, false}, {"again", []int{1, 3, 5}, false},
	} {
		r := relay.Handle(t.Context(), bot.Message{Text: c.say, Last: last})
		last = r.Turn
		if told := strings.Contains(r.Text+strings.Join(r.Notes, " "), "testified"); told != c.told || !slices.Equal(numbers(r), c.quotes) {
			t.Errorf("%s: quotes %v, want %v; told: %t in %q, %q", c.say, numbers(r), c.quotes, told, r.Text, r.Notes)
		}
	}
}

// TestRecheck has a quote that was shown checked like any other.
func TestRecheck(t *testing.T) {
	asker := many(t, 8)
	whole, asked := asker.ask, ""
	asker.ask = func(ctx context.Context, q answer.Question) (*answer.Answer, error) {
		asked = q.Text
		return whole(ctx, q)
	}
	relay := bot.NewRelay(asker, bot.Options{})
	page := relay.Handle(t.Context(), bot.Message{Text: "Who?"})
	relay.Handle(t.Context(), bot.Message{Text: "is that quote real?", Last: page.Turn})
	if want := "quote: " + page.Snippets[0].Quote; asked != want {
		t.Errorf("asked %q, want %q", asked, want)
	}
	if r := relay.Handle(t.Context(), bot.Message{Text: "is that real?"}); r.Text != "There is no answer here yet. Ask a question first, or say this where the answer stands." {
		t.Errorf("without an answer: %q", r.Text)
	}
}
