package segment

import (
	"reflect"
	"testing"
	"time"

	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// TestRecord reads back what is hard to write: times with zones, and everything
// that an article has.
func TestRecord(t *testing.T) {
	full := corpus.NewArticle(corpus.Meta{
		ID: "7", Headline: "A “bridge”", Byline: "Ann", Outlet: "The Post", Section: "Local", URL: "https://post.example/7",
	}, "The bridge was closed on Monday, the council said in a statement.\n\nAccording to The Times:\n\nIt carried 900 cars a day until then.\n")
	full.Origin = "news.jsonl:7"
	for _, published := range []time.Time{
		{}, time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC), time.Date(1799, 1, 2, 3, 4, 5, 6, time.UTC), time.Unix(0, 0).UTC(),
		time.Date(2024, 5, 6, 7, 8, 9, 10, time.FixedZone("EST", -5*3600)), time.Date(2024, 5, 6, 7, 8, 0, 0, time.FixedZone("", 19800)),
	} {
		want := *full
		want.Published = published
		got := readRecord(record(&want))
		if !got.Published.Equal(published) || got.Published.Format(time.RFC1123) != published.Format(time.RFC1123) {
			t.Errorf("a time is %v, want %v", got.Published, published)
		}
		got.Published = published
		if !reflect.DeepEqual(*got, want) {
			t.Errorf("the record is\n%+v, want\n%+v", *got, want)
		}
	}
}

// FuzzRecord reads records that nobody wrote, and writes those that can be read.
func FuzzRecord(f *testing.F) {
	a := corpus.NewArticle(corpus.Meta{ID: "7", Headline: "A bridge", Published: time.Date(2024, 5, 6, 7, 8, 9, 10, time.UTC)},
		"The bridge was closed.\n\nAccording to The Times:\n\nIt carried 900 cars a day.\n")
	f.Add(record(a))
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func(data []byte) (a *corpus.Article, err error) {
			defer raw.Guard(&err)
			return readRecord(data), nil
		}
		a, err := read(data)
		if err != nil {
			return
		}
		for _, p := range a.Paragraphs {
			_ = a.Text(p.Span) + a.Text(p.LeadIn)
		}
		again, err := read(record(a))
		if err != nil || again.Body != a.Body || again.Meta.ID != a.ID || len(again.Paragraphs) != len(a.Paragraphs) {
			t.Errorf("%+v is written as %+v, %v", a, again, err)
		}
	})
}
