package textfile_test

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"newshound/corpus"
	"newshound/corpus/textfile"
)

const lead = "The dam above Millbrook held through the night, and the engineers say that it will hold.\n"

// load collects what a loader yields for a directory with the given files.
func load(t *testing.T, files map[string]string) (articles []*corpus.Article, problems []error) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	articles, problems, err := corpus.Collect(t.Context(), textfile.New(fsys, "news"))
	if err != nil {
		t.Fatal(err)
	}
	return articles, problems
}

func TestLoad(t *testing.T) {
	articles, problems := load(t, map[string]string{
		"b.txt":           lead,
		"a.md":            lead,
		"2023/dam.v2.TXT": lead,
		".hidden.txt":     lead,
		".git/c.txt":      lead,
		"notes.log":       "1,2",
	})
	var got []string
	for _, a := range articles {
		got = append(got, a.ID+" from "+a.Origin)
		if a.Body != lead || len(a.Paragraphs) != 1 {
			t.Errorf("%s has body %q and paragraphs %v", a.ID, a.Body, a.Paragraphs)
		}
	}
	if got, want := strings.Join(got, ", "), "2023/dam.v2 from news/2023/dam.v2.TXT, a from news/a.md, b from news/b.txt"; got != want {
		t.Errorf("articles are %s, want %s", got, want)
	}
	if len(problems) > 0 {
		t.Errorf("problems are %v", problems)
	}
}

func TestMeta(t *testing.T) {
	const header = "Headline: From the header\nOutlet: The Valley Post\nByline: Jane Doe\nPublished: Sept. 5, 2023\nURL: https://example.com/dam\nSection: Weather\n\n"
	full := corpus.Meta{ID: "a", Headline: "From the header", Outlet: "The Valley Post", Byline: "Jane Doe", Section: "Weather", URL: "https://example.com/dam", Published: time.Date(2023, 9, 5, 0, 0, 0, 0, time.UTC)}
	moved := full
	moved.ID, moved.Headline, moved.Published = "x", "From the metadata", time.Date(2023, 9, 6, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, text, metadata string
		want                 corpus.Meta
	}{
		{"nothing is known", lead, "", corpus.Meta{ID: "a"}},
		{"a header", header + lead, "", full},
		{"an id in the header, a name without a value", "ID: 12\nHeadline:\nOutlet: The Valley Post\n\n" + lead, "", corpus.Meta{ID: "12", Outlet: "The Valley Post"}},
		{"front matter", "---\ntitle: \"From the front\"\nsource: The Valley Post\ndraft: false\n---\n" + lead, "", corpus.Meta{ID: "a", Headline: "From the front", Outlet: "The Valley Post"}},
		{"names of others' beside ours", "---\npub_date: 2023-09-04\nsource: The Valley Post\ndate: 2023-09-05\npublisher: Valley Media Holdings\nsource_url: https://valleypost.example/dam.html\npublish_date: 2023-09-07\n---\n" + lead, "",
			corpus.Meta{ID: "a", Outlet: "The Valley Post", Published: time.Date(2023, 9, 5, 0, 0, 0, 0, time.UTC)}},
		{"names of others' alone", "---\nsource_url: \"https://www.valleypost.example/dam.html\"\npubDate: 1693929900\n---\n" + lead, "",
			corpus.Meta{ID: "a", Outlet: "valleypost.example", Published: time.Date(2023, 9, 5, 16, 5, 0, 0, time.UTC)}},
		{"the metadata file", lead, "\uFEFF{\"file\":\"a.txt\",\"headline\":\"From the metadata\"}\n\n", corpus.Meta{ID: "a", Headline: "From the metadata"}},
		{"the metadata file wins", header + lead, `{"file":"./a.txt","id":"x","title":"From the metadata","published_at":"2023-09-06T12:00:00Z"}`, moved},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{"a.txt": c.text}
			if c.metadata != "" {
				files["metadata.jsonl"] = c.metadata
			}
			articles, problems := load(t, files)
			if len(articles) != 1 || len(problems) != 0 {
				t.Fatalf("got %v, %v", articles, problems)
			}
			a := articles[0]
			if a.Meta != c.want {
				t.Errorf("got  %+v\nwant %+v", a.Meta, c.want)
			}
			if a.Body != c.text || len(a.Paragraphs) != 1 || a.Text(a.Paragraphs[0].Span)+"\n" != lead {
				t.Errorf("body %q has paragraphs %v", a.Body, a.Paragraphs)
			}
		})
	}
}

