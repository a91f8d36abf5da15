package records_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/corpus"
	"newshound/corpus/records"
)

// write puts a file into a new directory and returns its path.
func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// zip compresses data with gzip.
func zip(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const three = "\uFEFF" + `{"id":"d1","title":"Dam holds","source":"The Valley Post","published_at":"2023-09-05T16:05:00+00:00","url":"https://example.com/dam","text":"Dam holds\n\nThe dam held. \u0007"}

{"body":"The river fell.\r\n\r\nNobody was hurt."}
` + "  \t\r\n" + `{"id":7,"headline":null,"body":"It rained."}`

func TestLoad(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		base string
	}{
		{"news.jsonl", []byte(three), "news"},
		{"news.2023.jsonl.gz", zip(t, []byte(three)), "news.2023"},
		{"news.ndjson", zip(t, []byte(three)), "news"},
		{"news", append(zip(t, []byte(three[:20])), zip(t, []byte(three[20:]))...), "news"},
		{"news.gz", slices.Concat(zip(t, []byte(three[:20])), bytes.Repeat(zip(t, nil), 200), zip(t, []byte(three[20:]))), "news"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := write(t, c.name, c.data)
			articles, problems, err := corpus.Collect(t.Context(), records.New(path))
			if err != nil || len(problems) > 0 || len(articles) != 3 {
				t.Fatalf("got %v, %v, %v", articles, problems, err)
			}
			want := corpus.Meta{ID: "d1", Headline: "Dam holds", Outlet: "The Valley Post", URL: "https://example.com/dam", Published: time.Date(2023, 9, 5, 16, 5, 0, 0, time.UTC)}
			first, second, third := articles[0], articles[1], articles[2]
			if first.Meta != want {
				t.Errorf("got %+v, want %+v", first.Meta, want)
			}
			if first.Body != "Dam holds\n\nThe dam held. \a" || len(first.Paragraphs) != 1 {
				t.Errorf("body is %q, paragraphs %v", first.Body, first.Paragraphs)
			}
			if second.ID != c.base+":3" || second.Body != "The river fell.\r\n\r\nNobody was hurt." || second.Origin != path+":3" {
				t.Errorf("got %+v", second)
			}
			if third.ID != "7" || third.Headline != "" || third.Origin != path+":5" {
				t.Errorf("got %+v", third)
			}
		})
	}
}

func TestMalformed(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"not JSON", "The dam held.", "a line must be one JSON object"},
		{"cut off", `{"body":"The dam`, "not valid JSON"},
		{"two on a line", `{"body":"The dam held."}{"body":"It rained."}`, "there is more after the object"},
		{"no body", `{"id":"1","title":"Dam holds"}`, `there is no body: put the story's text in "body" or "text"`},
		{"an empty body", `{"body":""}`, "there is no body"},
		{"a blank body", `{"body":"\n\u00a0\n"}`, "the body holds no paragraph of a story"},
		{"a body that is no string", `{"body":["The dam held."]}`, `"body" must be a string, not array`},
		{"not UTF-8", "{\"body\":\"caf\xe9\"}", "byte 13 of the line is not UTF-8: convert the file, for example with iconv"},
		{"NUL", `{"body":"The dam\u0000held."}`, `the text has a NUL character`},
		{"too large a body", `{"body":"` + strings.Repeat("The dam held. ", corpus.MaxArticleBytes/14+1) + `"}`, "the body has 16777222 bytes, and an article may have 16777216"},
		{"too long a line", `{"body":"` + strings.Repeat("The dam held. ", 50<<20/14), "the line has 52428805 bytes, and a line may have 33554432"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := write(t, "news.jsonl", []byte("{\"id\":\"a\",\"body\":\"The dam held.\"}\n"+c.line+"\n{\"id\":\"b\",\"body\":\"It rained.\"}\n"))
			articles, problems, err := corpus.Collect(t.Context(), records.New(path))
			if err != nil || len(articles) != 2 || articles[1].ID != "b" {
				t.Errorf("the good lines are not loaded: %v, %v", articles, err)
			}
			if len(problems) != 1 || !errors.Is(problems[0], corpus.ErrMalformed) || !strings.HasPrefix(problems[0].Error(), path+":2: "+c.want) {
				t.Errorf("problems are %.300v, want %s", problems, c.want)
			}
		})
	}
}

