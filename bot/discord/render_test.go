package discord_test

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord/discordtest"
)

// Rows 16 to 19: a reply of every kind, hostile and long ones among them, reaches
// Discord within its limits, on each way, and with nothing in it that does anything.
// The server refuses what breaks a limit, and fails the test for it.
func TestReplies(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		replies := bottest.Replies(t)
		names := slices.Sorted(maps.Keys(replies))
		r := start(t, s, &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			n, _ := strconv.Atoi(m.Text)
			return replies[names[n]]
		}}, nil)
		for n, name := range names {
			reply, asked := replies[name], strconv.Itoa(n)
			act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
			i := r.answered(s.Slash(act, "ask", question(asked), discordtest.Option{Name: "private", Value: true}))
			harmless(t, name, i.Original)
			s.Mention(act, asked)
			m := r.posted(act.Channel, 2)
			harmless(t, name, m)
			if name == "copies" && !strings.Contains(m.Text(), "\n-# "+bottest.Again) {
				t.Errorf("no line tells of the later version:\n%s", m.Text())
			}
			if len(reply.Snippets) > 0 && !strings.Contains(m.Text(), "**"+"1") && !strings.Contains(name, "more") {
				t.Errorf("%s: no quote 1 in:\n%s", name, m.Text())
			}
		}
	})
}

// harmless fails the test if a message does what an article or a person says.
func harmless(t *testing.T, name string, m *discordtest.Message) {
	t.Helper()
	text := m.Text()
	for what, raw := range map[string]string{
		"a mention": `(^|[^\\])<[@#:at/]`, "everyone": `@(everyone|here)`, "a link": `(^|[^\\])\]\(`, "a direction": "[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]",
		"a control": "[\x00-\x09\x0b-\x1f\x7f]", "a bare link": `(^|[^<\\])https?://`, "a spoiler": `(^|[^\\])\|\|`, "a script": `(?i)(^|[^\\])<javascript:`,
	} {
		inCode := regexp.MustCompile("(?s)```.*?```").ReplaceAllString(text, "")
		if found := regexp.MustCompile(raw).FindString(inCode); found != "" {
			t.Errorf("%s: %s, %q, in:\n%s", name, what, found, text)
		}
	}
	for _, b := range m.Buttons() {
		if b.URL != "" && !strings.HasPrefix(b.URL, "https://") {
			t.Errorf("%s: a link to %q", name, b.URL)
		}
	}
}

// Row 16: an answer of 12,000 characters loses whole quotes, and no citation.
func TestLongAnswer(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		article := bottest.OneParagraph(bottest.Meta{
			ID: "a", Headline: "Headline", Outlet: "Outlet", URL: "https://example.com/" + strings.Repeat("x", 600),
			Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC),
		}, strings.Repeat("one two_three ", 90)+"END")
		var quotes []answer.Snippet
		for n := range 10 {
			quotes = append(quotes, bottest.Snippet(t, article, n+1, article.Body, "two_three", "END"))
		}
		r := start(t, s, &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			return bot.Reply{Text: "The coverage says:", Snippets: quotes, Full: m.Text == "full", Turn: bot.Turn{Question: m.Text, Shown: 10}, Outcome: answer.Found}
		}}, nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		for _, kind := range []string{"full", "short"} {
			m := r.answered(s.Slash(act, "ask", question(kind))).Original
			text := m.Text()
			shown := strings.Count(text, "<"+article.URL+">")
			if shown < 1 || shown > 9 || strings.Count(text, "**END**") != shown || strings.Count(text, "https://") != shown {
				t.Errorf("%s: %d links, %d whole quotes", kind, shown, strings.Count(text, "**END**"))
			}
			contains(t, m, "There was no room here for")
			if kind == "short" {
				if b, ok := m.Button("More"); !ok || !strings.Contains(b.CustomID, " "+string(rune('0'+shown))+" ") {
					t.Errorf("no way to the rest: %v", m.Buttons())
				}
			}
		}
	})
}

