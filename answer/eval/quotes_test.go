package eval

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

// asker answers each question with the quotes given for it, and says that the
// coverage does not say where there are none.
type asker map[string][]string

func (a asker) Ask(_ context.Context, q answer.Question) (*answer.Answer, error) {
	got := &answer.Answer{Question: q, Outcome: answer.None}
	for i, quote := range a[q.Text] {
		all := corpus.Span{End: len(quote)}
		article := &corpus.Article{Body: quote, Paragraphs: []corpus.Paragraph{{Span: all, N: 1}}}
		got.Outcome, got.Confidence = answer.Found, float64(len(q.Text))/100
		got.Snippets = append(got.Snippets, answer.Snippet{
			Quote: quote,
			Cite:  answer.Citation{N: i + 1, Article: article, Span: all},
		})
	}
	return got, nil
}

func TestQuotes(t *testing.T) {
	said := asker{
		"hit":           {"The meeting lasted less than an hour.", "More."},
		"hit, third":    {"One.", "Two.", "It is the third, café."},
		"hit, fourth":   {"One.", "Two.", "Three.", "It is the fourth."},
		"wrong case":    {"LESS THAN AN HOUR."},
		"no span":       {"Anything at all will do."},
		"out of domain": {"But here\nis a   quote."},
	}
	ask := []Case{
		{ID: "1", Text: "hit", Answerable: true, Accept: []string{"no", "less than an hour"}},
		{ID: "2", Text: "hit, third", Answerable: true, Accept: []string{"third, café"}},
		{ID: "3", Text: "hit, fourth", Answerable: true, Accept: []string{"fourth"}},
		{ID: "4", Text: "wrong case", Answerable: true, Accept: []string{"less than an hour"}},
		{ID: "5", Text: "silent", Answerable: true, Accept: []string{"spoken"}},
		{ID: "6", Text: "no span", Answerable: true},
		{ID: "7", Text: "silent, rightly"},
		{ID: "8", Text: "out of domain"},
	}
	answered, err := Quote(t.Context(), said, ask, nil)
	if err != nil {
		t.Fatal(err)
	}
	report := Judge(answered)
	var got bytes.Buffer
	if err := errors.Join(report.Print(&got), report.PrintMisses(&got)); err != nil {
		t.Fatal(err)
	}
	// Confidences are lengths of questions: 0.03 0.10 0.11 0.10 0 0.07 against 0
	// and 0.13. Of 12 pairs, five are in order and one is equal: 5.5/12.
	// 12 quotes: 37 + 5 + 4 + 4 + 22 + 4 + 4 + 6 + 17 + 18 + 24 + 23 = 168
	// characters. First quotes: 7 + 1 + 1 + 4 + 5 + 5 = 23 words.
	want := `questions      6 answerable, 2 not
first snippet   20.0 %  [0.0, 60.0]  1 of 5
first three     40.0 %  [0.0, 80.0]  2 of 5
none, rightly   50.0 %  [0.0, 100.0]  1 of 2
none, wrongly   16.7 %  [0.0, 50.0]  1 of 6
confidence     AUC 0.4583; 0.0 % refused where 95 % are answered, at 0.0000
quotes         12, mean 14 characters, longest 37
first quote    mean 3.8 words, longest 7
2	hit, third	found	One.
3	hit, fourth	found	One.
4	wrong case	found	LESS THAN AN HOUR.
5	silent	none	
8	out of domain	found	But here is a quote.
`
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

func TestQuoteReportOfNothing(t *testing.T) {
	var got bytes.Buffer
	if err := Judge(nil).Print(&got); err != nil {
		t.Fatal(err)
	}
	want := `questions      0 answerable, 0 not
first snippet  no such questions
first three    no such questions
none, rightly  no such questions
none, wrongly  no such questions
`
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

// forger quotes what no article says.
type forger struct{ asker }

func (f forger) Ask(ctx context.Context, q answer.Question) (*answer.Answer, error) {
	got, err := f.asker.Ask(ctx, q)
	for i := range got.Snippets {
		got.Snippets[i].Quote = "What nobody said."
	}
	return got, err
}

func TestQuoteRefusesWhatIsNotVerbatim(t *testing.T) {
	f := forger{asker{"q1?": {"What somebody said."}}}
	if _, err := Quote(t.Context(), f, cases(3), nil); !errors.Is(err, answer.ErrNotVerbatim) {
		t.Errorf("error %v, want ErrNotVerbatim", err)
	}
}
