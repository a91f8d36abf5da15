package bot_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/corpus"
)

// export returns what the command "cite" exports of articles in a style.
func export(t *testing.T, style string, articles ...*corpus.Article) bot.Reply {
	t.Helper()
	a := answer.Answer{Outcome: answer.Found}
	for i, article := range articles {
		a.Snippets = append(a.Snippets, bottest.Snippet(t, article, i+1, article.Text(article.Paragraphs[0].Span)))
	}
	return bot.NewRelay(answering(a), bot.Options{Limit: 10}).Handle(t.Context(), bot.Message{Text: bot.CiteCommand(0, style), Last: bot.Turn{Question: "Who?"}})
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
		{"apa", own, "Quake. (2018, July 27). BBC News."},
		{"apa", agency, "The Associated Press. (2018, July 27). Quake. Post."},

		{"mla", known, "Doe, Joe. “Bridge to close.” The Ashford Gazette, 6 May 2024, https://gazette.example/bridge."},
		{"mla", noAuthor, "“Trump huddles with ‘top officials.’” The Hill, 27 July 2018, https://thehill.com/a."},
		{"mla", noDate, "Lee, Ann, and Bo Chen-Roe. “Who is next?” The Root."},
		{"mla", little, "News article. https://x.example/a_b."},
		{"mla", nothing, "News article."},
		{"mla", three, "von der Leyen, Ursula, et al. “A & B: 100% {sure}.” Le Monde, 27 July 2018."},
		{"mla", own, "“Quake.” BBC News, 27 July 2018."},
		{"mla", agency, "The Associated Press. “Quake.” Post, 27 July 2018."},

		{"chicago", known, "Note: Joe Doe, “Bridge to close,” The Ashford Gazette, May 6, 2024, https://gazette.example/bridge.\n" +
			"Bibliography: Doe, Joe. “Bridge to close.” The Ashford Gazette, May 6, 2024. https://gazette.example/bridge."},
		{"chicago", noAuthor, "Note: “Trump huddles with ‘top officials,’” The Hill, July 27, 2018, https://thehill.com/a.\n" +
			"Bibliography: The Hill. “Trump huddles with ‘top officials.’” July 27, 2018. https://thehill.com/a."},
		{"chicago", noDate, "Note: Ann Lee and Bo Chen-Roe, “Who is next?,” The Root, n.d.\n" +
			"Bibliography: Lee, Ann, and Bo Chen-Roe. “Who is next?” The Root, n.d."},
		{"chicago", nothing, "Note: News article, n.d.\nBibliography: News article. n.d."},
		{"chicago", three, "Note: Ursula von der Leyen, Martin King Jr., and Zoë Quill, “A & B: 100% {sure},” Le Monde, July 27, 2018.\n" +
			"Bibliography: von der Leyen, Ursula, Martin King Jr., and Zoë Quill. “A & B: 100% {sure}.” Le Monde, July 27, 2018."},

		{"bibtex", known, "@article{doe2024bridge,\n  author       = {Doe, Joe},\n  title        = {{Bridge to close}},\n  journal      = {The Ashford Gazette},\n" +
			"  year         = {2024},\n  month        = may,\n  day          = {6},\n  url          = {https://gazette.example/bridge}\n}"},
		{"bibtex", noDate, "@misc{leenext,\n  author       = {Lee, Ann and Chen-Roe, Bo},\n  title        = {{Who is next?}},\n  howpublished = {The Root}\n}"},
		{"bibtex", little, "@misc{n3,\n  url          = {https://x.example/a_b}\n}"},
		{"bibtex", three, "@article{vonderleyen2018sure,\n  author       = {von der Leyen, Ursula and King, Jr., Martin and Quill, Zoë},\n" +
			"  title        = {{A \\& B: 100\\% \\{sure\\}}},\n  journal      = {Le Monde},\n  year         = {2018},\n  month        = jul,\n  day          = {27}\n}"},
		{"bibtex", agency, "@article{theassociatedpress2018quake,\n  author       = {{The Associated Press}},\n  title        = {{Quake}},\n  journal      = {Post},\n" +
			"  year         = {2018},\n  month        = jul,\n  day          = {27}\n}"},
	} {
		r := export(t, c.style, c.article)
		if r.Export != c.want || len(r.Snippets) > 0 || r.Turn.Question != "Who?" || !strings.HasPrefix(r.Text, "Quote 1, ") {
			t.Errorf("%s of %s: got %q\n%s\nwant\n%s", c.style, c.article.ID, r.Text, r.Export, c.want)
		}
	}
}

// TestExportOfSeveral checks that an article is listed once, and that no two have
// one key.
func TestExportOfSeveral(t *testing.T) {
	a, b := of(bottest.Meta{ID: "1", Headline: "Same story", Outlet: "A"}), of(bottest.Meta{ID: "2", Headline: "Same story", Outlet: "A"})
	if r := export(t, "bib", a, b, a); strings.Count(r.Export, "@misc{") != 2 || !strings.Contains(r.Export, "{asame,") || !strings.Contains(r.Export, "{asame-2,") {
		t.Errorf("BibTeX:\n%s", r.Export)
	}
	r := export(t, "APA", a, b, a)
	if r.Export != "Same story. (n.d.). A.\n\nSame story. (n.d.). A." || r.Text != "The quotes, APA 7:" {
		t.Errorf("APA: %q\n%s", r.Text, r.Export)
	}
	if want := "In the text, for quote 3: (“Same story,” n.d., para. 1)"; len(r.Notes) != 3 || r.Notes[2] != want {
		t.Errorf("notes %q, want %q", r.Notes, want)
	}
	for _, c := range []struct{ byline, want string }{
		{"", "([News article], 2018, para. 1)"},
		{"Joe Doe and Ann Lee", "(Doe & Lee, 2018, para. 1)"},
		{"Joe Doe, Ann Lee and Bo Roe", "(Doe et al., 2018, para. 1)"},
		{"Reuters", "(Reuters, 2018, para. 1)"},
	} {
		r := export(t, "apa", of(bottest.Meta{ID: "1", Byline: c.byline, Published: time.Date(2018, 7, 27, 0, 0, 0, 0, time.UTC)}))
		if len(r.Notes) != 1 || !strings.HasSuffix(r.Notes[0], ": "+c.want) {
			t.Errorf("%s: %q, want %s", c.byline, r.Notes, c.want)
		}
	}
	if r := export(t, "apa", bottest.Bridge()); !slices.Equal(r.Notes, []string{"In the text, for quote 1: (Doe, 2024, para. 1)"}) {
		t.Errorf("notes %q", r.Notes)
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
	r := export(t, "csl", articles...)
	var items []map[string]any
	if err := json.Unmarshal([]byte(r.Export), &items); err != nil || len(items) != len(articles) {
		t.Fatalf("%v in\n%s", err, r.Export)
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
		if !strings.Contains(r.Export, want) {
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
