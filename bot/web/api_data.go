package web

import (
	"fmt"
	"net/http"
	"net/url"

	"newshound/answer"
)

// wireArticle is an article as a program gets it. Offsets count the bytes of its body;
// what lies between its paragraphs is no part of the story.
type wireArticle struct {
	ID         string          `json:"id"`
	Headline   string          `json:"headline,omitempty"`
	Byline     string          `json:"byline,omitempty"`
	Outlet     string          `json:"outlet,omitempty"`
	Section    string          `json:"section,omitempty"`
	Published  string          `json:"published,omitempty"`
	URL        string          `json:"url,omitempty"`
	Body       string          `json:"body"`
	Paragraphs []wireParagraph `json:"paragraphs"`
}

type wireParagraph struct {
	Paragraph int    `json:"paragraph"`
	Kind      string `json:"kind,omitempty"`
	LeadIn    string `json:"lead_in,omitempty"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

func (p *Page) apiArticle(r *http.Request, _ url.Values) (any, *problem) {
	a := p.options.Asker.Article(r.PathValue("id"))
	if a == nil {
		return nil, &problem{Status: http.StatusNotFound, Title: "The coverage has no such article.", Detail: "The id is what an answer has as “article”, percent-encoded."}
	}
	out := wireArticle{
		ID: a.ID, Headline: a.Headline, Byline: a.Byline, Outlet: a.Outlet, Section: a.Section,
		Published: answer.FormatTime(a.Published), URL: a.URL, Body: a.Body, Paragraphs: []wireParagraph{},
	}
	for _, para := range a.Paragraphs {
		one := wireParagraph{Paragraph: para.N, LeadIn: a.Text(para.LeadIn), Start: para.Start, End: para.End}
		if k := para.Kind.String(); k != "text" {
			one.Kind = k
		}
		out.Paragraphs = append(out.Paragraphs, one)
	}
	return out, nil
}

// wireCoverage tells what the coverage holds.
type wireCoverage struct {
	Articles  int             `json:"articles"`
	Passages  int             `json:"passages"`
	Outlets   []wireOutlet    `json:"outlets"`
	First     string          `json:"first,omitempty"`
	Last      string          `json:"last,omitempty"`
	Undated   int             `json:"undated"`
	Period    string          `json:"period"`
	Published []wirePublished `json:"published"`
}

type wireOutlet struct {
	Outlet   string `json:"outlet"`
	Articles int    `json:"articles"`
}

type wirePublished struct {
	Start    string `json:"start"`
	Outlet   string `json:"outlet,omitempty"`
	Articles int    `json:"articles"`
}

func (p *Page) apiCoverage(_ *http.Request, in url.Values) (any, *problem) {
	c := p.options.Asker.Coverage()
	period := periodOf(c.First, c.Last)
	if text := in.Get("period"); text != "" {
		known := false
		for _, one := range []answer.Period{answer.Day, answer.Week, answer.Month, answer.Year} {
			if unitOf(one) == text {
				period, known = one, true
			}
		}
		if !known {
			return nil, badRequest(fmt.Sprintf("There is no period %q.", text), "The periods are day, week, month and year.")
		}
	}
	out := wireCoverage{
		Articles: c.Articles, Passages: c.Passages, Outlets: []wireOutlet{}, First: answer.FormatTime(c.First),
		Last: answer.FormatTime(c.Last), Undated: c.Undated, Period: unitOf(period), Published: []wirePublished{},
	}
	for _, o := range c.Outlets {
		out.Outlets = append(out.Outlets, wireOutlet{o.Outlet, o.Articles})
	}
	for _, n := range p.options.Asker.Published(period) {
		out.Published = append(out.Published, wirePublished{answer.FormatTime(n.Start), n.Outlet, n.Articles})
	}
	return out, nil
}
