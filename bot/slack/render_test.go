package slack_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/slack/slacktest"
)

// TestEveryReply delivers replies of every kind to every place. What Slack would
// refuse, or would take for a mention, the fake reports.
func TestEveryReply(t *testing.T) {
	for name, reply := range bottest.Replies(t) {
		t.Run(name, func(t *testing.T) {
			r := start(t, nil)
			r.news.reply = func(bot.Message) bot.Reply { return reply }
			for _, p := range []slacktest.Payload{
				r.Mention("C1", "", "U1", "one"), r.Command("C1", "U1", "/ask", "two"),
				r.Message("D1", "", "U1", "three", nil), r.Message("D1", "9.9", "U1", "four", nil),
			} {
				if status, _ := r.post(p); status != http.StatusOK {
					t.Fatal(status)
				}
			}
			for _, m := range r.WaitMessages(4) {
				if strings.TrimSpace(m.Text) == "" || len(m.Blocks) == 0 {
					t.Errorf("delivered %+v", m)
				}
				if name == "copies" && !strings.Contains(m.Shown(), "\n"+bottest.Again) {
					t.Errorf("no line tells of the later version:\n%s", m.Shown())
				}
				if strings.ContainsAny(m.Shown()+m.Text, "\u202e\u2066\x07\x1b") {
					t.Error("a control is raw")
				}
				if n := strings.Count(m.RawBlocks, "") - 1; n > 12_000 {
					t.Errorf("%d characters in all blocks", n)
				}
			}
		})
	}
}

// TestVerbatim looks whether quotes are shown to the letter.
func TestVerbatim(t *testing.T) {
	for _, c := range []struct {
		name, quote string
		marks       []string
		kind, shown string
	}{
		{"marks", "The old bridge is closed.", []string{"old", "bridge"}, "mrkdwn", "> The *old bridge* is closed."},
		{"marks apart", "The old bridge is closed.", []string{"The", "bridge"}, "mrkdwn", "> *The* old *bridge* is closed."},
		{"a mark in quotation marks", "“Bridge” it’s", []string{"Bridge", "it"}, "mrkdwn", "> “*Bridge*” *it*’s"},
		{"a mark inside a word", "Ashford's bridges", []string{"bridge"}, "mrkdwn", "> Ashford's bridges"},
		{"a mark in those of Chinese", "He said 「bridge」 and （old） bridge.", []string{"said", "bridge", "old"}, "mrkdwn", "> He *said* 「bridge」 and （old） bridge."},
		{"escapes", "R&D < AT&T <!channel> &amp;", []string{"AT&T"}, "mrkdwn", "> R&amp;D &lt; *AT&amp;T* &lt;!channel&gt; &amp;amp;"},
		{"formats", "2*3*4 is _24_", []string{"24"}, "plain_text", "“2*3*4 is _24_”"},
		{"formats and escapes", "`a<b`", nil, "plain_text", "“`a&lt;b`”"},
		{"emoji", "He said :tada: then", nil, "plain_text", "“He said :tada: then”"},
		{"emoji of digits", "He said :100: then", nil, "plain_text", "“He said :100: then”"},
		{"a time", "He ran it in 2:30:15: a record", []string{"ran"}, "mrkdwn", "> He *ran* it in 2:30:15: a record"},
		{"lines", "one\ntwo", []string{"two"}, "mrkdwn", "> one\n> *two*"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := start(t, nil)
			a := bottest.OneParagraph(bottest.Meta{ID: "a", Outlet: "The *Star*", Headline: "<a|b> & _c_", URL: "https://star.example/a?b=1&c=<2>|3"}, c.quote)
			s := bottest.Snippet(t, a, 1, c.quote, c.marks...)
			r.news.reply = func(bot.Message) bot.Reply {
				return bot.Reply{Text: "The coverage says:", Snippets: []answer.Snippet{s}}
			}
			r.post(r.Mention("C1", "", "U1", "what?"))
			m := r.WaitMessages(1)[0]
			if got := m.Blocks[1].Text; got.Type != c.kind || got.Text != c.shown {
				t.Errorf("shown as %s: %q, want %s: %q", got.Type, got.Text, c.kind, c.shown)
			}
			if cite := m.Blocks[2].Text.Text; !strings.HasPrefix(cite, "*1* · The ∗Star∗ · <https://star.example/a?b=1&amp;c=%3C2%3E%7C3") || !strings.Contains(cite, "|&lt;a|b&gt; &amp; ＿c＿> · paragraph 1") {
				t.Errorf("cited %q", cite)
			}
			if !strings.Contains(m.Text, "“"+strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\n", " ").Replace(c.quote)+"”") {
				t.Errorf("read aloud is %q", m.Text)
			}
		})
	}
}

