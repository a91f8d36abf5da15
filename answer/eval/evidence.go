package eval

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Evidence holds, of each query's id, the texts that answer it, in part or
// whole, without their white space.
type Evidence map[string][]string

// ReadEvidence reads evidence: a JSON object a line, with the query's id in
// "qid" and the text in "text". Other fields are passed over. The first line that
// is none ends the reading with an error that names it. name is the file's name
// in errors.
func ReadEvidence(r io.Reader, name string) (Evidence, error) {
	evidence := Evidence{}
	err := eachLine(r, name, func(_ int, line []byte) error {
		var w struct {
			Query label  `json:"qid"`
			Text  string `json:"text"`
		}
		if err := json.Unmarshal(line, &w); err != nil {
			return explainJSON(err)
		}
		text := withoutBlanks(w.Text)
		if w.Query == "" || text == "" {
			return errors.New(`want "qid" and "text"`)
		}
		if id := string(w.Query); !slices.Contains(evidence[id], text) {
			evidence[id] = append(evidence[id], text)
		}
		return nil
	})
	return evidence, err
}

// evidenceDepth is how deep the measures of evidence look.
const evidenceDepth = 10

// MeasureEvidence looks for the evidence in the passages found, as MultiHop-RAG
// does (Tang and Yang, "MultiHop-RAG: Benchmarking Retrieval-Augmented Generation
// for Multi-Hop Queries", 2024): a passage is a hit when it holds one of the
// query's texts, white space ignored. Hits@k is the share of queries with a hit
// among the first k passages, MRR@10 the mean of one divided by the first hit's
// rank, and MAP@10 that of the texts newly found at each rank divided by the rank,
// summed up and divided by the number of texts. Queries without evidence, and
// those that are not answerable, are left out.
func MeasureEvidence(rankings []Ranking, evidence Evidence) Report {
	var report Report
	var hits4, hits10, precision, reciprocal []float64
	for _, r := range rankings {
		texts := evidence[r.Case.ID]
		if len(texts) == 0 || !r.Case.Answerable {
			report.LeftOut++
			continue
		}
		report.Queries = append(report.Queries, r.Case.ID)
		first, sum := 0, 0.0
		left := slices.Clone(texts)
		for i, h := range r.Hits[:min(evidenceDepth, len(r.Hits))] {
			passage := withoutBlanks(h.Passage.Text())
			holds := func(text string) bool { return strings.Contains(passage, text) }
			if first == 0 && slices.ContainsFunc(texts, holds) {
				first = i + 1
			}
			before := len(left)
			left = slices.DeleteFunc(left, holds)
			sum += float64(before-len(left)) / float64(i+1)
		}
		hits4 = append(hits4, share(first > 0 && first <= 4))
		hits10 = append(hits10, share(first > 0))
		precision = append(precision, sum/float64(len(texts)))
		if first > 0 {
			reciprocal = append(reciprocal, 1/float64(first))
		} else {
			reciprocal = append(reciprocal, 0)
		}
	}
	report.Means = []Mean{
		newMean("Hits@4", hits4), newMean("Hits@10", hits10), newMean("MAP@10", precision), newMean("MRR@10", reciprocal),
	}
	return report
}

// withoutBlanks returns a text without its white space.
func withoutBlanks(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