// TestHeadline has texts without a header, and what is found at their top.
func TestHeadline(t *testing.T) {
	for _, c := range []struct{ name, text, headline, section string }{
		{"a headline", "Dam holds in the flood\n\n" + lead, "Dam holds in the flood", ""},
		{"a byline and a day below it", "Dam holds in the flood\n\nBy Ann Roe\nNov. 17, 2023\n\n" + lead, "Dam holds in the flood", ""},
		{"on the line above", "Dam holds in the flood\n" + lead, "Dam holds in the flood", ""},
		{"a question", "Will the dam hold?\n\n" + lead, "Will the dam hold?", ""},
		{"a section and a headline", "Weather & Climate\n\nDam holds in the flood\n\n" + lead, "Dam holds in the flood", "Weather & Climate"},
		{"a Markdown heading", "# Millbrook\n\n" + lead, "Millbrook", ""},
		{"a heading of the second level is none", "## Millbrook\n\n" + lead, "", ""},
		{"a caption is none", "Water stands in Mill Street\nPhoto: Jane Doe\n\n" + lead, "", ""},
		{"a sentence is none", "The dam held.\n\n" + lead, "", ""},
		{"a lead-in is none", "The Valley Post reports:\n\n" + lead, "", ""},
		{"one word is none", "Dam\n\n" + lead, "", ""},
		{"a byline between", "DAM HOLDS IN THE FLOOD\n\nBy Jane Doe\n\nThe Valley Post\n\n" + lead, "DAM HOLDS IN THE FLOOD", ""},
		{"a byline is none", "By Jane Doe\n\n" + lead, "", ""},
		{"nothing below", "Dam holds in the flood", "", ""},
		{"a list below", "What to bring along\n\nwater\n\nblankets", "", ""},
		{"not a section", "We Told You So, Again\n\nDam holds in the flood\n\n" + lead, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles, problems := load(t, map[string]string{"a.txt": c.text})
			if len(articles) != 1 || len(problems) != 0 {
				t.Fatalf("got %v, %v", articles, problems)
			}
			a := articles[0]
			if a.Headline != c.headline || a.Section != c.section {
				t.Errorf("headline is %q, section %q", a.Headline, a.Section)
			}
			for _, p := range a.Paragraphs {
				if s := a.Text(p.Span); s == a.Headline || s == a.Section {
					t.Errorf("%q is a paragraph too", s)
				}
			}
		})
	}
}

func TestMalformed(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"empty", "x.txt", "", "news/x.txt: is empty: remove it"},
		{"white space", "x.txt", " \n\u00A0\n", "news/x.txt: is empty"},
		{"nothing but furniture", "x.txt", "Advertisement\n\nRelated Content\n", "news/x.txt: holds no paragraph of a story"},
		{"a header alone", "x.md", "Headline: A\nOutlet: B\n\n", "news/x.md: has a header and no story"},
		{"a header that does not end", "x.txt", "Headline: A\nOutlet: B\n" + lead, "news/x.txt: line 3: header is not finished: put a blank line"},
		{"Latin 1", "x.txt", "The dam held.\nThe caf\xe9 did not.\n", "news/x.txt:2: byte 22 (0xE9) is not UTF-8: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8"},
		{"half of UTF-16", "x.txt", "\xff\xfeT\x00h\x00e\x00\n\x00d", "news/x.txt:2: is damaged, or not in the encoding UTF-16, as it says: save it anew"},
		{"a page in an encoding that it does not tell", "x.html", "<p>The caf\xe9 held.", "news/x.html:1: byte 11 (0xE9) is not UTF-8: convert the file"},
		{"a page that says it is in UTF-8", "x.html", "<meta charset=utf-8><p>The caf\xe9 held.", "news/x.html:1: byte 31 (0xE9) is not UTF-8: convert the file"},
		{"a page in another encoding than it tells", "x.html", "<meta charset=shift_jis><p>The caf\xe9.", "news/x.html:1: is damaged, or not in the encoding shift_jis"},
		{"binary", "x.txt", "GIF\x00\x01", "news/x.txt:1: byte 4 is NUL, so this is not a text file"},
		{"too large", "x.txt", strings.Repeat("The dam held.\n", corpus.MaxArticleBytes/14+1), "news/x.txt: has 16777222 bytes, and an article may have 16777216"},
		{"metadata without a file", "metadata.jsonl", "\n{\"headline\":\"A\"}\n", `news/metadata.jsonl:2: has no "file"`},
		{"metadata for no file", "metadata.jsonl", `{"file":"b.txt"}`, `news/metadata.jsonl:1: there is no text file "b.txt" in the directory`},
		{"metadata twice", "metadata.jsonl", "{\"file\":\"a.txt\"}\n{\"file\":\"a.txt\"}", `news/metadata.jsonl:2: file "a.txt" has a line above already`},
		{"metadata that is not JSON", "metadata.jsonl", "file: a.txt", `news/metadata.jsonl:1: a line must be one JSON object`},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles, problems := load(t, map[string]string{"a.txt": lead, c.file: c.text})
			if len(articles) != 1 || articles[0].ID != "a" {
				t.Errorf("the good file is not loaded: %v", articles)
			}
			if len(problems) != 1 || !errors.Is(problems[0], corpus.ErrMalformed) || !strings.HasPrefix(problems[0].Error(), c.want) {
				t.Errorf("problems are %v, want %s", problems, c.want)
			}
		})
	}
}