// A quote that is too long by itself is cut where all can see it, and its citation is
// whole.
func TestLongQuote(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		article := bottest.OneParagraph(bottest.Meta{ID: "a", Headline: "Headline", Outlet: "Outlet", URL: "https://example.com/a"},
			strings.Repeat("words_and *stars* ", 400))
		quote := bottest.Snippet(t, article, 1, article.Body, "words_and", "stars")
		r := start(t, s, &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			return bot.Reply{Text: "The coverage says:", Snippets: []answer.Snippet{quote}, Full: m.Text == "full", Turn: bot.Turn{Question: m.Text}}
		}}, nil)
		for _, kind := range []string{"full", "short"} {
			m := r.answered(s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "ask", question(kind))).Original
			contains(t, m, "**words\\_and** \\***stars**\\*", " […]\n**1** · ", "Headline")
		}
	})
}

// A quote is shown to the letter, its lines and its spaces that do not break among it.
func TestToTheLetter(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		const text = "1. Some 10\u00a0% of it,\n- said *he*,\nis\u202f900\tcars."
		article := bottest.OneParagraph(bottest.Meta{ID: "a", Headline: "Headline", Outlet: "Outlet"}, text)
		quote := bottest.Snippet(t, article, 1, text, "10\u00a0%", "it,\n- said", "900")
		r := start(t, s, &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			return bot.Reply{Text: "The coverage says:", Snippets: []answer.Snippet{quote}, Turn: bot.Turn{Question: m.Text}}
		}}, nil)
		m := r.answered(s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "ask", question("what?"))).Original
		contains(t, m, "> 1\\. Some **10\u00a0%** of it,\n> \\- said \\*he\\*,\n> is\u202f**900** cars.\n**1** · ")
	})
}

// A paragraph of which there is no room for all is shown where the quote is, to its end.
func TestLongParagraph(t *testing.T) {
	const quote = "The bridge will stay open until June."
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		var body string
		r := start(t, s, &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			article := bottest.OneParagraph(bottest.Meta{ID: "a", Headline: "Headline", Outlet: "Outlet", URL: "https://example.com/a"}, body)
			paragraph := bottest.Snippet(t, article, 1, body, quote)
			return bot.Reply{Text: "Around quote 1:", Snippets: []answer.Snippet{paragraph}, Passage: true, Turn: bot.Turn{Question: m.Text}}
		}}, nil)
		// Not all writing has spaces between words.
		for word, shown := range map[string]string{"橋": "橋", ":a:": `\:a\:`, "*": `\*`} {
			body = strings.Repeat(word, 5000) + quote + strings.Repeat(word, 5000)
			m := r.answered(s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "ask", question("What?"))).Original
			contains(t, m, "> […] **"+quote+"**"+strings.Repeat(shown, 500), " […]\n")
		}
		for _, c := range []struct{ before, after int }{{900, 0}, {900, 900}, {0, 900}} {
			body = strings.Repeat("word ", c.before) + quote + strings.Repeat(" more", c.after)
			m := r.answered(s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "ask", question("What?"))).Original
			contains(t, m, "**"+quote+"**", "**1** · Outlet")
			if begins, ends := strings.Contains(m.Text(), "> […] word"), strings.Contains(m.Text(), "more […]\n"); begins != (c.before > 0) || ends != (c.after > 0) {
				t.Errorf("%d words before and %d after: %s", c.before, c.after, m.Text())
			}
		}
	})
}

// A question comes back from a message as it was.
func TestEcho(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			if m.Last.Question != "" {
				return bot.Reply{Text: "again"}
			}
			quote := bottest.Snippet(t, bottest.Bridge(), 1, "900 cars")
			return bot.Reply{Text: "The coverage says:", Snippets: []answer.Snippet{quote}, More: true, Turn: bot.Turn{Question: m.Text, Shown: 1}}
		}}
		r := start(t, s, h, nil)
		for _, asked := range []string{
			"plain", `back\slash \\ \* *`, "**bold** __x__ ~~y~~ `z` ||s||", "<@x> <#y> <@&z> <:a> @everyone @here a@b.c", "1. list", "- list", "+ x", "> quote", ">>> q",
			"# head", "-# small", "[a](https://b.example) https://c.example/?d=1#e", "“quotes” ‘x’ é 漢字 🙂", `outlet:"The Hill" from:2023-07-01 -word "exact phrase"`, "10) x", "a:b::c:/d",
		} {
			act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
			first := r.answered(s.Slash(act, "ask", question(asked))).Original
			r.answered(s.Press(act, first, "More"))
			all := h.Messages()
			if got := all[len(all)-1].Last.Question; got != asked {
				t.Errorf("asked %q, read back %q from %q", asked, got, first.Text())
			}
		}
	})
}

