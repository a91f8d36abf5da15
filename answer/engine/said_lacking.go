package engine

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/inquiry"
	"newshound/answer/naming"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// saying are the verbs of a question that nothing but speech answers. What somebody
// calls a thing, announces or adds may be told without a word of theirs.
var saying = analysis.Terms("say tell state comment argue insist respond reply tweet")

// onTopic is the share of a question that a speaker's words must meet to take the place of
// quotes in which others speak.
const onTopic = 0.6

// heed checks that the answer to a question like “What did Wray say of it?” has words of Wray's on
// the topic; of each speaker, if the question names several. If the first quotes have none, it asks
// the question again for the speaker's words alone (for all of them, if the question has no topic).
// If that finds nothing better, the answer becomes partial and tells whose words are missing. A
// question without an answer is asked again only for a full name that the coverage has. Nothing
// is done if the question names nobody, or an outlet: what an outlet reports is all of its articles.
func (e *Engine) heed(ctx context.Context, a *answer.Answer, in inquiry.Inquiry, text string) error {
	plain := in
	plain.Text = exactly().ReplaceAllString(in.Text, "what ")
	typed, verb, _ := e.asksOf(plain)
	if len(a.Filter.Said) > 0 || !e.isAmong(saying, verb) || e.isOutlet(in, typed) {
		return nil
	}
	name := corrected(typed, a.Corrected)
	either := typed + " " + name // of which the question has the one, and the coverage the other
	if is, err := e.namesSpeaker(ctx, name); err != nil || !is {
		return err
	}
	if a.Outcome == answer.None {
		if held, err := e.holdsPhrase(ctx, a.Filter, e.exactly(syntax.Phrase{Text: name})); err != nil || !held || len(speaker.New(name)) < 2 {
			return err
		}
	}
	asked := strings.Split(name, " and ")
	agents, err := e.agentsOf(ctx, asked...)
	if err != nil {
		return err
	}
	spoken := e.speeches.voiceOf(agents, answer.DefaultLimit)
	heard := func(c answer.Citation) bool {
		return e.speeches.heardIn(c, asked) || spoken != nil && len(spoken.in(candidate{article: c.Article, Span: c.Span})) > 0
	}
	// Quotes shown only on demand do not count, nor those without a word of the question.
	first := slices.DeleteFunc(slices.Clone(a.Snippets[:min(len(a.Snippets), answer.DefaultLimit)]), func(s answer.Snippet) bool {
		return len(s.Marks) == 0 || !heard(s.Cite)
	})
	told := slices.ContainsFunc(first, func(s answer.Snippet) bool { return e.tellsOf(s.Quote, in, either) })
	unheard := e.unheard(asked, first)
	if told && len(unheard) == 0 {
		return nil
	}
	speak, err := e.whoSpeak(ctx, a.Filter, asked)
	if err != nil {
		return err
	}
	if len(speak) == len(asked) {
		if done, err := e.inTheirWords(ctx, a, in, text, either, speak); done || err != nil {
			return err
		}
	}
	if told && a.Outcome != answer.None { // by some of them
		for _, name := range unheard {
			speaks := slices.ContainsFunc(shortened(name), func(short string) bool { return slices.Contains(speak, short) })
			a.Unheld = append(a.Unheld, answer.Unheld{Field: syntax.FieldSaid, Name: name, Elsewhere: speaks})
		}
		a.Outcome = answer.Partial
		return nil
	}
	if a.Outcome == answer.None || len(first) > 0 && (a.Form != "" || len(a.Absent) > 0 || e.mostTopical(first, in, either) > 0) {
		return nil
	}
	if len(speak) == 0 && !a.Filter.IsZero() {
		if speak, err = e.whoSpeak(ctx, answer.Filter{}, asked); err != nil {
			return err
		}
	}
	a.Unheld = append(a.Unheld, answer.Unheld{Field: syntax.FieldSaid, Name: name, Elsewhere: len(speak) > 0, Beside: len(first) == 0 && e.putBeside(a, in, either, speak), Unnamed: len(first) > 0})
	a.Outcome = answer.Partial
	return nil
}

// unheard returns those of several people whose words none of some quotes has; none for a single one.
func (e *Engine) unheard(asked []string, quotes []answer.Snippet) []string {
	if len(asked) < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(asked), func(name string) bool {
		return slices.ContainsFunc(quotes, func(s answer.Snippet) bool { return e.speeches.heardIn(s.Cite, []string{name}) })
	})
}