// endless is a directory whose file a.txt has no size, and does not end, as that of a
// device; it notes how much of it is read.
type endless struct {
	fstest.MapFS
	read *int
}

// Open implements [fs.FS].
func (e endless) Open(name string) (fs.File, error) {
	f, err := e.MapFS.Open(name)
	if name == "a.txt" {
		f = endlessFile{f, e.read}
	}
	return f, err
}

type endlessFile struct {
	fs.File
	read *int
}

// Read implements [io.Reader].
func (f endlessFile) Read(p []byte) (int, error) {
	if *f.read += len(p); *f.read > 4*corpus.MaxArticleBytes {
		return 0, errors.New("read on and on")
	}
	return copy(p, bytes.Repeat([]byte("."), len(p))), nil
}

// TestEndless loads a file that does not end.
func TestEndless(t *testing.T) {
	read := 0
	fsys := endless{fstest.MapFS{"a.txt": {}, "b.txt": {Data: []byte(lead)}}, &read}
	articles, problems, err := corpus.Collect(t.Context(), textfile.New(fsys, "news"))
	if err != nil || len(articles) != 1 || len(problems) != 1 || !strings.Contains(problems[0].Error(), "has more than the 16777216 bytes") {
		t.Errorf("got %v, problems %v, error %v", articles, problems, err)
	}
	if read > corpus.MaxArticleBytes+1<<20 {
		t.Errorf("%d bytes were read", read)
	}
}

// TestUnread loads files of whose metadata a part cannot be read.
func TestUnread(t *testing.T) {
	articles, problems := load(t, map[string]string{
		"a.txt": "Headline: A\nDate: soon\n\n" + lead, "b.txt": lead, "metadata.jsonl": `{"file":"b.txt","headline":"B","url":7,"content":{"rendered":"B"}}`,
		"c.txt": "Headline: C\n\n<p>The <b>dam</b> held.</p>\n<br>\n",
	})
	if len(articles) != 3 || articles[0].Headline != "A" || articles[1].Headline != "B" {
		t.Errorf("got %v", articles)
	}
	want := []string{
		`news/metadata.jsonl:1: "url" must be a string, not number; the rest of the line is used`,
		`news/a.txt:2: "Published" or "Date": "soon" is not a date: write it as 2006-01-02, 2006-01-02T15:04:05Z or January 2, 2006; the article is kept without it`,
		`news/c.txt:3: the text has HTML tags (<p>), which stand in its quotes: take them out; the article is kept as it is`,
	}
	for i, p := range problems {
		if i >= len(want) || p.Error() != want[i] {
			t.Errorf("problem %v", p)
		}
	}
	if len(problems) != len(want) {
		t.Errorf("problems are %v", problems)
	}
}

