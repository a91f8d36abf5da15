package corpus

import "bytes"

// isInvitation reports whether a line asks its reader to subscribe, to follow
// or to click. That it starts with the request is not enough, because a story
// may tell its readers where to sign up: it must also name what only a
// publication offers.
func isInvitation(f []byte) bool {
	if hasPrefix(f, "click here") {
		return len(f) <= 160
	}
	if isAny(f, hasPrefix, "sign up ", "signup ", "subscribe ", "get the ", "get our ", "join our ", "stay in the ", "stay up to date", "want more", "like what you're reading", "enjoying this ", "never miss ", "receive ", "download ") {
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

// isLegal reports whether a line says who holds the rights, or is a form's
// template that was never filled in.
func isLegal(f []byte) bool {
	if hasPrefix(f, "©") || hasPrefix(f, "(c) ") || hasPrefix(f, "copyright ©") || hasPrefix(f, "copyright (c)") {
		return true
	}
	if year := bytes.TrimPrefix(f, []byte("copyright ")); len(year) < len(f) && len(year) >= 4 && isDigit(year[0]) && isDigit(year[3]) {
		return true
	}
	return isAny(f, contains, "all rights reserved", "may not be published, broadcast, rewritten", "may not be reproduced, distributed", "{{#", "{{ #", "{{^", "{{ ^")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func contains(f []byte, sub string) bool { return bytes.Contains(f, []byte(sub)) }

// isAny reports whether f matches one of the words.
func isAny(f []byte, match func([]byte, string) bool, words ...string) bool {
	for _, w := range words {
		if match(f, w) {
			return true
		}
	}
	return false
}
