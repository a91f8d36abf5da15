// Package analysis turns text into terms. One code path serves articles and
// questions, so that a word of a question finds the same word in an article
// however either is written.
//
// [Analyzer.Append] makes tokens: it finds the words of a text with their byte
// offsets, folds each to a plain lower-case word, marks stop words, and reduces
// the word to its stem, the term that is indexed. [Sentences] divides a text
// into sentences, and [Initials] and [Names] know how acronyms are made.
//
// # What is a word
//
// A run of letters, marks and digits. An apostrophe inside it belongs to it,
// and the possessive ending is folded away (Trump’s, states'). A hyphen
// divides. Full stops between single letters make an acronym (U.S., a.m.), and
// a point or comma between digits a number (2.5, 1,000). A character of a
// script that is written without spaces is a word of its own. Accents are
// folded (Orbán, Orban), and so are the few letters that Unicode does not
// decompose (ł, ø, ß).
//
// An acronym that is spelt like a stop word (US, WHO, IT) is no stop word when
// it stands in capitals among lower-case words.
//
// # Decisions
//
// Exceptions to the stemmer. Context: the Snowball English stemmer joins words
// that news must keep apart (university and universe, authorities and author,
// department and depart) and leaves apart what belongs together (told and
// tell). Decision: a table in forms.go gives such words their stem; everything
// else is Snowball's. Consequence: the table is short, each line can be
// argued, and the ablation in answer's package comment says what it is worth.
package analysis

import (
	"strings"
	"sync"

	snowball "github.com/kljensen/snowball/english"
)

// Token is one word of a text.
type Token struct {
	// Term is what is indexed: the stem of Word.
	Term string
	// Word is the word as written, folded: lower case, no accents, no possessive
	// ending, no full stops or apostrophes.
	Word string
	// Start and End are the word's byte range in the text.
	Start, End int
	// Stop reports a word that carries no information of its own.
	Stop bool
	// Upper reports a first letter that is a capital, Acronym a word of two or
	// more letters that are all capitals in a text that has small letters too.
	Upper, Acronym bool
}

// Analyzer makes tokens. It remembers the words that it has seen; the zero
// value is ready, and it is safe for concurrent use.
type Analyzer struct {
	shards [shards]shard
}

const (
	shards = 16
	// shardWords bounds the memory that the words of hostile or endless input
	// can claim: 16 × 32,768 words, some 60 MB. A word beyond that is analysed
	// anew each time.
	shardWords = 1 << 15
)

type shard struct {
	mu    sync.RWMutex
	forms map[string]form
}

// form is what a word is folded and stemmed to.
type form struct {
	term, word    string
	stop          bool
	upper, capped bool // capped: two or more letters, all capitals
}

// Append analyses text and appends its tokens, in order, to dst. The strings of
// a token may share memory with text. Text that is not valid UTF-8 is
// analysed as far as it is.
func (a *Analyzer) Append(dst []Token, text string) []Token {
	lower := hasLower(text)
	for start, end := range words(text) {
		f := a.form(text[start:end])
		if f.word == "" {
			continue
		}
		acronym := f.capped && lower
		dst = append(dst, Token{
			Term: f.term, Word: f.word, Start: start, End: end,
			Stop: f.stop && !acronym, Upper: f.upper, Acronym: acronym,
		})
	}
	return dst
}

// Tokens returns the tokens of text.
func (a *Analyzer) Tokens(text string) []Token {
	return a.Append(make([]Token, 0, len(text)/6+1), text)
}

// Term returns the term of a single folded word.
func (a *Analyzer) Term(word string) string { return a.form(word).term }

func (a *Analyzer) form(surface string) form {
	s := &a.shards[shardOf(surface)]
	s.mu.RLock()
	f, ok := s.forms[surface]
	s.mu.RUnlock()
	if ok {
		return f
	}
	surface = strings.Clone(surface) // do not keep the whole text alive
	f = newForm(surface)
	s.mu.Lock()
	if s.forms == nil {
		s.forms = make(map[string]form)
	}
	if len(s.forms) < shardWords {
		s.forms[surface] = f
	}
	s.mu.Unlock()
	return f
}

// shardOf is FNV-1a over the first bytes, enough to spread words.
func shardOf(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s) && i < 8; i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return (h ^ h>>16) % shards
}

func newForm(surface string) form {
	f := form{word: fold(surface)}
	f.upper, f.capped = capitals(surface)
	f.stop = stopWords[f.word]
	f.term = stem(f.word)
	return f
}

// stem returns the stem of a folded word.
func stem(word string) string {
	if t, ok := stems[word]; ok {
		return t
	}
	if base, ok := irregular[word]; ok {
		word = base
	}
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return word // numbers and foreign scripts have no English stem
		}
	}
	return snowball.Stem(word, true)
}
