package cite

import (
	"bytes"
	"encoding/json"
	"strings"

	"newshound/bot/internal/plain"
	"newshound/corpus"
)

// cslItem is an article in CSL-JSON, the input of citation processors
// (https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json).
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Section   string    `json:"section,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
}

// cslName is a person's name, or, in Literal, any other.
type cslName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Suffix  string `json:"suffix,omitempty"`
	Literal string `json:"literal,omitempty"`
}

// cslDate is a day: year, month, day; or as much of that as is known.
type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// cslJSON returns articles as a list in CSL-JSON. An article of no known outlet is
// a web page.
func cslJSON(articles []*corpus.Article) string {
	items := make([]cslItem, 0, len(articles))
	for _, a := range articles {
		item := cslItem{ID: a.ID, Type: "article-newspaper", Title: headline(a), Container: a.Outlet, Section: a.Section, URL: a.URL}
		if a.Outlet == "" {
			item.Type = "webpage"
		}
		for _, one := range credited(a) {
			item.Author = append(item.Author, cslName{Family: one.family, Given: one.given, Suffix: one.suffix, Literal: one.group})
		}
		if t := a.Published; !t.IsZero() {
			y, m, d := t.Date()
			known := 4 - max(corpus.Day, corpus.PrecisionOf(t)) // of the three
			item.Issued = &cslDate{[][]int{[]int{y, int(m), d}[:known]}}
		}
		items = append(items, item)
	}
	return dateParts().ReplaceAllStringFunc(indented(items), func(date string) string {
		return strings.ReplaceAll(strings.Join(strings.Fields(date), ""), ",", ", ")
	})
}

// indented returns a value of strings and numbers, which always can be encoded, as JSON for
// people to read.
func indented(v any) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	_ = enc.Encode(v)
	return string(bytes.TrimSpace(b.Bytes()))
}

// dateParts matches a date that the encoder has spread over several lines. It cannot match
// inside a string, which has no newline in JSON.
var dateParts = plain.Pattern(`\[\n\s+\[\n\s+\d+(?:,\n\s+\d+)*\n\s+\]\n\s+\]`)
