package web

import (
	"net/http"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/cite"
	"newshound/bot/internal/plain"
)

// articlePage shows an article.
type articlePage struct {
	Headline string // or what names it
	Cite     cite.Citation
	Outside  string
	Archive  string
	Body     []paragraph
	Anchor   string // of the paragraph with the cited passage, or ""
	Moved    bool   // a cited passage was asked for, and is not there any more
	Known    []cite.Reference
}

// Details returns what else is known of the article.
func (a articlePage) Details() []string {
	return plain.Known(a.Cite.Byline, a.Cite.Published, a.Cite.Section)
}

// paragraph is one paragraph of an article. Label is "" for one of the story.
type paragraph struct {
	Anchor string
	N      int
	Label  string
	Voice  bool // the outlet quotes another publication here
	Parts  []part
}

// article answers "/article/ID".
func (p *Page) article(w http.ResponseWriter, r *http.Request) {
	a := p.options.Asker.Article(r.PathValue("id"))
	if a == nil {
		p.problem(w, http.StatusNotFound, "The coverage has no such article.", "It may have been taken out since the address was made, or put in again under another.")
		return
	}
	c := answer.Citation{N: 1, Article: a}
	view := articlePage{
		Headline: a.Headline, Cite: cite.Article(a), Outside: cite.LinkToArticle(a), Archive: cite.LinkToArchive(a),
		Known: cite.ReferencesTo(a),
	}
	names := anchors(c)
	mark := answer.Snippet{Cite: answer.Citation{Paragraph: -1}}
	if asked := r.URL.Query().Get("mark"); asked != "" {
		if s, ok := marked(c, asked); ok {
			mark = s
			view.Anchor, view.Outside = names[s.Cite.Paragraph], cite.LinkToQuote(s.Cite)
			view.Cite = cite.Quote(s.Cite)
			view.Known = cite.References(s, view.Cite)
		} else {
			view.Moved = true
		}
	}
	for i, para := range a.Paragraphs {
		one := paragraph{Anchor: names[i], N: para.N, Voice: para.LeadIn.Len() > 0}
		if k := para.Kind.String(); k != "text" {
			one.Label = map[string]string{"caption": "Photo caption", "credit": "Photo credit"}[k]
		}
		var marks []bot.Span
		if i == mark.Cite.Paragraph {
			marks = []bot.Span{{Start: mark.Cite.Start - para.Start, End: mark.Cite.End - para.Start}}
		}
		one.Parts = parts(a.Text(para.Span), marks)
		view.Body = append(view.Body, one)
	}
	if view.Headline == "" {
		view.Headline = "Article " + a.ID
	}
	p.render(w, http.StatusOK, "article", frame{Title: view.Headline, Body: view})
}
