package web

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/bot/phrase"
)

// chart is a bar chart with a bar for each period of a time. Rows has the same numbers for those
// who cannot see it.
type chart struct {
	Label       string // what it shows, for those who cannot see it
	Unit        string // "day", "week", "month" or "year"
	Bars        []bar
	Width       int // of the drawing
	Most        int // the tallest bar
	First, Last string
	Rows        []row
}

// fewBars is up to how many bars look better in a narrow drawing.
const fewBars = 16

// Few reports whether the drawing is better narrow.
func (c *chart) Few() bool { return c.Width <= barStep*fewBars }

// bar is one bar of a drawing that is chartHeight high.
type bar struct {
	X, Y, Width, Height int
	Title               string
}

// row is the number of articles of a period, or, where there is a chart for each of several
// outlets, of an outlet in a period. There is none for 0 articles.
type row struct {
	Period   string
	Outlet   string
	Articles int
}

// The measures of a drawing.
const (
	chartHeight = 100
	barStep     = 10
	barWidth    = 8
	// maxBars is how many periods a chart has at most, unless they are years.
	maxBars = 72
	// maxYears is how many years a chart has at most. Of more, it shows the last ones.
	maxYears = 150
)

// periodOf returns the shortest period that divides the time between two times into no
// more parts than a chart has bars.
func periodOf(first, last time.Time) answer.Period {
	days := int(last.Sub(first)/(24*time.Hour)) + 2
	switch {
	case days <= 45:
		return answer.Day
	case days/7 < maxBars-1:
		return answer.Week
	case days/28 < maxBars:
		return answer.Month
	}
	return answer.Year
}

// nameOfPeriod names a period: “6 May 2024”, “week of 6 May 2024”, “May 2024”, “2024”.
func nameOfPeriod(p answer.Period, start time.Time) string {
	switch p {
	case answer.Week:
		return "week of " + start.Format("2 January 2006")
	case answer.Month:
		return start.Format("January 2006")
	case answer.Year:
		return start.Format("2006")
	}
	return start.Format("2 January 2006")
}

// unitOf names the length of a period.
func unitOf(p answer.Period) string {
	return map[answer.Period]string{answer.Day: "day", answer.Week: "week", answer.Month: "month", answer.Year: "year"}[p]
}

// periods are the periods from first to last, both inclusive.
type periods struct {
	period      answer.Period
	first, last time.Time
}

// starts returns the first days of the periods, of which only the last maxYears are drawn.
func (p periods) starts() []time.Time {
	var all []time.Time
	for at := p.period.Start(p.first); !at.After(p.last); at = p.period.Next(at) {
		all = append(all, at)
	}
	return all[max(0, len(all)-maxYears):]
}

// periodsOf returns the periods from the first count to the last.
func periodsOf(counts []answer.PeriodCount, p answer.Period) periods {
	if len(counts) == 0 {
		return periods{period: p}
	}
	return periods{p, counts[0].Start, counts[len(counts)-1].Start}
}

// draw returns a chart of counts, which are in the order of time. A bar of full height stands for
// most articles, or if most is 0, for those of the tallest bar. what says what is counted: “articles
// of The Hill”.
func draw(counts []answer.PeriodCount, over periods, most int, what string) *chart {
	if len(counts) == 0 {
		return nil
	}
	starts := over.starts()
	c := &chart{Unit: unitOf(over.period), Width: barStep * len(starts)}
	sums := make(map[time.Time]int)
	for i, n := range counts {
		if i == 0 || !n.Start.Equal(counts[i-1].Start) {
			c.Rows = append(c.Rows, row{Period: nameOfPeriod(over.period, n.Start)})
		}
		c.Rows[len(c.Rows)-1].Articles += n.Articles
		sums[n.Start] += n.Articles
	}
	tallest := starts[0]
	for _, at := range starts {
		if sums[at] > sums[tallest] {
			tallest = at
		}
	}
	c.Most = sums[tallest]
	if most == 0 {
		most = c.Most
	}
	for i, at := range starts {
		n := sums[at]
		if n == 0 {
			continue
		}
		name := nameOfPeriod(over.period, at)
		height := max(2, chartHeight*n/max(1, most))
		c.Bars = append(c.Bars, bar{barStep*i + (barStep-barWidth)/2, chartHeight - height, barWidth, height, name + ": " + phrase.Count(n, "article")})
	}
	c.First, c.Last = nameOfPeriod(over.period, starts[0]), nameOfPeriod(over.period, starts[len(starts)-1])
	c.Label = fmt.Sprintf("Bar chart of %s by %s, from %s to %s; most in %s: %s.", what, c.Unit, c.First, c.Last, nameOfPeriod(over.period, tallest), phrase.Grouped(c.Most))
	return c
}

