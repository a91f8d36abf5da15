package naming

import (
	"context"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/attribution"
	"newshound/answer/calendar"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// Name is a name in a text, and its first and last token.
type Name struct {
	corpus.Span
	First, Last int
}

// Of finds the names in a text: runs of words with capitals, or that no dictionary has. Months and days are
// none. In a text in which all words have capitals, none is found.
func (k *Names) Of(text string, tokens []analysis.Token) []Name {
	if !analysis.AnyLower(text) || allTitled(tokens) {
		return nil
	}
	var out []Name
	for i := 0; i < len(tokens); i++ {
		if !k.IsName(tokens, i) {
			continue
		}
		n := Name{First: i, Last: i}
		for j := i + 1; j < len(tokens) && adjoins(text, tokens, j); j++ {
			if k.IsName(tokens, j) {
				n.Last = j
			} else if !joinsCapitals(tokens, j) {
				break
			}
		}
		n.Span = corpus.Span{Start: tokens[i].Start, End: tokens[n.Last].End}
		out = append(out, n)
		i = n.Last
	}
	return out
}

// joinsCapitals reports whether the i-th token is a small word between two with capitals that may belong to
// one name: University of Oslo, Encounters of the Spooky Kind, Anna van der Berg.
func joinsCapitals(tokens []analysis.Token, i int) bool {
	if tokens[i].Word == "the" && tokens[i-1].Word == "of" {
		return i > 1 && tokens[i-2].Upper && i+1 < len(tokens) && tokens[i+1].Upper
	}
	next := i + 1
	for next < len(tokens) && syntax.Particles(tokens[next].Word) && syntax.Particles(tokens[i].Word) {
		next++
	}
	if syntax.Particles(tokens[i].Word) && (tokens[i-1].Upper || syntax.Particles(tokens[i-1].Word)) && next < len(tokens) && tokens[next].Upper {
		return true
	}
	if next < len(tokens) && tokens[next].Word == "the" {
		next++
	}
	return tokens[i].Word == "of" && tokens[i-1].Upper && next < len(tokens) && tokens[next].Upper
}

// allTitled reports whether all words of a text but stop words have capitals, if there are some. A shorter
// text may be little but a name: “Who is Sam Bankman-Fried?”
func allTitled(tokens []analysis.Token) bool {
	const few = 5
	n := 0
	for _, t := range tokens {
		switch {
		case t.Stop:
		case !t.Upper:
			return false
		default:
			n++
		}
	}
	return n >= few
}

// IsName reports whether the i-th token looks like a part of a name.
func (k *Names) IsName(tokens []analysis.Token, i int) bool {
	t := tokens[i]
	if t.Stop && t.Upper && i > 0 && i+1 < len(tokens) && tokens[i+1].Upper && speaker.IsGiven(t.Word) {
		return true // Will Smith
	}
	if t.Stop || analysis.IsNumber(t.Word) || t.Upper && (calendar.Month(t.Word) > 0 || calendar.Weekday(t.Word)) {
		return false
	}
	return t.Acronym || t.Upper && (i > 0 || !analysis.Ordinary(t.Word)) || !t.Upper && !analysis.Ordinary(t.Word) && k.index.DocFreq(t.Term) > 0
}

// adjoins reports whether the i-th token may be of one name with the token before it, by what stands between
// them.
func adjoins(text string, tokens []analysis.Token, i int) bool {
	switch text[tokens[i-1].End:tokens[i].Start] {
	case ". ":
		const longest = 4 // letters of what is shortened: Prof. Lee
		return tokens[i-1].End-tokens[i-1].Start <= longest
	case " ", "-", "\u00a0":
		return !syntax.Owns(text[tokens[i-1].Start:tokens[i-1].End])
	}
	return false
}

// People returns the names of people in a text, as far as can be told. A name counts once, by its last word,
// and is as it first stands there, without the ending of a possessive. The error is the retriever's.
func (k *Names) People(ctx context.Context, text string) ([]string, error) {
	tokens := k.analyzer.Tokens(text)
	var out []string
	seen := make(map[string]string) // the first word of a name, by the last
	for _, n := range k.Of(text, tokens) {
		n = withoutHome(tokens, n)
		if err := k.lengthen(ctx, text, tokens, &n); err != nil {
			return nil, err
		}
		first, last := tokens[n.First], tokens[n.Last]
		if known, is := seen[last.Word]; is && (n.First == n.Last || known == last.Word || known == first.Word || answertype.Honorifics(first.Term)) || k.Outlets(joinWords(tokens[n.First:n.Last+1])) != nil {
			continue
		}
		is, err := k.IsPerson(ctx, tokens, n)
		if err != nil {
			return nil, err
		}
		if is && !constituencies().MatchString(text[n.Start:n.End]) {
			seen[last.Word] = first.Word
			out = append(out, syntax.Owner(text[n.Start:n.End]))
		}
	}
	return out, nil
}

// withoutHome returns a name without what its bearer is of: Ann Lee of Ashford is Ann Lee. One without a given
// name stays, such as the Bank of America.
func withoutHome(tokens []analysis.Token, n Name) Name {
	for i := n.First + 2; i < n.Last; i++ {
		if tokens[i].Word == "of" && speaker.IsGiven(tokens[i-2].Word) {
			n.Last, n.End = i-1, tokens[i-1].End
			break
		}
	}
	return n
}

// constituencies matches a party and a state as they stand behind a name: Kevin McCarthy, R-Calif.
var constituencies = analysis.Pattern(`^[A-Z]-[A-Z][a-z]`)

// lengthen adds to a name in small letters the word behind it, if the coverage writes that with a capital:
// “connor stallions”.
func (k *Names) lengthen(ctx context.Context, text string, tokens []analysis.Token, n *Name) error {
	next := n.Last + 1
	if tokens[n.Last].Upper || next == len(tokens) || tokens[next].Stop || !adjoins(text, tokens, next) {
		return nil
	}
	proper, err := k.IsProper(ctx, tokens[next].Term)
	if proper {
		n.Last, n.End = next, tokens[next].End
	}
	return err
}

// contexts is the number of passages by which it is judged how the coverage uses a name.
const contexts = 25

// IsPerson reports whether a name is a person's, by the name and by how the coverage uses its last word: with
// titles and first names before it, and verbs of speech beside it. One that the coverage never uses is
// judged by its looks.
func (k *Names) IsPerson(ctx context.Context, tokens []analysis.Token, n Name) (bool, error) {
	last := tokens[n.Last]
	if last.Acronym || len(last.Word) == 1 || interjections(last.Word) || Bodies(last.Word) || n.Last > n.First && (landmarks(last.Word) || tokens[n.First].Word == "al" && ofAl(last.Word)) {
		return false, nil
	}
	titled, strange := false, false
	for _, t := range tokens[n.First : n.Last+1] {
		if t.Word == "of" && !speaker.IsGiven(tokens[n.Last-1].Word) {
			return false, nil // the CEO of OpenAI, and no name
		}
		titled = titled || answertype.Honorifics(t.Term) && t.Upper
		strange = strange || !analysis.Ordinary(t.Word)
	}
	if titled && n.Last > n.First {
		return true, nil
	}
	if n.Last > n.First && !strange && !speaker.IsGiven(tokens[n.Last-1].Word) {
		return false, nil
	}
	if n.First > 0 && answertype.Places(tokens[n.First-1].Word) && tokens[n.First-1].Word != "to" && tokens[n.First-1].Word != "from" && n.Last == n.First {
		return false, nil
	}
	signs, used := 0, false
	err := k.uses(ctx, last.Term, func(text string, tokens []analysis.Token, i int) {
		used = true
		if tokens[i].Upper {
			signs += personal(text, tokens, i)
		}
	})
	return signs > 0 || !used && strange, err
}

// landmarks end the names of places, and those of hardly anybody: the Amazon River, Phillip Island.
var landmarks = analysis.Words(`river island islands ocean sea peninsula strait gulf coast mountains plateau desert road avenue boulevard highway
	county province district airport stadium`)

// ofAl follow “Al” in the names of groups, broadcasters, papers and clubs. Before other words it is a given name.
var ofAl = analysis.Words("qaeda qaida jazeera arabiya shabaab shabab hilal nassr ahly ittihad ahram aqsa hurra manar mayadeen")

// uses calls show for each use of a term in some passages of the coverage, with the text, the tokens of the
// passage, and which of these it is. The error is the retriever's.
func (k *Names) uses(ctx context.Context, term string, show func(text string, tokens []analysis.Token, i int)) error {
	hits, err := k.index.Retrieve(ctx, answer.Query{Clauses: []answer.Clause{{Alts: []answer.Alt{{Terms: []string{term}, Weight: 1}}, Weight: 1}}, Limit: contexts})
	if err != nil {
		return err
	}
	for _, h := range hits {
		tokens := answer.Tokens(k.analyzer, nil, h.Passage)
		for i, t := range tokens {
			if t.Term == term {
				show(h.Passage.Article.Body, tokens, i)
			}
		}
	}
	return nil
}

// IsProper reports whether the coverage nearly always writes a term with a capital, as it does a name.
func (k *Names) IsProper(ctx context.Context, term string) (bool, error) {
	upper, all := 0, 0
	err := k.uses(ctx, term, func(_ string, tokens []analysis.Token, i int) {
		all++
		if tokens[i].Upper {
			upper++
		}
	})
	return all > 0 && upper*10 >= all*9, err
}

// Gender tells how the coverage speaks of a person, by the given name, or else by that before the
// surname and by the pronouns behind the name in the coverage: "he", "she", or "" where that is not
// clear.
func (k *Names) Gender(ctx context.Context, name string) (string, error) {
	const (
		enough = 3 // pronouns
		times  = 2 // as many as of the other
	)
	tokens := k.analyzer.Tokens(name)
	if len(tokens) == 0 {
		return "", nil
	}
	for _, t := range tokens[:len(tokens)-1] { // behind titles
		if g := attribution.Gender(t.Word); g != "" && !ofBoth(t.Word) {
			return g, nil
		}
	}
	count := make(map[string]int)
	bare := len(tokens) == 1
	err := k.uses(ctx, tokens[len(tokens)-1].Term, func(_ string, tokens []analysis.Token, i int) {
		if bare && i > 0 && tokens[i-1].Upper && !ofBoth(tokens[i-1].Word) {
			count[attribution.Gender(tokens[i-1].Word)] += enough // Christopher Wray
		}
		count[pronounBehind(tokens, i)]++
	})
	switch he, she := count["he"], count["she"]; {
	case he >= enough && he >= times*she:
		return "he", err
	case she >= enough && she >= times*he:
		return "she", err
	}
	return "", err
}

// pronounBehind returns the gender of the first pronoun or title of a person behind the i-th token, the
// end of a name, "" where there is none near by and before another name.
func pronounBehind(tokens []analysis.Token, i int) string {
	const reach = 25 // words
	for j := i + 1; j < len(tokens) && j <= i+reach; j++ {
		switch tokens[j].Word {
		case "he", "him", "his", "mr":
			return "he"
		case "she", "her", "hers", "ms", "mrs":
			return "she"
		}
		if j > i+1 && analysis.IsName(tokens[j]) {
			break // who may be meant from here on
		}
	}
	return ""
}

// personal judges a name by the words beside it: it is above 0 for those that stand beside people's names,
// and below for those beside the names of places and bodies.
func personal(text string, tokens []analysis.Token, i int) int {
	sign := 0
	if i > 0 {
		switch t := tokens[i-1]; {
		case t.Upper && adjoins(text, tokens, i) && (answertype.Honorifics(t.Term) || speaker.IsGiven(t.Word) || !analysis.Ordinary(t.Word) && !analysis.Ordinary(tokens[i].Word) && !t.Acronym && !t.Stop):
			sign++
		case t.Word == "the" || t.Word == "in" || t.Word == "at" || t.Word == "near" || t.Word == "across":
			sign--
		case spoke(t.Word):
			sign++
		}
	}
	if i+1 < len(tokens) && spoke(tokens[i+1].Word) {
		sign++
	}
	return sign
}

// ofBoth are given names, mostly of men, that many women have as well.
var ofBoth = analysis.Words("alex sam pat chris charlie jaime jesse ali")

// interjections begin sentences with a capital, and are no names.
var interjections = analysis.Words("yes no yeah yep nope well oh okay ok hey please thanks sorry look listen hello")

// spoke are verbs that stand beside the names of people who say something.
var spoke = analysis.Words("said says told tells tweeted wrote added asked replied argued insisted testified")

// Bodies are words for bodies of people, which act as people do: a ministry, a company.
var Bodies = analysis.Words(`department agency office bureau ministry administration government committee commission council court
	company union parliament senate congress center centre institute foundation association`)
