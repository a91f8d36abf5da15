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
	// sayerBonus is what a quote gains, in shares of the question's weight, that is in the words
	// of the person asked about; and onTopicBonus what it gains more if it meets all of the topic.
	sayerBonus   = 0.12
	onTopicBonus = 0.4
	// unsaidName is how much the person's name counts for their words without it, if all of the
	// topic is met near them: somebody is named once, and goes on.
	unsaidName = 0.8
	// sayersArticles is the number of articles that are read for that.
	sayersArticles = 8
	// speakerQuoted is what is left of the weight of a speaker's name where all quotes are
	// that speaker's: then “she said” is as good.
	speakerQuoted = 0.1
)

// asksOf returns the name and the verb in a question for what somebody says, “what did Wray
// say of it?”, or ""; and reports whether it asks who said something.
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
				return strings.TrimRight(strings.Join(withoutAdverbs(between[1:]), " "), ","), fields[k], false
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

// longestAsked is how many words behind “what” are searched for the verb.
const longestAsked = 12

// isAmong reports whether a word is one of some terms.
func (e *Engine) isAmong(terms func(string) bool, word string) bool {
	return analysis.AnyTerm(e.analyzer.Tokens(word), terms)
}

// voice returns the voice of those whose words a question asks for, or is restricted to; nil
// if there are none. For a firm or another body its spokespeople speak, too.
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

// agentsOf returns the names of spokespeople for those of some names that are not people's: a
// spokeswoman for Meta says what Meta says.
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

// prefer credits the candidates that are what the speakers say. It returns the candidate that was the
// best before, or nil if none is credited. topic is the share that each clause has of the topic; see
// [search.topicOf]. whose tells the clauses that are the speaker's name: words of theirs on the topic
// are credited as if they had it, for “she said” is as good.
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

// topicOf returns for each clause its share of the topic of a question for somebody's words:
// of all that it says but who speaks, and that they do.
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

// saidBy returns the expansion by which quotes are chosen that are all of some speakers: their
// names count little.
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

// says reports whether a candidate has all of the topic of a question for somebody's words, and words
// of theirs, though these need not have the topic: “Roe was at the bridge. There, she said, …”
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

// tells reports whether most of the words that a candidate shares with the question are said
// by somebody whom the article names.
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
