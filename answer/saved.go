package answer

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"newshound/corpus"
)

// SavedQuote is a quote of an answer that was saved as JSON, with what it was cited by.
type SavedQuote struct {
	N         int    `json:"n"`
	Quote     string `json:"quote"`
	Article   string `json:"article"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Outlet    string `json:"outlet"`
	Headline  string `json:"headline"`
	Byline    string `json:"byline"`
	Published string `json:"published"`
	Section   string `json:"section"`
	URL       string `json:"url"`
	// Speech tells whose words the quote was said to hold.
	Speech []SavedSpeech `json:"speech"`
}

// SavedSpeech is who was said to speak; nobody where that was unclear.
type SavedSpeech struct {
	Speaker struct {
		Text string `json:"text"`
	} `json:"speaker"`
}

// SaidOtherwise returns the speakers that the quote was said to have, each once, of whom the article has
// none in it now.
func (q SavedQuote) SaidOtherwise(now Citation) (out []Recited) {
	var speak []string
	for _, s := range now.Speech() {
		if name := now.Article.Text(s.Speaker); name != "" && !slices.Contains(speak, name) {
			speak = append(speak, name)
		}
	}
	for _, s := range q.Speech {
		r := Recited{"speaker", s.Speaker.Text, strings.Join(speak, ", ")}
		if r.Was != "" && !slices.Contains(speak, r.Was) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// CitedOtherwise returns what the quote was cited by that its article is not known by now. What
// was not known then is nothing else now.
func (q SavedQuote) CitedOtherwise(now corpus.Meta) (out []Recited) {
	for _, r := range []Recited{
		{"outlet", q.Outlet, now.Outlet}, {"headline", q.Headline, now.Headline}, {"byline", q.Byline, now.Byline},
		{"published", q.Published, FormatTime(now.Published)}, {"section", q.Section, now.Section}, {"url", q.URL, now.URL},
	} {
		if r.Was != "" && r.Was != r.Now {
			out = append(out, r)
		}
	}
	return out
}

// Recited is a part of a citation, by its name in JSON, that was another when it was saved.
type Recited struct {
	Field string `json:"field"`
	Was   string `json:"was"`
	Now   string `json:"now,omitempty"` // "" where it is not known any more
}

// ErrNoAnswer is returned for what is no saved answer.
var ErrNoAnswer = errors.New("this is no saved answer")

// ReadSaved reads the quotes of answers as [Answer.MarshalJSON] writes them: one
// object, several one after the other, or a list of them. The error wraps
// [ErrNoAnswer] for what is none.
func ReadSaved(r io.Reader) ([]SavedQuote, error) {
	var out []SavedQuote
	in := json.NewDecoder(r)
	for n := 1; ; n++ {
		var value json.RawMessage
		err := in.Decode(&value)
		switch {
		case errors.Is(err, io.EOF) && n > 1:
			return out, nil
		case err != nil:
			return nil, fmt.Errorf("%w: value %d is no JSON: %w", ErrNoAnswer, n, err)
		}
		list := []json.RawMessage{value}
		if value[0] == '[' {
			if err := json.Unmarshal(value, &list); err != nil {
				return nil, fmt.Errorf("%w: %w", ErrNoAnswer, err)
			}
		}
		for _, one := range list {
			var saved struct {
				Snippets *[]SavedQuote `json:"snippets"`
				Near     []SavedQuote  `json:"near"`
			}
			err := json.Unmarshal(one, &saved)
			var other *json.UnmarshalTypeError
			switch {
			case errors.As(err, &other) && other.Field != "":
				return nil, fmt.Errorf("%w: in value %d, %q is of the kind %q", ErrNoAnswer, n, other.Field, other.Value)
			case err != nil:
				return nil, fmt.Errorf("%w: value %d is no object", ErrNoAnswer, n)
			}
			if saved.Snippets == nil {
				return nil, fmt.Errorf(`%w: value %d has no "snippets"`, ErrNoAnswer, n)
			}
			out = append(append(out, *saved.Snippets...), saved.Near...)
		}
	}
}

// State says what has become of a saved quote.
type State string

// The states.
const (
	Stands  State = "stands"  // the same bytes in the same place of the same article
	Moved   State = "moved"   // the same bytes elsewhere, in this article or another
	Rewrote State = "changed" // other words stand there now
	Gone    State = "gone"    // nothing comes near
)

// Standing is what has become of a saved quote.
type Standing struct {
	Saved SavedQuote
	State State
	// Now is where it stands now, or what comes closest; nil where it is Gone.
	Now *Snippet
	// Differences tell what is not as it was, where it is Rewrote and its words are
	// not the same.
	Differences []Difference
	// Recited are the parts of its citation that are not as they were, where it is in the
	// same article still.
	Recited []Recited
}

// Unchanged reports whether the quote stands where it did, and is cited as it was.
func (s Standing) Unchanged() bool { return s.State == Stands && len(s.Recited) == 0 }
