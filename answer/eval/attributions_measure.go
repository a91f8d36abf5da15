package eval

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"newshound/corpus"
)

// Tally counts what was found and how much of it is right, and what is known and
// how much of it was found.
type Tally struct {
	Name                          string
	Found, Right, Known, Recalled int
}

func (t *Tally) addFound(right bool) {
	t.Found++
	if right {
		t.Right++
	}
}

func (t *Tally) addKnown(recalled bool) {
	t.Known++
	if recalled {
		t.Recalled++
	}
}

// The places of the tallies that are made of attributions; see [MeasureAttributions].
const (
	directTally = iota
	quotedTally
	speakerTally
	contentTally
)

// newTallies returns those tallies, of nothing yet.
func newTallies() []Tally {
	return []Tally{directTally: {Name: "direct"}, quotedTally: {Name: "quoted"}, speakerTally: {Name: "speaker"}, contentTally: {Name: "content"}}
}

// Precision returns the share of what was found that is right, and Recall the
// share of what is known that was found; F1 is their harmonic mean. Of nothing the
// share is 0.
func (t Tally) Precision() float64 { return float64(t.Right) / float64(max(1, t.Found)) }

// Recall returns the share of what is known that was found.
func (t Tally) Recall() float64 { return float64(t.Recalled) / float64(max(1, t.Known)) }

// F1 returns the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// AttributionReport tells how well attributions were found: of all articles, and
// of either half of them, by a hash of their ids, so that one can be looked at
// while rules are written and the other kept for checking them.
type AttributionReport struct {
	Articles []int // of all, of the first half, of the second
	Tallies  [][]Tally
	Misses   []AttributionMiss
}

// AttributionMiss is an attribution that was found and is not right, or one that
// is known and was not recalled, by the terms of the tally that it names.
type AttributionMiss struct {
	Article string
	Half    int // 1 or 2
	Tally   string
	Known   bool
	Attributed
	body string
}

// MeasureAttributions compares the attributions that find returns of each article
// with those that are known. Articles of which none are known are left out.
//
// The contents of two match when the words that both hold are at least half of
// those that either holds, a word being told by its place. Each one that was found
// goes with at most one that is known: the pairs that share most first. The
// speaker is right when the two sources overlap, or their names end in the same
// word. Counted are
//
//   - direct: contents all of whose pieces are in quotation marks. One that was
//     found is right when it goes with any that is known, and the speaker is right;
//     one that is known is recalled on the same terms, whatever form it was found in.
//   - quoted: the same of contents with anything in quotation marks.
//   - speaker: the same of all contents.
//   - content: all contents, whoever is said to speak.
//
// Where nobody is known to speak, or the finder says that the speaker is unclear,
// nothing is claimed of a speaker: the former are counted for content only, the
// latter are recalled nowhere else.
func MeasureAttributions(articles []*corpus.Article, known Attributions, find func(*corpus.Article) []Attributed) AttributionReport {
	report := AttributionReport{Articles: make([]int, 3), Tallies: make([][]Tally, 3)}
	for i := range report.Tallies {
		report.Tallies[i] = newTallies()
	}
	for _, a := range articles {
		want := known[a.ID]
		if len(want) == 0 {
			continue
		}
		half := 1 + int(hashOf(a.ID)%2)
		found := find(a)
		for _, i := range []int{0, half} {
			report.Articles[i]++
			misses := tally(report.Tallies[i], a.Body, found, want)
			if i == half {
				for _, m := range misses {
					m.Article, m.Half, m.body = a.ID, half, a.Body
					report.Misses = append(report.Misses, m)
				}
			}
		}
	}
	return report
}

func hashOf(id string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()
}

// tally counts the attributions of one article and returns what is missed.
func tally(tallies []Tally, body string, found, known []Attributed) (misses []AttributionMiss) {
	partner := pair(body, found, known)
	recalled := make([]bool, len(known))
	right := make([]bool, len(known))
	for i, f := range found {
		k := partner[i]
		named := !f.Unclear && (k < 0 || len(known[k].Source) > 0)
		same := named && k >= 0 && sameSource(body, f.Source, known[k].Source)
		if k >= 0 {
			recalled[k], right[k] = true, same
		}
		missed := countIn(tallies, talliesOf(body, f, named), (*Tally).addFound, same, k >= 0)
		if missed != "" {
			misses = append(misses, AttributionMiss{Tally: missed, Attributed: f})
		}
	}
	for i, k := range known {
		missed := countIn(tallies, talliesOf(body, k, len(k.Source) > 0), (*Tally).addKnown, right[i], recalled[i])
		if missed != "" {
			misses = append(misses, AttributionMiss{Tally: missed, Known: true, Attributed: k})
		}
	}
	return misses
}

