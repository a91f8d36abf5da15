package bottest

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/corpus"
)

// HostileText is text that someone may have written into a headline, an article or
// a question, and that must reach nobody as anything but text: mentions of
// everybody on Slack and on Discord, markup of both, links that are no links,
// marks that turn the direction, controls.
const HostileText = "<!channel> <!here> <@U012AB> <#C012AB> <!subteam^S012AB> @everyone @here <@!123> <@&456> " +
	"*bold* _italic_ ~struck~ `code` ```block``` ||spoiler|| **strong** [click](javascript:alert(1)) <javascript:alert(1)|link> " +
	"<https://evil.example|https://good.example> > quote # head - list & < > \u202egnp.exe\u202c \u2066x\u2069 \u200b \x07 \x1b[31m <a:b:1> <t:0:R> https://evil.example/?a=1&b=2"

// Hostile returns an article of which everything is [HostileText], and whose link
// is none.
func Hostile() *corpus.Article {
	return OneParagraph(Meta{
		ID: "hostile", Headline: HostileText, Byline: HostileText, Outlet: HostileText, Section: HostileText,
		URL: "javascript:alert(document.cookie)", Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC),
	}, HostileText+" 900 cars a day. "+HostileText)
}

// Long returns an article with three paragraphs of 4,000 characters each, some of
// them of several bytes, and a headline and a link that are long too.
func Long() *corpus.Article {
	paragraph := func(i int) string {
		return string([]rune(strings.Repeat(fmt.Sprintf("Sentence of paragraph %d – “señor”. ", i), 200))[:3999]) + "."
	}
	return Article(Meta{
		ID: "long", Headline: strings.Repeat("A very long headline ", 20), Byline: "Joe Doe", Outlet: "The Ashford Gazette",
		URL: "https://gazette.example/" + strings.Repeat("long/", 100) + "?a=(1)|2>3", Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC),
	}, paragraph(1)+"\n\n"+paragraph(2)+"\n\n"+paragraph(3)+"\n")
}

// Wide returns an article like [Long] in characters that UTF-16 has no single unit for.
func Wide() *corpus.Article {
	long := strings.Repeat("🌉 carries 🚗🚗🚗🚗🚗 a 𝒅𝒂𝒚, says 𝓐𝓷𝓷. ", 80)
	return Article(Meta{
		ID: "wide", Headline: strings.Repeat("🌉🚗", 120), Byline: strings.Repeat("𝓐𝓷𝓷 ", 40), Outlet: strings.Repeat("𝓖", 40),
		URL: "https://gazette.example/🌉", Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC),
	}, long+"\n\n"+long+"\n\n"+strings.Repeat("🌉", 3000)+"\n")
}

// asker answers everything with the same quotes.
type asker struct{ answer answer.Answer }

// Ask implements [bot.Asker].
func (a asker) Ask(_ context.Context, q answer.Question) (*answer.Answer, error) {
	got := a.answer
	got.Question = q
	got.Snippets = got.Snippets[:min(len(got.Snippets), max(q.Limit, 1))]
	return &got, nil
}

// Coverage implements [bot.Asker].
func (a asker) Coverage() answer.Coverage {
	return answer.Coverage{Articles: 3, Passages: 9, Outlets: []answer.OutletCount{{Outlet: "The Ashford Gazette", Articles: 2}, {Outlet: "The Hill", Articles: 1}},
		First: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC), Last: time.Date(2024, 5, 7, 0, 0, 0, 0, time.UTC)}
}

// Newest implements [bot.Asker].
func (a asker) Newest(limit int) []*corpus.Article {
	return []*corpus.Article{Bridge(), Hostile(), Long()}[:min(limit, 3)]
}

// Article implements [bot.Asker].
func (a asker) Article(id string) *corpus.Article {
	for _, one := range a.Newest(3) {
		if one.ID == id {
			return one
		}
	}
	return nil
}

// Published implements [bot.Asker].
func (a asker) Published(p answer.Period) []answer.PeriodCount {
	return []answer.PeriodCount{
		{Start: p.Start(a.Coverage().First), Outlet: "The Ashford Gazette", Articles: 2},
		{Start: p.Start(a.Coverage().Last), Outlet: "The Hill", Articles: 1},
	}
}

