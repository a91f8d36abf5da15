package cite_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot/bottest"
	"newshound/bot/cite"
	"newshound/corpus"
)

// export returns articles in a style.
func export(t *testing.T, name string, articles ...*corpus.Article) string {
	t.Helper()
	style, ok := cite.StyleNamed(name)
	if !ok {
		t.Fatalf("there is no style %s", name)
	}
	var quotes []answer.Snippet
	for i, a := range articles {
		quotes = append(quotes, bottest.Snippet(t, a, i+1, a.Text(a.Paragraphs[0].Span)))
	}
	return style.Export(quotes)
}

func of(m bottest.Meta) *corpus.Article { return bottest.OneParagraph(m, "Something.") }

// TestStyles holds an article of which all is known, some of which less is, and
// some with what each style has a rule for.
func TestStyles(t *testing.T) {
	day := time.Date(2018, 7, 27, 0, 0, 0, 0, time.UTC)
	known := bottest.Bridge()
	noAuthor := of(bottest.Meta{ID: "n/1", Headline: "Trump huddles with “top officials”", Outlet: "The Hill", URL: "https://thehill.com/a", Published: day})
	noDate := of(bottest.Meta{ID: "n/2", Headline: "Who is next?", Byline: "By Ann Lee and Bo Chen-Roe", Outlet: "The Root"})
	little := of(bottest.Meta{ID: "n/3", URL: "https://x.example/a_b"})
	nothing := of(bottest.Meta{ID: "n/4"})
	three := of(bottest.Meta{ID: "n/5", Headline: "A & B: 100% {sure}", Byline: "Ursula von der Leyen, Martin King Jr. and Zoë Quill", Outlet: "Le Monde", Published: day})
	agency := of(bottest.Meta{ID: "n/6", Headline: "Quake", Byline: "The Associated Press", Outlet: "Post", Published: day})
	own := of(bottest.Meta{ID: "n/7", Headline: "Quake", Byline: "By BBC News", Outlet: "BBC News", Published: day})
	alone := of(bottest.Meta{ID: "n/8", Byline: "Joe Doe"})
	staffed := of(bottest.Meta{ID: "n/9", Headline: "Quake", Byline: "By Joe Doe, CNN", Outlet: "CNN", Published: day})
	seven := of(bottest.Meta{ID: "n/10", Headline: "Quake", Byline: "Joe Doe, Ann Lee, Bo Roe, Cy Fox, Di Ray, Ed Hill and Flo Kay", Outlet: "Post"})
	stopped := of(bottest.Meta{ID: "n/12", Headline: "Mayor says “it is over.”", Outlet: "Post"})
	short := of(bottest.Meta{ID: "n/13", Headline: "Storm nears the U.S.", Outlet: "Post"})
	single := of(bottest.Meta{ID: "n/14", Headline: "Pence drops out: 'This isn't my time'", Outlet: "Post"})
	said := of(bottest.Meta{ID: "n/15", Headline: "Rain: ‘It is over.’"})
	whose := of(bottest.Meta{ID: "n/16", Headline: "It's the Smiths'"})
	marks := of(bottest.Meta{ID: "n/11", Headline: `"No," to 12" of {rain`})
	for _, c := range []struct {
		style   string
		article *corpus.Article
		want    string
	}{
		{"apa", known, "Doe, J. (2024, May 6). Bridge to close. The Ashford Gazette. https://gazette.example/bridge"},
		{"apa", noAuthor, "Trump huddles with “top officials.” (2018, July 27). The Hill. https://thehill.com/a"},
		{"apa", noDate, "Lee, A., & Chen-Roe, B. (n.d.). Who is next? The Root."},
		{"apa", little, "[News article]. (n.d.). https://x.example/a_b"},
		{"apa", nothing, "[News article]. (n.d.)."},
		{"apa", three, "von der Leyen, U., King, M., Jr., & Quill, Z. (2018, July 27). A & B: 100% {sure}. Le Monde."},
		{"apa", own, "BBC News. (2018, July 27). Quake."},
		{"apa", alone, "Doe, J. (n.d.). [News article]."},
		{"apa", staffed, "Doe, J. (2018, July 27). Quake. CNN."},
		{"apa", agency, "The Associated Press. (2018, July 27). Quake. Post."},

		{"mla", known, "Doe, Joe. “Bridge to close.” The Ashford Gazette, 6 May 2024, https://gazette.example/bridge."},
		{"mla", noAuthor, "“Trump huddles with ‘top officials.’” The Hill, 27 July 2018, https://thehill.com/a."},
		{"mla", noDate, "Lee, Ann, and Bo Chen-Roe. “Who is next?” The Root."},
		{"mla", little, "News article. https://x.example/a_b."},
		{"mla", nothing, "News article."},
		{"mla", three, "von der Leyen, Ursula, et al. “A & B: 100% {sure}.” Le Monde, 27 July 2018."},
		{"mla", marks, "“‘No,’ to 12\" of {rain.”"},
		{"mla", single, "“Pence drops out: 'This isn't my time.'” Post."},
		{"mla", said, "“Rain: ‘It is over.’”"},
		{"mla", whose, "“It's the Smiths'.”"},
		{"apa", single, "Pence drops out: 'This isn't my time.' (n.d.). Post."},
		{"chicago", single, "Note: “Pence drops out: 'This isn't my time,'” Post, n.d.\nBibliography: Post. “Pence drops out: 'This isn't my time.'” n.d."},
		{"mla", own, "“Quake.” BBC News, 27 July 2018."},
		{"mla", agency, "Associated Press. “Quake.” Post, 27 July 2018."},

		{"chicago", known, "Note: Joe Doe, “Bridge to close,” The Ashford Gazette, May 6, 2024, https://gazette.example/bridge.\n" +
			"Bibliography: Doe, Joe. “Bridge to close.” The Ashford Gazette, May 6, 2024. https://gazette.example/bridge."},
		{"chicago", noAuthor, "Note: “Trump huddles with ‘top officials,’” The Hill, July 27, 2018, https://thehill.com/a.\n" +
			"Bibliography: The Hill. “Trump huddles with ‘top officials.’” July 27, 2018. https://thehill.com/a."},
		{"chicago", noDate, "Note: Ann Lee and Bo Chen-Roe, “Who is next?,” The Root, n.d.\n" +
			"Bibliography: Lee, Ann, and Bo Chen-Roe. “Who is next?” The Root, n.d."},
		{"chicago", nothing, "Note: News article, n.d.\nBibliography: News article. n.d."},
		{"chicago", seven, "Note: Joe Doe et al., “Quake,” Post, n.d.\nBibliography: Doe, Joe, Ann Lee, Bo Roe, et al. “Quake.” Post, n.d."},
		{"chicago", three, "Note: Ursula von der Leyen et al., “A & B: 100% {sure},” Le Monde, July 27, 2018.\n" +
			"Bibliography: von der Leyen, Ursula, Martin King Jr., and Zoë Quill. “A & B: 100% {sure}.” Le Monde, July 27, 2018."},
		{"chicago", stopped, "Note: “Mayor says ‘it is over,’” Post, n.d.\nBibliography: Post. “Mayor says ‘it is over.’” n.d."},
		{"chicago", short, "Note: “Storm nears the U.S.,” Post, n.d.\nBibliography: Post. “Storm nears the U.S.” n.d."},

		{"bibtex", known, "@article{doe2024bridge,\n  author       = {Doe, Joe},\n  title        = {{Bridge to close}},\n  journal      = {The Ashford Gazette},\n" +
			"  year         = {2024},\n  month        = may,\n  day          = {6},\n  url          = {https://gazette.example/bridge}\n}"},
		{"bibtex", marks, "@misc{rain,\n  title        = {{\"No,\" to 12\" of \\textbraceleft{}rain}}\n}"},
		{"bibtex", noDate, "@misc{leenext,\n  author       = {Lee, Ann and Chen-Roe, Bo},\n  title        = {{Who is next?}},\n  howpublished = {The Root}\n}"},
		{"bibtex", little, "@misc{n3,\n  url          = {https://x.example/a_b}\n}"},
		{"bibtex", three, "@article{vonderleyen2018sure,\n  author       = {von der Leyen, Ursula and King, Jr., Martin and Quill, Zoë},\n" +
			"  title        = {{A \\& B: 100\\% \\textbraceleft{}sure\\textbraceright{}}},\n  journal      = {Le Monde},\n  year         = {2018},\n  month        = jul,\n  day          = {27}\n}"},
		{"bibtex", agency, "@article{theassociatedpress2018quake,\n  author       = {{The Associated Press}},\n  title        = {{Quake}},\n  journal      = {Post},\n" +
			"  year         = {2018},\n  month        = jul,\n  day          = {27}\n}"},
	} {
		if got := export(t, c.style, c.article); got != c.want {
			t.Errorf("%s of %s: got\n%s\nwant\n%s", c.style, c.article.ID, got, c.want)
		}
	}
}