// TestUnread loads a line of whose metadata a part cannot be read.
func TestUnread(t *testing.T) {
	path := write(t, "news.jsonl", []byte(`{"id":"a","headline":"Dam holds","published":"soon","body":"The dam held."}`))
	articles, problems, err := corpus.Collect(t.Context(), records.New(path))
	if want := (corpus.Meta{ID: "a", Headline: "Dam holds"}); err != nil || len(articles) != 1 || articles[0].Meta != want {
		t.Fatalf("got %v, %v", articles, err)
	}
	if len(problems) != 1 || !errors.Is(problems[0], corpus.ErrMalformed) || !strings.HasPrefix(problems[0].Error(), path+`:1: "published": "soon" is not a date`) ||
		!strings.HasSuffix(problems[0].Error(), "; the article is kept without it") {
		t.Errorf("problems are %v", problems)
	}
}

// TestHTML loads records as feeds, WordPress and exports write them: their text is what a
// browser shows.
func TestHTML(t *testing.T) {
	for line, want := range map[string]string{
		`{"body":"<p>The <b>dam</b>\n held.</p><p>It is old.<br>It is wide.</p><script>ad()</script>"}`:                                        "The dam held.\n\nIt is old.\nIt is wide.",
		`{"title":{"rendered":"Dam &amp; river"},"content":{"rendered":"<p>It held&nbsp;&#8211; so far.</p>\n","protected":false},"author":5}`: "It held\u00a0– so far.",
		`{"content_html":"<p>It <i>held</i>.</p><ul><li>One<li>Two</ul>"}`:                                                                     "It held.\n\nOne\n\nTwo",
		`{"content_html":"R&amp;D held."}`:                                       "R&D held.",
		`{"content_text":"R&amp;D held.","content_html":"<p>R&amp;D held.</p>"}`: "R&amp;D held.",
		`{"body":"<p>The dam held.</p>"}`:                                        "The dam held.",
		`{"body":"<figure><img src=x><figcaption>A dam. Photo: Roe</figcaption></figure><p>It held.</p><h2>Why</h2><table><tr><td>a<td>b</table>"}`: "It held.\n\nWhy\n\na b",
		`{"body":"Write <p> before a paragraph, and </p> behind."}`:                                                                                 "Write <p> before a paragraph, and </p> behind.",
	} {
		path := write(t, "news.jsonl", []byte(line))
		articles, problems, err := corpus.Collect(t.Context(), records.New(path))
		if err != nil || len(articles) != 1 || len(problems) != 0 || articles[0].Body != want {
			t.Errorf("%s: %v, %v, %v, want %q", line, articles, problems, err, want)
		}
	}
}

