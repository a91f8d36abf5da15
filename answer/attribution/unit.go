package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/attribution/internal/quotation"
	"newshound/corpus"
)

// kind says what a token is.
type kind uint8

const (
	none kind = iota // there is no token
	word
	quoted
	comma
	colon
	dash
	stop // any other mark that divides
)

// token is a word, a mark, or a whole quotation.
type token struct {
	corpus.Span
	entry
	kind kind
	word string // in small letters, with straight apostrophes
	// upper reports a word that begins with a capital, acronym one of two or more
	// letters that all are, owner one that ends in ’s or s’.
	upper, acronym, owner bool
	open                  bool // a quotation that its paragraph does not close
	name                  bool // a word that begins with a capital and is one of a name
}

// unit is a sentence, with what it quotes: a quotation of several sentences is
// part of the sentence that it stands in.
type unit struct {
	corpus.Span
	body      string
	paragraph int
	tokens    []token
	nothing   token // of no kind

	// What the sentence is about, once that was asked.
	about          phrase
	isAbout, asked bool
}

// numeric reports whether the token is a word that begins with a digit.
func (t token) numeric() bool { return t.word != "" && '0' <= t.word[0] && t.word[0] <= '9' }

// at returns the i-th token, and one of no kind where there is none.
func (u *unit) at(i int) *token {
	if i < 0 || i >= len(u.tokens) {
		return &u.nothing
	}
	return &u.tokens[i]
}

// asks reports whether a quotation ends so that its sentence may go on behind it.
func asks(text string) bool {
	text = strings.TrimRight(text, "\"'”’")
	return strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "…") || strings.HasSuffix(text, "...") || strings.HasSuffix(text, "—")
}

// quotes reports whether the unit is nothing but quotations.
func (u *unit) quotes() bool {
	return u.hasQuote() && !slices.ContainsFunc(u.tokens, func(t token) bool { return t.kind == word })
}

// hasQuote reports whether anything in the unit stands in quotation marks.
func (u *unit) hasQuote() bool {
	return slices.ContainsFunc(u.tokens, func(t token) bool { return t.kind == quoted })
}

// units divides a paragraph. Its tokens are put in what free has room for, and what is
// left of that is returned.
func units(a *corpus.Article, paragraph int, free []token) (out []unit, left []token) {
	span := a.Paragraphs[paragraph].Span
	text := a.Text(span)
	quotes := quotation.Find(text, span.Start)
	read := func(span corpus.Span, quotes []quotation.Quotation) unit {
		u := newUnit(a.Body, span, quotes, free)
		n := len(u.tokens)
		free, u.tokens = u.tokens[n:], u.tokens[:n:n]
		return u
	}
	start := -1
	next := 0 // the first quotation that does not end before the sentence
	for from, to := range analysis.Sentences(text) {
		from, to = span.Start+from, span.Start+to
		if start < 0 {
			start = from
		}
		i := next
		for i < len(quotes) && quotes[i].End <= to {
			i++
		}
		if i < len(quotes) && quotes[i].Start < to {
			continue // the sentence ends within a quotation
		}
		u := read(corpus.Span{Start: start, End: to}, quotes[next:i])
		n := len(out) - 1
		goesOn := n >= 0 && out[n].at(len(out[n].tokens)-1).open // “It held. “It leaked,” Smith said.
		if goesOn || n >= 0 && out[n].quotes() && (n == 0 || asks(a.Text(out[n].Span))) && u.attributesBefore() {
			out[n].End = u.End // “Why?” Smith fumed.
			out[n].tokens = append(out[n].tokens, u.tokens...)
		} else {
			out = append(out, u)
		}
		start, next = -1, i
	}
	if start >= 0 {
		end := span.Start + len(strings.TrimRightFunc(text, unicode.IsSpace))
		out = append(out, read(corpus.Span{Start: start, End: end}, quotes[next:]))
	}
	return slices.DeleteFunc(out, func(u unit) bool { return len(u.tokens) == 0 }), free
}

// attributesBefore reports whether a unit is no more than a clause that says who
// spoke a quotation before it: Smith fumed.
func (u *unit) attributesBefore() bool {
	p, ok := u.phraseFrom(0, false)
	if !ok {
		return false
	}
	i := u.withRemark(p).last + 1
	for u.at(i).is(aHelper) || u.at(i).kind == comma {
		i++
	}
	switch v := u.at(i).verb; {
	case v.use&quotes == 0:
		return false
	case v.use&addressed != 0:
		told := u.pastAddressee(i + 1)
		return told > i+1 && (u.ends(told) || told == len(u.tokens)-1 && u.tokens[told].kind == quoted) // Smith told the paper “…”
	default:
		return v.use&inverts != 0 && u.ends(i+1)
	}
}

