package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/corpus"
)

// Attributed is something that an article says somebody said: as it is known, or
// as it was found. Spans are ranges of the article's body.
type Attributed struct {
	// Content is what was said, and Source who said it, as written there; it is
	// empty where nobody is named.
	Content, Source []corpus.Span
	// Unclear says that whoever found it does not say who speaks.
	Unclear bool
}

// Attributions are those of each article, by its id.
type Attributions map[string][]Attributed

// ReadAttributions reads known attributions: a JSON object a line, with the
// article's id in "doc", and "content", "source" and "cue", lists of objects with
// "start" and "end". These count the characters of the article's text, as PolNeAR's do
// (Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political
// News", LREC 2018); text returns that of an article, and whether there is one.
// Those of other articles are passed over. The first line that makes no sense ends
// the reading with an error that names it.
func ReadAttributions(r io.Reader, name string, text func(id string) (string, bool)) (Attributions, error) {
	out := Attributions{}
	var doc string
	var offsets []int // of the characters of doc
	err := eachLine(r, name, func(_ int, line []byte) error {
		var read attributionLine
		if err := json.Unmarshal(line, &read); err != nil {
			return explainJSON(err)
		}
		if read.Doc == "" || len(read.Content) == 0 {
			return errors.New(`want "doc" and "content"`)
		}
		body, ok := text(read.Doc)
		if !ok {
			return nil
		}
		if read.Doc != doc {
			doc, offsets = read.Doc, characters(body)
		}
		a, err := read.attributed(body, offsets)
		if err != nil {
			return err
		}
		out[doc] = append(out[doc], a)
		return nil
	})
	return out, err
}

// attributionLine is an attribution as a file has it.
type attributionLine struct {
	Doc                  string
	Content, Source, Cue []characterSpan
}

// characterSpan is a range of the characters of an article.
type characterSpan struct{ Start, End int }

// attributed returns the attribution in ranges of an article's body, given where in that each character
// begins.
func (l attributionLine) attributed(body string, offsets []int) (a Attributed, err error) {
	var cue []corpus.Span
	for _, part := range []struct {
		from []characterSpan
		to   *[]corpus.Span
	}{{l.Content, &a.Content}, {l.Source, &a.Source}, {l.Cue, &cue}} {
		for _, s := range part.from {
			if s.Start < 0 || s.End <= s.Start || s.End >= len(offsets) {
				return Attributed{}, fmt.Errorf("article %s has no characters %d to %d", l.Doc, s.Start, s.End)
			}
			*part.to = append(*part.to, corpus.Span{Start: offsets[s.Start], End: offsets[s.End]})
		}
	}
	// In a few lines of PolNeAR, source and cue have changed places.
	if len(a.Source) == 1 && len(cue) == 1 {
		if s := body[a.Source[0].Start:a.Source[0].End]; s == "said" || s == "says" {
			a.Source = cue
		}
	}
	return a, nil
}

// characters returns where each character of text begins, and its end.
func characters(text string) []int {
	offsets := make([]int, 0, len(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

// quoted reports how much of a content stands in quotation marks: every piece of
// it, or any of it.
func quoted(body string, content []corpus.Span) (all, some bool) {
	all = true
	for _, s := range content {
		text := strings.ReplaceAll(strings.Trim(body[s.Start:s.End], " \n\u00a0.,"), "''", "\"")
		first, size := utf8.DecodeRuneInString(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		inside := text[size:]
		if strings.ContainsRune(closingMarks, last) && inside != "" {
			inside = inside[:len(inside)-utf8.RuneLen(last)]
		}
		whole := strings.ContainsRune("\"'“‘„«", first) && !strings.ContainsAny(inside, "\"”»")
		all = all && whole
		some = some || whole || strings.ContainsAny(text, "\"“”„«»")
	}
	return all, some
}

// closingMarks are the marks that may end a quotation.
const closingMarks = "\"'”’»"

// wordsOf returns where the words of some spans begin, in order.
func wordsOf(body string, spans []corpus.Span) []int {
	var out []int
	for _, s := range spans {
		blank := true
		for i, r := range body[s.Start:s.End] {
			is := !unicode.IsLetter(r) && !unicode.IsDigit(r)
			if blank && !is {
				out = append(out, s.Start+i)
			}
			blank = is
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// overlap returns the words that two contents share as a share of those that
// either has.
func overlap(a, b []int) float64 {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			shared++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(shared) / float64(max(1, len(a)+len(b)-shared))
}
