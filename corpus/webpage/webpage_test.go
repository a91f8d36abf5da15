package webpage_test

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"newshound/corpus"
	"newshound/corpus/webpage"
)

// TestRead reads pages as sites make them.
func TestRead(t *testing.T) {
	at := time.Date(2024, 5, 6, 9, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		name, page string
		meta       corpus.Meta
		story      string
	}{
		{
			"schema.org, and the page around it",
			`<!doctype html><html><head><title>Dam holds | Valley Post</title><meta property="og:site_name" content="Valley">
<link rel=canonical href="https://valley.example/dam"><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"V"},
{"@type":["NewsArticle"],"headline":"Dam holds","datePublished":"2024-05-06T09:30:00Z","author":[{"name":"Ann Roe"},{"name":"Joe Doe"}],
"publisher":{"name":"The Valley Post"},"articleSection":["Local","News"]}]}</script></head><body><header><nav>Home</nav></header>
<article><header><h1>Dam holds</h1></header><p>The dam held on <b>Monday</b>,
said Lee.<figure><img><figcaption>A dam</figcaption></figure><p>It is good.<aside>Read more</aside><p hidden>Pay</article>
<article><p>Nice!</article><footer>© Valley Post</footer>`,
			corpus.Meta{Headline: "Dam holds", Outlet: "The Valley Post", Byline: "Ann Roe and Joe Doe", Section: "Local", URL: "https://valley.example/dam", Published: at},
			"The dam held on Monday, said Lee.\n\nIt is good.",
		},
		{
			"meta elements",
			`<title>Dam holds | V</title><meta property="og:title" content="Dam &amp; river hold"><meta property="og:site_name" content="Valley Post">
<meta name=author content="Ann Roe"><meta property="article:published_time" content="2024-05-06T09:30:00Z"><meta property="og:url" content="https://v.example/">
<main><p>It held.</main><p>Cookies`,
			corpus.Meta{Headline: "Dam & river hold", Outlet: "Valley Post", Byline: "Ann Roe", URL: "https://v.example/", Published: at},
			"It held.",
		},
		{
			"next to nothing",
			"<title>\n Dam\nholds </title><p>It held.<meta property='article:author' content='https://facebook.example/roe'>",
			corpus.Meta{Headline: "Dam holds"}, "It held.",
		},
		{"JSON that is broken, or of something else", `<script type="application/ld+json">{"@type":"NewsArticle",</script><script type="application/ld+json">{"@type":"Recipe","headline":"Pie"}</script>It held.`, corpus.Meta{}, "It held."},
		{
			"neither an article nor a main element", "<title>Dam holds – Valley Post</title><h1>Valley Post</h1><div>Home<p>Log in</p></div><div>Beside<div><h1>Dam holds</h1><p>It held.<p>It is old.</div></div><div><p>Cookies?</div><footer><p>All rights to all that is here are ours.</footer>",
			corpus.Meta{Headline: "Dam holds"}, "Dam holds\n\nIt held.\n\nIt is old.",
		},
		{
			"a script that fills it in", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam holds","articleBody":"<p>It held.</p><p>It is old.</p>"}</script><div>Loading …</div>`,
			corpus.Meta{Headline: "Dam holds"}, "It held.\n\nIt is old.",
		},
		{
			"a story beside teasers, in a form, above a foot and what readers wrote", `<link rel=canonical href="/dam"><meta property="og:url" content="https://v.example/dam"><body><form>
<div><p>It held on Monday.<p>Lee said <q>it is <b>old</b></q>.</div><div><article><p>Rain falls.</article><article>Bus fares</article></div>
<div id=comments><article><p>` + strings.Repeat("I knew it. ", 9) + `</article></div><footer><div><p>` + strings.Repeat("All rights are ours. ", 9) + `</div></footer></form>`,
			corpus.Meta{URL: "https://v.example/dam"}, "It held on Monday.\n\nLee said “it is old”.",
		},
		{
			"what is struck out, not shown, and on lines of its own", "<article><p>The vote was <del>5 to 4</del> <s>4 to 5</s> 6 to 3.<p style='color:red; Display: none'>Pay!<details><summary>What it costs</summary>Much.</details><canvas>Draw</canvas><noembed><b>x</b></noembed></article>",
			corpus.Meta{}, "The vote was 6 to 3.\n\nWhat it costs\n\nMuch.",
		},
		{"schema.org with entities", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam holds","url":"/dam","articleBody":"It held, &quot;so far&quot;."}</script>`, corpus.Meta{Headline: "Dam holds"}, `It held, "so far".`},
		{"a live blog", `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Rain - Valley Post"}</script><meta property="og:site_name" content="Valley Post"><body><p>Home<main><h1>Rain</h1><article><p>It held.</article><article><p>It rained, ` + strings.Repeat("and rained ", 9) + `.</article></main>`,
			corpus.Meta{Headline: "Rain", Outlet: "Valley Post"}, "Rain\n\nIt held.\n\nIt rained, " + strings.Repeat("and rained ", 9) + "."},
		{"a live blog in an article", `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Rain"}</script><body><div>Home</div><article><article><p>It held.</article><article><p>It rained.</article></article><div>Most read: a fair</div>`,
			corpus.Meta{Headline: "Rain"}, "It held.\n\nIt rained."},
		{"articles in an article", "<article><p>It held.<article>" + strings.Repeat("<p>Beside it.", 9) + "</article></article>", corpus.Meta{}, "It held." + strings.Repeat("\n\nBeside it.", 9)},
	} {
		meta, story, err := webpage.Read(c.page)
		if err != nil || meta != c.meta || story != c.story {
			t.Errorf("%s: got %+v\n%q, %v, want %+v\n%q", c.name, meta, story, err, c.meta, c.story)
		}
	}
	if _, story, err := webpage.Read(`<meta name=date content="soon"><p>It held.`); story != "It held." || err == nil || !strings.Contains(err.Error(), `"soon" is not a date`) {
		t.Errorf("got %q, %v", story, err)
	}
}

// TestDeepSchema holds that the time for what a page tells programs grows with its length alone,
// however deep it is: were each depth read anew, this would take minutes.
func TestDeepSchema(t *testing.T) {
	const deep = 4000
	page := `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, deep) + `"` + strings.Repeat("x", 1<<21) + `"` + strings.Repeat("]}", deep) + "</script><p>It held."
	if _, story, err := webpage.Read(page); story != "It held." || err != nil {
		t.Errorf("got %q, %v", story, err)
	}
}

// TestDeepElements holds the same of elements that stand in each other, by the memory that reading
// them takes; and what is deeper than is read is an error.
func TestDeepElements(t *testing.T) {
	const deep = 120
	page := "<title>Dam holds</title>" + strings.Repeat("<h1>Dam <div><article><main>", deep) + "<p>" + strings.Repeat("It held. ", 1<<17)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, story, err := webpage.Read(page)
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 16*uint64(len(page)) || !strings.HasSuffix(story, "It held. It held.") || err != nil {
		t.Errorf("%d bytes for a page of %d, %v", took, len(page), err)
	}
	if _, _, err := webpage.Read(strings.Repeat("<div>", 600) + "It held."); err == nil {
		t.Error("600 elements in each other are read")
	}
}

// FuzzRead holds that no page breaks it, and that what it reads is text.
func FuzzRead(f *testing.F) {
	f.Add(`<article><p>It held.<script type="application/ld+json">[{"@graph":[{"@type":"NewsArticle","articleSection":{}}]}]</script>`)
	f.Add("<table><article><p><br><br><br>\u00a0<td>a<td>b</body><meta content=x>")
	f.Fuzz(func(t *testing.T, page string) {
		_, story, _ := webpage.Read(page)
		if strings.TrimSpace(story) != story || strings.Contains(story, "\n\n\n") {
			t.Errorf("the story is %q", story)
		}
	})
}
