package cite

import (
	"net/url"
	"strings"

	"newshound/answer"
	"newshound/corpus"
)

// webAddress returns an address if it is one of http or https, and else "".
func webAddress(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return link
}

// LinkToArticle returns the address of an article at its outlet, "" where there is
// none of http or https.
func LinkToArticle(a *corpus.Article) string { return webAddress(a.URL) }

// links returns two addresses for each quote: where a browser finds it, and what copies the
// Internet Archive has of its article.
func links(quotes []answer.Snippet) string {
	var all []string
	for _, s := range quotes {
		quote := LinkToQuote(s.Cite)
		if quote == "" {
			all = append(all, "The article has no address.")
			continue
		}
		all = append(all, quote+"\nArchived copies, if there are any: "+LinkToArchive(s.Cite.Article))
	}
	return strings.Join(all, "\n\n")
}

// LinkToArchive returns the link under which the Internet Archive lists its copies of an article:
// those of the day, month or year of publication, as far as that is known, or else all. The form
// of the dates is described at https://archive.org/help/wayback_api.php. Whether there are copies
// is not checked. It is "" where the article has no address of http or https.
func LinkToArchive(a *corpus.Article) string {
	link := webAddress(a.URL)
	if link == "" {
		return ""
	}
	when := ""
	if t := a.Published; !t.IsZero() {
		when = t.Format([...]string{corpus.Day: "20060102", corpus.Month: "200601", corpus.Year: "2006"}[max(corpus.Day, corpus.PrecisionOf(t))])
	}
	return "https://web.archive.org/web/" + when + "*/" + link
}
