package eval

import (
	"math"
	"slices"
)

// ndcg returns the normalised discounted cumulated gain at rank k of a ranking
// of article ids: 1 for the best ranking that the grades allow. It is 0 where
// no grade is above 0.
func ndcg(ranked []string, grades map[string]int, k int) float64 {
	var dcg, ideal float64
	for i, id := range ranked[:min(k, len(ranked))] {
		dcg += gain(grades[id], i)
	}
	best := make([]int, 0, len(grades))
	for _, g := range grades {
		best = append(best, g)
	}
	slices.Sort(best)
	slices.Reverse(best)
	for i, g := range best[:min(k, len(best))] {
		ideal += gain(g, i)
	}
	if ideal == 0 {
		return 0
	}
	return dcg / ideal
}

// gain is the discounted gain of a grade at index i, which is rank i+1.
func gain(grade, i int) float64 { return float64(max(grade, 0)) / math.Log2(float64(i+2)) }

// reciprocalRank returns 1 / the rank of the first relevant article, and 0
// where none is among the first k.
func reciprocalRank(ranked []string, grades map[string]int, k int) float64 {
	for i, id := range ranked[:min(k, len(ranked))] {
		if grades[id] > 0 {
			return 1 / float64(i+1)
		}
	}
	return 0
}

// recallAt returns the share of the relevant articles that are among the first
// k, and 0 where no article is relevant.
func recallAt(ranked []string, grades map[string]int, k int) float64 {
	found := 0
	for _, id := range ranked[:min(k, len(ranked))] {
		if grades[id] > 0 {
			found++
		}
	}
	if all := relevant(grades); all > 0 {
		return float64(found) / float64(all)
	}
	return 0
}

// relevant counts the relevant articles.
func relevant(grades map[string]int) int {
	n := 0
	for _, g := range grades {
		if g > 0 {
			n++
		}
	}
	return n
}

// Shallowest is how deep a measure looks at the least: of rankings of fewer
// passages [Measure] has nothing to say.
const Shallowest = 10

// measures are those of a [Report], in its order. at is how deep each looks.
var measures = []struct {
	name string
	at   int
	of   func(ranked []string, grades map[string]int, k int) float64
}{
	{"nDCG@10", Shallowest, ndcg},
	{"MRR@10", Shallowest, reciprocalRank},
	{"recall@10", Shallowest, recallAt},
	{"recall@100", 100, recallAt},
}

// Report is how well rankings agree with judgements.
type Report struct {
	// Queries are the ids of the queries that were measured, in the order of
	// the cases: those with a relevant article.
	Queries []string
	// LeftOut counts the others.
	LeftOut int
	Means   []Mean
}

// Measure compares rankings of at most k passages with the judgements.
// Measures that look deeper than k are left out of the report: they would
// bear one measure's name and be another.
func Measure(rankings []Ranking, qrels Qrels, k int) Report {
	var report Report
	var measured [][]string
	for _, r := range rankings {
		if relevant(qrels[r.Case.ID]) == 0 {
			report.LeftOut++
			continue
		}
		report.Queries = append(report.Queries, r.Case.ID)
		measured = append(measured, r.Articles())
	}
	for _, m := range measures {
		if m.at > k {
			continue
		}
		values := make([]float64, len(measured))
		for i, ranked := range measured {
			values[i] = m.of(ranked, qrels[report.Queries[i]], m.at)
		}
		report.Means = append(report.Means, newMean(m.name, values))
	}
	return report
}
