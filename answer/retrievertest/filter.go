package retrievertest

import (
	"time"

	"newshound/answer"
	"newshound/corpus"
)

// checkFilter asks of parts of a coverage.
func checkFilter(s *suite) {
	may := func(day, hour, zone int) time.Time {
		return time.Date(2024, time.May, day, hour, 0, 0, 0, time.FixedZone("", 3600*zone))
	}
	month, err := corpus.ParseTime("2024-05")
	if err != nil {
		s.errorf("the month: %v", err)
	}
	articles := articles(
		"flood bridge", "flood street bridge", "flood flood", "flood and the tower", "bridge tower flood and flood", "Flooded bridges", "a flooded street with a bridge")
	for i, m := range []struct {
		outlet, byline, section string
		published               time.Time
		headline                string
	}{
		{"Valley Post", "Ann Roe", "News", may(3, 0, 0), ""},
		{"Ashford Gazette", "Bo Doe", "Science", may(5, 23, 0), ""},
		{"", "", "", time.Time{}, "A castle"},
		{"VALLEY  Post", "Ann Roe and Bo Doe", "News", may(5, 1, 2), ""},
		{"Välley-Post", "ann roe", "news", may(4, 22, -5), "Bridge and castle"},
		{"The Valley Post", "Roe", "", may(6, 0, 0), ""},
		{"Monthly", "", "", month, ""},
	} {
		a := articles[i]
		a.Outlet, a.Byline, a.Section, a.Published, a.Headline = m.outlet, m.byline, m.section, m.published, m.headline
	}
	c := s.cover(articles...)
	ask := func(f answer.Filter, limit int) []answer.Hit {
		return c.query(answer.Query{Clauses: []answer.Clause{word("flood"), word("tower")}, Filter: f, Limit: limit})
	}
	whole := ask(answer.Filter{}, all)
	for _, test := range []struct {
		about  string
		filter answer.Filter
		want   string // as the passages stand in the coverage
	}{
		{"nothing", answer.Filter{}, "0 1 2 3 4 5 6"},
		{"an outlet", answer.Filter{Outlets: []string{"valley post"}}, "0 3 4"},
		{"two outlets", answer.Filter{Outlets: []string{"Ashford Gazette", "Valley Post"}}, "0 1 3 4"},
		{"part of an outlet's name", answer.Filter{Outlets: []string{"Post"}}, ""},
		{"a byline", answer.Filter{Bylines: []string{"Ann Roe"}}, "0 4"},
		{"a section", answer.Filter{Sections: []string{"News", "Sport"}}, "0 3 4"},
		{"a byline and a section", answer.Filter{Bylines: []string{"Ann Roe", "Bo Doe"}, Sections: []string{"science"}}, "1"},
		{"a first day", answer.Filter{From: may(5, 0, 0)}, "1 3 5"},
		{"a last day", answer.Filter{To: may(4, 0, 0)}, "0 4"},
		{"one day", answer.Filter{From: may(5, 0, 0), To: may(5, 0, 0)}, "1 3"},
		{"a whole month", answer.Filter{From: may(1, 0, 0), To: may(31, 0, 0)}, "0 1 3 4 5 6"},
		{"the rest of a month", answer.Filter{From: may(2, 0, 0)}, "0 1 3 4 5"},
		{"most of a month", answer.Filter{To: may(30, 0, 0)}, "0 1 3 4 5"},
		{"days turned round", answer.Filter{From: may(5, 0, 0), To: may(4, 0, 0)}, ""},
		{"a phrase", answer.Filter{Phrases: [][]string{alt(1, "flood", "bridge").Terms}}, "0 1 5"},
		{"two phrases", answer.Filter{Phrases: [][]string{alt(1, "flood", "bridge").Terms, alt(1, "street").Terms}}, "1"},
		{"a phrase of one word of the header", answer.Filter{Phrases: [][]string{{"castl"}}}, "2 4"},
		{"a phrase that is nowhere", answer.Filter{Phrases: [][]string{{"xylophon"}}}, ""},
		{"without a word", answer.Filter{Without: []string{"bridg"}}, "2 3"},
		{"without words", answer.Filter{Without: []string{"street", "castl", "xylophon"}}, "0 3 5"},
		{"all together", answer.Filter{
			Outlets: []string{"Valley Post"}, Bylines: []string{"Ann Roe"}, Sections: []string{"News"},
			From: may(1, 0, 0), To: may(4, 0, 0), Phrases: [][]string{alt(1, "flood", "bridge").Terms}, Without: []string{"castl"},
		}, "0"},
	} {
		var want []answer.Hit
		for _, h := range whole {
			for _, n := range test.want {
				if name(h.Passage) == string(n) {
					want = append(want, h)
				}
			}
		}
		for _, limit := range []int{all, 1} {
			if got, want := show(ask(test.filter, limit)), show(want[:min(limit, len(want))]); got != want {
				c.errorf("%s:%s, want%s", test.about, got, want)
			}
		}
	}
}
