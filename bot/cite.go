package bot

import (
	"context"
	"fmt"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

// Citation is a citation in plain words, part by part. A part that is not known
// is "", and is left out wherever the citation is shown.
type Citation struct {
	Outlet   string
	Headline string
	// Article is the article's id, where neither a headline nor a link names it.
	Article   string
	Byline    string
	Published string // "27 July 2018", or with the time where that is known
	Section   string
	// Place is where the quote stands in the article: "paragraph 4", "photo
	// caption above paragraph 1".
	Place string
	// Voice says that the outlet is itself quoting there, and whom.
	Voice string
	Link  string
}

// Cite puts a citation into plain words.
func Cite(c answer.Citation) Citation {
	m := c.Article.Meta
	cite := Citation{
		Outlet:    m.Outlet,
		Headline:  m.Headline,
		Byline:    m.Byline,
		Published: day(m.Published),
		Section:   m.Section,
		Place:     place(c),
		Link:      m.URL,
	}
	if cite.Headline == "" && cite.Link == "" {
		cite.Article = m.ID
	}
	if lead := c.LeadIn(); lead != "" {
		cite.Voice = fmt.Sprintf("quoting another publication there: “%s”", lead)
	}
	return cite
}

// day says when something was published: the day, and the time where more than
// the day is known.
func day(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.UTC().Truncate(24 * time.Hour)):
		return t.UTC().Format("2 January 2006")
	}
	return t.Format("2 January 2006, 15:04 MST")
}

// place says where in its article a quote stands.
func place(c answer.Citation) string {
	p := c.Where()
	what := "photo caption"
	switch {
	case p.Kind == corpus.Text:
		return fmt.Sprintf("paragraph %d", p.N)
	case p.Kind == corpus.Credit:
		what = "photo credit"
	}
	if p.N == 0 {
		return what
	}
	for _, later := range c.Article.Paragraphs[c.Paragraph+1:] {
		if later.Kind == corpus.Text {
			return fmt.Sprintf("%s above paragraph %d", what, p.N)
		}
	}
	return fmt.Sprintf("%s below paragraph %d", what, p.N)
}

// cite answers the commands "cite" (n is 0) and "cite N", for the last question
// of the conversation.
func (r *Relay) cite(ctx context.Context, last Turn, n int) Reply {
	if last.Question == "" {
		return Reply{Text: "There is no answer to cite yet. Ask a question first."}
	}
	a, problem := r.ask(ctx, last.Question)
	if a == nil {
		return Reply{Text: problem}
	}
	all := r.replyTo(a)
	if len(all.Snippets) == 0 {
		return Reply{Text: "The last answer has no quote to cite: the coverage does not say.", Turn: last}
	}
	reply := Reply{Full: true, Turn: last}
	for _, s := range all.Snippets {
		if n == 0 || s.Cite.N == n {
			reply.Snippets = append(reply.Snippets, inParagraph(s))
		}
	}
	switch {
	case len(reply.Snippets) == 0:
		reply.Full = false
		reply.Text = fmt.Sprintf("There is no quote %d: the last answer has %s.", n, count(len(all.Snippets), "quote"))
	case n == 0 && len(reply.Snippets) > 1:
		reply.Text = "The quotes, each in its paragraph:"
	default:
		reply.Text = fmt.Sprintf("Quote %d in its paragraph:", reply.Snippets[0].Cite.N)
	}
	return reply
}

// inParagraph returns the snippet that quotes the whole paragraph, with the
// quote of s as its one mark.
func inParagraph(s answer.Snippet) answer.Snippet {
	p := s.Cite.Where()
	s.Marks = []corpus.Span{{Start: s.Cite.Start - p.Start, End: s.Cite.End - p.Start}}
	s.Cite.Span = p.Span
	s.Quote = s.Cite.Article.Text(p.Span)
	return s
}
