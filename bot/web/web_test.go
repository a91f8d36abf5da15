package web_test

import (
	"context"
	"encoding/json"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/web"
)

// page returns the page of an asker, for this machine alone.
func page(t *testing.T, asker bot.Asker, change ...func(*web.Options)) *web.Page {
	t.Helper()
	o := web.Options{Relay: bot.NewRelay(asker, bot.Options{Limit: 2, Rate: 1000}), Asker: asker, Loopback: true}
	for _, c := range change {
		c(&o)
	}
	p, err := web.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// get asks for a path, and returns the answer with its text.
func get(t *testing.T, h http.Handler, path string, change ...func(*http.Request)) (*http.Response, string) {
	t.Helper()
	path, _, _ = strings.Cut(path, "#") // which a browser keeps to itself
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, http.NoBody)
	r.Host = "127.0.0.1:8017"
	for _, c := range change {
		c(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result(), w.Body.String()
}

// asking returns the path of a question.
func asking(q string, more ...string) string {
	in := url.Values{"q": {q}}
	for i := 0; i+1 < len(more); i += 2 {
		in.Set(more[i], more[i+1])
	}
	return "/?" + in.Encode()
}

var tag = regexp.MustCompile(`<[^>]*>`)

// visible returns the text of a page, its blanks made one.
func visible(text string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(text, ""))), " ")
}

// links returns the addresses that a page leads to, by the text of the link.
func links(text string) map[string]string {
	out := make(map[string]string)
	for _, m := range regexp.MustCompile(`(?s)<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>`).FindAllStringSubmatch(text, -1) {
		out[visible(m[2])] = html.UnescapeString(m[1])
	}
	return out
}

func TestAsk(t *testing.T) {
	p := page(t, bottest.Answering(t, bottest.Bridge()))
	for _, c := range []struct {
		path  string
		parts []string
	}{
		{"/", []string{"What does the coverage say?", "It holds 3 articles of 2 outlets, published from 6 May 2024 to 7 May 2024.", "Any outlet", "The Ashford Gazette"}},
		{"/?q=+", []string{"What does the coverage say?"}},
		{asking("How many cars?"), []string{
			"The coverage says:", "It carried 900 cars a day.", "Quote 1 The Ashford Gazette Bridge to close Joe Doe · 6 May 2024 · Local · paragraph 1",
			"APA 7 Doe, J. (2024, May 6)", "BibTeX @article{doe2024bridge,", "CSL-JSON [", `"type": "TextQuoteSelector"`,
		}},
		{"/?outlet=The+Ashford+Gazette", []string{"The newest articles – Newshound", "The coverage says:"}},
		{"/?outlet=The+Ashford+Gazette&form=quote", []string{"Quote Check Outlet and date", "Answers in the press’s own words"}},
		{asking("help"), []string{"Ask a question about the coverage in plain words."}},
		{asking("sources"), []string{"The Ashford Gazette: Bridge to close"}},
		{asking("/frob"), []string{"There is no command “/frob”."}},
		{asking(strings.Repeat("why ", 30_000)), []string{"That question is too long for me: 100 KB is the most."}},
		{asking("Who?", "from", "soon"), []string{"“soon” is no date that I can read"}},
		{asking("Who?", "outlet", "Nobody's"), []string{"The coverage says:"}},
		{asking("Who?", "go", "less", "shown", "2"), []string{"less – Newshound", "The coverage says:"}},
		{asking("Who?", "go", "cite 2 bibtex", "shown", "2"), []string{"Quote 2, BibTeX:", "@article{doe2024bridge,"}},
		{asking("Who?", "go", "more", "shown", "3"), []string{"paragraph 4 said by Ann Lee (“said the mayor, Ann Lee”)"}},
		{asking("Who?", "go", "cite 9", "shown", "2"), []string{"There is no quote 9"}},
		{asking("Who?", "go", "more", "shown", "x"), []string{"The coverage says:"}},
		{asking("Who?", "form", "poem"), []string{"Quotes Timeline Compare Check a quote Who? There is no form “poem” of an answer: choose one above."}},
		{"/?form=poem", []string{"There is no form “poem” of an answer"}},
	} {
		r, text := get(t, p, c.path)
		got := visible(text)
		for _, part := range c.parts {
			if !strings.Contains(got, part) {
				t.Errorf("%.60s has no %q:\n%.3000s", c.path, part, got)
			}
		}
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("%.60s: %d %s", c.path, r.StatusCode, r.Header.Get("Content-Type"))
		}
	}
}