// TestExportOfSeveral checks that an article is listed once, and that no two have
// one key.
func TestExportOfSeveral(t *testing.T) {
	a, b := of(bottest.Meta{ID: "1", Headline: "Same story", Outlet: "A"}), of(bottest.Meta{ID: "2", Headline: "Same story", Outlet: "A"})
	if got := export(t, "bib", a, b, a); strings.Count(got, "@misc{") != 2 || !strings.Contains(got, "{asame,") || !strings.Contains(got, "{asame-2,") {
		t.Errorf("BibTeX:\n%s", got)
	}
	if got := export(t, "APA", a, b, a); got != "Same story. (n.d.). A.\n\nSame story. (n.d.). A." {
		t.Errorf("APA:\n%s", got)
	}
}

func TestInText(t *testing.T) {
	year := time.Date(2018, 7, 27, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		style   string
		article *corpus.Article
		want    string
	}{
		{"apa", bottest.Bridge(), "(Doe, 2024, para. 1)"},
		{"apa", of(bottest.Meta{Headline: "Same story"}), "(“Same story,” n.d., para. 1)"},
		{"apa", of(bottest.Meta{Headline: "It is over."}), "(“It is over,” n.d., para. 1)"},
		{"apa", of(bottest.Meta{Headline: "Jury sides with Acme Inc."}), "(“Jury sides with Acme Inc.,” n.d., para. 1)"},
		{"apa", of(bottest.Meta{Published: year}), "([News article], 2018, para. 1)"},
		{"apa", of(bottest.Meta{Byline: "Joe Doe and Ann Lee", Published: year}), "(Doe & Lee, 2018, para. 1)"},
		{"apa", of(bottest.Meta{Byline: "Joe Doe, Ann Lee and Bo Roe", Published: year}), "(Doe et al., 2018, para. 1)"},
		{"apa", of(bottest.Meta{Byline: "Reuters", Published: year}), "(Reuters, 2018, para. 1)"},
		{"mla", bottest.Bridge(), ""},
	} {
		style, _ := cite.StyleNamed(c.style)
		if got := style.InText(answer.Citation{Article: c.article, Span: c.article.Paragraphs[0].Span}); got != c.want {
			t.Errorf("%s: %q, want %q", c.style, got, c.want)
		}
	}
}

