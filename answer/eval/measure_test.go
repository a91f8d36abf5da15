package eval

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
)

// The first example is the one of https://en.wikipedia.org/wiki/Discounted_cumulative_gain:
// six articles graded 3 2 3 0 1 2 as they were ranked, and two, graded 3 and 2,
// that were not found. DCG = 3 + 2/1.58496 + 3/2 + 0 + 1/2.58496 + 2/2.80735 =
// 6.86113; IDCG, of 3 3 3 2 2 2, = 3 + 3/1.58496 + 3/2 + 2/2.32193 +
// 2/2.58496 + 2/2.80735 = 8.74026.
func TestMeasures(t *testing.T) {
	wikipedia := map[string]int{"d1": 3, "d2": 2, "d3": 3, "d4": 0, "d5": 1, "d6": 2, "d7": 3, "d8": 2}
	found := words("d1 d2 d3 d4 d5 d6")
	two := map[string]int{"a": 1, "b": 1, "spam": -1}
	tests := []struct {
		name      string
		got, want float64
	}{
		{"nDCG@6, graded", ndcg(found, wikipedia, 6), 6.861127 / 8.740262},
		// IDCG@8 adds 1/log2(8) = 1/3, and 0.
		{"nDCG@8, two not found", ndcg(found, wikipedia, 8), 6.861127 / (8.740262 + 0.333333)},
		{"nDCG@1 looks at one", ndcg(words("d2 d1"), wikipedia, 1), 2.0 / 3},
		// Relevant at ranks 2 and 4: 1/1.58496 + 1/2.32193, over 1 + 1/1.58496.
		{"nDCG@10, two grades", ndcg(words("x a spam b"), two, 10), (0.630930 + 0.430677) / 1.630930},
		{"nDCG@10, ideal", ndcg(words("b a x"), two, 10), 1},
		{"nDCG@10, a grade below 0 takes nothing away", ndcg(words("a spam b"), two, 10), 1.5 / 1.630930},
		{"nDCG@10, nothing found", ndcg(nil, two, 10), 0},
		{"nDCG@10, nothing to find", ndcg(found, map[string]int{"d1": 0}, 10), 0},

		{"RR@10", reciprocalRank(words("x y a b"), two, 10), 1.0 / 3},
		{"RR@10, a grade below 0", reciprocalRank(words("spam b"), two, 10), 0.5},
		{"RR@2, too far down", reciprocalRank(words("x y a b"), two, 2), 0},

		{"recall@3", recallAt(words("x y a b"), two, 3), 0.5},
		{"recall@10", recallAt(words("x y a b"), two, 10), 1},
		{"recall@6, graded", recallAt(found, wikipedia, 6), 5.0 / 7},
		{"recall@10, nothing to find", recallAt(found, nil, 10), 0},
	}
	for _, test := range tests {
		if math.Abs(test.got-test.want) > 1e-6 {
			t.Errorf("%s = %.7f, want %.7f", test.name, test.got, test.want)
		}
	}
}

