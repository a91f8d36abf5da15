package textfile_test

import (
	"io/fs"
	"strings"
	"testing"

	"newshound/corpus"
	"newshound/corpus/textfile"
	"newshound/seeds"
)

// loadSeeds loads the seed coverage, with or without what is known of it beside
// its text.
func loadSeeds(t *testing.T, metadata bool) []*corpus.Article {
	t.Helper()
	var fsys fs.FS = seeds.FS
	if !metadata {
		fsys = textOnly{seeds.FS}
	}
	articles, problems, err := corpus.Collect(t.Context(), textfile.New(fsys, "seeds"))
	if err != nil || len(problems) > 0 || len(articles) != 3 {
		t.Fatalf("got %d articles, %v, %v", len(articles), problems, err)
	}
	return articles
}

// textOnly hides metadata.jsonl.
type textOnly struct{ fs.FS }

func (f textOnly) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".jsonl") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return f.FS.Open(name)
}

// TestSeeds holds the seed coverage, as it is on disk, to what a reader of its
// pages would call the story.
func TestSeeds(t *testing.T) {
	wants := []struct {
		meta            corpus.Meta
		text            int
		first, last     string // how the first and last paragraph start
		caption, credit string
		furniture       []string
	}{
		{
			meta:      corpus.Meta{ID: "000_63526c818c043935", Headline: "Trump huddles with top officials on election security", Outlet: "The Hill", Section: "Cybersecurity"},
			text:      18,
			first:     "President Trump on Friday met",
			last:      "Still, the Daily Beast first reported Thursday",
			furniture: []string{"mosads", "{", "Cybersecurity", "Trump huddles"},
		},
		{
			meta:    corpus.Meta{ID: "003_3b95b8edeb8cd0cf", Outlet: "The Root"},
			text:    13,
			first:   "For the first time during his presidency",
			last:    "Basically, US intelligence agencies",
			caption: "U.S. President Donald Trump, left, receives a soccer ball",
			credit:  "Photo: Chris Ratcliffe (Bloomberg via Getty Images)",
		},
		{
			meta:      corpus.Meta{ID: "004_671019433c7fcab5", Headline: "Top US officials brief Trump on election security", Outlet: "Washington Examiner"},
			text:      8,
			first:     "President Trump met with the country’s top security officials Friday",
			last:      "During a joint press conference",
			furniture: []string{"[More", "[Opinion", "DHS official warns", "Related Content", "Top US officials"},
		},
	}
	for i, a := range loadSeeds(t, true) {
		want := wants[i]
		file, err := fs.ReadFile(seeds.FS, want.meta.ID+".txt")
		if err != nil {
			t.Fatal(err)
		}
		if a.Body != string(file) {
			t.Errorf("%s: the body is not the file", a.ID)
		}
		if a.URL == "" {
			t.Errorf("%s has no URL", a.ID)
		}
		meta := a.Meta
		if meta.URL = ""; meta != want.meta {
			t.Errorf("got  %+v\nwant %+v", meta, want.meta)
		}
		var text, captions, credits []string
		for _, p := range a.Paragraphs {
			s := a.Text(p.Span)
			switch p.Kind {
			case corpus.Text:
				text = append(text, s)
				if p.N != len(text) {
					t.Errorf("%s: paragraph %d has number %d", a.ID, len(text), p.N)
				}
			case corpus.Caption:
				captions = append(captions, s)
			case corpus.Credit:
				credits = append(credits, s)
			}
			if p.Kind != corpus.Text && p.N != 1 {
				t.Errorf("%s: %v has number %d", a.ID, p.Kind, p.N)
			}
			for _, f := range want.furniture {
				if strings.Contains(s, f) {
					t.Errorf("%s: %q is in paragraph %q", a.ID, f, s)
				}
			}
		}
		if len(text) != want.text || !strings.HasPrefix(text[0], want.first) || !strings.HasPrefix(text[len(text)-1], want.last) {
			t.Errorf("%s has %d paragraphs: %q … %q", a.ID, len(text), text[0], text[len(text)-1])
		}
		if got := strings.Join(captions, "|"); !strings.HasPrefix(got, want.caption) || len(captions) != min(1, len(want.caption)) {
			t.Errorf("%s has captions %q", a.ID, captions)
		}
		if got := strings.Join(credits, "|"); got != want.credit {
			t.Errorf("%s has credits %q", a.ID, credits)
		}
	}
}

// TestSeedsQuoted checks which paragraphs the seeds quote from another paper.
func TestSeedsQuoted(t *testing.T) {
	var got []string
	for _, a := range loadSeeds(t, true) {
		for _, p := range a.Paragraphs {
			if p.LeadIn.Len() > 0 {
				got = append(got, a.Text(p.LeadIn)+" "+strings.Join(strings.Fields(a.Text(p.Span))[:3], " "))
			}
		}
	}
	if got, want := strings.Join(got, "; "), "According to The Post: In the absence; According to The Post: Already, at least"; got != want {
		t.Errorf("quoted are %s, want %s", got, want)
	}
}

// TestSeedsWithoutMetadata checks what the texts alone tell.
func TestSeedsWithoutMetadata(t *testing.T) {
	known := loadSeeds(t, true)
	for i, a := range loadSeeds(t, false) {
		if a.Headline != known[i].Headline || a.Section != known[i].Section || a.Outlet != "" || a.URL != "" {
			t.Errorf("found %+v, known %+v", a.Meta, known[i].Meta)
		}
		if len(a.Paragraphs) != len(known[i].Paragraphs) {
			t.Errorf("%s has %d paragraphs, and %d with metadata", a.ID, len(a.Paragraphs), len(known[i].Paragraphs))
		}
	}
}