// outletChart is the chart of one of several outlets, all drawn to one scale.
type outletChart struct {
	Outlet   string
	Address  string // of a list of what it published
	Articles int
	*chart
}

// perOutlet returns a chart for each outlet, those with most articles first, and the numbers of all
// by period.
func perOutlet(counts []answer.PeriodCount, over periods) (charts []outletChart, rows []row) {
	byOutlet := make(map[string][]answer.PeriodCount)
	sums := make(map[string]int)
	most := 0
	for _, c := range counts {
		byOutlet[c.Outlet] = append(byOutlet[c.Outlet], c)
		sums[c.Outlet] += c.Articles
		most = max(most, c.Articles)
		rows = append(rows, row{nameOfPeriod(over.period, c.Start), outletName(c.Outlet), c.Articles})
	}
	for outlet, own := range byOutlet {
		charts = append(charts, outletChart{Outlet: outletName(outlet), Articles: sums[outlet], chart: draw(own, over, most, "articles of "+outletName(outlet))})
	}
	slices.SortFunc(charts, func(x, y outletChart) int {
		if x.Articles != y.Articles {
			return y.Articles - x.Articles
		}
		return strings.Compare(x.Outlet, y.Outlet)
	})
	return charts, rows
}

// outletName names an outlet on a page.
func outletName(outlet string) string {
	if outlet == "" {
		return "Unknown outlet"
	}
	return outlet
}

// quoted returns the articles of quotes, each followed by those with a copy of its quote, and none
// of them twice.
func quoted(snippets []answer.Snippet) (all []answer.Citation) {
	seen := make(map[string]bool)
	for _, s := range snippets {
		for _, c := range append([]answer.Citation{s.Cite}, s.Cite.Also...) {
			if !seen[c.Article.ID] {
				seen[c.Article.ID] = true
				all = append(all, c)
			}
		}
	}
	return all
}

// firstOnly returns the articles of quotes without those that hold a copy of one.
func firstOnly(snippets []answer.Snippet) (all []answer.Citation) {
	for _, s := range snippets {
		all = append(all, s.Cite)
	}
	return all
}

// countArticles counts cited articles by date and outlet, like [bot.Asker.Published] does those of
// the coverage. It leaves out articles whose period is not known.
func countArticles(cited []answer.Citation) (counts []answer.PeriodCount, over periods) {
	var first, last time.Time
	for _, c := range cited {
		if t := c.Article.Published; !t.IsZero() {
			day := answer.Day.Start(t)
			if first.IsZero() || day.Before(first) {
				first = day
			}
			if day.After(last) {
				last = day
			}
		}
	}
	over = periods{periodOf(first, last), first, last}
	for _, c := range cited {
		a := c.Article
		if a.Published.IsZero() || !over.period.Tells(a.Published) {
			continue
		}
		start := over.period.Start(a.Published)
		i := slices.IndexFunc(counts, func(c answer.PeriodCount) bool { return c.Start.Equal(start) && c.Outlet == a.Outlet })
		if i < 0 {
			i = len(counts)
			counts = append(counts, answer.PeriodCount{Start: start, Outlet: a.Outlet})
		}
		counts[i].Articles++
	}
	slices.SortStableFunc(counts, func(x, y answer.PeriodCount) int { return x.Start.Compare(y.Start) })
	return counts, over
}

// table is the numbers of a chart, of one or of several outlets.
type table struct {
	Rows    []row
	Outlets bool
}

// Table returns the numbers behind the charts.
func (v askPage) Table() table { return table{v.Rows, len(v.ByOutlet) > 0} }

// articlesIn returns how many articles were counted.
func articlesIn(counts []answer.PeriodCount) (n int) {
	for _, c := range counts {
		n += c.Articles
	}
	return n
}

// notDrawn returns a sentence for each kind of articles that are in no chart of counts: those whose
// period is not known, and those of years before the first that is drawn.
func notDrawn(counts []answer.PeriodCount, over periods, undated int) (out []string) {
	if len(counts) == 0 {
		return nil
	}
	if undated > 0 {
		out = append(out, fmt.Sprintf("Not in the chart, for the %s is not known: %s.", unitOf(over.period), phrase.Count(undated, "article")))
	}
	from, earlier := over.starts()[0], 0
	for _, c := range counts {
		if c.Start.Before(from) {
			earlier += c.Articles
		}
	}
	if earlier > 0 {
		out = append(out, fmt.Sprintf("Only in the table, for they are from before %s: %s.", nameOfPeriod(over.period, from), phrase.Count(earlier, "article")))
	}
	return out
}

// Table returns the numbers behind the chart.
func (v coveragePage) Table() table { return table{Rows: v.Chart.Rows} }

// Graph returns the outlet's chart, nil where none of its articles has a date.
func (o outletChart) Graph() *chart { return o.chart }
