package cite_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/cite"
	"newshound/corpus"
)

func TestCiteSpeech(t *testing.T) {
	for _, c := range []struct{ text, who, words string }{
		{"The bridge is closed.", "", ""},
		{"“We will miss it,” said Ann Lee.", "said by Ann Lee", "“said Ann Lee”"},
		{"“We will miss it for a very long time.”", "speaker unclear", ""},
		{"Ann Lee met Eva Roy. “We will miss it,” she said.", "in part speaker unclear", "“she said”"},
		{"Lee said that it was closed.", "said by Lee, not word for word", "“Lee said”"},
		{"It rained all day long over the town and over the river, and nobody went out. “No,” said Lee.", "in part said by Lee", "“said Lee”"},
		{"“We will miss it,” said Lee. “So will we,” said Roy. “And I,” said Ray.", "said by Lee, Roy and Ray", "“said Lee”, “said Roy”, “said Ray”"},
		{"City officials said that it was closed. Officials say that it will stay so.", "said by City officials, not word for word", "“City officials said”, “Officials say”"},
		{"Lee said that Roy said that it was closed.", "said by Roy (according to Lee), not word for word", "“Roy said”, “Lee said”"},
		{"“We will miss it,” Ann Lee told reporters, according to The Hill.", "said by Ann Lee (according to the Hill)", "“Ann Lee told”, “according to The Hill”"},
		{"“We will miss it,” said Ann Lee, according to police.", "said by Ann Lee (according to police)", "“said Ann Lee, according to police”, “according to police”"},
		{"The town’s union said that it had warned that the bridge was old.", "said by the town’s union, not word for word", "“The town’s union said”"},
		{"“Roy said that it was closed,” said Lee.", "said by Lee", "“said Lee”"},
		{"Police said that the bridge was closed all day, that Roy said it was old, and that it will stay so.", "said by Police, not word for word", "“Police said”"},
		{"“We will miss it,” she said, according to police.", "speaker unclear", "“she said”, “according to police”"},
		{"“A one,” said Lee. “A two,” said Roy. “A three,” said Ray. “A four,” said Kim. “A five,” said Fox. “A six,” said Day.", "said by Lee, Roy, Ray, Kim, Fox and others",
			"“said Lee”, “said Roy”, “said Ray”, “said Kim”, “said Fox”"},
		{"Ann Lee met Eva Roy. “We will miss it,” she said. “Never mind,” said Ray.", "said by Ray and others, unclear who", "“she said”, “said Ray”"},
	} {
		a := corpus.NewArticle(corpus.Meta{ID: "a"}, c.text)
		if got := cite.Quote(bottest.Snippet(t, a, 1, c.text).Cite); got.Speech != c.who || got.Attributed != c.words {
			t.Errorf("%s: %q, %q; want %q, %q", c.text, got.Speech, got.Attributed, c.who, c.words)
		}
	}
}

// A paragraph of a megabyte in which thousands speak is cited at once, and names few.
func TestCiteManySpeakers(t *testing.T) {
	var text strings.Builder
	for n := range 12_000 {
		fmt.Fprintf(&text, "Speaker%d said that the bridge number %d was built well, and the town was glad of it. ", n, n)
	}
	a := corpus.NewArticle(corpus.Meta{ID: "a"}, text.String())
	snippet := bottest.Snippet(t, a, 1, strings.TrimSpace(a.Body))
	began := time.Now()
	got := cite.Quote(snippet.Cite)
	if want := "said by Speaker0, Speaker1, Speaker2, Speaker3, Speaker4 and others, not word for word"; got.Speech != want {
		t.Errorf("%.200q, want %q", got.Speech, want)
	}
	if took := time.Since(began); took > 8*time.Second {
		t.Errorf("it took %v", took)
	}
}
