package analysis

import "strings"

// Word is a word of a text without its strings, for callers that analyse a great many.
type Word struct {
	// Start and End are the word's byte range in the text.
	Start, End uint32
	key        uint32 // the low half of a formKey
}

// Form returns the number under which its analyzer remembers the word as written, in small
// letters or capitals: from 1, without gaps, or 0 if it does not remember it. Words of one
// analyzer with the same number other than 0 have the same term and folded word.
func (w Word) Form() int32 { return formKey(w.key).number() }

func (w Word) traits() traits { return formKey(w.key).traits() }

// set sets or clears traits that the word has at its place.
func (w *Word) set(those traits, on bool) {
	of := w.traits()
	of.set(those, on)
	w.key = w.key&mostForms | uint32(of)<<24
}

// Stop reports what [Token.Stop] does.
func (w Word) Stop() bool { return w.traits().are(stop) }

// Upper reports what [Token.Upper] does.
func (w Word) Upper() bool { return w.traits().are(upper) }

// Unread reports a word that [Analyzer.AppendWordsOf] did not analyse: only its place is known.
func (w Word) Unread() bool { return w.traits().are(other) }

// Acronym reports what [Token.Acronym] does.
func (w Word) Acronym() bool { return w.traits().are(acronym) }

// traits are what is known of a word beside its letters.
type traits uint8

const (
	stop traits = 1 << iota
	upper
	acronym    // of a word at its place, never of a form
	capped     // two or more letters, all capitals
	double     // a stop word, or with capitals maybe another word: its place tells
	connecting // may stand in small letters inside a name
	empty      // nothing is left when it is folded
	other      // of a word at its place: not analysed, since it has none of the terms
)

func (t traits) are(wanted traits) bool { return t&wanted != 0 }

func (t *traits) set(those traits, on bool) {
	*t &^= those
	if on {
		*t |= those
	}
}

// AppendWords appends the words of a text, in order, to dst. at is added to their
// offsets.
func (a *Analyzer) AppendWords(dst []Word, text string, at int) []Word {
	return a.AppendWordsOf(nil, dst, text, at)
}

// AppendWordsOf does the same, but does not analyse the words that of does not admit and
// the analyzer does not remember. A nil of admits all.
func (a *Analyzer) AppendWordsOf(of *Beginnings, dst []Word, text string, at int) []Word {
	s := scanner{analyzer: a, text: text, at: at, first: len(dst), line: line{text: text}}
	var some [together]surface
	for n, end := cut(&some, text, 0); n > 0; n, end = cut(&some, text, end) {
		t := a.memory.load()
		t.prepare(some[:n], text)
		for i := range n {
			key := t.findFirst(&some[i])
			if key == 0 {
				key = t.find(&some[i], text)
			}
			switch {
			case key != 0:
			case of == nil || of.admit(&some[i], text):
				key = a.memory.add(some[i].in(text))
			default:
				key = formKey(other) << 24
			}
			key |= formKey(some[i].letterCase) << 24
			is := key.traits()
			if is.are(empty) {
				continue
			}
			start := uint32(at) + some[i].start // the word is written in place, not copied
			dst = append(dst, Word{Start: start, End: start + some[i].length, key: uint32(key)})
			if is.are(capped) || is&(double|upper) == double|upper {
				last := len(dst) - 1
				s.judge(&dst[last], dst[:last])
			}
		}
	}
	return dst
}

// Spelt returns a word of a text, folded, and its term.
func (a *Analyzer) Spelt(text string, w Word) (word, term string) {
	f := a.formOf(w, text[w.Start:w.End])
	if w.Form() == 0 { // do not keep the text alive
		f.word, f.term = strings.Clone(f.word), strings.Clone(f.term)
	}
	return f.word, f.term
}

// formOf returns the form of a word.
func (a *Analyzer) formOf(w Word, surface string) form {
	if w.Form() > 0 {
		return a.memory.load().form(w.Form())
	}
	return newForm(surface)
}

// scanner is a text whose words are being judged.
type scanner struct {
	analyzer *Analyzer
	text     string
	at       int // what is added to offsets
	first    int // where the text's words begin among all
	line     line
}

// place returns where a word stands in the text.
func (s *scanner) place(w *Word) (start, end int) { return int(w.Start) - s.at, int(w.End) - s.at }

// letters returns a word as written.
func (s *scanner) letters(w *Word) string {
	start, end := s.place(w)
	return s.text[start:end]
}

// judge decides by its place what a word in capitals is, or one that is spelt like a stop
// word. before are the words before it.
func (s *scanner) judge(w *Word, before []Word) {
	start, _ := s.place(w)
	w.set(acronym, w.traits().are(capped) && s.line.hasLower(start))
	if w.traits().are(double) {
		var prev *Word
		if len(before) > s.first {
			prev = &before[len(before)-1]
		}
		w.set(stop, s.isStop(w, prev))
	}
	if w.traits().are(stop) {
		w.set(acronym, false)
	}
}

// form returns the form of a word.
func (s *scanner) form(w *Word) form { return s.analyzer.formOf(*w, s.letters(w)) }
