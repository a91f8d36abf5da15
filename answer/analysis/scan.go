package analysis

// Word is a word of a text without its strings, for who analyses a great many.
type Word struct {
	// Start and End are the word's byte range in the text.
	Start, End uint32
	// Form is the number of the word as written among those that its analyzer
	// remembers, from 1 without gaps, or 0 if it remembers this one not. Words of
	// one analyzer with the same number, not 0, have the same term and folded word.
	Form   int32
	traits traits
}

// Stop reports what [Token.Stop] does.
func (w Word) Stop() bool { return w.traits.are(stop) }

// Acronym reports what [Token.Acronym] does.
func (w Word) Acronym() bool { return w.traits.are(acronym) }

// traits are what there is to say of a word beside its letters.
type traits uint8

const (
	stop traits = 1 << iota
	upper
	acronym    // of a word at its place, never of a form
	capped     // two or more letters, all capitals
	double     // spelt like a stop word: its place tells
	connecting // may stand in small letters inside a name
	empty      // nothing is left when it is folded
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
	s := newScanner(a, text)
	for s.next() {
		dst = append(dst, Word{uint32(at + s.start), uint32(at + s.end), s.number, s.traits})
	}
	return dst
}

// Spelt returns a word of a text, folded, and its term.
func (a *Analyzer) Spelt(text string, w Word) (word, term string) {
	f := a.formOf(w.Form, text[w.Start:w.End])
	return f.word, f.term
}

// formOf returns the form of a word, and its number if it is remembered.
func (a *Analyzer) formOf(number int32, surface string) *form {
	if number > 0 {
		return a.memory.form(number)
	}
	return newForm(surface)
}

// scanner goes through the words of a text.
type scanner struct {
	analyzer *Analyzer
	text     string
	line     line
	place          // of the word at hand
	before   place // of the word before it, if after
	after    bool
}

// place is a word at its place. Its form is known by the number, or if it has none it
// is there.
type place struct {
	start, end int
	number     int32
	traits     traits
	unknown    *form
}

func newScanner(a *Analyzer, text string) scanner {
	return scanner{analyzer: a, text: text, line: line{text: text}}
}

// next goes to the next word, if there is one.
func (s *scanner) next() bool {
	if s.end > 0 && !s.traits.are(empty) {
		s.before, s.after = s.place, true
	}
	for {
		start, end := nextWord(s.text, s.end)
		if start == end {
			return false
		}
		s.start, s.end, s.unknown = start, end, nil
		if key := s.analyzer.memory.find(s.text[start:end], startIn(s.text, start, end)); key != 0 {
			s.number, s.traits = key.number(), key.traits()
		} else {
			f := s.analyzer.newForm(s.text[start:end])
			if s.number, s.traits = f.number, f.traits; f.number == 0 {
				s.unknown = f
			}
		}
		if !s.traits.are(capped | double | empty) {
			return true
		}
		if !s.traits.are(empty) {
			s.judge()
			return true
		}
	}
}

// judge tells by its place what a word in capitals is, or one that is spelt like a
// stop word.
func (s *scanner) judge() {
	s.traits.set(acronym, s.traits.are(capped) && s.line.hasLower(s.start))
	if s.traits.are(double) {
		s.traits.set(stop, s.isStop())
	}
	if s.traits.are(stop) {
		s.traits.set(acronym, false)
	}
}

// form returns the form of the word at a place.
func (s *scanner) form(p *place) *form {
	if p.unknown != nil {
		return p.unknown
	}
	return s.analyzer.memory.form(p.number)
}
