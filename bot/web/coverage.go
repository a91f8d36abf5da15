package web

import (
	"net/http"
	"net/url"

	"newshound/bot"
	"newshound/bot/cite"
	"newshound/bot/internal/plain"
)

const (
	// maxListed is how many articles the page of the coverage lists.
	maxListed = 100
	// maxOutlets is how many outlets it lists.
	maxOutlets = 100
)

// coveragePage shows what the coverage holds.
type coveragePage struct {
	Sentence    string
	Chart       *chart
	NotDrawn    []string // which articles are not in it
	Outlets     []outletChart
	MoreOutlets int
	Articles    []listed
	More        int // articles that are not listed
}

// listed is an article in a list.
type listed struct {
	Name, Address string
	Details       []string
}

// coverage answers "/coverage".
func (p *Page) coverage(w http.ResponseWriter, _ *http.Request) {
	c := p.options.Asker.Coverage()
	view := coveragePage{Sentence: bot.DescribeCoverage(c)}
	counts := p.options.Asker.Published(periodOf(c.First, c.Last))
	over := periodsOf(counts, periodOf(c.First, c.Last))
	view.Chart = draw(counts, over, 0, "articles")
	view.NotDrawn = notDrawn(counts, over, c.Articles-articlesIn(counts))
	charts, _ := perOutlet(counts, over)
	drawn := make(map[string]*chart)
	for _, o := range charts {
		drawn[o.Outlet] = o.chart
	}
	for i, o := range c.Outlets {
		if i == maxOutlets {
			view.MoreOutlets = len(c.Outlets) - i
			break
		}
		view.Outlets = append(view.Outlets, outletChart{o.Outlet, asking{}.address(url.Values{"outlet": {o.Outlet}}), o.Articles, drawn[o.Outlet]})
	}
	for _, a := range p.options.Asker.Newest(maxListed) {
		cite := cite.Article(a)
		one := listed{Name: cite.Headline, Address: articlePath(a.ID), Details: plain.Known(cite.Outlet, cite.Published)}
		if one.Name == "" {
			one.Name = a.ID
		}
		view.Articles = append(view.Articles, one)
	}
	view.More = c.Articles - len(view.Articles)
	p.render(w, http.StatusOK, "coverage", frame{Title: "The coverage", Here: "coverage", Body: view})
}
