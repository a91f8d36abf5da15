package answer

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"newshound/corpus"
)

// TestSpeech tells who says what of quotes: speaker, name in a sentence,
// attributing words, kind, and the words that were said.
func TestSpeech(t *testing.T) {
	const body = `FBI Director Christopher Wray came.

“It is a threat,” Wray told reporters. “We will not rest.”

Officials said that the dam held. There are many officials in the city.

The plan was “a mistake,” according to the Daily Beast. It rained.

Christopher Wray met Robert Mueller. “That was no news to anybody,” he said.

“Nobody told us of it before,” said Ann Lee. She said that Ray had lied. Lee believes that he lies.

“It leaks more each year,” said officials of the U.S. The U.S. said that it held.

Nothing was said.`
	for _, c := range []struct{ quote, want string }{
		{"“It is a threat,” Wray told reporters. “We will not rest.”", "FBI Director Christopher Wray | the same | Wray told | direct | “It is a threat,” / “We will not rest.”"},
		{"We will not", "FBI Director Christopher Wray | the same | Wray told | direct | We will not"},
		{"Officials said that the dam held.", "Officials | officials | Officials said | indirect | that the dam held"},
		{"The plan was “a mistake,” according to the Daily Beast. It rained.", "Daily Beast | the Daily Beast | according to the Daily Beast | mixed | The plan was “a mistake,”"},
		{"“That was no news to anybody,” he said.", "unclear | the same | he said | direct | “That was no news to anybody,”"},
		{"“Nobody told us of it before,” said Ann Lee. She said that Ray had lied.", "Ann Lee | the same | said Ann Lee | direct | “Nobody told us of it before,”\n" +
			"Ann Lee | the same | She said | indirect | that Ray had lied"},
		{"Lee believes that he lies.", ""},
		{"It rained.", ""},
		{"The U.S. said that it held.", "U.S | the U.S. | The U.S. said | indirect | that it held"},
		{"Nothing was said.", ""},
	} {
		s := quotedIn(t, body, c.quote)
		var got []string
		for _, x := range s.Cite.Speech() {
			speaker, name := s.Cite.Article.Text(x.Speaker), s.Cite.SpeakerName(x)
			if name == speaker {
				name = "the same"
			}
			if x.Unclear() {
				speaker = "unclear"
			}
			var said []string
			for _, p := range x.Said {
				said = append(said, s.Quote[p.Start:p.End])
			}
			got = append(got, fmt.Sprintf("%s | %s | %s | %s | %s", speaker, name, s.Cite.Attributing(x), x.Kind, strings.Join(said, " / ")))
		}
		if g := strings.Join(got, "\n"); g != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.quote, g, c.want)
		}
	}
}

// quotedIn returns a snippet of the first occurrence of quote in an article.
func quotedIn(t *testing.T, body, quote string) Snippet {
	t.Helper()
	a := corpus.NewArticle(corpus.Meta{ID: "a"}, body)
	for i, p := range a.Paragraphs {
		if at := strings.Index(a.Text(p.Span), quote); at >= 0 {
			at += p.Start
			return Snippet{Quote: quote, Cite: Citation{N: 1, Article: a, Paragraph: i, Span: corpus.Span{Start: at, End: at + len(quote)}}}
		}
	}
	t.Fatalf("no %q", quote)
	return Snippet{}
}

func TestSpeechJSON(t *testing.T) {
	s := quotedIn(t, "Ann Lee came. “It is a threat,” Lee said.\n\nChristopher Wray met Robert Mueller. “That was no news,” he said.", "“It is a threat,” Lee said.")
	unclear := quotedIn(t, s.Cite.Article.Body, "“That was no news,” he said.")
	got, err := json.Marshal(&Answer{Outcome: Found, Snippets: []Snippet{s, unclear}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"speech":[{"kind":"direct","said":[[0,21]],"speaker":{"text":"Ann Lee","start":0,"end":7},"source":{"text":"Lee","start":36,"end":39},"cue":{"text":"said","start":40,"end":44}}]`,
		`"speech":[{"kind":"direct","said":[[0,23]],"unclear":true,"source":{"text":"he","start":108,"end":110},"cue":{"text":"said","start":111,"end":115}}]`,
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestSpeechHolds(t *testing.T) {
	span := func(start, end int) corpus.Span { return corpus.Span{Start: start, End: end} }
	outer, inner := Speech{Said: []corpus.Span{span(0, 9), span(12, 30)}}, Speech{Said: []corpus.Span{span(14, 30)}}
	if !outer.Holds(inner) || inner.Holds(outer) || !outer.Holds(outer) {
		t.Error("the outer holds the inner, and not the other way round")
	}
}
