package corpus

import "bytes"

// isShareRow reports whether a line is buttons to share a story. It starts with
// what a button does or is for; "On Facebook" may be a heading.
func isShareRow(f []byte) bool {
	first, _ := nextWord(f)
	return isShareTrigger(first) && isVocabulary(f, isShareWord, isShareTrigger)
}

// isVocabulary reports whether a line consists of known words only, at least
// two of them, and holds one that decides.
func isVocabulary(f []byte, known, decides func([]byte) bool) bool {
	if len(f) > 90 {
		return false
	}
	n, decided := 0, false
	for len(f) > 0 {
		var word []byte
		word, f = nextWord(f)
		word = bytes.Trim(word, ".,:;|/-")
		if len(word) == 0 {
			continue
		}
		if !known(word) {
			return false
		}
		n++
		decided = decided || decides(word)
	}
	return decided && n >= 2
}

// isAdWord knows the words of lines such as "Story continues below
// advertisement".
func isAdWord(w []byte) bool {
	switch string(w) {
	case "advertisement", "advertisements", "ad", "ads", "sponsored", "sponsor", "newsletter", "promotion", "article", "story",
		"content", "continue", "continues", "continued", "reading", "below", "above", "after", "this", "the", "our", "main", "to", "past", "skip",
		"scroll", "down", "message", "by", "from", "with", "sponsors", "video", "feedback":
		return true
	}
	return false
}

// isAdTrigger knows those of them that no title of a story is made with.
func isAdTrigger(w []byte) bool {
	switch string(w) {
	case "advertisement", "advertisements", "ad", "ads", "sponsored", "skip", "scroll", "below", "after", "main":
		return true
	}
	return false
}

// isShareWord knows the words of buttons such as "Share this story on Facebook"
// and of rows of them.
func isShareWord(w []byte) bool {
	switch string(w) {
	case "this", "the", "article", "story", "page", "post", "on", "via", "by", "to", "with", "a", "friend", "friends", "us", "our":
		return true
	}
	return isShareTrigger(w)
}

// isShareTrigger knows those of them that name a button.
func isShareTrigger(w []byte) bool {
	switch string(w) {
	case "facebook", "twitter", "x", "whatsapp", "reddit", "email", "e-mail", "linkedin", "pinterest", "tumblr", "flipboard",
		"telegram", "messenger", "instagram", "tiktok", "threads", "bluesky", "print", "share", "tweet", "pin", "copy", "link", "save", "comment", "comments", "bookmark", "follow":
		return true
	}
	return false
}