// TestFullMarks cites in full a quote that is its whole paragraph, and one that is not.
func TestFullMarks(t *testing.T) {
	const paragraph = "The old bridge is closed."
	a := bottest.OneParagraph(bottest.Meta{ID: "a"}, paragraph)
	for _, c := range []struct{ marked, shown string }{{paragraph, "> " + paragraph}, {"old bridge", "> The *old bridge* is closed."}} {
		r := start(t, nil)
		s := bottest.Snippet(t, a, 1, paragraph, c.marked)
		r.news.reply = func(bot.Message) bot.Reply {
			return bot.Reply{Text: "Quote 1 in its paragraph:", Full: true, Snippets: []answer.Snippet{s}}
		}
		r.post(r.Mention("C1", "", "U1", "cite 1"))
		if got := r.WaitMessages(1)[0].Blocks[1].Text.Text; got != c.shown {
			t.Errorf("shown as %q, want %q", got, c.shown)
		}
	}
}

// TestLongAnswer renders an answer of some 12,000 characters: whole snippets go, and
// of those that stay nothing is cut.
func TestLongAnswer(t *testing.T) {
	r := start(t, nil)
	relay := bottest.Relay(t, bottest.Long())
	r.news.reply = func(m bot.Message) bot.Reply { return relay.Handle(t.Context(), m) }
	r.post(r.Mention("C1", "", "U1", "what?"))
	m := r.WaitMessages(1)[0]
	shown := m.Shown()
	cited := regexp.MustCompile(`(?m)^\*(\d+)\* · The Ashford Gazette · <https://gazette\.example/(?:long/){100}[^ >]*\|[^>]+> · Joe Doe · 6 May 2024 · paragraph (\d+)$`)
	found := cited.FindAllStringSubmatch(shown, -1)
	if len(found) == 0 || len(found) == 3 || found[0][1] != "1" {
		t.Errorf("citations: %q", found)
	}
	quoted := strings.Join(strings.Fields(strings.NewReplacer("> ", "", "*", "").Replace(shown)), " ") + " "
	if !strings.Contains(quoted, strings.Repeat("Sentence of paragraph 1 – “señor”. ", 100)) {
		t.Error("the first quote is not whole")
	}
	if !strings.Contains(shown, fmt.Sprintf("There was no room here for %d further quote", 3-len(found))) {
		t.Error("what is left out is not told")
	}
	// What was left out is what comes next.
	more, ok := m.Button("More")
	if !ok {
		t.Fatal("there is no button for more")
	}
	r.post(r.Press(m, more, "U1"))
	if next := r.WaitMessages(2)[1].Shown(); !strings.Contains(next, fmt.Sprintf("*%d* · The Ashford Gazette", len(found)+1)) {
		t.Errorf("after More: %.200s", next)
	}
}