// exactly matches “what exactly did Wray say”. Only heed reads it as what he said: quotes are chosen for such a
// question as for others, so that of a group it gets what its members say, too.
var exactly = analysis.Pattern(`(?i)\bwhat (?:exactly|precisely) `)

// inTheirWords asks a question again for the words of its speakers alone, and reports whether it put
// what that found into the answer.
func (e *Engine) inTheirWords(ctx context.Context, a *answer.Answer, in inquiry.Inquiry, text, name string, speakers []string) (bool, error) {
	d := e.drafts.Of(text, a.Question.Day())
	if len(d.Said) > 0 || a.Form != "" {
		return false, nil
	}
	nothingElse := e.asksNothingBut(in, name) && !in.Lately
	if nothingElse {
		d.Text = ""
	}
	d.Set(syntax.FieldSaid, speakers...)
	q := a.Question
	q.Text, q.Previous, q.Drop = d.String(), "", ""
	if !nothingElse && q.Limit > 0 {
		q.Limit = max(q.Limit, judged)
	}
	all, err := e.Ask(ctx, q)
	switch {
	case err != nil:
		return false, err
	case nothingElse:
		all.Question, all.Read, all.FollowUp, all.Further = a.Question, q.Text, a.FollowUp, a.Further
		*a = *all
		return true, nil
	case all.Outcome == answer.Found && len(all.Absent) == 0 && all.Evidence.InQuote >= onTopic &&
		(e.mostTopical(a.Snippets, in, name) < 1 || e.mostTopical(all.Snippets, in, name) >= onTopic):
		a.Snippets, a.Absent, a.Outcome, a.Near = all.Snippets, all.Absent, answer.Found, nil
		a.Confidence, a.Evidence, a.Explanation = all.Confidence, all.Evidence, all.Explanation
		return true, nil
	}
	return false, nil
}

// corrected returns a name with the words that were read as others as they were read, with their capitals.
func corrected(name string, read []answer.Correction) string {
	words := strings.Fields(name)
	for i, w := range words {
		for _, c := range read {
			if analysis.Fold(w) == analysis.Fold(c.From) {
				words[i] = c.To
				if _, size := utf8.DecodeRuneInString(c.To); !analysis.IsLower(w) {
					words[i] = strings.ToUpper(c.To[:size]) + c.To[size:]
				}
			}
		}
	}
	return strings.Join(words, " ")
}

// putBeside puts what the speakers say before the other quotes of an answer, from those of its
// articles whose headline has the whole topic: words on a friend need not name the friend. It
// reports whether there are any.
func (e *Engine) putBeside(a *answer.Answer, in inquiry.Inquiry, name string, speakers []string) bool {
	if a.Form != "" || len(speakers) == 0 {
		return false
	}
	var by []speaker.Name
	for _, s := range speakers {
		by = append(by, speaker.New(s))
	}
	var own []answer.Snippet
	seen := make(map[string]bool)
	for _, s := range a.Snippets {
		if article := s.Cite.Article; !seen[article.ID] && e.headlines(article, in, name) {
			for _, c := range e.admitted(a.Filter, article, by) {
				own = append(own, c.snippet(0))
			}
		}
		seen[s.Cite.Article.ID] = true
	}
	if len(own) == 0 {
		return false
	}
	const most = answer.DefaultLimit - 1 // what the coverage says on it is shown too
	own = own[:min(most, len(own))]
	limit := len(a.Snippets)
	again := func(s answer.Snippet) bool {
		return slices.ContainsFunc(own, func(o answer.Snippet) bool { return o.Cite.Covers(s.Cite.Article, s.Cite.Span) })
	}
	if x := a.Explanation; x != nil {
		explained := x.Quotes
		x.Quotes = nil
		for i, q := range explained {
			if q.N = len(own) + len(x.Quotes) + 1; q.N <= limit && !again(a.Snippets[i]) {
				x.Quotes = append(x.Quotes, q)
			}
		}
	}
	a.Snippets = slices.Concat(own, slices.DeleteFunc(a.Snippets, again))
	a.Snippets = a.Snippets[:min(len(a.Snippets), limit)]
	for i := range a.Snippets {
		a.Snippets[i].Cite.N = i + 1
	}
	return true
}

// headlines reports whether a question for somebody's words has a topic, and an article's headline
// has all words of it.
func (e *Engine) headlines(article *corpus.Article, in inquiry.Inquiry, name string) bool {
	return !e.asksNothingBut(in, name) && e.tellsOf(article.Headline, in, name)
}

