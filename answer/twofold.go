package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// Ways to ask two things at once. The groups are the two questions; what they share; and
// where only their ends differ, those.
var (
	// twoQuestions matches “Who won, and when did she retire?”
	twoQuestions = analysis.Pattern(`(?i)^((?:who|what|when|where|which|how|why|did|does|do|is|are|was|were|has|have)\b.+?),? and (?:also )?((?:who|what|when|where|which|how|why)(?:['’]s)? .+)$`)
	// twoEnds matches “What did Roe say about the strike and about the mayor?”
	twoEnds = analysis.Pattern(`(?i)^((?:who|what|when|where|which|how|why|did|does|do|is|are|was|were|has|have)\b.*?) ((about|on|of|to|in|for|with|from|at|by) .+?),? and (?:also )?((about|on|of|to|in|for|with|from|at|by) .+)$`)
	// twoTopics matches “What did Roe say about the strike and the mayor?”
	twoTopics = analysis.Pattern(`(?i)^((?:who|what|how|did|does|do|has|have)\b.*?) (about|on) ([^,]+) and ([^,]+)$`)
)

// ends reports whether a text begins with a word that leads to another end of a question.
func ends(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return leadsOn(first)
}

var leadsOn = analysis.Words("about on of to in for with from at by")

// longestTwofold is the length, in bytes, up to which a question is taken apart: people ask for
// two things in few words, and a longer “and” joins what belongs together.
const longestTwofold = 160

// twofold is a question that asks two things, each put as a question, and what is the second's
// and the first's alone, as typed.
type twofold struct {
	questions, own [2]string
}

// asTwo takes a question apart that asks two things.
func asTwo(text string) (t twofold, ok bool) {
	text = strings.TrimRight(text, " ?.!")
	if len(text) > longestTwofold || !analysis.MayHold(text, " and ") {
		return t, false
	}
	ask, about, on := twoQuestions().FindStringSubmatch(text), twoEnds().FindStringSubmatch(text), twoTopics().FindStringSubmatch(text)
	switch {
	case len(ask) > 2:
		t.own = [2]string{ask[1], ask[2]}
		t.questions = t.own
	case len(about) > 5 && strings.EqualFold(about[3], about[5]):
		t.own = [2]string{about[2], about[4]}
		t.questions = [2]string{about[1] + " " + about[2], about[1] + " " + about[4]}
	case len(on) > 4 && !strings.Contains(on[3]+on[4], " and ") && !ends(on[4]):
		t.own = [2]string{on[2] + " " + on[3], on[2] + " " + on[4]}
		t.questions = [2]string{on[1] + " " + t.own[0], on[1] + " " + t.own[1]}
	default:
		return t, false
	}
	for i := range t.questions {
		t.questions[i] += "?"
	}
	return t, true
}

// askApart answers the two parts of a question by themselves, where it asks two things, and
// together they are not answered in full: the coverage may tell one of them, or each in
// another place. The second is read in the light of the first. What part has no answer is told.
func (e *Engine) askApart(ctx context.Context, a *Answer, text string) error {
	if a.Form != "" || a.Outcome == Found && len(a.Absent) == 0 || len(a.Filter.Exact) > 0 {
		return nil
	}
	d := e.draftOf(text, a.Question.Day())
	two, ok := asTwo(d.text)
	if !ok {
		return nil
	}
	var parts [2]*Answer
	var answered []*Answer
	var unanswered []string
	q := a.Question
	q.Previous, q.Drop = "", ""
	for i := range parts {
		d.text = two.questions[i]
		q.Text = d.String()
		part, err := e.Ask(ctx, q)
		if err != nil {
			return err
		}
		if q.Previous == "" {
			q.Previous = q.Text
		}
		if part.Outcome == Found && len(part.Absent) == 0 {
			answered = append(answered, part)
		} else {
			unanswered = append(unanswered, two.own[i])
		}
	}
	if len(answered) == 0 {
		return nil
	}
	a.Unanswered = unanswered
	join(a, answered)
	return nil
}

// join makes an answer of those to parts of its question: quotes of each by turns, and no more
// sure than the least sure.
func join(a *Answer, parts []*Answer) {
	a.Outcome, a.Absent, a.Unheld, a.Near, a.Snippets = Found, nil, nil, nil, nil
	if len(a.Unanswered) > 0 {
		a.Outcome = Partial
	}
	least := slices.MinFunc(parts, func(x, y *Answer) int { return cmp.Compare(x.Confidence, y.Confidence) })
	a.Confidence, a.Evidence = least.Confidence, least.Evidence
	if least.Explanation != nil {
		x := *least.Explanation
		x.Quotes = nil
		a.Explanation = &x
	}
	limit := cmp.Or(a.Question.Limit, DefaultLimit)
	for i := 0; i < limit; i++ {
		for _, p := range parts {
			if i >= len(p.Snippets) || len(a.Snippets) == limit {
				continue
			}
			s := p.Snippets[i]
			if slices.ContainsFunc(a.Snippets, func(o Snippet) bool { return o.Cite.Covers(s.Cite.Article, s.Cite.Span) }) {
				continue
			}
			s.Cite.N = len(a.Snippets) + 1
			a.Snippets = append(a.Snippets, s)
			if a.Explanation != nil {
				take(a.Explanation, p.Explanation, i+1, s.Cite.N)
			}
		}
	}
}

// take takes over what another explanation says of its n-th quote, which is another number here.
func take(x, from *Explanation, n, here int) {
	for _, q := range from.Quotes {
		if q.N == n {
			q.N = here
			x.Quotes = append(x.Quotes, q)
		}
	}
	for _, w := range from.Words {
		if !slices.ContainsFunc(x.Words, func(o ExplainedWord) bool { return o.Word == w.Word }) {
			x.Words = append(x.Words, w)
		}
	}
}
