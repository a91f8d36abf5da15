package bot

import (
	"context"
	"fmt"
	"slices"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
)

// page returns the reply that shows the quotes of an answer from the index from on, as many as
// fit into a reply.
func (r *Relay) page(a *answer.Answer, from int) Reply {
	part := *a
	to := len(shown(a))
	if a.Outcome != answer.None {
		to = min(from+r.options.Limit, to)
		part.Snippets = a.Snippets[from:to]
	}
	if from > 0 {
		part.Absent, part.Parted = nil, nil // the first page has told that
	}
	reply := ReplyTo(&part)
	reply.answered = shown(a)[:to]
	reply.Turn.Shown, reply.Turn.Seal = to, seal(reply.answered)
	reply.More = a.Outcome != answer.None && len(a.Snippets) > to
	if from > 0 && len(reply.Snippets) > 0 {
		reply.Text = furtherText
	}
	return reply
}

// furtherText is said of quotes that are not the first.
const furtherText = "Further quotes:"

// besides answers a question for something else than was shown last (“what else did he
// say?”). It leaves out the quotes that were shown then. The others keep their numbers, so
// that the turn need not record which were left out.
func (r *Relay) besides(ctx context.Context, last Turn, q answer.Question) Reply {
	last.Shown = min(last.Shown, maxShown)
	before, err := r.Answer(ctx, answer.Question{Text: last.Question, Limit: last.Shown})
	if err != nil {
		return Reply{Text: Problem(err)}
	}
	q.Limit, q.Shown = last.Shown+r.options.Limit+1, 0 // it is not known yet which will be shown
	a, err := r.Answer(ctx, q)
	if err != nil {
		return Reply{Text: Problem(err)}
	}
	part := *a
	part.Snippets = nil
	to := 0
	for ; to < len(a.Snippets) && len(part.Snippets) < r.options.Limit; to++ {
		s := a.Snippets[to]
		if !slices.ContainsFunc(shown(before), func(o answer.Snippet) bool { return s.Cite.Overlaps(o.Cite) }) {
			part.Snippets = append(part.Snippets, s)
		}
	}
	if len(part.Snippets) == 0 {
		return onlyShown(a, before, last)
	}
	reply := ReplyTo(&part)
	reply.answered = a.Snippets[:to]
	reply.Turn.Shown, reply.Turn.Seal = to, seal(reply.answered)
	reply.More = len(a.Snippets) > to
	return reply
}

// onlyShown is the reply where all quotes of an answer were shown with the one before. The
// person may have read only the first of those, so it shows again the others that answer this
// question.
func onlyShown(a, before *answer.Answer, last Turn) Reply {
	reply := Reply{Text: noFurther, Turn: last, answered: shown(before)}
	for _, s := range shown(before) {
		if s.Cite.N > 1 && s.Verify() == nil && slices.ContainsFunc(a.Snippets, func(o answer.Snippet) bool { return s.Cite.Overlaps(o.Cite) }) {
			reply.Snippets = append(reply.Snippets, s)
		}
	}
	if len(reply.Snippets) > 0 {
		reply.Text, reply.Outcome = noFurther+" Shown already, beside the first:", before.Outcome
		reply.Turn.Page = numbersOf(reply.Snippets)
	}
	return reply
}

// noFurther is said where all quotes of an answer have been shown.
const noFurther = "There are no further quotes."

// allShown is the reply to “more” where all quotes have been shown. It offers what else can
// be asked.
func allShown(a *answer.Answer, last Turn) Reply {
	reply := Reply{Text: noFurther, Turn: last, answered: shown(a)[:last.Shown]}
	if last.Shown > 0 && a.Outcome != answer.None {
		reply.Actions = append(append([]Action{{"Around quote 1", AroundCommand(1)}}, widenActions(a)...), formActions(a)...)
	}
	return reply
}

// shown returns the quotes of an answer that are shown: where the coverage does not say,
// those that come near.
func shown(a *answer.Answer) []answer.Snippet {
	if a.Outcome == answer.None {
		return a.Near
	}
	return a.Snippets
}

// again carries out a command about the last answer of a conversation. It asks the question
// once more, and checks by the seal that the answer is still the one that was seen.
func (r *Relay) again(ctx context.Context, last Turn, c command) Reply {
	if last.Question == "" {
		return Reply{Text: noAnswer}
	}
	if last.Shown <= 0 || last.Shown > maxShown {
		last.Shown, last.Seal = r.options.Limit, "" // as after a question
	}
	told := last.Shown
	if c.verb == back {
		told = r.options.Limit // if it comes to the first
	}
	a, err := r.Answer(ctx, answer.Question{Text: last.Question, Limit: last.Shown + r.options.Limit + 1, Shown: told})
	if err != nil {
		return Reply{Text: Problem(err)}
	}
	now := shown(a)
	if last.Seal != "" && (last.Shown > len(now) || seal(now[:last.Shown]) != last.Seal) {
		reply := r.page(a, 0)
		reply.Notes = append([]string{"The coverage has changed since that was answered, and so the numbers may mean other quotes. This is the answer now."}, reply.Notes...)
		return reply
	}
	last.Shown = min(last.Shown, len(now))
	last.Seal = seal(now[:last.Shown])
	if !last.Page.upTo(last.Shown) {
		last.Page = numbersFrom((last.Shown-1)/r.options.Limit*r.options.Limit+1, last.Shown)
	}
	return r.carryOut(ctx, a, last, c)
}

