// Package analysis turns text into terms. One code path serves articles and
// questions, so that a word of a question finds the same word in an article
// however either is written.
//
// [Analyzer.Append] makes tokens, [Analyzer.AppendWords] the same without their
// strings (scan.go), and [Analyzer.AppendOf] only those that may have one of some
// terms (beginnings.go). They find the words of a text with their byte offsets
// (words.go), look each up among those seen before (memory.go), or fold it to a plain
// lower-case word (fold.go), mark stop words (stop.go) and acronyms (acronyms.go),
// and reduce the word to its stem, the term that is indexed (stem.go and
// inflection.go, with the tables of forms.go).
// [Sentences] divides a paragraph into sentences, [Initials] and [Names] know
// how acronyms are made, and [Ordinary] knows the words of a small dictionary.
//
// # What is a word
//
// A run of letters, marks and digits that begins with a letter or a digit. An
// apostrophe between letters belongs to it, and the possessive ending is folded
// away (Trump’s, states’). Full stops between single letters make an acronym
// (U.S., a.m.), and a point or comma between digits a number (2.5, 1,000). A
// character of a script that is written without spaces is a word of its own.
// Accents are folded (Orbán, Orban), and so are the few letters that Unicode
// does not decompose (ł, ø, ß), full-width letters, and soft hyphens and other
// characters that do not show.
//
// A hyphen divides, except where the usual spelling has none: after e (e-mail),
// after re before another e (re-election), and in co-op and co-ord.
//
// # Words that are two words
//
// US, IT and WHO are no stop words when they stand in capitals among lower-case
// words; other stop words in capitals are emphasis, and stay stop words. U.S.,
// US and USA are one term. May and Will with a capital inside a sentence are
// names, and so is May beside a number.
//
// # Decisions
//
// Exceptions to the stemmer. Context: the Snowball English stemmer joins words
// that news must keep apart (university and universe, department and depart,
// Harris and Harry) and leaves apart what belongs together (told and tell,
// organise and organize). Decision: two tables in forms.go and two rules in
// stem.go, for British spellings and for names; everything else is Snowball's.
// Consequence: every line can be argued, a test shows that each does something,
// and the ablation above the tables says what they are worth.
//
// Hyphens. Context: Snowball and BM25 see e-mail and email, co-operate and
// cooperate as different words, yet cyber-specialists must be found by either
// part. Decision: a hyphen divides, save for the three prefixes whose usual
// spelling has lost it. Consequence: re-sign is not resign, co-founder is found
// by founder, and compounds written both ways (cyber attack, cyberattack) are
// the business of whoever expands a question.
//
// Sentences. Context: a quote must begin and end where a sentence does.
// Decision: rules and short tables (pause.go, abbreviations.go) instead of a
// trained model, since every decision can then be read and tested. Consequence:
// an abbreviation or initial before a name does not end a sentence, so that two
// sentences are now and then one (… in Tulsa, Okla. McDonald’s …); the
// opposite, a sentence cut in two, is rarer.
package analysis

import (
	"strings"
	"sync"
)

// Token is one word of a text.
type Token struct {
	// Term is what is indexed: the stem of Word.
	Term string
	// Word is the word as written, folded: lower case, no accents, no possessive
	// ending, no full stops, apostrophes or hyphens.
	Word string
	// Start and End are the word's byte range in the text.
	Start, End int
	// Stop reports a word that carries no information of its own.
	Stop bool
	// Upper reports a first letter that is a capital, Acronym a word of two or
	// more letters, no stop word, that are all capitals on a line that has small
	// letters too.
	Upper, Acronym bool
}

// Analyzer makes tokens. It remembers the words that it has seen; the zero
// value is ready, and it is safe for concurrent use.
type Analyzer struct {
	memory memory
	words  sync.Pool // of *[]Word
}

// Remember sets how many forms of words the analyzer remembers, instead of
// [DefaultForms]; other words are analysed each time that they occur. Call it before
// any other method.
func (a *Analyzer) Remember(forms int) { a.memory.most = forms }

// form is what is known of a word wherever it stands.
type form struct {
	traits     traits
	term, word string
}

// Append analyses text and appends its tokens, in order, to dst. The tokens do
// not keep text alive. Text that is not valid UTF-8 is analysed as far as it is.
func (a *Analyzer) Append(dst []Token, text string) []Token { return a.AppendOf(nil, dst, text) }

// AppendOf does the same, but if of is not nil, it need only analyse the words that may
// have one of its terms. The others may have nothing but their place, which saves much time.
func (a *Analyzer) AppendOf(of *Beginnings, dst []Token, text string) []Token {
	words, ok := a.words.Get().(*[]Word)
	if !ok {
		words = new([]Word)
	}
	defer a.words.Put(words)
	*words = a.AppendWordsOf(of, (*words)[:0], text, 0)
	return a.AppendTokens(dst, text, *words)
}

// AppendTokens appends to dst the tokens of some of a text's words.
func (a *Analyzer) AppendTokens(dst []Token, text string, words []Word) []Token {
	t := a.memory.load()
	for _, w := range words {
		var f form
		switch {
		case w.Form() > 0:
			f = t.form(w.Form())
		case !w.traits().are(other):
			f = newForm(strings.Clone(text[w.Start:w.End]))
		}
		dst = append(dst, Token{
			Term: f.term, Word: f.word, Start: int(w.Start), End: int(w.End),
			Stop: w.traits().are(stop), Upper: w.traits().are(upper), Acronym: w.traits().are(acronym),
		})
	}
	return dst
}

// Tokens returns the tokens of text.
func (a *Analyzer) Tokens(text string) []Token {
	return a.Append(make([]Token, 0, len(text)/6+1), text)
}

// Term returns the term of a single folded word.
func (a *Analyzer) Term(word string) string {
	var s surface
	s.set(word, 0, len(word))
	t := a.memory.load()
	s.hash = t.hash(&s, word)
	if key := t.find(&s, word); key != 0 {
		return t.form(key.number()).term
	}
	if number := a.memory.add(word).number(); number > 0 {
		return a.memory.load().form(number).term
	}
	return newForm(strings.Clone(word)).term
}

// newForm returns the form of a word as written. It may keep surface alive.
func newForm(surface string) (f form) {
	f.word = fold(surface)
	var first, all bool
	if !isPlain(surface) {
		first, all = capitals(surface)
	}
	if n := len(f.word) - 1; all && n >= 2 && surface[len(surface)-1] == 's' && f.word[n] == 's' {
		f.word = f.word[:n] // MPs
	}
	f.traits.set(upper, first)
	f.traits.set(capped, all)
	f.traits.set(empty, f.word == "")
	f.traits.set(connecting, connectors(f.word))
	f.traits.set(stop, stopWords(f.word) && !dotted(surface)) // H.E.R. is a singer
	f.traits.set(double, f.traits.are(stop) && doubles(f.word))
	f.term = stem(f.word)
	return f
}
