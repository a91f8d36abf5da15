package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"newshound/corpus"
)

// runTag is the last column of a TREC run: who made it.
const runTag = "newshound"

// WriteTREC writes the rankings as a TREC run, which trec_eval and its kin
// read: query, "Q0", article#paragraph, rank, score and "newshound", separated
// by blanks. Where the passage has several paragraphs, article#first-last.
//
// White space, control characters and "%" in an id are percent-encoded. A
// passage that has the name of a better one, another part of the same long
// paragraph, is passed over.
func WriteTREC(w io.Writer, rankings []Ranking) error {
	out := bufio.NewWriter(w)
	for _, r := range rankings {
		query := oneWord(r.Case.ID)
		rank := 0
		named := map[string]bool{}
		for _, h := range r.Hits {
			name := oneWord(h.Passage.Article.ID) + "#" + Paragraphs(h.Passage)
			if named[name] {
				continue
			}
			named[name] = true
			rank++
			line := fmt.Sprintf("%s Q0 %s %d %s %s\n", query, name, rank, formatScore(h.Score), runTag)
			if _, err := out.WriteString(line); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// formatScore writes all of a score, so that scores which differ stay in
// order: trec_eval ranks by the score, not by the rank.
func formatScore(score float64) string { return strconv.FormatFloat(score, 'f', -1, 64) }

// oneWord makes a column of an id. url.PathUnescape gives the id back.
func oneWord(id string) string {
	var b strings.Builder
	for _, r := range id {
		if r != '%' && !unicode.IsSpace(r) && !unicode.IsControl(r) {
			b.WriteRune(r)
			continue
		}
		for _, c := range []byte(string(r)) {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// Paragraphs names the paragraphs of a passage by their numbers in the story:
// "3", or "3-5". Captions and credits count only in a passage that holds
// nothing else.
func Paragraphs(p corpus.Passage) string {
	all := p.Article.Paragraphs[p.First : p.Last+1]
	first, last := all[0].N, all[len(all)-1].N
	text := false
	for _, para := range all {
		if para.Kind != corpus.Text {
			continue
		}
		if !text {
			first, text = para.N, true
		}
		last = para.N
	}
	if first == last {
		return strconv.Itoa(first)
	}
	return fmt.Sprintf("%d-%d", first, last)
}

// WriteJSONL writes the rankings as JSON lines, one a passage: query, rank,
// article, paragraph (a string, as in [Paragraphs]), score, and the passage's
// text as it stands in the article's body. Every passage is written.
func WriteJSONL(w io.Writer, rankings []Ranking) error {
	out := bufio.NewWriter(w)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for _, r := range rankings {
		for i, h := range r.Hits {
			p := h.Passage
			err := lines.Encode(struct {
				Query     string  `json:"query"`
				Rank      int     `json:"rank"`
				Article   string  `json:"article"`
				Paragraph string  `json:"paragraph"`
				Score     float64 `json:"score"`
				Text      string  `json:"text"`
			}{r.Case.ID, i + 1, p.Article.ID, Paragraphs(p), h.Score, p.Text()})
			if err != nil {
				return err
			}
		}
	}
	return out.Flush()
}