// An address in a full citation leads where the article is, or is words.
func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"https://gazette.example/a|b>c":  "<https://gazette.example/a%7Cb%3Ec",
		"urn:gazette:*1*":                `urn\:gazette\:\*1\*`,
		"javascript://a.example/%0Ax*1*": `javascript:\//a.example/%0Ax\*1\*`,
	} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			meta := bottest.Bridge().Meta
			meta.URL = address
			r := start(t, s, bottest.Relay(t, bottest.Article(meta, bottest.Bridge().Body)), nil)
			act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
			first := r.answered(s.Slash(act, "ask", question("How many cars?"))).Original
			for _, m := range []*discordtest.Message{first, r.answered(s.Slash(act, "cite")).Original} {
				for _, b := range m.Buttons() {
					if b.URL != "" && !strings.HasPrefix(b.URL, "https://gazette.example/a%7Cb%3Ec") {
						t.Errorf("a button leads to %s", b.URL)
					}
				}
				if m != first {
					contains(t, m, want)
				}
			}
		})
	}
}

// A question that a reply cannot repeat has no buttons that would need it.
func TestQuestionTooLongToRepeat(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		channel := r.NewChannel()
		r.Mention(discordtest.Act{Person: "1", Channel: channel}, strings.Repeat("How many cars? ", 100))
		m := r.posted(channel, 1)
		contains(t, m, "**900 cars**")
		for _, b := range m.Buttons() {
			if b.CustomID != "" {
				t.Errorf("a button %q", b.Label)
			}
		}
		// In plain words it goes on all the same.
		r.Mention(discordtest.Act{Person: "1", Channel: channel}, "more")
		contains(t, r.posted(channel, 2), "Further quotes:")
	})
}

// Whatever is too long of a reply, it fits, and says what is missing.
func TestLongParts(t *testing.T) {
	var short []answer.Snippet
	for n := range 10 {
		short = append(short, bottest.Snippet(t, bottest.Bridge(), n+1, "900 cars", "900 cars"))
	}
	hostile := bottest.OneParagraph(bottest.Meta{ID: "h", Headline: strings.Repeat("*headline* ", 400), Outlet: "Outlet"}, "A sentence of words.")
	long := strings.Repeat(strings.Repeat("words ", 20)+"\n", 100)
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		var reply bot.Reply
		r := start(t, s, &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			reply.Turn.Question = m.Text
			return reply
		}}, nil)
		for name, c := range map[string]struct {
			reply bot.Reply
			want  []string
		}{
			"a text":         {bot.Reply{Text: long}, []string{"words words"}},
			"notes":          {bot.Reply{Text: "short", Notes: []string{long, long}}, []string{"short", "words words"}},
			"text and notes": {bot.Reply{Text: long, Notes: []string{long}}, []string{"words words"}},
			"around a quote": {bot.Reply{Text: long, Notes: []string{long}, Snippets: short[:1]}, []string{"**900 cars**", "**1** · The Ashford Gazette"}},
			"a line":         {bot.Reply{Text: strings.Repeat("x", 9000)}, []string{"xxx…"}},
			"an export":      {bot.Reply{Export: long}, []string{"longer than Discord takes", "“cite 1 bibtex”"}},
			"links": {bot.Reply{Links: true, Export: "https://a.example/b_c\nArchived: https://b.example/*/https://a.example/\n\nThe article has *no* address."},
				[]string{"<https://a.example/b_c>\nArchived: <https://b.example/*/https://a.example/>\n\nThe article has \\*no\\* address."}},
			"a list":            {bot.Reply{Text: "2 outlets.\n• The *Hill*: 1 article: A\n• no colon"}, []string{"2 outlets.\n- **The \\*Hill\\***: 1 article: A\n- no colon"}},
			"no link":           {bot.Reply{Links: true, Export: "https://:secret@a.example/"}, []string{"```\nhttps://:secret@a.example/\n```"}},
			"a citation":        {bot.Reply{Snippets: []answer.Snippet{bottest.Snippet(t, hostile, 1, "words", "words")}}, []string{"**words**", "**1** · Outlet · \\*headline\\*"}},
			"many short quotes": {bot.Reply{Snippets: short, Outcome: answer.Found}, []string{"**900 cars**", "no room here for"}},
		} {
			reply = c.reply
			m := r.answered(s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "ask", question("What is "+name+"?"))).Original
			contains(t, m, c.want...)
		}
	})
}
