package main

import (
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// filed is some coverage with all that can be known of it.
func filed(t *testing.T) *engine.Engine {
	t.Helper()
	var articles []*corpus.Article
	for _, line := range []string{
		"a|The Valley Post|Ann Roe|News|2024-05-03|The old bridge was closed after the great flood of the river Ash. Mayor Halvorsen called it a sad day.",
		"b|Ashford Gazette|Bo Doe|Science|2024-05-05|The old bridge has cracks, engineers said. The flood is not to blame for the cracks in the bridge.",
		"c|The Valley Post|Ann Roe and Bo Doe|Sport|2024-06-07|The flood of the great river closed the stadium near the old bridge.",
	} {
		f := strings.Split(line, "|")
		meta := corpus.Meta{ID: f[0], Outlet: f[1], Byline: f[2], Section: f[3]}
		var err error
		if meta.Published, err = corpus.ParseTime(f[4]); err != nil {
			t.Fatal(err)
		}
		articles = append(articles, corpus.NewArticle(meta, f[5]))
	}
	return engine.New(index.New(articles))
}

// TestFilters asks with filters typed in the question.
func TestFilters(t *testing.T) {
	engine := filed(t)
	for typed, want := range map[string]struct {
		articles  string // that are quoted
		filter    string
		unheld    []answer.Unheld
		malformed []answer.Malformed
		outcome   answer.Outcome
	}{
		"flood bridge":                                     {articles: "a b c", outcome: answer.Found},
		"flood bridge outlet:post":                         {articles: "a c", filter: "Only The Valley Post.", outcome: answer.Found},
		`outlet:"ashford gazette" flood bridge`:            {articles: "b", filter: "Only Ashford Gazette.", outcome: answer.Found},
		"flood bridge byline:doe":                          {articles: "b c", filter: "Only by Ann Roe and Bo Doe or Bo Doe.", outcome: answer.Found},
		"flood bridge section:news":                        {articles: "a", filter: "Only in the section News.", outcome: answer.Found},
		"flood bridge from:2024-05-04":                     {articles: "b c", filter: "Only from 4 May 2024.", outcome: answer.Found},
		"flood bridge from:2024-05 to:2024-05":             {articles: "a b", filter: "Only from 1 May 2024 to 31 May 2024.", outcome: answer.Found},
		"flood bridge -cracks":                             {articles: "a c", filter: "Without “cracks”.", outcome: answer.Found},
		`flood bridge -"great flood"`:                      {articles: "b c", filter: "Without “great flood”.", outcome: answer.Found},
		`what of the bridge and the "great flood"`:         {articles: "a", filter: "Only with the words “great flood”.", outcome: answer.Found},
		`"flood of the great river"`:                       {articles: "c", filter: "Only with the words “flood of the great river”.", outcome: answer.Found},
		`find "great flood"`:                               {articles: "a", filter: "Only with the words “great flood”.", outcome: answer.Found},
		`any articles with the words "great flood"?`:       {articles: "a", filter: "Only with the words “great flood”.", outcome: answer.Found},
		`look for "huge cracks"`:                           {unheld: []answer.Unheld{{Field: "phrase", Name: "huge cracks"}}, outcome: answer.None},
		`"flood of the old river"`:                         {unheld: []answer.Unheld{{Field: "phrase", Name: "flood of the old river"}}, outcome: answer.None},
		`"great flood" outlet:gazette`:                     {filter: "Only Ashford Gazette.", unheld: []answer.Unheld{{Field: "phrase", Name: "great flood", Elsewhere: true}}, outcome: answer.None},
		`which old bridge has "huge cracks"?`:              {articles: "b", unheld: []answer.Unheld{{Field: "phrase", Name: "huge cracks"}}, outcome: answer.Partial},
		`the "great river" and the "cracks in the bridge"`: {articles: "b c", filter: "Only with the words “great river”, “cracks in the bridge”.", outcome: answer.Found},
		"flood bridge outlet:gazete":                       {unheld: []answer.Unheld{{Field: "outlet", Name: "gazete", Nearest: "Ashford Gazette"}}, outcome: answer.None},
		`flood bridge byline:"Ann Row"`:                    {unheld: []answer.Unheld{{Field: "byline", Name: "Ann Row", Nearest: "Ann Roe"}}, outcome: answer.None},
		"flood bridge section:astrology":                   {unheld: []answer.Unheld{{Field: "section", Name: "astrology"}}, outcome: answer.None},
		"flood bridge from:2025-01-01":                     {filter: "Only from 1 January 2025.", unheld: []answer.Unheld{{Field: "from", Name: "2025-01-01", Nearest: "2024-06-07"}}, outcome: answer.None},
		"flood bridge to:2020":                             {filter: "Only up to 31 December 2020.", unheld: []answer.Unheld{{Field: "to", Name: "2020", Nearest: "2024-05-03"}}, outcome: answer.None},
		"flood bridge asked:2024-13-40":                    {malformed: []answer.Malformed{{Field: "asked", Value: "2024-13-40"}}, outcome: answer.None},
		`Who said "it is what it is"?`:                     {malformed: []answer.Malformed{{Field: "phrase", Value: "it is what it is", Common: true}}, outcome: answer.None},
		"flood bridge from:yesterday":                      {malformed: []answer.Malformed{{Field: "from", Value: "yesterday"}}, outcome: answer.None},
		"flood bridge from:2024-06-02 to:2024-06-01": {
			filter: "Only from 2 June 2024 to 1 June 2024.", malformed: []answer.Malformed{{Field: "to", Value: "2024-06-01"}}, outcome: answer.None},
		"What of the flood and the bridge before 4/5/2024?":                {malformed: []answer.Malformed{{Field: "to", Value: "4/5/2024"}}, outcome: answer.None},
		"flood bridge to:13/5/2024":                                        {articles: "a b", filter: "Only up to 13 May 2024.", outcome: answer.Found},
		"What of the flood and the bridge between 5/1/2024 and 5/31/2024?": {articles: "a b", filter: "Only from 1 May 2024 to 31 May 2024.", outcome: answer.Found},
		"What of the flood and the bridge since June 1, 2024, according to the Valley Post?": {
			articles: "c", filter: "Only The Valley Post, from 1 June 2024.", outcome: answer.Found},
		"What of the flood and the bridge from Jun. 1st to Jun. 7th, 2024?": {articles: "c", filter: "Only from 1 June 2024 to 7 June 2024.", outcome: answer.Found},
		"flood bridge from:2024-05-10 to:2024-05-20":                        {filter: "Only from 10 May 2024 to 20 May 2024.", outcome: answer.None},
		"outlet:post": {articles: "a c", filter: "Only The Valley Post.", outcome: answer.Found},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: typed})
		if err != nil {
			t.Fatal(err)
		}
		if refused := len(want.malformed) > 0 || strings.Contains(typed, "outlet:gazete"); refused && len(a.Searched) > 0 {
			t.Errorf("%s: searched for %q", typed, a.Searched)
		}
		var articles []string
		for _, s := range a.Snippets {
			articles = append(articles, s.Cite.Article.ID)
		}
		slices.Sort(articles)
		if got := strings.Join(slices.Compact(articles), " "); got != want.articles || a.Outcome != want.outcome {
			t.Errorf("%s: %s (%.2f), quotes of %q, want %s and %q", typed, a.Outcome, a.Confidence, got, want.outcome, want.articles)
		}
		if got := a.Filter.Describe(); got != want.filter {
			t.Errorf("%s: %q, want %q", typed, got, want.filter)
		}
		if !slices.Equal(a.Unheld, want.unheld) || !slices.Equal(a.Malformed, want.malformed) {
			t.Errorf("%s: %v and %v, want %v and %v", typed, a.Unheld, a.Malformed, want.unheld, want.malformed)
		}
	}
}

// TestSaidWithout checks that what somebody says is listed without the passages that have a word or a phrase
// to do without, wherever else in the article there is something of theirs.
func TestSaidWithout(t *testing.T) {
	between := strings.Repeat("The council talked of roads and of schools for hours. ", 30)
	engine := engine.New(index.New([]*corpus.Article{corpus.NewArticle(corpus.Meta{ID: "dam"},
		"“The dam of the valley will hold,” Gov. Ann Lee said.\n\n"+between+"\n\n“The budget will not,” Gov. Ann Lee said.")}))
	for _, question := range []string{"said:Lee -valley", `said:Lee -"the dam of the valley"`, "what did Ann Lee say? -valley"} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Snippets) != 1 || a.Total > 1 || !strings.HasPrefix(a.Snippets[0].Quote, "“The budget") {
			t.Errorf("%s: %d: %v", question, a.Total, a.Snippets)
		}
	}
}
