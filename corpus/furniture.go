package corpus

import "bytes"

// Furniture is what a page puts around and between the paragraphs of a story:
// links to other stories, advertisements, buttons, forms, legal lines. The
// rules here look at one line at a time and never at who published it. They are
// written to keep what might be a sentence of the story: a line is dropped only
// when all of it is known furniture, or when it is short and starts as no
// sentence of a story does.

const (
	// maxLinkLine is the longest line in bytes that a label may turn into a
	// link to another story.
	maxLinkLine = 240
	// maxNotice is the longest form, legal line or invitation in bytes.
	maxNotice = 360
)

// isFurniture reports whether a line, which f has folded, is furniture
// wherever it stands.
func isFurniture(f []byte) bool {
	if len(f) == 0 || len(f) > maxNotice {
		return false
	}
	bare := bytes.TrimRight(f, " .:;!>|-…›→↓▼•")
	bare = bytes.TrimLeft(bare, " >|-›→↓▼▶►•")
	switch {
	case isSignOff(f),
		isButton(bare),
		isBracketedLink(f),
		isVocabulary(bare, isAdWord, isAdTrigger),
		isShareRow(bare),
		isLinkLine(f),
		isInvitation(f),
		isLegal(f):
		return true
	}
	return false
}

// isSignOff knows the lines by which agencies and press offices mark the end.
func isSignOff(f []byte) bool {
	switch string(f) {
	case "-30-", "reuter", "reuters", "(reuters)", "ends", "(ends)", "-ends-", "- ends -", "###", "# # #":
		return true
	}
	return false
}

// isButton knows the lines that are furniture as a whole.
func isButton(f []byte) bool {
	switch string(f) {
	case "related", "related content", "related article", "related articles", "related story", "related stories",
		"related coverage", "related topics", "related topic", "related links", "related pages", "related posts",
		"related post", "related news", "related video", "related videos", "related reading", "related tags",
		"read more", "read next", "read more here", "read also", "also read", "see also", "see more", "learn more",
		"more stories", "more news", "more on this story", "more on this topic", "more like this", "more from this author",
		"more information", "keep reading", "continue reading", "read full article", "read the full story",
		"read the full story here", "read the full article", "read the rest here", "read the rest", "view more", "show more", "load more",
		"most read", "most popular", "most viewed", "trending", "trending now", "trending stories", "popular now",
		"recommended", "recommended stories", "recommended reading", "recommended for you", "recommended videos", "editor's picks", "editors' picks",
		"you may also like", "you might also like", "you may like", "up next", "what to read next", "don't miss",
		"watch now", "watch live", "watch the video", "watch more", "play video", "video player", "listen now", "now playing",
		"advertisement", "advertising", "advert", "sponsored", "sponsored content", "sponsor message", "promoted content",
		"paid content", "paid post", "partner content",
		"scroll to continue", "scroll down", "scroll down to continue", "skip to content", "skip to main content",
		"share", "share this", "share this article", "share this story", "share this page", "share article", "share story", "share this post",
		"share on facebook", "share on twitter", "share via email", "tweet", "tweet this", "tweet this story",
		"email this", "email this article", "print this", "print this article", "print article", "copy link",
		"copy link to clipboard", "gift this article", "gift article", "save article", "save for later", "save this story", "listen to this article",
		"comment", "comments", "leave a comment", "leave a reply", "post a comment", "view comments", "show comments",
		"read comments", "read the comments", "comment on this story", "comment on this article", "comments are closed", "join the conversation",
		"join the discussion", "add a comment", "write a comment", "view all comments",
		"follow", "follow us", "follow this author", "follow topics", "subscribe", "subscribe now", "subscribe today", "sign up", "sign up now",
		"sign up here", "sign in", "log in", "register", "register now", "newsletter", "newsletters", "get our app", "download our app",
		"get the app", "download the app", "back to top", "return to top", "back to home", "table of contents", "loading",
		"report a typo", "report an error", "report this ad", "send us a tip", "got a tip", "contact us", "about us", "privacy policy", "terms of use",
		"terms of service", "cookie policy", "manage cookies", "all rights reserved", "filed under", "tags", "topics",
		"view gallery", "view slideshow", "view all photos", "open image modal", "click to enlarge", "enlarge image", "image enlarge", "toggle caption", "hide caption":
		return true
	}
	return false
}

// isBracketedLink reports whether a line in square brackets is a link to
// another story or an invitation. An editor's note, an update or a correction
// in brackets belongs to the story, and so does any line with another label.
func isBracketedLink(f []byte) bool {
	f = bytes.TrimRight(f, ".")
	if len(f) < 4 || len(f) > maxLinkLine || f[0] != '[' || bytes.IndexByte(f, ']') != len(f)-1 {
		return false
	}
	inner := bytes.TrimSpace(f[1 : len(f)-1])
	for _, start := range [...]string{"click here", "tap here", "subscribe ", "sign up ", "read more ", "read the full "} {
		if hasPrefix(inner, start) {
			return true
		}
	}
	label, rest, ok := bytes.Cut(inner, []byte(":"))
	if !ok {
		return isButton(inner)
	}
	if len(bytes.TrimSpace(rest)) == 0 {
		return false
	}
	switch string(bytes.TrimSpace(label)) {
	case "opinion", "analysis", "perspective", "commentary", "editorial", "column", "podcast", "listen", "interactive",
		"graphic", "live updates", "from the archives", "explainer":
		return true
	}
	return isLinkLabel(bytes.TrimSpace(label))
}

// isLinkLabel knows the labels that make a link of a line.
func isLinkLabel(label []byte) bool {
	switch string(label) {
	case "more", "read more", "read", "read next", "read also", "also read", "see also", "see more", "also see", "learn more", "related",
		"related story", "related stories", "related article", "related articles", "related coverage", "related content", "related video", "live coverage",
		"more on this", "more coverage", "don't miss", "watch", "watch more", "watch this", "watch this story", "also watch", "watch also", "watch now", "watch live", "watch the video", "recommended",
		"you may also like", "you might also like", "up next", "what to read next", "read the full story", "photos", "pictures", "gallery", "photo gallery", "slideshow":
		return true
	}
	return false
}

// isLinkLine reports whether a line outside brackets is a link: a label, and a
// headline, which has no full stop.
func isLinkLine(f []byte) bool {
	if len(f) > maxLinkLine {
		return false
	}
	i := bytes.IndexByte(f, ':')
	if i < 0 || i > 24 || i == len(f)-1 {
		return false
	}
	end := bytes.TrimRight(f, `"')]`)
	return len(end) > i+1 && end[len(end)-1] != '.' && isLinkLabel(f[:i])
}