// TestPartOfDate holds that of a date no more is shown than is known, and no less.
func TestPartOfDate(t *testing.T) {
	for published, want := range map[string]struct{ cited, apa, mla, chicago, bibtex, csl, archive string }{
		"2018-09": {"September 2018", "(2018, September). ", " Sept. 2018, ", " September 2018, ", "year         = {2018},\n  month        = sep,\n  url ", "[[2018, 9]]", "/201809*/"},
		"2018":    {"2018", "(2018). ", " 2018, ", " 2018, ", "year         = {2018},\n  url ", "[[2018]]", "/2018*/"},
	} {
		when, err := corpus.ParseTime(published)
		if err != nil {
			t.Fatal(err)
		}
		a := of(bottest.Meta{ID: "1", Headline: "Quake", Byline: "Joe Doe", Outlet: "Post", URL: "https://x.example/a", Published: when})
		for style, want := range map[string]string{"text": " · " + want.cited + " · ", "apa": want.apa, "mla": want.mla, "chicago": want.chicago, "bibtex": want.bibtex, "csl": want.csl} {
			if got := export(t, style, a); !strings.Contains(got, want) {
				t.Errorf("%s of %s:\n%s\nwant %q", style, published, got, want)
			}
		}
		if got := cite.LinkToArchive(a); !strings.Contains(got, want.archive) {
			t.Errorf("the archive's link is %s, want %s", got, want.archive)
		}
	}
}

