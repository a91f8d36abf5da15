package story

import (
	"fmt"
	"strings"
	"testing"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// TestStory holds what a copy of a story is, and what is another.
func TestStory(t *testing.T) {
	const (
		lead   = "The old bridge over the river Ash was closed on Monday night after engineers found long cracks in two of its stone piers, which carry most of the weight of the road and of the tram line."
		mayor  = "Mayor Ines Halvorsen told residents that the bridge would not open again before spring, and that buses would run along the northern bank from six in the morning until midnight on every day of the week."
		vote   = "The town council is to vote on the money for repairs next week, and a ferry may carry schoolchildren in the meantime, if the harbour master in Westport can spare one of his three boats for so long."
		other  = "Shopkeepers on the far side fear for their Christmas trade. Some have asked for a lower rent, and one bakery has put a stall on the northern bank, where its bread was sold out by nine on Tuesday; the owner says that she will be back on Wednesday with twice as much."
		brief  = "The festival of Ashford opened on Monday."
		flight = "Flight 211 to Lima was delayed by 40 minutes on Monday. Passengers waited in the hall of the airport."
		draw   = "One ticket sold in Ohio won the $202 million Powerball jackpot on Wednesday, Aug. 3. The numbers were 9, 21, 56, 57 and 66. The odds of winning are 1 in 292 million. Tickets cost two dollars each, and prizes vary with how many of the numbers are matched. Check with the lottery of your state before buying tickets online."
		shares = "The Dow Jones average of industrial shares fell 210 points to 33,410 on Tuesday. The broader index of the exchange lost 1.2 percent, and the Nasdaq, where shares of technology firms are traded, lost 1.9 percent of its value. Oil closed at 81 dollars a barrel in New York."
	)
	article := func(paragraphs ...string) *corpus.Article {
		return corpus.NewArticle(corpus.Meta{ID: fmt.Sprint(paragraphs), Outlet: "A"}, strings.Join(paragraphs, "\n\n"))
	}
	changed := strings.NewReplacer("closed", "shut", "long", "deep", "told residents", "said", "again ", "", "every day", "each and every day", "money", "Zurich funds", "one of his", "any of his")
	for name, test := range map[string]struct {
		x, y *corpus.Article
		want bool
	}{
		"itself":                  {article(lead, mayor, vote), article(lead, mayor, vote), true},
		"words changed":           {article(lead, mayor, vote), article(changed.Replace(lead), changed.Replace(mayor), changed.Replace(vote)), true},
		"typed otherwise":         {article(lead, mayor, vote), article(strings.ToUpper(lead), mayor, vote), true},
		"a line of an agency":     {article(lead, mayor), article("ASHFORD (The Wire) - This story first ran elsewhere.", lead, mayor), true},
		"moved and joined":        {article(lead, mayor, vote), article(mayor, vote+" "+lead), true},
		"cut":                     {article(lead, mayor, vote), article(lead, vote), true},
		"another with two alike":  {article(lead, mayor, vote), article(lead, mayor, other), false},
		"another":                 {article(lead, mayor, vote), article(other), false},
		"a passage used again":    {article(mayor), article(lead, mayor, vote, other, draw, vote, lead, other), false},
		"brief":                   {article(brief), article(strings.ToUpper(brief)), true},
		"brief, another":          {article(brief), article("The festival of Ashford closed on Tuesday."), false},
		"brief, one word":         {article(brief), article("The festival of Ashford closed on Monday."), false},
		"brief, one word of nine": {article(brief + " At noon."), article("The festival of Ashford closed on Monday. At noon."), false},
		"brief, another flight":   {article(flight), article(strings.NewReplacer("211", "311", "40", "50").Replace(flight)), false},
		"brief, cut in half":      {article(flight + " It flies at 9."), article(flight), true},
		"brief, words changed":    {article(brief + " " + lead), article(brief + " " + changed.Replace(lead)), true},
		"of a form": {article(draw), article(strings.NewReplacer("Ohio", "Maine", "$202", "$1,348", "Powerball", "Mega Millions", "Wednesday", "Tuesday", "Aug. 3", "Jan. 17",
			"9, 21, 56, 57 and 66", "2, 12, 18, 24 and 39", "292", "302").Replace(draw)), false},
		"figures of another day": {article(shares), article(strings.NewReplacer("210", "154", "33,410", "33,256", "Tuesday", "Wednesday", "1.2", "0.7", "1.9", "0.3", "81", "79").Replace(shares)), false},
		"one figure corrected":   {article(shares), article(strings.Replace(shares, "210", "211", 1)), true},
	} {
		c := NewComparer(new(analysis.Analyzer))
		var none corpus.Span
		got, round := c.Same(test.x, none, test.y, none), c.Same(test.y, none, test.x, none)
		if got != test.want || round != test.want {
			t.Errorf("%s: %v, the other way round %v", name, got, round)
		}
	}
}

// TestNotices holds that what stands in the place of several stories is no copy of any.
func TestNotices(t *testing.T) {
	const notice = "How relevant is this page to you? The player was slow to load. The player did not load at all. Something else went wrong, and you would like to tell us what that was."
	page := func(headline string) *corpus.Article {
		return corpus.NewArticle(corpus.Meta{ID: headline, Headline: headline}, notice)
	}
	for _, test := range []struct {
		x, y string
		want bool
	}{
		{"Old bridge closed", "Bakery opens in Westport", false},
		{"Old bridge closed", "Player slow to load, pages say", true},
		{"Quiz: how relevant?", "Bakery opens in old Westport brewery after years of quarrel | Page", false},
		{"Old bridge closed | Relevant Page", "Bakery opens | Relevant Page", false},
		{"Old bridge closed", "Old bridge closed | Relevant Page", true},
		{"", "Old bridge closed", true},
		{"Bridge", "Westport bakery", true},
	} {
		c := NewComparer(new(analysis.Analyzer))
		if got := c.Same(page(test.x), corpus.Span{}, page(test.y), corpus.Span{}); got != test.want {
			t.Errorf("%q and %q: %v", test.x, test.y, got)
		}
	}
}

// TestLongStory holds that of a very long article the part is compared in which a quote
// stands.
func TestLongStory(t *testing.T) {
	words := func(name string, n int) string {
		var out []string
		for i := range n {
			out = append(out, fmt.Sprint(name, i))
		}
		return strings.Join(out, " ")
	}
	x := corpus.NewArticle(corpus.Meta{ID: "x"}, words("first", 10000)+"\n\n"+words("last", 10000))
	y := corpus.NewArticle(corpus.Meta{ID: "y"}, words("other", 10000)+"\n\n"+words("last", 10000))
	c := NewComparer(new(analysis.Analyzer))
	same := func(at float64) bool {
		part := func(a *corpus.Article) corpus.Span { return corpus.Span{Start: int(at * float64(len(a.Body)))} }
		return c.Same(x, part(x), y, part(y))
	}
	if same(0.1) || !same(0.8) {
		t.Errorf("at the beginning %v, at the end %v", same(0.1), same(0.8))
	}
}
