package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/attribution"
	"newshound/answer/speaker"
	"newshound/corpus"
)

// nameGiven returns the name of the speaker by the words outside of the quotation marks in a text,
// “Lee told reporters” or just a name; "" if there is none.
func nameGiven(text string, aside []string) string {
	name := ""
	if a, x, ok := attributed(text); ok {
		name, _, _ = strings.Cut(a.Text(x.Source), ",")
	}
	if words := strings.Fields(aside[0]); name == "" && len(aside) == 1 && len(words) <= mostNameWords && !slices.ContainsFunc(words, analysis.IsLower) {
		name = aside[0]
	}
	if !isPersonal(name) || speaker.New(name).IsTitle() || exclaims(name) {
		return ""
	}
	return name
}

// exclaims reports whether a label is a word in capitals that calls for attention: BREAKING: “…”
func exclaims(label string) bool {
	return len(label) > 2 && strings.ToUpper(label) == label && analysis.Ordinary(strings.ToLower(label))
}

// attributed returns the first quotation in a text that is plainly attributed to somebody.
func attributed(text string) (a *corpus.Article, x attribution.Attribution, ok bool) {
	a = corpus.NewArticle(corpus.Meta{}, text)
	for _, x := range attribution.Of(a) {
		if x.Kind == attribution.Direct && x.Cue.Len() > 0 && !x.Unclear() {
			return a, x, true
		}
	}
	return a, x, false
}

// onlyAttributes reports whether the words outside of the quotation marks in a text tell no more than
// who says it and to whom: Lee told reporters.
func onlyAttributes(text string, aside []string) bool {
	const more = 2
	a, x, ok := attributed(text)
	return ok && len(strings.Fields(strings.Join(aside, " "))) <= len(strings.Fields(a.Text(x.Source)+" "+a.Text(x.Cue)))+more
}

// mostNameWords is the largest number of words of a name that stands alone beside a quote.
const mostNameWords = 4

// isPersonal reports whether somebody is called by a name rather than described: its last word has a capital.
func isPersonal(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsUpper(first)
}

// instead returns who says some quotes, if every article names a speaker who shares no word with a
// given name. Otherwise by is "": a speaker called “he” may be taken for another, and a name with one
// word in common may be the same, spelt otherwise. agrees reports whether every article names a speaker
// with all words of the name.
func (s *speeches) instead(name string, quotes []answer.Snippet) (by string, agrees bool) {
	asked := strings.Fields(analysis.Fold(name))
	other := true
	agrees = len(quotes) > 0
	for _, q := range quotes {
		a := q.Cite.Article
		own := slices.DeleteFunc(q.Cite.Among(s.of(a)), func(x answer.Speech) bool { return x.Kind == attribution.Indirect })
		if len(own) == 0 {
			return "", false
		}
		for _, x := range own {
			source, _, _ := strings.Cut(a.Text(x.Source), ",")
			named := strings.Fields(analysis.Fold(a.Text(x.Speaker) + " " + source))
			shared := func(w string) bool { return slices.Contains(named, w) }
			if x.Unclear() || !isPersonal(source) || slices.ContainsFunc(asked, shared) {
				other = false
			}
			agrees = agrees && !x.Unclear() && !slices.ContainsFunc(asked, func(w string) bool { return !shared(w) })
			by = q.Cite.SpeakerName(x)
		}
		if !other && !agrees {
			return "", false // whatever the other articles say
		}
	}
	if !other {
		by = ""
	}
	return by, agrees
}
