package records

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// shortcode matches a tag of WordPress, [gallery ids="1,2"], as an export still has them
// (https://developer.wordpress.org/plugins/shortcodes/): its slash in front, its name, and its
// attributes, or the address that it has in place of them.
var shortcode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[(/?)([a-z][a-z0-9_-]*)(?:\s+(?:([\w-]+=[^\s=][^\[\]]*)|(https?://[^\s\[\]]+\s*))|\s[^\[\]]*)?/?\]`)
})

// replaced are WordPress's own shortcodes that a page shows as something other than words of the
// story: pictures with captions, audio and video.
var replaced = []string{"audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"}

// hosts are the shortcodes that may have no more than the address of what a page shows there. Others
// are a writer's words: [see https://a.example/].
var hosts = []string{
	"dailymotion", "facebook", "flickr", "instagram", "mixcloud", "pinterest", "scribd", "slideshare",
	"soundcloud", "spotify", "ted", "tiktok", "tweet", "twitter", "vimeo", "vine", "youtube",
}

// withoutShortcodes returns the body of a post without its shortcodes. A word in brackets is one if
// it has attributes or a closing tag, or is WordPress's own or a host's; [sic] is not. The text
// between a shortcode and its closing tag stays, unless the shortcode is one of those replaced.
func withoutShortcodes(body string) string {
	tags := shortcode().FindAllStringSubmatchIndex(body, -1)
	cut := make([][2]int, 0, len(tags)) // the last first
	next := make(map[string]int)        // the end that comes next of a name, unless it is begun anew before
	ended := make(map[string]bool)      // names of which there is an end further on
	for _, tag := range slices.Backward(tags) {
		name, own := body[tag[4]:tag[5]], slices.Contains(replaced, body[tag[4]:tag[5]])
		switch end := next[name]; {
		case tag[2] < tag[3]: // the slash of an end
			next[name], ended[name] = tag[1], true
			cut = append(cut, [2]int{tag[0], tag[1]})
			continue
		case own && end > 0:
			cut = append(cut, [2]int{tag[0], end})
		case own || ended[name] || tag[6] >= 0 || tag[8] >= 0 && slices.Contains(hosts, name):
			cut = append(cut, [2]int{tag[0], tag[1]})
		}
		next[name] = 0
	}
	var out strings.Builder
	at := 0
	for _, c := range slices.Backward(cut) {
		out.WriteString(body[at:max(at, c[0])])
		at = max(at, c[1])
	}
	return out.String() + body[at:]
}