// carryOut carries out a command about an answer. last says which of its quotes were shown.
func (r *Relay) carryOut(ctx context.Context, a *answer.Answer, last Turn, c command) Reply {
	switch c.verb {
	case more:
		if a.Outcome == answer.None || last.Shown >= len(shown(a)) {
			return allShown(a, last)
		}
		return r.page(a, last.Shown)
	case back:
		if last.Page.first() <= 1 {
			return Reply{Text: "There are no quotes before these.", Turn: last}
		}
		return r.page(a, max(0, last.Page.first()-1-r.options.Limit))
	case repeat:
		return repeated(a, last)
	case doubt:
		reply := repeated(a, last)
		if len(reply.Snippets) > 0 && a.Outcome != answer.None {
			reply.Text = "Quotes tell what was said, not whether it is true. The coverage says:"
		}
		return reply
	case recheck:
		for _, s := range verified(a, last) {
			if s.Cite.N == last.Page.first() {
				return r.question(ctx, Turn{}, answer.Question{Text: syntax.As(answer.CheckQuote, plain.OneLine(s.Quote))})
			}
		}
		return noQuote(0, nil, last)
	case around:
		return aroundQuote(a, last, c.n)
	}
	return citeQuotes(a, last, c)
}

// noAnswer is the reply to a command about the last answer where there is none.
const noAnswer = "There is no answer here yet. Ask a question first, or say this where the answer stands."

// repeated returns the reply that shows the quotes that were shown last.
func repeated(a *answer.Answer, last Turn) Reply {
	part := *a
	part.Snippets = slices.DeleteFunc(slices.Clone(a.Snippets), func(s answer.Snippet) bool { return !last.Page.has(s.Cite.N) })
	if last.Page.first() > 1 {
		part.Absent, part.Parted = nil, nil
	}
	reply := ReplyTo(&part)
	reply.answered = shown(a)[:last.Shown]
	reply.Turn = last
	reply.More = a.Outcome != answer.None && len(a.Snippets) > last.Shown
	if last.Page.first() > 1 {
		reply.Text = furtherText
	}
	return reply
}

// verified returns the quotes of an answer that were shown, without those that are false
// ([answer.Snippet.Verify]).
func verified(a *answer.Answer, last Turn) []answer.Snippet {
	var quotes []answer.Snippet
	for _, s := range shown(a)[:last.Shown] {
		if s.Verify() == nil {
			quotes = append(quotes, s)
		}
	}
	return quotes
}

// noQuote says that an answer has no quote with a number, or none at all.
func noQuote(n int, quotes []answer.Snippet, last Turn) Reply {
	if len(quotes) == 0 {
		return Reply{Text: "The last answer has no quote: the coverage does not say.", Turn: last}
	}
	return Reply{Text: fmt.Sprintf("There is no quote %d: the last answer has %s.", n, phrase.Count(len(quotes), "quote")), Turn: last}
}

// first returns the reply with only its first n quotes, n at least 1, and a note that says so.
// The next page begins with the quotes left out; for citations, which have no pages, the note
// says how to get the others. Of a passage, the paragraph with the quote always stays.
func (r Reply) first(n int) Reply {
	left := len(r.Snippets) - n
	if left <= 0 || n < 1 {
		return r
	}
	from, gone := 0, r.Snippets[n:]
	if r.Passage {
		from = min(max(slices.IndexFunc(r.Snippets, func(s answer.Snippet) bool { return len(s.Marks) > 0 }), 0), left)
	}
	r.Snippets = r.Snippets[from : from+n]
	note := fmt.Sprintf("There was no room here for %s.", phrase.Count(left, "further quote"))
	switch {
	case r.Passage:
		note = fmt.Sprintf("There was no room here for %s.", phrase.Count(left, "further paragraph"))
	case r.Full:
		var commands []string
		for _, s := range gone {
			commands = append(commands, CiteCommand(s.Cite.N, ""))
		}
		note = fmt.Sprintf("There was no room here for %s: say %s.", phrase.Count(left, "further quote"), phrase.Quoted(commands, "or"))
	}
	if !r.Full && !r.Passage && r.Turn.Question != "" {
		r.Turn.Shown, r.Turn.Page = r.Snippets[n-1].Cite.N, numbersOf(r.Snippets)
		r.Turn.Seal = ""
		if r.Turn.Shown <= len(r.answered) {
			r.Turn.Seal = seal(r.answered[:r.Turn.Shown])
		}
		r.More = r.Outcome != answer.None
	}
	r.Notes = append([]string{note}, r.Notes...)
	return r
}

// Fit returns the reply with as many of its quotes as fit, and at least one. It leaves out
// whole quotes, from the end, with a note that says so; the next page begins with them.
func (r Reply) Fit(fits func(Reply) bool) Reply {
	for n := len(r.Snippets); n > 1; n-- {
		if part := r.first(n); fits(part) {
			return part
		}
	}
	return r.first(1)
}