// TestTooLong renders what no message has room for: a passage is shortened and still
// cited, a paragraph to the quote in it, a headline and an address of thousands of characters
// cost no quote, and a quote or an export that cannot be shown whole is not shown.
func TestTooLong(t *testing.T) {
	endless := bottest.OneParagraph(bottest.Meta{ID: "a", Headline: "Endless", Outlet: "The Star"}, strings.Repeat("and on ", 2000))
	faulty := bottest.OneParagraph(bottest.Meta{ID: "b", Headline: strings.Repeat("Old bridge to close ", 300), Outlet: "The Star", Byline: strings.Repeat("Joe Doe, ", 300), URL: "https://star.example/" + strings.Repeat("x", 2900)}, "It is old.")
	relay := bottest.Relay(t, bottest.Long())
	article := bottest.OneParagraph(bottest.Meta{ID: "c", Headline: "All in one", Outlet: "The Star"}, strings.Repeat("and on ", 2000)+"The bridge is old.")
	inParagraph := bottest.Snippet(t, article, 1, article.Body, "The bridge is old.")
	endlessIn := bottest.Snippet(t, article, 1, article.Body, strings.Repeat("and on ", 2000))
	found := relay.Handle(t.Context(), bot.Message{Text: "what?"})
	passage := relay.Handle(t.Context(), bot.Message{Text: bot.AroundCommand(2), Last: found.Turn})
	// As if it were the last paragraph that has marks, for which there is no room.
	passage.Snippets[2].Marks, passage.Snippets[1].Marks = passage.Snippets[1].Marks, nil
	for _, c := range []struct {
		name  string
		reply bot.Reply
		cited int
		says  string
	}{
		{"passage", passage, 1, "There was no room here for"},
		{"quote", bot.Reply{Text: "The coverage says:", Snippets: []answer.Snippet{bottest.Snippet(t, endless, 1, endless.Body)}}, 0, "too long for a message"},
		{"paragraph", bot.Reply{Text: "Around quote 1:", Passage: true, Snippets: []answer.Snippet{inParagraph}}, 1, "\n> The bridge is old.\n"},
		{"citation", bot.Reply{Text: "Quote 1:", Full: true, Snippets: []answer.Snippet{inParagraph}}, 0, "\n> The bridge is old.\n*Quote 1*\nOutlet: The Star\n"},
		{"quote in its paragraph", bot.Reply{Text: "Quote 1:", Full: true, Snippets: []answer.Snippet{endlessIn}}, 0, "What belongs here is too long"},
		{"headline", bot.Reply{Text: "The coverage says:", Snippets: []answer.Snippet{bottest.Snippet(t, faulty, 1, "It is old.")}}, 1, "It is old."},
		{"export", bot.Reply{Text: "BibTeX:", Export: strings.Repeat("@misc{a}\n", 2000)}, 0, "too long for a message"},
		{"list", bot.Reply{Text: "2 outlets.\n• The *Hill*: 1 article: A\n• no colon"}, 0, "2 outlets.\n• *The ∗Hill∗*: 1 article: A\n• no colon"},
		{"an address with a space", bot.Reply{Text: "Quote 1, links:", Links: true, Export: "https://a.example/b c_d"}, 0, "```\nhttps://a.example/b c_d\n```"},
		{"links", bot.Reply{Text: "Quote 1, links:", Links: true, Export: "https://a.example/b?c_d&e\nArchived: https://b.example/*/https://a.example/\n\nThe article has *no* address."}, 0,
			"<https://a.example/b?c_d&amp;e>\nArchived: <https://b.example/*/https://a.example/>\n\nThe article has ∗no∗ address."},
		{"no link", bot.Reply{Text: "Quote 1, links:", Links: true, Export: "https://:secret@a.example/"}, 0, "```\nhttps://:secret@a.example/\n```"},
		{"a long link", bot.Reply{Text: "Quote 1, links:", Links: true, Export: "https://a.example/" + strings.Repeat("b", 1600)}, 0, "```\nhttps://a.example/bbb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := start(t, nil)
			r.news.reply = func(bot.Message) bot.Reply { return c.reply }
			r.post(r.Mention("C1", "", "U1", "what?"))
			shown := r.WaitMessages(1)[0].Shown()
			if strings.Contains(shown, "What belongs here is too long") && strings.Contains(shown, "the quote alone") {
				t.Errorf("no quote is shown, and it is told that one is: %.300s", shown)
			}
			first, _, _ := strings.Cut(c.reply.Text, "\n")
			if n := strings.Count(shown, "* · The "); n != c.cited || !strings.Contains(shown, c.says) || !strings.HasPrefix(shown, first) {
				t.Errorf("%d citations, want %d and %q: %.300s", n, c.cited, c.says, shown)
			}
		})
	}
}

// TestSections has texts that are a little too long for a section of their own, which the
// server holds to its limit: nothing of them is lost.
func TestSections(t *testing.T) {
	long := strings.Repeat("on & on ", 410) + "end"
	story := bottest.OneParagraph(bottest.Meta{ID: "a", Headline: "On", Outlet: "The Star"}, long)
	for name, reply := range map[string]bot.Reply{
		"text":   {Text: long},
		"note":   {Text: "The coverage says:", Notes: []string{long}},
		"quote":  {Text: "The coverage says:", Snippets: []answer.Snippet{bottest.Snippet(t, story, 1, long)}},
		"export": {Text: "BibTeX:", Export: strings.ReplaceAll(long, "& on ", "& on\n")},
	} {
		r := start(t, nil)
		r.news.reply = func(bot.Message) bot.Reply { return reply }
		r.post(r.Mention("C1", "", "U1", "what?"))
		if shown := r.WaitMessages(1)[0].Shown(); strings.Count(shown, "on &amp; on") != 410 || !strings.Contains(shown, "end") {
			t.Errorf("%s: %d times in %.200s", name, strings.Count(shown, "on &amp; on"), shown)
		}
	}
}

// TestLongQuestion looks whether an answer to a very long question is shown, though
// its buttons cannot carry the question, and says how to do without them.
func TestLongQuestion(t *testing.T) {
	for length, c := range map[int]struct{ buttons, typed string }{
		500:  {"Around this quote, Around this quote, More, Citations in DM, Timeline, Helpful, Not helpful", ""},
		1500: {"More, Citations in DM, Helpful, Not helpful", "you can write: “timeline”."},
		2500: {"Helpful, Not helpful", "you can write: “more”, “cite”, “timeline”."},
	} {
		r := start(t, nil)
		r.post(r.Mention("C1", "", "U1", strings.Repeat("x", length)))
		m := r.WaitMessages(1)[0]
		var labels []string
		for _, b := range m.Buttons() {
			labels = append(labels, b.Label)
		}
		if got := strings.Join(labels, ", "); got != c.buttons || !strings.Contains(m.Shown(), "*2* ·") || !strings.Contains(m.Shown(), c.typed) || c.typed == "" && strings.Contains(m.Shown(), "you can write") {
			t.Errorf("%d: buttons %s under\n%s", length, got, m.Shown())
		}
	}
}