// TestRecords loads files of records beside a text. One that cannot be read leaves the others.
func TestRecords(t *testing.T) {
	articles, problems := load(t, map[string]string{
		"2024/a.json": `{"articles":[{"body":"One."},{"id":"b","body":"Two."}]}`, "2024/c/a.jsonl": `{"body":"Three."}`, "a.csv": "text\nFour.\n", "b.txt": lead,
		"d.json": `[{"body":"Five."`, "e.csv": "", "metadata.jsonl": `{"file":"b.txt","headline":"B"}`,
	})
	var got []string
	for _, a := range articles {
		got = append(got, a.ID+"|"+a.Headline+"|"+a.Body+"|"+a.Origin)
	}
	want := []string{"b|B|" + lead + "|news/b.txt", "2024/a:1||One.|news/2024/a.json:1", "2024/c/a:1||Three.|news/2024/c/a.jsonl:1", "a:2||Four.|news/a.csv:2"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for i, want := range []string{`news/2024/a.json:2: id "b" is already used by news/b.txt`, "news/d.json: the file is cut short in article 1", "news/e.csv: is empty"} {
		if i >= len(problems) || !strings.HasPrefix(problems[i].Error(), want) {
			t.Errorf("problems are %v, want %s", problems, want)
		}
	}
}

// TestUnreadForms holds that what is not read is told, once for each form, and that it is not of
// what belongs to a page, of pictures, and of what systems leave.
func TestUnreadForms(t *testing.T) {
	files := map[string]string{"a.txt": lead, "page.html": "<p>It held."}
	for _, name := range []string{"c.PDF", "b/d.pdf", "e.pdf", "Story.docx", "~$Story.docx", "mail.eml", "old.text", "numbers.xlsx", "all.zip", "x.xhtml",
		"page_files/paper.pdf", "Thumbs.db", "picture.jpg", "notes", ".hidden.pdf", ".git/x.pdf"} {
		files[name] = "x"
	}
	articles, problems := load(t, files)
	if len(articles) != 2 {
		t.Errorf("got %v", articles)
	}
	var got []string
	for _, p := range problems {
		if !errors.Is(p, corpus.ErrMalformed) {
			t.Errorf("%v is not of one item", p)
		}
		got = append(got, p.Error())
	}
	want := []string{
		"news: 1 .docx file is not read (Story.docx): save the text as .txt",
		"news: 1 .eml file is not read (mail.eml): save the text as .txt",
		"news: 3 .pdf files are not read (b/d.pdf and 2 more): save the text as .txt",
		"news: 1 .text file is not read (old.text): let the name end in .txt",
		"news: 1 .xhtml file is not read (x.xhtml): let the name end in .html",
		"news: 1 .xlsx file is not read (numbers.xlsx): export it as .csv or .jsonl",
		"news: 1 .zip file is not read (all.zip): unpack it",
	}
	if !slices.Equal(got, want) {
		t.Errorf("told is\n%s, want\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestEncodings loads files that say themselves that they are not in UTF-8.
func TestEncodings(t *testing.T) {
	articles, problems := load(t, map[string]string{
		"a.txt": "\xff\xfeT\x00h\x00e\x00 \x00c\x00a\x00f\x00\xe9\x00.\x00", "b.txt": "\xfe\xff\x00I\x00t\x00 \x00h\x00e\x00l\x00d\x00.",
		"c.html": "<meta charset=iso-8859-1><p>The caf\xe9 \x93held\x94.", "d.html": "<meta http-equiv=content-type content='text/html; charset=Shift_JIS'><p>\x93\x8c\x8b\x9e",
		"e.html": "<meta charset=iso-8859-1><p>It is UTF-8: café.", "f.html": "\xff\xfe<\x00p\x00>\x00\xe9\x00",
	})
	var got []string
	for _, a := range articles {
		got = append(got, a.ID+" "+a.Body)
	}
	if want := []string{"a The café.", "b It held.", "c The café “held”.", "d 東京", "e It is UTF-8: café.", "f é"}; !slices.Equal(got, want) || len(problems) > 0 {
		t.Errorf("got %q, %v, want %q", got, problems, want)
	}
}

// TestPages loads web pages beside a text, and what browsers save with them.
func TestPages(t *testing.T) {
	articles, problems := load(t, map[string]string{
		"a.HTML": "<title>Dam holds</title><meta name=date content=soon><article><p>Outlet: The dam</p><p>It held.</article><p>Menu", "b.htm": "<p>It held.", "c.txt": lead,
		"a_files/frame.html": "<p>Buy!", "a_files/x/data.json": "{}", "a_files/d.txt": lead, "f_files/g.html": "<p>It rained.", "e.html": "<script>load()</script>", "h.html": strings.Repeat("<div>", 600) + "It held.", "metadata.jsonl": `{"file":"a.HTML","headline":"The dam holds","outlet":"Post"}`,
	})
	var got []string
	for _, a := range articles {
		got = append(got, a.ID+"|"+a.Headline+"|"+a.Outlet+"|"+a.Body)
	}
	if want := []string{"a|The dam holds|Post|Outlet: The dam\n\nIt held.", "a_files/d|||" + lead, "b|||It held.", "c|||" + lead, "f_files/g|||It rained."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for i, want := range []string{`news/a.HTML: "soon" is not a date`, "news/e.html: is a web page without the text of a story", "news/h.html: cannot be read as HTML: save its text as .txt"} {
		if i >= len(problems) || !strings.HasPrefix(problems[i].Error(), want) {
			t.Errorf("problems are %v, want %s", problems, want)
		}
	}
}
