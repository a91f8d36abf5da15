package corpus

import "bytes"

const (
	// maxCredit is the longest credit line in bytes, and maxCaption the longest
	// caption that is told by itself, by the credit that it ends in.
	maxCredit  = 160
	maxCaption = 480
	// maxCaptionLines is the most lines that a caption has above its credit.
	maxCaptionLines = 3
	// maxCreditWords is the most words of a credit without a caption.
	maxCreditWords = 10
)

// pictureKind tells a folded credit line, and a caption that names its credit or says
// that it is one, from a paragraph of the story.
func pictureKind(f []byte) Kind {
	if hasPrefix(f, "caption:") {
		return Caption
	}
	if hasPrefix(f, "image source, ") || hasPrefix(f, "media source, ") {
		if contains(f, "image caption, ") {
			return Caption
		}
		return creditOf(f)
	}
	if rest, ok := creditLabel(f); ok {
		if countWords(rest) > maxCreditWords || len(f) > maxCredit {
			return Caption // "Photo: what is seen in it"
		}
		return Credit
	}
	if f[0] == '(' && f[len(f)-1] == ')' && bytes.IndexByte(f, ')') == len(f)-1 {
		if inner := f[1 : len(f)-1]; len(f) <= maxCredit && namesAgency(inner) {
			return Credit
		}
		return Text
	}
	if endsInCredit(f) {
		return creditOf(f)
	}
	return Text
}

// creditOf tells the credit alone from a caption that ends in one.
func creditOf(f []byte) Kind {
	if len(f) > maxCredit || countWords(f) > maxCreditWords || contains(f, ". ") || contains(f, "? ") {
		return Caption
	}
	for _, mark := range [...]string{" (", " credit: ", " photograph: ", " photo: "} {
		if i := bytes.Index(f, []byte(mark)); i > 0 && countWords(f[:i]) > 4 {
			return Caption
		}
	}
	return Credit
}

// creditLabel cuts the label off a line such as "Photo: Jane Doe" or "Image by
// Jane Doe".
func creditLabel(f []byte) (rest []byte, ok bool) {
	switch word, after := nextWord(f); string(word) {
	case "photo:", "image:", "picture:", "photograph:", "photographer:", "photography:", "credit:", "credits:", "illustration:":
		return after, len(after) > 0
	case "photo", "image", "picture", "photograph", "photos", "photographs", "images", "illustration":
		switch second, more := nextWord(after); string(second) {
		case "credit:", "credits:", "source:", "illustration:", "by:", "courtesy:":
			return more, len(more) > 0
		case "by", "courtesy":
			// A sentence may start so: a credit has no stop at its end, and is
			// short.
			return more, len(more) > 0 && f[len(f)-1] != '.' && countWords(more) <= maxCreditWords
		}
	}
	return nil, false
}

// endsInCredit reports whether a line ends as captions do that carry their
// credit with them: "… Jane Doe/AP", "… via Getty Images", "… Credit: Getty",
// "… (Photo by Jane Doe)".
func endsInCredit(f []byte) bool {
	if f[len(f)-1] == '.' {
		f = f[:len(f)-1] // as some files end every line
	}
	if len(f) < 8 {
		return false
	}
	for _, end := range [...]string{"getty images", "/getty", "(getty)", "/ap", "/afp", "/reuters", "/shutterstock", "/istock", "/upi", "/epa"} {
		if hasSuffix(f, end) {
			return true
		}
	}
	tail := f[max(0, len(f)-90):]
	if f[len(f)-1] == ')' {
		open := bytes.LastIndexByte(tail, '(')
		if open < 0 {
			return false
		}
		inner := tail[open+1 : len(tail)-1]
		if _, ok := creditLabel(inner); ok {
			return true
		}
		return hasPrefix(inner, "ap photo") || hasSuffix(inner, "getty images") || hasPrefix(inner, "getty images") || contains(inner, " via getty")
	}
	if i := bytes.LastIndexByte(tail, ':'); i > 0 && isAny(tail[:i], hasSuffix, " credit", " photograph", " photo") {
		rest := bytes.TrimLeft(tail[i+1:], " ")
		return len(rest) > 0 && countWords(rest) <= 6
	}
	return false
}

// namesAgency reports whether the words between two brackets are a credit.
func namesAgency(f []byte) bool {
	if _, ok := creditLabel(f); ok {
		return true
	}
	if hasPrefix(f, "ap photo") || hasPrefix(f, "getty images") || hasPrefix(f, "reuters photo") {
		return true
	}
	switch string(f) {
	case "ap", "afp", "reuters", "getty", "associated press", "the associated press", "shutterstock", "file photo", "handout", "courtesy photo", "pa", "epa", "upi":
		return true
	}
	return endsInCredit(f)
}

// markCaptions makes what stands directly above a credit, in the same block, a
// caption. A block with more lines than a caption has is a story without blank
// lines, and stays one.
func (l *layout) markCaptions() {
	for i, credit := range l.pieces {
		if credit.drop || credit.kind != Credit {
			continue
		}
		first := i
		for first > 0 && l.pieces[first-1].block == credit.block && l.pieces[first-1].kind != Credit {
			first--
		}
		if i-first > maxCaptionLines {
			continue
		}
		for j := first; j < i; j++ {
			if p := &l.pieces[j]; !l.isTop(l.body[p.Start:p.End]) {
				p.kind = Caption
			}
		}
	}
}
