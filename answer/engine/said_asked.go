package engine

import (
	"context"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/attribution"
	"newshound/answer/inquiry"
	"newshound/answer/speaker"
	"newshound/corpus"
)

const (
	// sayerBonus is what a quote gains, in shares of the question's weight, that is what
	// the one who is asked about says; and onTopicBonus as much more as it meets of what else is
	// asked about.
	sayerBonus   = 0.12
	onTopicBonus = 0.4
	// unsaidName is how much his name counts with words of his that have it not, as far as what is
	// asked of is met near them: he is named once, and goes on.
	unsaidName = 0.8
	// sayersArticles is the number of articles that are read for all that.
	sayersArticles = 8
	// speakerQuoted is what is left of the weight of a speaker's name where all quotes are
	// that speaker's: “she said” is as good, and what was said tells them apart.
	speakerQuoted = 0.1
)

// asksOf returns by what name, and with what verb, a question asks for what somebody
// says, “what did Wray say of it?”, "" for none; and whether it asks who said something.
func (e *Engine) asksOf(in inquiry.Inquiry) (name, verb string, who bool) {
	fields := strings.Fields(in.Text)
	for i, f := range fields {
		first := strings.ToLower(strings.Trim(f, "“\"',"))
		if first != "what" && first != "who" {
			continue
		}
		for k := i + 1; k < min(len(fields), i+longestAsked); k++ {
			if !e.isAmong(answertype.Utterances, fields[k]) {
				continue
			}
			between := fields[i+1 : k]
			if first == "who" {
				return "", "", len(between) <= 1 // who said, who has said
			}
			if len(between) > 1 && answertype.AskedVerbs(strings.ToLower(between[0])) {
				if answertype.Nominal(strings.ToLower(fields[k-1]), strings.ToLower(strings.TrimRight(fields[k], "?.!,”\""))) {
					continue
				}
				return strings.Join(withoutAdverbs(between[1:]), " "), fields[k], false
			}
			break
		}
		return "", "", false
	}
	return "", "", false
}

// withoutAdverbs returns the words of a name without the adverbs between it and a verb: what Pichai actually said.
func withoutAdverbs(name []string) []string {
	for n := len(name) - 1; n > 0 && attribution.Adverb(name[n]); n-- {
		name = name[:n]
	}
	return name
}

// longestAsked is how many words stand between “what” and the verb.
const longestAsked = 8

// isAmong reports whether a word is one of some terms.
func (e *Engine) isAmong(terms func(string) bool, word string) bool {
	return analysis.AnyTerm(e.analyzer.Tokens(word), terms)
}

// voice returns the voice of those whose words a question asks for, or is restricted to; nil
// where it asks for nobody's. What a firm or another body says its spokespeople do.
func (s *search) voice(ctx context.Context) (*voice, error) {
	if by := speakersOf(s.only.filter); len(by) > 0 {
		return s.speeches.voiceOf(by, formDepth), nil
	}
	name := corrected(s.sayer, s.words.Corrected)
	by, err := s.agentsOf(ctx, name)
	if err != nil {
		return nil, err
	}
	by = append(by, speaker.New(name))
	return s.speeches.voiceOf(by, sayersArticles), nil
}

// agentsOf returns by what names those go who speak for some that are no people: a spokeswoman for Meta
// says what Meta does.
func (e *Engine) agentsOf(ctx context.Context, names ...string) (agents []speaker.Name, err error) {
	for _, name := range names {
		if len(speaker.New(name)) == 0 {
			continue
		}
		gender, err := e.names.Gender(ctx, name)
		if err != nil {
			return nil, err
		}
		if gender == "" {
			agents = append(agents, speaker.New(name+" spokesperson"))
		}
	}
	return agents, nil
}

// prefer credits those of the candidates that are what is asked for: what the speakers say. It returns the candidate that was the best
// before, or nil where none is credited. topic is what each clause of the question counts that
// tells what is spoken of; see [search.topicOf]. What is said of that by the one of whose name
// the clauses are that whose tells counts as if it had the name itself, for “she said” is as good.
func (v *voice) prefer(whose []bool, topic []float64, found []candidate) (instead *candidate) {
	if len(found) == 0 {
		return nil
	}
	copy(found, bestFirst(found, scoreOf))
	top := found[0]
	nothingElse := !slices.ContainsFunc(topic, func(share float64) bool { return share > 0 })
	for i := range found {
		c := &found[i]
		unnamed := 0.0
		for k, lack := range c.lacks {
			if whose[k] {
				unnamed += lack
			}
		}
		if c.bearing()+unnamed < worth*top.bearing() || !v.isMuchOf(*c) {
			continue
		}
		instead = &top
		onTopic, near := 0.0, 0.0
		for k, share := range topic {
			onTopic += share * c.inside[k]
			near += share * c.near[k]
		}
		if nothingElse {
			near = 1
		}
		c.merits.sayer = sayerBonus + onTopicBonus*onTopic + unnamed*min(1, max(onTopic, unsaidName*near))
		c.score = c.merits.sum()
	}
	return instead
}

// topicOf returns for each clause that quotes are chosen by its share of what a question
// for somebody's words says beside who and that they speak.
func (s *search) topicOf(name string) []float64 {
	out := make([]float64, len(s.quotable.Wants))
	total := 0.0
	for i, w := range s.quotable.Wants {
		if name == "" || s.onlyAsksOf(name, w.Word) {
			continue
		}
		out[i] = w.Weight
		total += w.Weight
	}
	for i := range out {
		out[i] /= max(total, 1e-9)
	}
	return out
}

// speakerOf tells of each clause whether it is a word of the name of whom a question asks.
func (s *search) speakerOf(name string) []bool {
	out := make([]bool, len(s.quotable.Wants))
	for i, w := range s.quotable.Wants {
		out[i] = w.Word.Name && hasWord(name, w.Word.Typed)
	}
	return out
}

// saidBy returns the expansion as quotes are chosen by it that are all of some speakers.
func saidBy(x inquiry.Expansion, names []string) inquiry.Expansion {
	x.Wants = slices.Clone(x.Wants)
	for i, w := range x.Wants {
		if w.Word.Name && slices.ContainsFunc(names, func(name string) bool { return slices.Contains(strings.Fields(analysis.Fold(name)), w.Word.Word) }) {
			x.Wants[i].Weight *= speakerQuoted
			x.Wants[i].Info *= speakerQuoted
		}
	}
	return x
}

// says reports whether a candidate holds all of what somebody is asked to have spoken of, and
// words of his, in which that may stand or not: “Roe was at the bridge. There, she said, …”
func (s *search) says(c candidate) bool {
	if s.theirs == nil {
		return false
	}
	for k, share := range s.topic {
		if share > 0 && asGood(c.inside[k]) < 1 {
			return false
		}
	}
	return len(s.theirs.in(c)) > 0
}

// tells reports whether most of the words that a candidate shares with the question
// are said in it by somebody who is known.
func (s *speeches) tells(c candidate) bool {
	cite := answer.Citation{Article: c.article, Span: c.Span}
	inside := 0
	speech := cite.Among(s.of(c.article))
	for _, m := range c.matches {
		if slices.ContainsFunc(speech, func(x answer.Speech) bool {
			return !x.Unclear() && slices.ContainsFunc(x.Said, func(p corpus.Span) bool {
				return c.Start+p.Start <= m.Start && m.End <= c.Start+p.End
			})
		}) {
			inside++
		}
	}
	return inside > 0 && 2*inside > len(c.matches)
}
