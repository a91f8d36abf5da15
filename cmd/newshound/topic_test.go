package main

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// usual returns n articles of one sentence each, and further ones, in which the words
// that are asked for are nothing special.
func usual(n int, further ...string) *engine.Engine {
	said := []string{"The debt of the town grew.", "The ceiling of the hall was painted.", "A meeting was held at the hall.", "The trial of a driver began."}
	var articles []*corpus.Article
	for i := range n + len(further) {
		text := fmt.Sprintf("Edition %d. %s", i, said[i%len(said)])
		if i >= n {
			text = further[i-n]
		}
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprint(i), Outlet: "Ashford Gazette"}, text))
	}
	return engine.New(index.New(articles))
}

// TestTopic gives topics, and asks nothing of them.
func TestTopic(t *testing.T) {
	engine := usual(2000, "Congress raised the debt ceiling.", "They met on the debt ceiling, and the hall was full.", "A ceiling fell. Nobody was hurt.")
	for question, want := range map[string]struct {
		outcome answer.Outcome
		lines   int
	}{
		"debt ceiling":               {answer.Found, 2},
		"the ceiling of the debt":    {answer.Found, 2},
		"timeline: the debt ceiling": {answer.Found, 2},
		"ceiling trial":              {answer.None, 0},
		"timeline: a ceiling trial":  {answer.None, 0},
	} {
		a, err := engine.Ask(context.Background(), answer.Question{Text: question, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != want.outcome || len(a.Snippets) != want.lines {
			t.Errorf("%q: %v with %d quotes, want %v with %d", question, a.Outcome, len(a.Snippets), want.outcome, want.lines)
		}
		for _, s := range a.Snippets {
			if !strings.Contains(s.Quote, "debt ceiling") {
				t.Errorf("%q: %q", question, s.Quote)
			}
		}
	}
}

// TestNamedOnce asks about somebody whom one article names among many with the same words.
func TestNamedOnce(t *testing.T) {
	further := []string{"The roof was tested on Monday.\n\n“It holds well,” said Doug Cole, an engineer in Ashford.",
		"The quay belongs to Harbour Rail, a firm in Ashford.", "They went home after Judge Ann Marsh had ruled.", "It was told on People, an app."}
	for i := range 200 {
		further = append(further, fmt.Sprintf("Doug Reed won race %d, and Ann Cole lost it. Cole thanked Doug, who went home.\n\nThen Cole met Doug again, at the harbour, and went by rail.", i))
	}
	engine := usual(2000, further...)
	for question, want := range map[string]answer.Outcome{
		"Who is Doug Cole?":                          answer.Found,
		"What is Harbour Rail?":                      answer.Found,
		"Who is Judge Marsh?":                        answer.Found,
		"What is People?":                            answer.Found,
		"who was doug cole":                          answer.Found,
		"What did Doug Cole say?":                    answer.Found,
		"What did Doug Cole say about how it holds?": answer.Found,
	} {
		a, err := engine.Ask(context.Background(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != want {
			t.Errorf("%q: %v, want %v", question, a.Outcome, want)
		}
		if a.Outcome == answer.Found && !regexp.MustCompile(`said Doug Cole|Harbour Rail|Judge Ann Marsh|on People`).MatchString(a.Snippets[0].Quote) {
			t.Errorf("%q: %q", question, a.Snippets[0].Quote)
		}
	}
}

// TestLinesBearOnIt takes no line into a timeline that is far from the best.
func TestLinesBearOnIt(t *testing.T) {
	engine := usual(100, "The trial of Sam Halvorsen for fraud began.", "Sam Halvorsen was found guilty of fraud in his trial.", "Sam Halvorsen owns a boat.")
	a, err := engine.Ask(context.Background(), answer.Question{Text: "timeline: the trial of Sam Halvorsen for fraud", Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Snippets) != 2 || a.Total != 2 {
		t.Errorf("%d lines of %d, want 2: %v", len(a.Snippets), a.Total, a.Snippets)
	}
}

// TestFormsByChance searches for no acronym or compound that the coverage uses for another
// thing.
func TestFormsByChance(t *testing.T) {
	further := []string{"True the Vote was sued.", "True the Vote lost.", "They met First Time Buyers.", "It helps First Time Buyers.",
		"The FT wrote of it, and of ceilinghalls.", "Ann Old-Coral won.", "Ben Orr-Cole lost.", "World Cup fever: the WC began."}
	for i := range 300 {
		further = append(further, fmt.Sprintf("Number %d was on TV.", i))
	}
	for range 3 {
		further = append(further, "She met Ann Old-Coral, who was AWOL.")
	}
	engine := usual(1200, further...)
	for question, want := range map[string]string{
		"Who was on TV?":                         "TV",
		"When did they meet for the first time?": "meet first time",
		"Which ceiling hall was painted?":        "ceiling hall painted",
		"What did AOC win?":                      "win ann old coral",
		"What did BOC lose?":                     "lose", // which one name is no proof of
		"What did Ann Old-Coral win?":            "Ann Old Coral win",
		"When did the World Cup begin?":          "World Cup begin wc",
	} {
		a, err := engine.Ask(context.Background(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(a.Searched, " "); got != want {
			t.Errorf("%q: searched %q, want %q", question, got, want)
		}
	}
}

// TestMisspeltLikeAName reads a misspelt word as the word that it is nearest to, though a name
// has its stem.
func TestMisspeltLikeAName(t *testing.T) {
	engine := usual(50, "Acurable, a firm in Ashford, makes pumps.", "The old pump was less accurate than the new one.")
	a, err := engine.Ask(context.Background(), answer.Question{Text: "Which pump was less acurate?"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Corrected) != 1 || a.Corrected[0].To != "accurate" || len(a.Snippets) == 0 || !strings.Contains(a.Snippets[0].Quote, "accurate") {
		t.Errorf("corrected %v: %v", a.Corrected, a.Snippets)
	}
}

// TestLatestInWords tells in which words a question for the latest says its filter.
func TestLatestInWords(t *testing.T) {
	engine := usual(50, "Congress raised the debt ceiling.")
	a, err := engine.Ask(context.Background(), answer.Question{Text: "What's the latest on the debt ceiling, according to the Ashford Gazette?"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.InWords) != 1 || a.InWords[0].Words != "according to the Ashford Gazette" || a.Outcome != answer.Found {
		t.Errorf("%v, with %v", a.Outcome, a.InWords)
	}
}

// TestSaidOfIt asks what somebody says of something that is named just before the words.
func TestSaidOfIt(t *testing.T) {
	e := usual(200, "Ann Marsh recalled her visit to the harbour of Elmstead, which has been closed to all ships but a ferry since May. There, she said, “every room is cold.”",
		"Ben Roe recalled his visit to the quarry of Elmstead.")
	for name, want := range map[string]bool{"Ann Marsh": true, "Ben Roe": false} {
		a, err := e.Ask(context.Background(), answer.Question{Text: "What did " + name + " say about Elmstead?"})
		if err != nil {
			t.Fatal(err)
		}
		if a.Evidence.Topic != want {
			t.Errorf("%s: %v, want %v", name, a.Evidence.Topic, want)
		}
	}
}

// TestSaidInPart has words of whom it is asked first, though they are not most of the quote, before what
// another says to them.
func TestSaidInPart(t *testing.T) {
	e := usual(200, "Judge Ann Marsh told Bo Quill that he left the court “a free man”.\n\nMr Quill shook both of his fists. Outside, he said: “Tell the leopard.”")
	a, err := e.Ask(context.Background(), answer.Question{Text: "What did Bo Quill say after the trial?"})
	if err != nil || len(a.Snippets) == 0 || !strings.Contains(a.Snippets[0].Quote, "Tell the leopard") {
		t.Errorf("%+v, %v", a, err)
	}
}
