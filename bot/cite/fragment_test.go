package cite_test

import (
	"io/fs"
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
	"newshound/bot/bottest"
	"newshound/bot/cite"
	"newshound/corpus"
	"newshound/seeds"
)

const repetitive = `The vote was close. The mayor said that she would miss the bridge. The town did not agree.

The vote was close. The mayor said that she would miss the bridge. The town agreed – 7-3, “at last”, & went home after a night that nobody who was there will forget for as long as the bridge stands.

The vote was close.

Ann Lee said: it is over. And after a while, Bob Roe said: it is over.
`

func TestLinkToQuote(t *testing.T) {
	const base = "https://gazette.example/bridge"
	a := bottest.Bridge()
	titled := bottest.Article(bottest.Meta{ID: "t", URL: base, Headline: "Old bridge of Ashford to close"},
		"Old bridge of Ashford to close, the council said on Monday after a long night.\n\nThe old bridge of Ashford to close. It was said on Monday.\n")
	twice := bottest.Article(bottest.Meta{ID: "r", URL: base}, repetitive)
	for _, c := range []struct {
		article *corpus.Article
		quote   string
		nth     int
		want    string
	}{
		{a, "It carried 900 cars a day.", 0, "It%20carried%20900%20cars%20a%20day"},
		{a, "The council of Ashford voted on Monday to close the old bridge.", 0, "The%20council%20of%20Ashford,close%20the%20old%20bridge"},
		{a, "“We will miss it,” said the mayor, Ann Lee.", 0, "We%20will%20miss%20it%2C%E2%80%9D,the%20mayor%2C%20Ann%20Lee"},
		{a, "The council of Ashford voted on Monday to", 0, "The%20council%20of%20Ashford%20voted%20on%20Monday%20to"}, // the longest that is named whole
		{a, "The council of Ashford voted on Monday to close", 0, "The%20council%20of%20Ashford,on%20Monday%20to%20close"},
		{titled, "Old bridge of Ashford to close, the council said on Monday after a long night.", 0, "Old%20bridge%20of%20Ashford%20to%20close%2C%20the,said%20on%20Monday%20after%20a%20long%20night"},
		{titled, "Old bridge of Ashford to close", 0, ""}, // the headline says so first
		{titled, "old bridge of Ashford to close.", 0, "The-,old%20bridge%20of%20Ashford%20to%20close."},
		{twice, "The vote was close.", 0, "The%20vote%20was%20close"},
		{twice, "The vote was close.", 1, ""}, // it begins its paragraph: nothing tells it
		{twice, "The mayor said that she would miss the bridge.", 1, ""},
		{twice, "it is over.", 0, "it%20is%20over"},
		{twice, "it is over.", 1, "while%2C%20Bob%20Roe%20said%3A-,it%20is%20over."},
		{twice, "The town agreed – 7-3, “at last”, & went home", 0, "The%20town%20agreed%20%E2%80%93,last%E2%80%9D%2C%20%26%20went%20home"},
	} {
		start := 0
		for range c.nth {
			start += strings.Index(c.article.Body[start:], c.quote) + 1
		}
		start += strings.Index(c.article.Body[start:], c.quote)
		got := cite.LinkToQuote(citation(t, c.article, start, start+len(c.quote)))
		_, directive, _ := strings.Cut(got, "#:~:text=")
		if directive != c.want || !strings.HasPrefix(got, base) {
			t.Errorf("%q (%d): got %s, want %s", c.quote, c.nth, got, c.want)
		}
		checkDirective(t, c.article, directive, start, start+len(c.quote))
	}
}

func TestLinkToQuoteOfLinks(t *testing.T) {
	for link, want := range map[string]string{
		"":                                 "",
		"javascript:alert(1)":              "",
		"ftp://x.example/a":                "",
		"https://":                         "",
		"//x.example/a":                    "",
		"http://x.example/a?b=c&d":         "http://x.example/a?b=c&d#:~:text=abc%20def",
		"https://x.example/a#part2":        "https://x.example/a#part2:~:text=abc%20def",
		"https://x.example/#:~:text=other": "https://x.example/#:~:text=other",
	} {
		a := bottest.OneParagraph(bottest.Meta{URL: link}, "abc def")
		c := citation(t, a, 0, 7)
		if got := cite.LinkToQuote(c); got != want {
			t.Errorf("%q: got %q, want %q", link, got, want)
		}
		style, _ := cite.StyleNamed("fragment")
		both := want + "\nArchived copies, if there are any: https://web.archive.org/web/*/" + link
		if want == "" {
			both = "The article has no address."
		}
		if got := style.Export([]answer.Snippet{{Quote: "abc def", Cite: c}}); got != both {
			t.Errorf("%q: got %q, want %q", link, got, both)
		}
	}
	marks := bottest.OneParagraph(bottest.Meta{URL: "https://x.example"}, "— … —")
	if got := cite.LinkToQuote(citation(t, marks, 0, len(marks.Body))); got != "https://x.example" {
		t.Errorf("of marks alone: %q", got)
	}
}

