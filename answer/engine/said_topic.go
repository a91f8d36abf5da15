package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/inquiry"
)

// mostTopical returns the largest share of the topic of a question for what somebody of a name says that one
// of some quotes meets, by its marks. All words of names count as one. It is 1 if there is no topic.
func (e *Engine) mostTopical(quotes []answer.Snippet, in inquiry.Inquiry, name string) (most float64) {
	asked, named := 0, make(map[string]bool)
	for _, w := range in.Words {
		switch {
		case e.onlyAsksOf(name, w):
		case w.Name:
			named[analysis.Fold(w.Typed)] = true
		default:
			asked++
		}
	}
	asked += min(1, len(named))
	if asked == 0 {
		return 1
	}
	name = " " + analysis.Fold(name) + " "
	for _, q := range quotes {
		met := make(map[string]bool)
		for _, m := range q.Marks {
			word := analysis.Fold(q.Quote[m.Start:m.End])
			switch {
			case strings.Contains(name, " "+word+" ") || e.isAmong(answertype.Utterances, word):
			case named[word]:
				met[""] = true
			default:
				met[word] = true
			}
		}
		most = max(most, float64(len(met))/float64(asked))
	}
	return most
}

// onlyAsksOf reports whether a word of a question for what somebody of a name says tells nothing of the topic:
// it only asks, is one of the name, or is for saying.
func (e *Engine) onlyAsksOf(name string, w inquiry.Word) bool {
	return w.Frame || hasWord(name, w.Typed) || e.isAmong(answertype.Utterances, w.Typed)
}

// hasWord reports whether a name has a word, as typed: Zelensky has no “sky”.
func hasWord(name, word string) bool {
	for at := 0; ; at++ {
		i := strings.Index(name[at:], word)
		if i < 0 {
			return false
		}
		at += i
		last, _ := utf8.DecodeLastRuneInString(name[:at])
		next, _ := utf8.DecodeRuneInString(name[at+len(word):])
		if !unicode.IsLetter(last) && !unicode.IsLetter(next) {
			return true
		}
	}
}