// tellsOf reports whether a text has all words of the topic of a question for what somebody of
// a name says.
func (e *Engine) tellsOf(text string, in inquiry.Inquiry, name string) bool {
	tokens := e.analyzer.Tokens(text)
	for _, w := range in.Words {
		if e.onlyAsksOf(name, w) {
			continue
		}
		if !analysis.HasTerm(tokens, w.Term) {
			return false
		}
	}
	return true
}

// whoSpeak returns those of some names whose bearers say something in the articles that a
// filter admits, each in the first form that is found.
func (e *Engine) whoSpeak(ctx context.Context, f answer.Filter, names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		for _, short := range shortened(name) {
			n := speaker.New(short)
			if len(n) == 0 {
				continue
			}
			says, _, err := e.says(ctx, f, n)
			if err != nil {
				return nil, err
			}
			if says {
				out = append(out, short)
				break
			}
		}
	}
	return out, nil
}

// heardIn reports whether a quote has words of any of some speakers. The name in the article
// may be fuller than theirs, or theirs fuller than that.
func (s *speeches) heardIn(c answer.Citation, by []string) bool {
	return slices.ContainsFunc(c.Among(s.of(c.Article)), func(one answer.Speech) bool {
		return !one.Unclear() && slices.ContainsFunc(namesIn(c.Article, one.Speaker, one.Source), func(named string) bool {
			return slices.ContainsFunc(by, func(name string) bool {
				return slices.ContainsFunc(shortened(name), func(short string) bool {
					return speaker.New(short).Names(named) || speaker.New(named).Names(short)
				})
			})
		})
	})
}

// asksNothingBut reports whether a question for what somebody of a name says has no topic.
func (e *Engine) asksNothingBut(in inquiry.Inquiry, name string) bool {
	return !slices.ContainsFunc(in.Words, func(w inquiry.Word) bool {
		return !w.Frame && !hasWord(name, w.Typed) && !e.isAmong(saying, w.Typed)
	})
}

// isOutlet reports whether a name in the question has that of an outlet, of the corpus or
// another.
func (e *Engine) isOutlet(in inquiry.Inquiry, name string) bool {
	return slices.ContainsFunc(in.Words, func(w inquiry.Word) bool { return w.Outlet && hasWord(name, w.Typed) }) ||
		slices.ContainsFunc(in.Outsiders, func(o naming.Outsider) bool { return hasWord(name, o.Name) }) ||
		e.names.IsOutlet(name)
}

// namesSpeaker reports whether words begin with a name, or with a title and a name, or are for
// who speaks for a name: “Bolton”, “the White House”, “President Trump”, “a spokesman for
// Meta”, but not “the report on Trump”.
func (e *Engine) namesSpeaker(ctx context.Context, words string) (bool, error) {
	if _, body, ok := strings.Cut(words, " for "); ok && speaker.New(words).IsTitle() {
		words = body
	}
	tokens := e.analyzer.Tokens(words)
	first := slices.IndexFunc(tokens, func(t analysis.Token) bool { return !t.Stop && !answertype.Honorifics(t.Term) })
	if first < 0 {
		return false, nil
	}
	if tokens[first].Upper || e.names.IsName(tokens, first) {
		return true, nil
	}
	return e.names.IsProper(ctx, tokens[first].Term)
}

// shortened returns a name and the forms in which articles may have it: “Satya Nadella” for Satya Nadella of
// Microsoft, and “Microsoft CEO” for the CEO of Microsoft. The Bank of America is not shortened to the Bank, nor
// the president of Ukraine to the president.
func shortened(name string) []string {
	out := []string{name}
	for _, link := range []string{" of ", " from ", " at ", " in "} {
		short, body, ok := strings.Cut(name, link)
		switch n := speaker.New(short); {
		case !ok || len(n) == 0:
		case n.IsTitle() && link == " of ":
			out = append(out, withoutArticle(body)+" "+withoutArticle(short))
		case slices.ContainsFunc(n, speaker.IsGiven), !n.IsTitle() && isPersonal(short) && !analysis.Ordinary(n[len(n)-1]):
			out = append(out, short)
		}
	}
	return out
}

// withoutArticle returns a name without the “the” before it.
func withoutArticle(name string) string {
	if first, rest, ok := strings.Cut(name, " "); ok && answertype.Articles(strings.ToLower(first)) {
		return rest
	}
	return name
}