// TestUnknown checks that what is not known of an article is left out, and that the
// address of one that is known stands there for print.
func TestUnknown(t *testing.T) {
	bare := bottest.OneParagraph(bottest.Meta{ID: "bare", Headline: "Bridge to close"}, "It carries 900 cars a day.")
	_, text := get(t, page(t, bottest.Answering(t, bare)), asking("How many cars?"))
	if got := visible(text); strings.Contains(got, "Unknown") || !strings.Contains(got, "Bridge to close") {
		t.Errorf("the answer is\n%s", got)
	}
	for _, path := range []string{asking("How many cars?"), "/article/bridge"} {
		if _, text := get(t, page(t, bottest.Answering(t, bottest.Bridge())), path); !strings.Contains(text, `<p class="link printed">https://gazette.example/bridge</p>`) {
			t.Errorf("%s has no address for print:\n%s", path, text)
		}
	}
}

// TestMalformedAddress holds that a question whose address cannot be read is not dropped in silence.
func TestMalformedAddress(t *testing.T) {
	r, text := get(t, page(t, bottest.Answering(t, bottest.Bridge())), "/?q=up+100%")
	if got := visible(text); r.StatusCode != http.StatusBadRequest || !strings.Contains(got, "This address cannot be read.") {
		t.Errorf("%d\n%s", r.StatusCode, got)
	}
}

// TestHelp holds that the help is a place of its own, in which each command stands by itself,
// and that an answer's forms are offered only for answers.
func TestHelp(t *testing.T) {
	for q, want := range map[string]bool{"help": false, "sources": false, "cite 2": false, "vote": true, "-of": true} {
		_, text := get(t, page(t, bottest.Answering(t, bottest.Bridge())), asking(q))
		if strings.Contains(text, `class="forms"`) != want {
			t.Errorf("%q: the forms of an answer are offered: %t", q, !want)
		}
		help := strings.Contains(text, `<a href="/?q=help" aria-current="page">`)
		if help != (q == "help") || help == strings.Contains(text, `<a href="/" aria-current="page">`) {
			t.Errorf("%q: the page is help: %t", q, help)
		}
		if help && !strings.Contains(text, `<p class="item"><kbd>quote: the words</kbd> whether the coverage`) {
			t.Errorf("the help is %s", text)
		}
	}
}

// TestAskKeepsTheForm checks that what was filled in is there again.
func TestAskKeepsTheForm(t *testing.T) {
	_, text := get(t, page(t, bottest.Answering(t, bottest.Bridge())), asking(`Who "x" <b>?`, "outlet", "The Hill", "from", "2024-05-06", "to", "2024-05"))
	for _, part := range []string{
		`value="Who &#34;x&#34; &lt;b&gt;?"`, `<option value="The Hill" selected>`, `<details class="filters" open>`,
		`name="from" type="date" value="2024-05-06"`, `name="to" type="text" value="2024-05"`,
	} {
		if !strings.Contains(text, part) {
			t.Errorf("no %s in\n%s", part, text)
		}
	}
}

// TestPages goes through the quotes of an answer and back, by its links.
func TestPages(t *testing.T) {
	p := page(t, bottest.Answering(t, bottest.Bridge()))
	_, first := get(t, p, asking("How many cars?", "outlet", "The Hill"))
	more := links(first)["More quotes →"]
	_, second := get(t, p, more)
	if !strings.Contains(visible(second), "Further quotes:") || !strings.Contains(second, `id="q3"`) || strings.Contains(second, `id="q2"`) {
		t.Errorf("%s is\n%s", more, visible(second))
	}
	back := links(second)["← Back"]
	_, again := get(t, p, back)
	if !strings.Contains(again, `id="q1"`) || links(again)["More quotes →"] != more {
		t.Errorf("%s is\n%s", back, visible(again))
	}
	if u, err := url.Parse(more); err != nil || u.Query().Get("outlet") != "The Hill" || u.Query().Get("seal") == "" {
		t.Errorf("more leads to %s", more)
	}
	_, changed := get(t, p, strings.Replace(more, "seal=", "seal=0", 1))
	if !strings.Contains(visible(changed), "The coverage has changed since") {
		t.Errorf("with another seal: %s", visible(changed))
	}
}

// copied answers with a quote of which there are copies.
type copied struct {
	bot.Asker
	quote answer.Snippet
}

// Ask implements [bot.Asker].
func (c copied) Ask(_ context.Context, q answer.Question) (*answer.Answer, error) {
	return &answer.Answer{Question: q, Outcome: answer.Found, Snippets: []answer.Snippet{c.quote}}, nil
}

