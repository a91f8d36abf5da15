package answer

import (
	"bytes"
	"encoding/json"
	"time"

	"newshound/corpus"
)

// MarshalJSON writes the answer as `newshound ask --json` prints it. What is
// not known is absent. It fails, with an error that wraps [ErrNotVerbatim],
// rather than write a quote that is not in its article.
func (a *Answer) MarshalJSON() ([]byte, error) {
	snippets, err := wire(a.Snippets)
	if err != nil {
		return nil, err
	}
	near, err := wire(a.Near)
	if err != nil {
		return nil, err
	}
	w := wireAnswer{
		Question:   a.Question.Text,
		Read:       a.Read,
		Unclear:    a.Unclear,
		Form:       a.Form,
		Outcome:    a.Outcome,
		Searched:   orEmpty(a.Searched),
		Missing:    orEmpty(a.Missing),
		Absent:     a.Absent,
		Parted:     a.Parted,
		Unanswered: a.Unanswered,
		Silent:     a.Silent,
		Corrected:  a.Corrected,
		Filter:     wireFilterOf(a.Filter),
		InWords:    a.InWords,
		Unheld:     a.Unheld,
		Malformed:  a.Malformed,
		Snippets:   snippets,
		Near:       near,
		Check:      wireCheckOf(a.Check),
		Newest:     a.Newest,
		Total:      a.Total,
		Unread:     a.Unread,
		Sides:      wireSides(a.Sides),
		Explain:    a.Explanation,
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // a caller who writes into HTML asks for it there
	if err := enc.Encode(w); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// wireAnswer and wireSnippet fix the names and the order of the JSON fields.
type wireAnswer struct {
	Question   string        `json:"question"`
	Read       string        `json:"read,omitempty"`
	Unclear    *Unclear      `json:"unclear,omitempty"`
	Form       Form          `json:"form,omitempty"`
	Outcome    Outcome       `json:"outcome"`
	Searched   []string      `json:"searched"`
	Missing    []string      `json:"missing"`
	Absent     []string      `json:"absent,omitempty"`
	Parted     []string      `json:"parted,omitempty"`
	Unanswered []string      `json:"unanswered,omitempty"`
	Silent     []string      `json:"silent,omitempty"`
	Corrected  []Correction  `json:"corrected,omitempty"`
	Filter     *wireFilter   `json:"filter,omitempty"`
	InWords    []InWords     `json:"in_words,omitempty"` // of the filter
	Unheld     []Unheld      `json:"unheld,omitempty"`
	Malformed  []Malformed   `json:"malformed,omitempty"`
	Snippets   []wireSnippet `json:"snippets"`
	Near       []wireSnippet `json:"near,omitempty"` // no answer
	Check      *wireCheck    `json:"check,omitempty"`
	Newest     bool          `json:"newest,omitempty"` // the snippets are what articles begin with
	Total      int           `json:"total,omitempty"`
	Unread     bool          `json:"unread,omitempty"` // total is not of all articles
	Sides      []wireSide    `json:"sides,omitempty"`
	Explain    *Explanation  `json:"explain,omitempty"`
}

type wireSnippet struct {
	N         int      `json:"n"`
	Quote     string   `json:"quote"`
	Marks     [][2]int `json:"marks"`
	Score     float64  `json:"score"`
	Article   string   `json:"article"`
	Outlet    string   `json:"outlet,omitempty"`
	Headline  string   `json:"headline,omitempty"`
	Byline    string   `json:"byline,omitempty"`
	Published string   `json:"published,omitempty"`
	Section   string   `json:"section,omitempty"`
	URL       string   `json:"url,omitempty"`
	Kind      string   `json:"kind,omitempty"`    // "caption" or "credit"; absent for a paragraph of the story
	LeadIn    string   `json:"lead_in,omitempty"` // the article's words that hand over to another publication
	Asked     string   `json:"asked,omitempty"`   // the question that the paragraph before asks
	Heading   string   `json:"heading,omitempty"` // above the quote, if it names what the quote does not
	Paragraph int      `json:"paragraph"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	// Dates are the days that the quote names, as ranges of it like Marks, with what
	// they mean where the words alone tell.
	Dates []wireDate `json:"dates,omitempty"`
	// Speech is what the quote holds of speech.
	Speech []wireSpeech `json:"speech,omitempty"`
	// Also are the copies of the quote in other outlets, and Versions the outlet's own.
	Also     []wireCopy `json:"also,omitempty"`
	Versions []wireCopy `json:"versions,omitempty"`
}

type wireDate struct {
	Words [2]int `json:"words"`
	First string `json:"first,omitempty"`
	Last  string `json:"last,omitempty"`
}

// wireCheck tells what came of checking a quote.
type wireCheck struct {
	Verdict     Verdict          `json:"verdict"`
	Coverage    float64          `json:"coverage"`
	Elided      bool             `json:"elided,omitempty"`
	Joined      bool             `json:"joined,omitempty"`
	Between     []string         `json:"between,omitempty"`
	Aside       []string         `json:"aside,omitempty"`
	Named       string           `json:"named,omitempty"`
	By          string           `json:"by,omitempty"`
	Headlines   []wireHeadline   `json:"headlines,omitempty"`
	Differences []wireDifference `json:"differences,omitempty"`
}

// wireHeadline is an article that has a quote in its headline.
type wireHeadline struct {
	Article   string `json:"article"`
	Outlet    string `json:"outlet,omitempty"`
	Headline  string `json:"headline"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
}

type wireDifference struct {
	Given  string `json:"given,omitempty"`
	Stands string `json:"stands,omitempty"`
}

func wireCheckOf(c *QuoteCheck) *wireCheck {
	if c == nil {
		return nil
	}
	w := &wireCheck{Verdict: c.Verdict, Coverage: c.Coverage, Elided: c.Elided, Joined: c.Joined, Between: c.Between, Aside: c.Aside, Named: c.Named, By: c.By}
	for _, h := range c.Headlines {
		w.Headlines = append(w.Headlines, wireHeadline{Article: h.ID, Outlet: h.Outlet, Headline: h.Headline, Published: corpus.FormatTime(h.Published), URL: h.URL})
	}
	for _, d := range c.Differences {
		w.Differences = append(w.Differences, wireDifference(d))
	}
	return w
}

// wireSide tells what was found of an outlet.
type wireSide struct {
	Outlet   string `json:"outlet,omitempty"`
	Articles int    `json:"articles"`
	Copies   int    `json:"copies,omitempty"`
	First    string `json:"first,omitempty"`
	Last     string `json:"last,omitempty"`
	Undated  int    `json:"undated,omitempty"`
}

func wireSides(sides []Side) []wireSide {
	var out []wireSide
	for _, s := range sides {
		out = append(out, wireSide{s.Outlet, s.Articles, s.Copies, corpus.FormatTime(s.First), corpus.FormatTime(s.Last), s.Undated})
	}
	return out
}

// wireFilter tells what a filter admits; days are dates.
type wireFilter struct {
	Outlets    []string `json:"outlets,omitempty"`
	NotOutlets []string `json:"not_outlets,omitempty"`
	Bylines    []string `json:"bylines,omitempty"`
	Sections   []string `json:"sections,omitempty"`
	From       string   `json:"from,omitempty"`
	To         string   `json:"to,omitempty"`
	Said       []string `json:"said,omitempty"`
	Phrases    []string `json:"phrases,omitempty"`
	Without    []string `json:"without,omitempty"`
}

// wireFilterOf returns nil for a filter that admits all.
func wireFilterOf(f Filter) *wireFilter {
	if f.IsZero() {
		return nil
	}
	return &wireFilter{
		Outlets: f.Outlets, NotOutlets: f.NotOutlets, Bylines: f.Bylines, Sections: f.Sections,
		From: corpus.FormatTime(f.From), To: corpus.FormatTime(f.To),
		Said: f.Said, Phrases: f.Exact, Without: f.Barred,
	}
}

// wire verifies snippets and puts them in the form of JSON.
func wire(snippets []Snippet) ([]wireSnippet, error) {
	out := make([]wireSnippet, 0, len(snippets))
	for _, s := range snippets {
		if err := s.Verify(); err != nil {
			return nil, err
		}
		c, m := s.Cite, s.Cite.Article.Meta
		w := wireSnippet{
			N: c.N, Quote: s.Quote, Marks: make([][2]int, 0, len(s.Marks)), Score: s.Score,
			Article: m.ID, Outlet: m.Outlet, Headline: m.Headline, Byline: m.Byline,
			Published: corpus.FormatTime(m.Published), Section: m.Section, URL: m.URL,
			LeadIn: c.LeadIn(), Asked: c.Asked(), Heading: c.Article.Text(c.Heading), Paragraph: c.Where().N, Start: c.Start, End: c.End,
			Also: wireCopies(c.Copies()), Versions: wireCopies(c.Versions()),
		}
		if k := c.Where().Kind; k != corpus.Text {
			w.Kind = k.String()
		}
		for _, m := range s.Marks {
			w.Marks = append(w.Marks, [2]int{m.Start, m.End})
		}
		w.Speech = wireSpeechOf(c)
		for _, d := range s.Dates() {
			w.Dates = append(w.Dates, wireDate{[2]int{d.Start, d.End}, corpus.FormatTime(d.First), corpus.FormatTime(d.Last)})
		}
		out = append(out, w)
	}
	return out, nil
}

// FormatTime writes a time as the JSON of an answer has it ([corpus.FormatTime]), for what
// is served beside answers.
func FormatTime(t time.Time) string { return corpus.FormatTime(t) }

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
