package engine

import (
	"context"
	"slices"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/draft"
	"newshound/answer/inquiry"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
)

// search is a question on its way to an answer.
type search struct {
	*Engine
	text     string      // the question, or its topic where it asks for the latest on that
	draft    draft.Draft // the question as typed, taken apart
	request  syntax.Request
	spoken   []syntax.Spoken // the filters of the request that were said in words
	only     restriction
	day      time.Time // from which it counts, zero if that is not known; see asked
	ahead    time.Time // the first day that is yet to come, zero if no article is dated so
	inquiry  inquiry.Inquiry
	question []analysis.Token // of the inquiry's text
	words    inquiry.Expansion
	quotable inquiry.Expansion // the words with the weights by which quotes are chosen
	sayer    string            // the name of whom it asks what they say, "" for none
	whoSays  bool              // it asks who said something
	topic    []float64         // see topicOf
	theirs   *voice            // the sayer's, nil for none
	reader   *passageReader
	found    ranking
}

// newSearch understands the text of a question. The error is the context's or the
// retriever's.
func (e *Engine) newSearch(ctx context.Context, q answer.Question, text string) (*search, error) {
	s := &search{Engine: e}
	s.draft = s.readFilters(q, text)
	topic, newest := syntax.LatestOf(text)
	if newest = newest && !s.asksNewest(); newest {
		s.readFilters(q, topic)
	}
	var err error
	if s.ahead, err = e.ahead(ctx, q.Today); err != nil {
		return nil, err
	}
	if s.only, err = e.restrict(ctx, s.request); err != nil {
		return nil, err
	}
	s.inquiry = e.inquiries.Understand(s.request.About(s.only.filter.Said))
	s.day, s.inquiry.Lately = s.asked(q)
	s.inquiry.Asked = s.day
	if newest {
		last, err := s.last(ctx)
		if err != nil {
			return nil, err
		}
		if s.day.IsZero() || s.day.After(last) {
			s.inquiry.Asked, s.inquiry.Latest = last, true
		}
	}
	if err := s.keepToName(ctx); err != nil {
		return nil, err
	}
	if s.inquiry.Expect == answertype.Any && len(s.only.filter.Said) > 0 {
		s.inquiry.Expect = answertype.Speech
	}
	if s.words, err = e.inquiries.Expand(ctx, s.inquiry); err != nil {
		return nil, err
	}
	s.quotable = saidBy(s.words.Quotable(), s.only.filter.Said)
	s.remember()
	s.reader = e.newReader(s.question, s.words.Wants)
	return s, nil
}

// remember computes once what many candidates will be compared with.
func (s *search) remember() {
	s.question = s.analyzer.Tokens(s.inquiry.Text)
	s.sayer, _, s.whoSays = s.asksOf(s.inquiry)
	s.topic = s.topicOf(s.sayer)
	s.theirs = s.speeches.voiceOf([]speaker.Name{speaker.New(corrected(s.sayer, s.words.Corrected))}, formDepth)
}

// readFilters takes the filters out of what is asked, typed or said in words, and returns what
// was asked, taken apart.
func (s *search) readFilters(q answer.Question, text string) draft.Draft {
	s.text = text
	s.request = syntax.Parse(s.drafts.SpelledOut(text, q.Day()))
	s.spoken = s.drafts.Spoken(s.request, q.Day())
	asked := draft.From(s.request, s.spoken)
	s.request = syntax.WithoutSearching(s.analyzer, s.request.With(s.spoken))
	return asked
}

// tell records in an answer how its question was read, what is searched for, and in what.
func (s *search) tell(a *answer.Answer, read asking) {
	a.Read = s.standalone(read, a.Question)
	a.FollowUp, a.Further = read.FollowUp, read.FollowUp && s.followUps.AsksFurther(a.Question.Text)
	a.InWords = draft.InWords(s.text, s.spoken)
	a.Searched, a.Missing, a.Corrected = s.words.Searched, s.words.Missing, s.words.Corrected
	a.Filter = withPhrases(s.only.filter, s.only.phrases)
	a.Unheld, a.Malformed = s.only.unheld, s.only.malformed
	if s.inquiry.Lately {
		a.Asked = s.day
	}
	a.Unread = s.only.unread && (s.request.OnlySaid() && a.Form == "" || len(a.Filter.Said) == 0)
	if a.Newest = s.asksNewest(); a.Newest {
		a.Form, a.Searched, a.Missing, a.Corrected = "", nil, nil, nil // its words only ask
	}
	a.Corrected = append(read.corrected, a.Corrected...)
}

// standalone returns a text that asks the same on any day and without the question before,
// "" if that is what was typed.
func (s *search) standalone(a asking, q answer.Question) string {
	text := s.drafts.SpelledOut(a.Text, q.Day())
	counts := func(o syntax.Spoken) bool { return o.Counted && !o.Unknown }
	if _, typed := s.request.Asked(); s.inquiry.Lately && !typed {
		d := s.drafts.Of(text, q.Day())
		d.Set(syntax.FieldAsked, s.day.Format(time.DateOnly))
		text = d.String()
	} else if slices.ContainsFunc(s.spoken, counts) {
		text = s.drafts.Of(text, q.Day()).String()
	}
	if text == q.Text {
		return ""
	}
	return text
}