// Labels implements [bot.Asker].
func (a asker) Labels() (bylines, sections map[string]int) {
	bylines, sections = make(map[string]int), make(map[string]int)
	for _, one := range a.Newest(3) {
		bylines[one.Byline]++
		sections[one.Section]++
	}
	return bylines, sections
}

// Answering returns an [bot.Asker] that answers every question with the whole
// paragraphs of an article, as many as are asked for.
func Answering(t testing.TB, a *corpus.Article) bot.Asker {
	t.Helper()
	found := answer.Answer{Outcome: answer.Found, Searched: []string{"bridge"}}
	for i, p := range a.Paragraphs {
		s := answer.Snippet{Quote: a.Text(p.Span), Score: 1, Cite: answer.Citation{N: i + 1, Article: a, Paragraph: i, Span: p.Span}}
		if i := strings.Index(s.Quote, "900 cars"); i >= 0 {
			s.Marks = []corpus.Span{{Start: i, End: i + 3}, {Start: i + 4, End: i + 8}}
		}
		if err := s.Verify(); err != nil {
			t.Fatal(err)
		}
		found.Snippets = append(found.Snippets, s)
	}
	return asker{found}
}

// Copied returns a snippet of [Bridge] of which another outlet has a copy, and the same
// outlet a later version: Again.
func Copied(t testing.TB) answer.Snippet {
	t.Helper()
	s := Snippet(t, Bridge(), 1, "It carried 900 cars a day.", "cars")
	later := Bridge().Meta
	later.ID, later.Published = "later", later.Published.AddDate(0, 0, 2)
	for _, m := range []Meta{later, Hostile().Meta} {
		a := OneParagraph(m, s.Quote)
		s.Cite.Also = append(s.Cite.Also, answer.Citation{Article: a, Span: a.Paragraphs[0].Span})
	}
	return s
}

// Again is what is said of the later version of [Copied].
const Again = "also as a later version of 8 May 2024"

// Relay returns a relay that answers from an article, as [Answering] does.
func Relay(t testing.TB, a *corpus.Article) *bot.Relay {
	t.Helper()
	return bot.NewRelay(Answering(t, a), bot.Options{})
}

// Replies returns a reply of each kind that there is, by a name for it, made by a
// relay of an ordinary, a hostile, a long and a wide article. An adapter must be able to
// deliver each, within its platform's limits.
func Replies(t testing.TB) map[string]bot.Reply {
	t.Helper()
	all := make(map[string]bot.Reply)
	for name, a := range map[string]*corpus.Article{"bridge": Bridge(), "hostile": Hostile(), "long": Long(), "wide": Wide()} {
		relay := Relay(t, a)
		question := "How many cars? " + HostileText
		switch name {
		case "long":
			question = strings.Repeat("long question ", 1000)
		case "wide":
			question = "How many cars? " + strings.Repeat("🌉🚗 ", 150)
		}
		found := relay.Handle(t.Context(), bot.Message{Text: question})
		all[name+": answer"] = found
		for _, say := range []string{"help", "sources", "which outlets are there?", "which sections are there?", "which authors are there?", "more", "back", "cite", "cite 1", "around 1", "cite 9", "cite apa", "cite bibtex", "cite csl", "/" + HostileText} {
			all[name+": "+say] = relay.Handle(t.Context(), bot.Message{Text: say, Last: found.Turn})
		}
	}
	none := answer.Answer{Question: answer.Question{Text: "Who?"}, Outcome: answer.None, Missing: []string{HostileText}, Searched: []string{"bridge"}}
	all["none"] = bot.ReplyTo(&none)
	near := none
	near.Near = []answer.Snippet{Snippet(t, Bridge(), 1, "It carried 900 cars a day.", "cars")}
	all["near"] = bot.ReplyTo(&near)
	partial := answer.Answer{Question: answer.Question{Text: "Who?"}, Outcome: answer.Partial, Missing: []string{"toll"}, Snippets: near.Near,
		Corrected: []answer.Correction{{From: HostileText, To: "bridge"}}}
	all["partial"] = bot.ReplyTo(&partial)
	copied := Copied(t)
	all["copies"] = bot.ReplyTo(&answer.Answer{Question: answer.Question{Text: "Cars?"}, Outcome: answer.Found, Snippets: []answer.Snippet{copied}})
	all["nothing but a text"] = bot.Reply{Text: HostileText}
	return all
}