// countIn adds an attribution to some of the tallies: whether its speaker is right, or, to that of
// contents, whether its content is. It returns the name of the first tally in which it is not right.
func countIn(tallies []Tally, of []int, add func(*Tally, bool), speaker, content bool) (missed string) {
	for _, i := range of {
		right := speaker || i == contentTally && content
		add(&tallies[i], right)
		if !right {
			missed = cmp.Or(missed, tallies[i].Name)
		}
	}
	return missed
}

// talliesOf returns which of the tallies an attribution counts in, by its content and whether
// its source is named.
func talliesOf(body string, x Attributed, named bool) []int {
	switch all, some := quoted(body, x.Content); {
	case !named:
		return []int{contentTally}
	case all:
		return []int{directTally, quotedTally, speakerTally, contentTally}
	case some:
		return []int{quotedTally, speakerTally, contentTally}
	}
	return []int{speakerTally, contentTally}
}

// enoughOverlap is how much of the words of two contents must be of both for them
// to match.
const enoughOverlap = 0.5

// pair returns for each found attribution the index of the known one that it goes
// with, or -1.
func pair(body string, found, known []Attributed) []int {
	words := make([][]int, len(known))
	for i, k := range known {
		words[i] = wordsOf(body, k.Content)
	}
	type couple struct {
		found, known int
		overlap      float64
		source       bool
	}
	var couples []couple
	partner := make([]int, len(found))
	for i, f := range found {
		partner[i] = -1
		mine := wordsOf(body, f.Content)
		for j, k := range known {
			if o := overlap(mine, words[j]); o >= enoughOverlap {
				couples = append(couples, couple{i, j, o, sameSource(body, f.Source, k.Source)})
			}
		}
	}
	slices.SortStableFunc(couples, func(a, b couple) int {
		if a.source != b.source { // of two within one content, that of the same speaker
			if a.source {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.overlap, a.overlap)
	})
	taken := make([]bool, len(known))
	for _, c := range couples {
		if partner[c.found] < 0 && !taken[c.known] {
			partner[c.found], taken[c.known] = c.known, true
		}
	}
	return partner
}

// sameSource reports whether two sources overlap or end in the same word.
func sameSource(body string, a, b []corpus.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Overlaps(y) || strings.EqualFold(lastName(body, x), lastName(body, y)) {
				return true
			}
		}
	}
	return false
}

// lastName returns the last word of a source before a comma.
func lastName(body string, s corpus.Span) string {
	name, _, _ := strings.Cut(body[s.Start:s.End], ",")
	if i := strings.LastIndexAny(strings.TrimSpace(name), " \u00a0"); i >= 0 {
		name = name[i+1:]
	}
	return strings.Trim(name, " ’'.")
}

// Print writes the report as a table.
func (r AttributionReport) Print(w io.Writer) error {
	var out strings.Builder
	for i, name := range []string{"all articles", "first half", "second half"} {
		fmt.Fprintf(&out, "%-12s  %d\n", name, r.Articles[i])
		for _, t := range r.Tallies[i] {
			fmt.Fprintf(&out, "  %-10s  precision %.3f (%d of %d), recall %.3f (%d of %d), F1 %.3f\n",
				t.Name, t.Precision(), t.Right, t.Found, t.Recall(), t.Recalled, t.Known, t.F1())
		}
	}
	return write(w, &out)
}

// PrintMisses writes a line for each miss: the half, the article's id, the tally,
// whether it was found and is wrong or is known and was missed, the source and the
// content, separated by tabs.
func (r AttributionReport) PrintMisses(w io.Writer) error {
	var out strings.Builder
	for _, m := range r.Misses {
		how := "wrong"
		if m.Known {
			how = "missed"
		}
		fmt.Fprintf(&out, "%d\t%s\t%s\t%s\t%s\t%s\n", m.Half, m.Article, m.Tally, how, textOf(m.body, m.Source), textOf(m.body, m.Content))
	}
	return write(w, &out)
}

// textOf returns the text of some spans on one line.
func textOf(body string, spans []corpus.Span) string {
	var texts []string
	for _, s := range spans {
		texts = append(texts, strings.Join(strings.Fields(body[s.Start:s.End]), " "))
	}
	return strings.Join(texts, " … ")
}