// TestLinkToQuoteOfSeeds makes a link for every run of one, two and three
// sentences of the seeds, and follows it as a browser would.
func TestLinkToQuoteOfSeeds(t *testing.T) {
	files, err := fs.Glob(seeds.FS, "*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no seeds", err)
	}
	links, fragments := 0, 0
	for _, name := range files {
		body, err := fs.ReadFile(seeds.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		a := bottest.Article(bottest.Meta{ID: name, URL: "https://x.example/a"}, string(body))
		for _, p := range a.Paragraphs {
			ends := []int{p.Start}
			for i, r := range a.Text(p.Span) {
				if r == '.' && i+1 < p.Len() && a.Body[p.Start+i+1] == ' ' {
					ends = append(ends, p.Start+i+1)
				}
			}
			ends = append(ends, p.End)
			for i := range ends {
				for j := i + 1; j < min(i+4, len(ends)); j++ {
					start, end := ends[i], ends[j]
					for a.Body[start] == ' ' {
						start++
					}
					if start >= end {
						continue
					}
					links++
					_, directive, ok := strings.Cut(cite.LinkToQuote(citation(t, a, start, end)), "#:~:text=")
					if ok {
						fragments++
					}
					checkDirective(t, a, directive, start, end)
					if len(directive) > 500 {
						t.Errorf("a fragment of %d bytes: %s", len(directive), directive)
					}
				}
			}
		}
	}
	t.Logf("%d of %d quotes have a fragment", fragments, links)
	if links < 100 || fragments < links*95/100 {
		t.Errorf("%d of %d quotes have a fragment", fragments, links)
	}
}

// citation returns the citation of a part of an article.
func citation(t *testing.T, a *corpus.Article, start, end int) answer.Citation {
	t.Helper()
	for i, p := range a.Paragraphs {
		if p.Start <= start && end <= p.End {
			return answer.Citation{N: 1, Article: a, Paragraph: i, Span: corpus.Span{Start: start, End: end}}
		}
	}
	t.Fatalf("no paragraph holds %d to %d", start, end)
	return answer.Citation{}
}

// checkDirective follows a text directive in an article as a browser does
// (https://wicg.github.io/scroll-to-text-fragment/#finding-ranges-in-a-document):
// what it finds first must begin and end where the quote does, but for the marks
// around it.
func checkDirective(t *testing.T, a *corpus.Article, directive string, start, end int) {
	t.Helper()
	if directive == "" {
		return
	}
	var prefix, from, to string
	for i, part := range strings.Split(directive, ",") {
		p, isPrefix := strings.CutSuffix(part, "-")
		if i > 2 || strings.ContainsAny(p, "-&") {
			t.Fatalf("the directive %q", directive)
		}
		text, err := url.PathUnescape(p)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case isPrefix:
			prefix = text
		case from == "":
			from = text
		default:
			to = text
		}
	}
	body := strings.ToLower(a.Body)
	squeezed, offsets := squeeze(body)
	at := 0
	for {
		if prefix != "" {
			i := bounded(squeezed, strings.ToLower(prefix), at)
			if i < 0 {
				t.Fatalf("%q is not found", directive)
			}
			at = i + len(prefix)
			for at < len(squeezed) && squeezed[at] == ' ' {
				at++
			}
			if !strings.HasPrefix(squeezed[at:], strings.ToLower(from)) {
				continue
			}
		} else if at = bounded(squeezed, strings.ToLower(from), at); at < 0 {
			t.Fatalf("%q is not found", directive)
		}
		break
	}
	until := at + len(strings.ToLower(from))
	if to != "" {
		i := bounded(squeezed, strings.ToLower(to), until)
		if i < 0 {
			t.Fatalf("the end of %q is not found", directive)
		}
		until = i + len(strings.ToLower(to))
	}
	letters := func(s string) string {
		return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsSymbol(r) })
	}
	found, quote := a.Body[offsets[at]:offsets[until-1]+1], a.Body[start:end]
	if prefix != "" {
		quote = quote[:len(found)]
	}
	if offsets[at] < start-4 || letters(found) != letters(quote) || offsets[until-1] >= end {
		t.Errorf("%q finds\n%q\nwant\n%q", directive, found, quote)
	}
}

// squeeze makes one blank of each run of them, and returns the offset of each byte
// that is left.
func squeeze(text string) (string, []int) {
	var b strings.Builder
	var offsets []int
	for i := range len(text) {
		c := text[i]
		if c == '\n' || c == '\t' || c == '\r' {
			c = ' '
		}
		if c == ' ' && strings.HasSuffix(b.String(), " ") {
			continue
		}
		b.WriteByte(c)
		offsets = append(offsets, i)
	}
	return b.String(), offsets
}

// bounded returns where words are found from an offset on, not in the middle of
// others, or -1.
func bounded(text, words string, from int) int {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	for i := from; ; i++ {
		j := strings.Index(text[i:], words)
		if j < 0 {
			return -1
		}
		i += j
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		first, _ := utf8.DecodeRuneInString(words)
		last, _ := utf8.DecodeLastRuneInString(words)
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if !(word(before) && word(first)) && !(word(last) && word(after)) {
			return i
		}
	}
}