func TestMeasure(t *testing.T) {
	qrels := Qrels{
		"q1": {"a": 1},
		"q2": {"b": 2, "c": 1},
		"q3": {"a": 0}, // judged, but nothing is relevant
	}
	rankings := []Ranking{
		ranking("q1", "b:1", "b:2", "a:1"), // article a is second, whatever the passages of b
		ranking("q2", "b:3", "b:1", "a:1"),
		ranking("q3", "a:1"),
		ranking("q4", "a:1"), // not judged
	}
	report := Measure(rankings, qrels, 100)
	if got := strings.Join(report.Queries, " "); got != "q1 q2" || report.LeftOut != 2 {
		t.Errorf("measured %q and left out %d, want q1 q2 and 2", got, report.LeftOut)
	}
	// q1: 1/log2(3) = 0.630930. q2: 2 / (2 + 0.630930) = 0.760187.
	want := map[string][2]float64{
		"nDCG@10":    {0.630930, 0.760187},
		"MRR@10":     {0.5, 1},
		"recall@10":  {1, 0.5},
		"recall@100": {1, 0.5},
	}
	if len(report.Means) != len(want) {
		t.Fatalf("%d measures, want %d", len(report.Means), len(want))
	}
	for _, m := range report.Means {
		for i, v := range m.Values {
			if math.Abs(v-want[m.Name][i]) > 1e-6 {
				t.Errorf("%s of %s = %.6f, want %.6f", m.Name, report.Queries[i], v, want[m.Name][i])
			}
		}
		if mean := (want[m.Name][0] + want[m.Name][1]) / 2; math.Abs(m.Value-mean) > 1e-6 {
			t.Errorf("%s = %.6f, want %.6f", m.Name, m.Value, mean)
		}
	}

	var table bytes.Buffer
	if err := report.Print(&table); err != nil {
		t.Fatal(err)
	}
	// Two queries leave four equally likely resamples, so each interval is the
	// two values themselves.
	wantTable := `queries     2, and 2 without a relevant article left out
nDCG@10     0.6956  [0.6309, 0.7602]
MRR@10      0.7500  [0.5000, 1.0000]
recall@10   0.7500  [0.5000, 1.0000]
recall@100  0.7500  [0.5000, 1.0000]
`
	if table.String() != wantTable {
		t.Errorf("table:\n%s\nwant:\n%s", table.String(), wantTable)
	}
}

func TestMeasureLeavesOutWhatIsDeeperThanTheRanking(t *testing.T) {
	rankings := []Ranking{ranking("q1", "a:1")}
	for k, want := range map[int]string{5: "", 10: "nDCG@10 MRR@10 recall@10", 99: "nDCG@10 MRR@10 recall@10"} {
		var names []string
		for _, m := range Measure(rankings, Qrels{"q1": {"a": 1}}, k).Means {
			names = append(names, m.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("k = %d: %q, want %q", k, got, want)
		}
	}
}

func TestBootstrap(t *testing.T) {
	if got := bootstrap(nil); got != (Interval{}) {
		t.Errorf("of nothing: %v", got)
	}
	if got := bootstrap([]float64{0.25, 0.25, 0.25}); got != (Interval{0.25, 0.25}) {
		t.Errorf("of equal values: %v", got)
	}
	// Of 400 values, half of them 1, the mean has a standard error of
	// 0.5/20 = 0.025, so the interval is close to 0.5 ± 1.96 × 0.025.
	half := make([]float64, 400)
	for i := range half {
		half[i] = float64(i % 2)
	}
	got := bootstrap(half)
	if math.Abs(got.Low-0.451) > 0.005 || math.Abs(got.High-0.549) > 0.005 {
		t.Errorf("of a fair coin: %v, want about {0.451 0.549}", got)
	}
	if again := bootstrap(half); again != got {
		t.Errorf("the second time: %v, the first: %v", again, got)
	}
}

func TestQuantile(t *testing.T) {
	tests := []struct {
		n, permille int
		want        float64
	}{
		{1, 500, 1}, {1, 990, 1}, {2, 500, 1}, {3, 500, 2}, {100, 500, 50}, {100, 950, 95},
		{100, 990, 99}, {101, 990, 100}, {20, 950, 19}, {2000, 25, 50}, {2000, 975, 1950}, {5, 0, 1}, {5, 1000, 5},
	}
	for _, test := range tests {
		sorted := make([]float64, test.n)
		for i := range sorted {
			sorted[i] = float64(i + 1)
		}
		if got := quantile(sorted, test.permille); got != test.want {
			t.Errorf("quantile(1…%d, %d) = %v, want %v", test.n, test.permille, got, test.want)
		}
	}
}

func words(s string) []string { return strings.Fields(s) }

func ExampleReport_Print() {
	report := Measure([]Ranking{ranking("q1", "a:1"), ranking("q2", "a:1")}, Qrels{"q1": {"a": 1}, "q2": {"a": 1}}, 10)
	var table bytes.Buffer
	if err := report.Print(&table); err != nil {
		fmt.Println(err)
	}
	fmt.Print(table.String())
	// Output:
	// queries     2
	// nDCG@10     1.0000  [1.0000, 1.0000]
	// MRR@10      1.0000  [1.0000, 1.0000]
	// recall@10   1.0000  [1.0000, 1.0000]
}