// newUnit reads the tokens of a span of body with these quotations in it, into what
// free has room for. What stands in brackets is passed over: it hardly ever says who
// speaks.
func newUnit(body string, span corpus.Span, quotes []quotation.Quotation, free []token) unit {
	u := unit{Span: span, body: body, tokens: free[:0]}
	for i := span.Start; i < span.End; {
		if len(quotes) > 0 && i >= quotes[0].Start {
			q := quotes[0]
			u.tokens = append(u.tokens, token{Span: q.Span, kind: quoted, open: q.Open})
			quotes = quotes[1:]
			i = q.End
			continue
		}
		r, size := utf8.DecodeRuneInString(body[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '@' || r == '$' || r == '#':
			t := wordAt(body[:span.End], i)
			if t.upper && qualifying(t.word) && !u.namesBehind() {
				t.upper = false
			}
			u.tokens = append(u.tokens, t)
			i = t.End
			continue
		case r == '(' && i == span.Start && bracketed(body[i:span.End]):
			// What it says is read as any sentence is.
		case r == '(' || r == '[':
			if n := strings.IndexAny(body[i+1:span.End], ")]“\"("); n >= 0 && (body[i+1+n] == ')' || body[i+1+n] == ']') {
				i += n + 2
				continue
			}
			u.mark(stop, i, size)
		case r == ')' || r == ']':
			u.mark(stop, i, size)
		case r == ',' && u.namesFirm(body[i+size:span.End], i):
			// Halvor Foods, Inc. is one name.
		case r == ',':
			u.mark(comma, i, size)
		case r == ':':
			u.mark(colon, i, size)
		case r == '–' || r == '—' || r == '-' || r == '−':
			if n := len(u.tokens) - 1; u.at(n).kind == dash && u.tokens[n].End == i {
				u.tokens[n].End += size // --
			} else {
				u.mark(dash, i, size)
			}
		case r == ';' || r == '…' || r == '|' || r == '?' || r == '!':
			u.mark(stop, i, size)
		}
		i += size
	}
	return u
}

// namesFirm reports whether what follows the comma at i tells what kind of firm the name right
// before it is of.
func (u *unit) namesFirm(behind string, i int) bool {
	last := u.at(len(u.tokens) - 1)
	return last.kind == word && last.upper && strings.Trim(u.body[last.End:i], ".") == "" && len(behind) > 1 && behind[0] == ' ' &&
		unicode.IsUpper(rune(behind[1])) && behindName(wordAt(behind, 1).word)
}

// bracketed reports whether all of a sentence stands in brackets.
func bracketed(text string) bool {
	text = strings.TrimRight(text, quoteMarks+".")
	return strings.Index(text, ")") == len(text)-1
}

func (u *unit) mark(k kind, i, size int) {
	u.tokens = append(u.tokens, token{Span: corpus.Span{Start: i, End: i + size}, kind: k})
}

// wordAt returns the word that begins at i: letters, digits, and apostrophes,
// hyphens and points between them. The point of an abbreviation is left out.
func wordAt(text string, i int) token {
	end := i
	for end < len(text) && 'a' <= text[end] && text[end] <= 'z' { // most words are no more
		end++
	}
	plain, capitals := true, true
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if end > i && (r == '\'' || r == '’' || r == '-' || r == '.' || r == '&' || r == ',' || r == '/') {
			after, _ := utf8.DecodeRuneInString(text[end+size:])
			if r == ',' && !unicode.IsDigit(after) || !unicode.IsLetter(after) && !unicode.IsDigit(after) {
				break
			}
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !(end == i) && r != '_' {
			break
		}
		plain = plain && r >= 'a' && r <= 'z'
		capitals = capitals && !unicode.IsLower(r)
		end += size
	}
	t := token{Span: corpus.Span{Start: i, End: end}, kind: word, word: text[i:end]}
	if plain {
		if t.word[len(t.word)-1] == 's' {
			t.owner = apostropheAt(text, end)
		}
		t.entry = entryOf(t.word)
		return t
	}
	first, _ := utf8.DecodeRuneInString(t.word)
	t.upper = unicode.IsUpper(first) || first == '@'
	t.acronym = t.upper && len(t.word) > 1 && capitals
	t.word = strings.ToLower(strings.ReplaceAll(t.word, "’", "'"))
	t.entry = lexicon()[t.word]
	if p, rest, _ := strings.Cut(t.word, "'"); rest != "" && lexicon()[p].is(aPronoun) {
		t.entry = lexicon()[p] // he’d
	}
	t.owner = strings.HasSuffix(t.word, "'s") || strings.HasSuffix(t.word, "s") && apostropheAt(text, end)
	return t
}

// qualifying reports whether a word with a capital only says what the noun behind it is like, by what it has
// behind a hyphen: Paris-based, German-born, Hindi-language. Kim Jong-un is a name.
func qualifying(text string) bool {
	_, last, ok := strings.Cut(text, "-")
	return ok && qualities(last)
}

// namesBehind reports whether the tokens so far end in a name that may go on: Los Angeles-based; Dallas,
// Texas-based; Democrats and Democratic-leaning voters.
func (u *unit) namesBehind() bool {
	n := len(u.tokens) - 1
	if n > 0 && (u.tokens[n].kind == comma || u.tokens[n].word == "and" || u.tokens[n].word == "or") {
		n--
	}
	return n >= 0 && u.tokens[n].upper
}

var qualities = analysis.Words("based born led run owned backed language speaking style era wide made educated trained controlled leaning majority listed held bound only")

func apostropheAt(text string, i int) bool {
	return strings.HasPrefix(text[i:], "'") || strings.HasPrefix(text[i:], "’")
}
