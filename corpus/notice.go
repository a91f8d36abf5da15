package corpus

import (
	"bytes"
	"strings"
)

// isInvitation reports whether a line asks its reader to subscribe, to follow
// or to click. That it starts with the request is not enough, because a story
// may tell its readers where to sign up: it must also name what only a
// publication offers.
func isInvitation(f []byte) bool {
	if hasPrefix(f, "click here") {
		return len(f) <= 160
	}
	if hasSuffix(f, "click here.") || hasSuffix(f, "click here") {
		return len(f) <= 80 // "For the full story, click here."
	}
	if isAny(f, hasPrefix, "sign up ", "signup ", "subscribe ", "get the ", "get our ", "join our ", "stay in the ", "stay up to date", "want more", "like what you're reading", "enjoying this ", "never miss ", "receive ", "would you like to receive ", "download ") {
		return isAny(f, contains, "newsletter", "our app", "news app", "email alerts", "your inbox", "our daily", "our weekly", "our podcast", "our coverage", "breaking news alerts")
	}
	if isAny(f, hasPrefix, "support local journalism", "support our journalism", "support independent journalism") {
		return true
	}
	if hasPrefix(f, "follow ") && len(f) <= 160 {
		return isAny(f, contains, " on twitter", " on facebook", " on instagram", " on x:", " on x ", " on linkedin", " on threads", " on bluesky", " on mastodon", " on tiktok", " on google news", " @", "follow us")
	}
	return false
}

// maxLegal is the longest legal line in bytes. What is longer has more to say.
const maxLegal = 220

// isLegal reports whether a line says who holds the rights.
func isLegal(f []byte) bool {
	if len(f) > maxLegal {
		return false
	}
	if hasPrefix(f, "©") || hasPrefix(f, "(c) ") || hasPrefix(f, "copyright ©") || hasPrefix(f, "copyright (c)") {
		return true
	}
	if year := bytes.TrimPrefix(f, []byte("copyright ")); len(year) < len(f) && len(year) >= 4 && isDigit(year[0]) && isDigit(year[3]) {
		return true
	}
	return isAny(f, contains, "all rights reserved", "may not be published, broadcast, rewritten", "may not be reproduced, distributed")
}

// isForm reports whether a line is a form's template that was never filled in:
// it has the conditions of one.
func isForm(text string) bool {
	return strings.Contains(text, "{{#") || strings.Contains(text, "{{ #") || strings.Contains(text, "{{^") || strings.Contains(text, "{{ ^")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// contains is bytes.Contains for a word, without an allocation.
func contains(f []byte, word string) bool {
	for {
		i := bytes.IndexByte(f, word[0])
		if i < 0 || len(f)-i < len(word) {
			return false
		}
		if f = f[i:]; hasPrefix(f, word) {
			return true
		}
		f = f[1:]
	}
}

// isAny reports whether f matches one of the words.
func isAny(f []byte, match func([]byte, string) bool, words ...string) bool {
	for _, w := range words {
		if match(f, w) {
			return true
		}
	}
	return false
}