// large has many articles of one outlet.
type large struct{ bot.Asker }

// Coverage implements [bot.Asker].
func (large) Coverage() answer.Coverage {
	return answer.Coverage{Articles: 12345, Outlets: []answer.OutletCount{{Outlet: "The Root", Articles: 12345}}}
}

// TestLargeNumbers holds that thousands are told apart, as in sentences.
func TestLargeNumbers(t *testing.T) {
	_, text := get(t, page(t, large{bottest.Answering(t, bottest.Bridge())}), "/coverage")
	if got := visible(text); strings.Contains(got, "12345") || strings.Count(got, "12,345") < 2 {
		t.Errorf("the coverage is\n%s", got)
	}
}

// TestVersions holds that another version of an article has a line of its own, and a list
// in the JSON.
func TestVersions(t *testing.T) {
	p := page(t, copied{bottest.Answering(t, bottest.Bridge()), bottest.Copied(t)})
	if _, text := get(t, p, asking("cars?")); !strings.Contains(text, `<p class="also">`+bottest.Again+` <span class="words">(The Ashford Gazette, `) {
		t.Errorf("the page is\n%s", text)
	}
	_, text := get(t, p, "/api/v1/ask?q=cars")
	var got struct {
		Snippets []struct {
			Also, Versions []struct{ Article, Quote string }
		}
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil || len(got.Snippets) != 1 {
		t.Fatalf("%v in %s", err, text)
	}
	if s := got.Snippets[0]; len(s.Also) != 1 || s.Also[0].Article != "hostile" || len(s.Versions) != 1 || s.Versions[0].Article != "later" || s.Versions[0].Quote == "" {
		t.Errorf("the JSON has %+v", s)
	}
}

// TestGoOn says something after an answer, in its form: the number of a quote means the
// one that was shown.
func TestGoOn(t *testing.T) {
	p := page(t, forms{bottest.Answering(t, bottest.Bridge())})
	_, text := get(t, p, asking("bridge", "outlet", "The Hill", "form", "timeline"))
	in := url.Values{"go": {"cite 2"}}
	for _, m := range regexp.MustCompile(`(?s)<form class="follow".*?</form>`).FindAllString(text, -1) {
		for _, f := range regexp.MustCompile(`type="hidden" name="([^"]*)" value="([^"]*)"`).FindAllStringSubmatch(m, -1) {
			in.Set(f[1], html.UnescapeString(f[2]))
		}
	}
	if in.Get("q") != "bridge" || in.Get("outlet") != "The Hill" || in.Get("form") != "timeline" || in.Get("shown") != "3" || in.Get("seal") == "" {
		t.Errorf("the form carries %v along", in)
	}
	_, cited := get(t, p, "/?"+in.Encode())
	if got := visible(cited); !strings.Contains(got, "Quote 2 in its paragraph:") || !strings.Contains(got, "8 May 2024, 09:00 UTC") {
		t.Errorf("cite 2 says %s", got)
	}
	in.Set("go", "compare")
	if _, compared := get(t, p, "/?"+in.Encode()); !strings.Contains(compared, "How much each outlet published on it") || !strings.Contains(compared, `name="form" value="compare"`) {
		t.Errorf("compare says %s", visible(compared))
	}
	bridge := page(t, bottest.Answering(t, bottest.Bridge()))
	_, around := get(t, bridge, asking("Who?", "go", "around 2", "shown", "2"))
	if strings.Count(around, "<figure") != 1 || strings.Count(around, "<blockquote") != 1 || !strings.Contains(around, `</p><p dir="auto"><mark>According to The Post:</mark></p><p dir="auto">`) {
		t.Errorf("around 2 is\n%s", around)
	}
}

// TestQuoteLeadsToItsPassage follows a quote to the article, where it is marked.
func TestQuoteLeadsToItsPassage(t *testing.T) {
	a := bottest.Bridge()
	p := page(t, bottest.Answering(t, a))
	_, text := get(t, p, asking("Who?"))
	for n, want := range map[string]string{
		"Read in the article, quote 1": a.Text(a.Paragraphs[0].Span),
		"Read in the article, quote 2": a.Text(a.Paragraphs[1].Span),
	} {
		to := links(text)[n]
		r, story := get(t, p, to)
		_, anchor, _ := strings.Cut(to, "#")
		if r.StatusCode != http.StatusOK || !strings.Contains(story, `id="`+anchor+`"`) || !strings.Contains(html.UnescapeString(story), "<mark>"+want+"</mark>") {
			t.Errorf("%s leads to %s: %d\n%s", n, to, r.StatusCode, story)
		}
	}
	if got := links(text)["Open at the outlet, quote 1 ↗"]; !strings.HasPrefix(got, "https://gazette.example/bridge#:~:text=The%20council%20of%20Ashford") {
		t.Errorf("the outlet is at %s", got)
	}
	if got := links(text)["Look for copies at the Internet Archive ↗"]; got != "https://web.archive.org/web/20240506*/https://gazette.example/bridge" {
		t.Errorf("the archive is at %s", got)
	}
}

func TestArticle(t *testing.T) {
	p := page(t, bottest.Answering(t, bottest.Bridge()))
	const passage = "/article/bridge?mark=64-90-"
	for _, c := range []struct {
		path   string
		status int
		parts  []string
		marks  int
	}{
		{"/article/bridge", 200, []string{`<h1 dir="auto">Bridge to close</h1>`, `id="p1"`, `id="p4"`, `Cite the article`, `quoted" id="p3"`}, 0},
		{passage + "00000000", 200, []string{"is not in the article as it stands now"}, 0},
		{"/article/bridge?mark=5-99999-00000000", 200, []string{"as it stands now"}, 0},
		{"/article/bridge?mark=%3Cb%3E", 200, []string{"as it stands now"}, 0},
		{"/article/nothing", 404, []string{"The coverage has no such article."}, 0},
		{"/article/", 404, []string{"There is no such page."}, 0},
		{"/elsewhere", 404, []string{"There is no such page."}, 0},
		{"/coverage", 200, []string{"3 articles of 2 outlets", `href="/article/bridge"`, "Articles by day", "6 May 2024"}, 0},
	} {
		r, text := get(t, p, c.path)
		for _, part := range c.parts {
			if !strings.Contains(text, part) {
				t.Errorf("%s has no %q:\n%s", c.path, part, text)
			}
		}
		if r.StatusCode != c.status || strings.Count(text, "<mark>") != c.marks {
			t.Errorf("%s: %d, %d marks", c.path, r.StatusCode, strings.Count(text, "<mark>"))
		}
	}
}

// TestHostile has everything in an article, and the question, be hostile.
func TestHostile(t *testing.T) {
	p := page(t, bottest.Answering(t, bottest.Hostile()))
	for _, path := range []string{asking(bottest.HostileText), asking(bottest.HostileText, "outlet", bottest.HostileText, "from", `"><script>`),
		asking("\xff", "outlet", "\xff", "from", "\xff", "to", "\xff"), asking("\xff", "go", "\xff", "shown", "1", "seal", "\xff", "last", "\xff"), "/article/hostile", "/coverage", "/article/" + url.PathEscape(bottest.HostileText)} {
		_, text := get(t, p, path)
		if !utf8.ValidString(text) {
			t.Errorf("%.40s is not UTF-8", path)
		}
		for _, bad := range []string{"<!channel>", "<script", "<a:b:1>", `href="javascript:`, `href="#ZgotmplZ`, "<https:"} {
			if strings.Contains(text, bad) {
				t.Errorf("%.40s has %s", path, bad)
			}
		}
		for name, to := range links(text) {
			if u, err := url.Parse(to); err != nil || u.Scheme != "" && u.Scheme != "https" && u.Scheme != "http" {
				t.Errorf("%s leads to %s", name, to)
			}
		}
	}
}

// TestDirection holds that each text of an article, and the question, runs in the
// direction of its own first letter, and takes none beside it along.
func TestDirection(t *testing.T) {
	const override = "\u202e"
	p := page(t, bottest.Answering(t, bottest.Hostile()))
	for _, path := range []string{asking(override), "/article/hostile", "/coverage"} {
		_, text := get(t, p, path)
		_, text, _ = strings.Cut(text, "<main")
		body := regexp.MustCompile(`(?s)<(select|textarea|svg|a class="at"|mark).*?</(select|textarea|svg|a|mark)>`).ReplaceAllString(text, "")
		if !strings.Contains(body, override) {
			t.Errorf("%s is\n%s", path, body)
		}
		for _, element := range regexp.MustCompile(`<[^<>]*>[^<>]*`+override).FindAllString(body, -1) {
			if !strings.Contains(element, `dir="auto"`) {
				t.Errorf("%s has %s", path, element)
			}
		}
	}
}

func TestNewNeedsARelay(t *testing.T) {
	if _, err := web.New(web.Options{}); err == nil {
		t.Error("a page of nothing")
	}
}