// TestLongLineIsNotHeld loads a compressed line far longer than what the
// memory that it is allowed would hold.
func TestLongLineIsNotHeld(t *testing.T) {
	const size = 256 << 20
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	zeros := bytes.Repeat([]byte("0"), 1<<20)
	for range size / len(zeros) {
		if _, err := z.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := z.Write([]byte("\n{\"body\":\"It rained.\"}\n")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := write(t, "long.jsonl.gz", b.Bytes())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	articles, problems, err := corpus.Collect(t.Context(), records.New(path))
	runtime.ReadMemStats(&after)
	if err != nil || len(articles) != 1 || len(problems) != 1 {
		t.Errorf("got %v, %v, %v", articles, problems, err)
	}
	if got := after.TotalAlloc - before.TotalAlloc; got > 6*records.MaxBytes {
		t.Errorf("%d bytes were allocated", got)
	}
}

func TestDuplicate(t *testing.T) {
	path := write(t, "news.jsonl", []byte("{\"id\":\"a\",\"body\":\"The dam held.\"}\n{\"id\":\"a\",\"body\":\"It rained.\"}\n"))
	articles, problems, err := corpus.Collect(t.Context(), records.New(path))
	if err != nil || len(articles) != 1 || articles[0].Body != "The dam held." || len(problems) != 1 {
		t.Fatalf("got %v, %v, %v", articles, problems, err)
	}
	if got, want := problems[0].Error(), path+`:2: id "a" is already used by `+path+":1: "; !strings.HasPrefix(got, want) {
		t.Errorf("problem is %s, want %s", got, want)
	}
}

func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	whole := zip(t, []byte(strings.Repeat(`{"body":"The dam held, said 0123456789."}`+"\n", 1000)))
	for _, c := range []struct {
		name, path string
		data       []byte
		want       string
	}{
		{"gone", filepath.Join(dir, "gone.jsonl"), nil, "there is no file "},
		{"a directory", dir, nil, "is a directory, not a file of articles"},
		{"a name that is not UTF-8", "news\xff.jsonl", []byte(three), " has a name that is not UTF-8: rename it"},
		{"not compressed", "news.jsonl.gz", []byte(three), "is not compressed with gzip, though its name ends in .gz"},
		{"a header cut short", "news.gz", []byte{0x1f, 0x8b, 8}, "the file is cut short in line 1: unexpected EOF: get the file again"},
		{"garbage", "news.gz", []byte("\x1f\x8bgarbage!!"), "the file is damaged in line 1: gzip: invalid header: get the file again"},
		{"garbage inside", "news.gz", slices.Concat(whole[:20], []byte("\xff\xff\xff\xff"), whole[24:]), "the file is damaged in line 1: flate: corrupt input before offset"},
		{"a wrong checksum", "news.gz", append(whole[:len(whole)-8:len(whole)-8], 0, 0, 0, 0, 0, 0, 0, 0), "the file is damaged in line 1001: gzip: invalid checksum: get the file again"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := c.path
			if c.data != nil {
				path = write(t, c.path, c.data)
			}
			_, problems, err := corpus.Collect(t.Context(), records.New(path))
			if err == nil || len(problems) > 0 || errors.Is(err, corpus.ErrMalformed) {
				t.Fatalf("got %v, %v", problems, err)
			}
			if got := err.Error(); !strings.Contains(got, path) || !strings.Contains(got, c.want) {
				t.Errorf("error is %s, want %s", got, c.want)
			}
		})
	}
}

// TestOdd loads what is compressed, with something else behind it.
func TestOdd(t *testing.T) {
	for _, odd := range []string{"\n", "Some more.", strings.Repeat("\x00", 512), "\x1f"} {
		path := write(t, "news.jsonl.gz", append(zip(t, []byte(three)), odd...))
		articles, problems, err := corpus.Collect(t.Context(), records.New(path))
		if want := path + ": behind the end of what is compressed stands something else, which is not read"; err != nil || len(articles) != 3 ||
			len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), want) {
			t.Errorf("%q: %d articles, problems %v, %v", odd, len(articles), problems, err)
		}
	}
}

func TestTruncated(t *testing.T) {
	var text bytes.Buffer
	for i := range 20000 {
		text.WriteString(`{"body":"The dam held, said ` + strings.Repeat("x", i*7919%31) + `."}` + "\n")
	}
	whole := zip(t, text.Bytes())
	path := write(t, "news.jsonl.gz", whole[:len(whole)/2])
	articles, problems, err := corpus.Collect(t.Context(), records.New(path))
	if len(articles) == 0 || len(articles) >= 20000 || len(problems) > 0 {
		t.Errorf("%d articles loaded, problems %v", len(articles), problems)
	}
	if err == nil || !strings.Contains(err.Error(), path+": the file is cut short in line ") {
		t.Errorf("error is %v", err)
	}
}

func TestEmpty(t *testing.T) {
	for _, name := range []string{"news.jsonl", "news.jsonl.gz"} {
		data := []byte{}
		if strings.HasSuffix(name, ".gz") {
			data = zip(t, nil)
		}
		path := write(t, name, data)
		articles, problems, err := corpus.Collect(t.Context(), records.New(path))
		if len(articles) > 0 || len(problems) > 0 || err == nil || err.Error() != path+" is empty" {
			t.Errorf("%s: got %v, %v, %v", name, articles, problems, err)
		}
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for a, err := range records.New(write(t, "news.jsonl", []byte(three))).Load(ctx) {
		switch n++; {
		case n == 1 && a != nil:
			cancel()
		case n == 2 && errors.Is(err, context.Canceled):
		default:
			t.Errorf("item %d is %v, %v", n, a, err)
		}
	}
	if n != 2 {
		t.Errorf("%d items", n)
	}
}