// TestCSL holds exports to the rules of the schema of CSL-JSON, as far as they
// concern what an article can have
// (https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json).
func TestCSL(t *testing.T) {
	articles := []*corpus.Article{
		bottest.Bridge(),
		of(bottest.Meta{ID: "1"}),
		of(bottest.Meta{ID: "2", Headline: `<b>&"x"`, Byline: "Martin King Jr. and Reuters", Outlet: "A", Published: time.Date(1999, 12, 31, 23, 59, 0, 0, time.FixedZone("", -3600))}),
	}
	text := export(t, "csl", articles...)
	var items []map[string]any
	if err := json.Unmarshal([]byte(text), &items); err != nil || len(items) != len(articles) {
		t.Fatalf("%v in\n%s", err, text)
	}
	for _, item := range items {
		checkCSL(t, item)
	}
	first, last := items[0], items[2]
	if first["type"] != "article-newspaper" || first["title"] != "Bridge to close" || first["container-title"] != "The Ashford Gazette" || first["section"] != "Local" || first["URL"] != "https://gazette.example/bridge" {
		t.Errorf("got %v", first)
	}
	if items[1]["type"] != "webpage" || len(items[1]) != 2 {
		t.Errorf("of what nothing is known: %v", items[1])
	}
	for _, want := range []string{`"given": "Martin"`, `"suffix": "Jr."`, `"literal": "Reuters"`, `"title": "<b>&\"x\""`, "[[1999, 12, 31]]"} {
		if !strings.Contains(text, want) {
			t.Errorf("%v has no %s", last, want)
		}
	}
}

// checkCSL holds one item to the schema.
func checkCSL(t *testing.T, item map[string]any) {
	t.Helper()
	text := func(v any) bool { s, ok := v.(string); return ok && s != "" }
	if !text(item["id"]) || !slices.Contains([]any{"article-newspaper", "webpage"}, item["type"]) {
		t.Errorf("id and type of %v", item)
	}
	for key, v := range item {
		ok := false
		switch key {
		case "id", "type", "title", "container-title", "section", "URL":
			ok = text(v)
		case "author":
			names, _ := v.([]any)
			ok = len(names) > 0
			for _, n := range names {
				name, _ := n.(map[string]any)
				ok = ok && len(name) > 0
				for part, v := range name {
					ok = ok && slices.Contains([]string{"family", "given", "suffix", "literal"}, part) && text(v)
				}
				ok = ok && (name["literal"] != nil) != (name["family"] != nil)
			}
		case "issued":
			date, _ := v.(map[string]any)
			parts, _ := date["date-parts"].([]any)
			ok = len(date) == 1 && len(parts) == 1
			for _, p := range parts {
				numbers, _ := p.([]any)
				ok = ok && len(numbers) == 3
				for _, n := range numbers {
					_, isNumber := n.(float64)
					ok = ok && isNumber
				}
			}
		}
		if !ok {
			t.Errorf("%s: %v", key, v)
		}
	}
}
