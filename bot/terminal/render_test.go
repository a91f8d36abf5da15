package terminal

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"newshound/bot"
	"newshound/bot/bottest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestRender compares each file in testdata/render with itself. Such a file
// holds an article's meta.json and body, a reply.json (see readReply), and how
// that reply looks in some styles. A style is the name of a file: "plain", or a
// width and perhaps "bold". Escape characters of the output are shown as <ESC>.
func TestRender(t *testing.T) {
	files, err := filepath.Glob("testdata/render/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			reply := readReply(t, archive)
			styles := 0
			for i, f := range archive.Files {
				var style Style
				switch n, _ := fmt.Sscanf(f.Name, "%d", &style.Width); {
				case n == 1:
					style.Bold = strings.HasSuffix(f.Name, "bold")
				case f.Name != "plain":
					continue
				}
				styles++
				var out bytes.Buffer
				if err := Render(&out, reply, style); err != nil {
					t.Fatal(err)
				}
				got := strings.ReplaceAll(out.String(), "\x1b", "<ESC>")
				if *update {
					archive.Files[i].Data = []byte(got)
				} else if want := string(f.Data); got != want {
					t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got, want)
				}
			}
			if styles == 0 {
				t.Errorf("%s has no styles", file)
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestVersions holds that another version of an article has a line of its own.
func TestVersions(t *testing.T) {
	var out bytes.Buffer
	if err := Render(&out, bottest.Replies(t)["copies"], Style{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "\n     "+bottest.Again+"\n") {
		t.Errorf("got\n%s", &out)
	}
}

// readReply makes a reply of an archive. In reply.json a quote is the words that
// begin it and those that end it, and marks are words in it.
func readReply(t *testing.T, archive *txtar.Archive) bot.Reply {
	t.Helper()
	var (
		meta bottest.Meta
		body string
		spec struct {
			Text    string
			Notes   []string
			Full    bool
			Passage bool
			Export  string
			More    bool
			Whole   bool // the body is one paragraph
			Quotes  []struct {
				From, To string
				Marks    []string
			}
		}
	)
	for _, f := range archive.Files {
		var err error
		switch f.Name {
		case "meta.json":
			err = json.Unmarshal(f.Data, &meta)
		case "body":
			// Characters that do not show are written as Go escapes them.
			body = strings.NewReplacer(`\e`, "\x1b", `\r`, "\r", `\t`, "\t", `\u202e`, "\u202e", `\u009b`, "\u009b", `\u00a0`, "\u00a0").Replace(string(f.Data))
		case "reply.json":
			err = json.Unmarshal(f.Data, &spec)
		}
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	a := bottest.Article(meta, body)
	if spec.Whole {
		a = bottest.OneParagraph(meta, body)
	}
	r := bot.Reply{Text: spec.Text, Notes: spec.Notes, Full: spec.Full, Passage: spec.Passage, Export: spec.Export, More: spec.More}
	for i, q := range spec.Quotes {
		_, rest, _ := strings.Cut(body, q.From)
		middle, _, _ := strings.Cut(rest, q.To)
		r.Snippets = append(r.Snippets, bottest.Snippet(t, a, i+1, q.From+middle+q.To, q.Marks...))
	}
	return r
}

// TestWrap checks where lines are divided.
func TestWrap(t *testing.T) {
	for text, want := range map[string]string{
		"said:Wray, from:2018-07-01":      "said:Wray,|from:2018-07-01",
		"see https://example.org/a/b/c d": "see|https://example.org/a/b/c|d",
		"these words, -without":           "these words,|-without",
		"a well-considered word":          "a well-|considered word",
		"incomprehensibilities":           "incomprehensibil|ities",
		"日本語の記事はあります":                     "日本語の記事はあ|ります",
		"one\n\ntwo":                      "one||two",
	} {
		var lines []string
		for _, l := range wrap(text, 16) {
			lines = append(lines, text[l.Start:l.End])
		}
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestStyleOf(t *testing.T) {
	if s := StyleOf(&bytes.Buffer{}, os.Getenv); s != (Style{}) {
		t.Errorf("of a buffer: %+v", s)
	}
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if s := StyleOf(f, os.Getenv); s != (Style{}) {
		t.Errorf("of a file: %+v", s)
	}
}

// FuzzWrap checks that wrapping loses nothing but spaces and newlines between
// lines, and keeps to the width.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{"", " ", "\n\n", "\n-0", "one two three", "新聞記者は質問に答える", "a https://example.com/very/long/link b", "e\u0301\u0301 👩‍👩‍👧 🇩🇪🇫🇷"} {
		for _, width := range []int{0, 1, 12, 80} {
			f.Add(s, width)
		}
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width < 0 || width > 200 || !utf8.ValidString(text) || len(text) > 1<<12 {
			return
		}
		text, _ = neutralise(text, nil)
		text = strings.ReplaceAll(text, "\t", " ")
		end := 0
		for _, l := range wrap(text, width) {
			if l.Start < end || l.End < l.Start || strings.Trim(text[end:l.Start], " \n") != "" {
				t.Fatalf("lines of %q at %d: %q is lost before %v", text, width, text[end:max(end, l.Start)], l)
			}
			line := text[l.Start:l.End]
			if width > 1 && displayWidth(line) > width && !strings.Contains(line, "://") && len(cuts(line, width)) > 0 {
				t.Errorf("%q is wider than %d", line, width)
			}
			if strings.Contains(line, "\n") {
				t.Errorf("%q is two lines", line)
			}
			end = l.End
		}
		if strings.Trim(text[end:], " \n") != "" {
			t.Errorf("%q is lost at the end of %q", text[end:], text)
		}
	})
}

// FuzzNeutralise checks that no control character gets through, and that marks
// stay on their words.
func FuzzNeutralise(f *testing.F) {
	f.Add("a \x1b[31m word\r\n", 2, 5)
	f.Add("\u202eabc\xff", 3, 4)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if start < 0 || end < start || end > len(text) || !utf8.ValidString(text[:start]) || !utf8.ValidString(text[start:end]) {
			return
		}
		got, marks := neutralise(text, []bot.Span{{Start: start, End: end}})
		for _, r := range got {
			if unsafe(r) && r != utf8.RuneError {
				t.Errorf("%q came through in %q", r, got)
			}
		}
		word, _ := neutralise(text[start:end], nil)
		if m := marks[0]; got[m.Start:m.End] != word && !strings.ContainsRune(text, '\r') {
			t.Errorf("the mark %q of %q is now %q", text[start:end], text, got[m.Start:m.End])
		}
	})
}
