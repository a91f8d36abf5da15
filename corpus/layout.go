package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a part of a body that may become a paragraph.
type piece struct {
	Span
	block int  // pieces of one block have no blank line between them
	gap   int  // blank lines above the piece
	half  bool // the piece continues the paragraph that the one above started
	drop  bool // furniture
	kind  Kind
}

// wideGap is the gap of a piece that a line of asterisks or the like sets off.
const wideGap = 1 << 20

// layout divides one body into paragraphs. It goes over the text twice, once
// for its habits (see [survey]) and once for its pieces, and then over the
// pieces.
type layout struct {
	meta   Meta
	body   string
	survey survey
	pieces []piece
	folded []byte // the piece at hand, folded; reused
	other  []byte // what it is compared with, folded; reused
}

// paragraphs finds the paragraphs of a body that may be quoted. They are in
// order, not empty, trimmed of white space, and do not overlap.
//
// Blank lines separate blocks. In a hard-wrapped text a block is a paragraph, or as many as
// are marked in it by an indent; in any other, each line is. A header block at the very
// start is part of no paragraph, nor is furniture.
func paragraphs(meta Meta, body string) []Paragraph {
	story := 0
	if h, err := ParseHeader(body); err == nil {
		story = h.End
	}
	l := layout{meta: meta, body: body, survey: surveyText(body[story:])}
	l.pieces = make([]piece, 0, l.survey.lines)
	var folded, other [256]byte
	l.folded, l.other = folded[:0], other[:0]
	l.divide(story)
	l.classify()
	l.markCaptions()
	l.dropTop()
	return l.number()
}

// divide finds the pieces.
func (l *layout) divide(story int) {
	var (
		open  piece // the piece that may still grow; empty at first
		above Span  // its last line
		whole bool  // it may not
		blank int
	)
	it := newLines(l.body)
	it.pos = story
	for {
		line, ok := it.next()
		if !ok {
			break
		}
		if line.Len() == 0 {
			blank++
			continue
		}
		special := l.survey.wrapped && l.special(line, blank > 0 || endsSentence(l.body[open.Start:open.End]))
		if blank == 0 && l.survey.wrapped && !whole && !special && open.Len() > 0 && !l.starts(above, line, len(l.pieces) == 0) {
			open.End, above = line.End, line
			continue
		}
		block := open.block
		if blank > 0 {
			block++
		}
		l.cut(open)
		open, above, whole, blank = piece{Span: line, block: block, gap: blank}, line, special, 0
	}
	l.cut(open)
}

// special reports whether a line of a hard-wrapped text stands for itself. The
// line may start a paragraph or, where the sentence above it is not finished,
// probably continues one: then it must show clearly that it does not.
func (l *layout) special(line Span, start bool) bool {
	text := l.body[line.Start:line.End]
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLower(first) {
		return false
	}
	if start {
		p := piece{Span: line}
		l.judge(&p)
		return p.drop || p.kind != Text
	}
	l.folded = fold(l.folded[:0], text)
	_, credit := creditLabel(l.folded)
	return credit || isBracketedLink(l.folded) || isSignOff(l.folded) || !hasWord(text)
}

// starts reports whether a line of a hard-wrapped text starts a paragraph right below
// another line, which may be the first of the text.
func (l *layout) starts(above, below Span, first bool) bool {
	if !l.survey.indents {
		return l.fits(above, below)
	}
	over := l.body[above.Start:above.End]
	if indented(l.body, below) {
		return !indented(l.body, above) || endsSentence(over)
	}
	return l.fits(above, below) && (endsSentence(over) || first && (strings.ToUpper(over) == over || l.isTop(over)))
}

// fits reports whether a line of a hard-wrapped text was not broken to the
// width, because much of the line below it would still have fitted: it is a
// headline, or the end of a paragraph. A lower-case letter continues the
// sentence in any case.
func (l *layout) fits(above, below Span) bool {
	text := l.body[below.Start:below.End]
	if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) {
		return false
	}
	word, _, _ := strings.Cut(text, " ")
	n := utf8.RuneCountInString(l.body[above.Start:above.End]) + 1 + utf8.RuneCountInString(word)
	return n*4 <= l.survey.width*3
}

// classify drops the pieces that are furniture wherever they stand, and finds
// the captions and credits that can be told by themselves.
func (l *layout) classify() {
	for i := range l.pieces {
		l.judge(&l.pieces[i])
	}
}

// judge sets what can be said of a piece from its text alone. It may narrow
// the piece to the words that count.
func (l *layout) judge(p *piece) {
	text := l.body[p.Start:p.End]
	if p.drop {
		return
	}
	if !hasWord(text) {
		p.drop, p.gap = true, wideGap
		return
	}
	if alt, ok := markdownImage(text); ok {
		p.Start, p.End = p.Start+alt.Start, p.Start+alt.End
		p.kind, p.drop = Caption, p.Len() == 0
		return
	}
	if n := leadingMark(text); n > 0 {
		*p = piece{Span: trim(l.body, Span{p.Start + n, p.End}), block: p.block, gap: p.gap}
		text = l.body[p.Start:p.End]
	}
	if len(text) > maxCaption {
		return
	}
	l.folded = fold(l.folded[:0], plain(text))
	if p.drop = isFurniture(l.folded) || isMarkdownLink(text); !p.drop && len(l.folded) > 0 {
		p.kind = pictureKind(l.folded)
	}
}

// number turns the pieces that are left into paragraphs, and finds the
// lead-ins among them.
func (l *layout) number() []Paragraph {
	kept := 0
	for i := range l.pieces {
		if !l.pieces[i].drop {
			kept++
		}
	}
	if kept == 0 {
		return nil
	}
	out := make([]Paragraph, 0, kept)
	n, gap := 0, 0
	var quoted leadIn
	for i := range l.pieces {
		p := &l.pieces[i]
		gap = max(gap, p.gap)
		if p.drop {
			continue
		}
		para := Paragraph{Span: p.Span, Kind: p.kind, N: n + 1}
		if p.kind == Text {
			if p.half && n > 0 {
				para.N = n
			}
			n = para.N
			quoted.apply(&para, i)
			if text := l.body[p.Start:p.End]; announces(text) && !namesOutlet(text, l.meta.Outlet) {
				quoted = leadIn{span: p.Span, until: l.quoteEnd(i)}
			}
		}
		out = append(out, para)
		gap = 0
	}
	for i := len(out) - 1; i >= 0 && out[i].Kind != Text; i-- {
		out[i].N = max(n, 1) // nothing of the story follows these
	}
	return out
}

// hasWord reports whether a text has a letter or a digit. What has none is an
// ornament between two parts of a story.
func hasWord(text string) bool {
	for _, r := range text {
		if isWordRune(r) {
			return true
		}
	}
	return false
}
