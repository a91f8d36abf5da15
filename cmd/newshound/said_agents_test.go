package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestSaidByAgents asks what a firm says, which its spokespeople do, and what somebody says, which
// a spokesman does not.
func TestSaidByAgents(t *testing.T) {
	texts := []string{
		"The strike at Halvor is about the strike pay that Halvor cut, and it is long.\n\nHalvor and the strike were the talk of the town.\n\n" +
			"“We are open to talks about the strike,” a Halvor spokeswoman said.",
		"The strike angered Dean Rowntree, and Dean Rowntree left.\n\n“He is sorry for the strike,” a Rowntree spokesman said.",
		"Dean Rowntree has a boat. He sails it. Dean Rowntree likes rain. He has a hat, he says. Dean Rowntree sang. He was loud.",
	}
	var articles []*corpus.Article
	for i := range 20 {
		texts = append(texts, fmt.Sprintf("Rain fell on pier %d all night.", i))
	}
	for i, text := range texts {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("b%d", i)}, text))
	}
	engine := engine.New(index.New(articles))
	for _, test := range []struct {
		question, want string
		outcome        answer.Outcome
	}{
		{"What did Halvor say about the strike?", "open to talks", answer.Found},
		{"What did Rowntree say about the strike?", "He is sorry", answer.Partial},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: test.question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != test.outcome || len(a.Snippets) == 0 || !strings.Contains(a.Snippets[0].Quote, test.want) {
			t.Errorf("%s: %s with %+v, want what has %q", test.question, a.Outcome, a.Snippets, test.want)
		}
	}
}

// TestSaidByWhoBelongs asks what somebody says who is told by where they belong: nobody else of that kind says it
// for them, and an article may name them the other way round.
func TestSaidByWhoBelongs(t *testing.T) {
	texts := []string{
		"The strike is long. Bank of Ashford cut the pay in the strike.\n\n“The strike is a shame,” Linton Bank said in a note on the strike.",
		"The mayor of Dunmore was at the strike.\n\n“I do not like the strike,” the mayor of Linton said of it.",
		"The strike at Quill is a strike for pay.\n\n“The strike is none,” a Quill spokesman said of the strike.",
		"A strike began.\n\n“The strike will end soon,” Halvor CEO Ann Rowntree said of the strike.\n\nAnn Rowntree of Halvor laughed.",
	}
	var articles []*corpus.Article
	for i := range 20 {
		texts = append(texts, fmt.Sprintf("Rain fell on pier %d all night.", i))
	}
	for i, text := range texts {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("b%d", i)}, text))
	}
	engine := engine.New(index.New(articles))
	for question, want := range map[string]struct {
		outcome answer.Outcome
		unheld  int
	}{
		"What did Bank of Ashford say about the strike?":        {answer.Partial, 1},
		"What did the mayor of Dunmore say about the strike?":   {answer.Partial, 1},
		"What did the mayor of Linton say about the strike?":    {answer.Found, 0},
		"What did the CEO of Halvor say about the strike?":      {answer.Found, 0},
		"What did Ann Rowntree of Halvor say about the strike?": {answer.Found, 0},
		"What did Rowntree of Halvor say about the strike?":     {answer.Found, 0},
		"What did a spokesman for Linton say about the strike?": {answer.Partial, 1},
		"What did a spokesman for Quill say about the strike?":  {answer.Found, 0},
		"What did the director of Halvor say about the strike?": {answer.Partial, 1},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != want.outcome || len(a.Unheld) != want.unheld {
			t.Errorf("%s: %s, lacking %+v: %+v", question, a.Outcome, a.Unheld, a.Snippets)
		}
	}
}

// TestSaidWithAdverb asks what somebody says with an adverb before the verb, which is no part of the name.
func TestSaidWithAdverb(t *testing.T) {
	engine := council(t)
	for question, want := range map[string]string{ // what is told of the speaker
		"What did Joan Pike actually say about the bridge?":   "",
		"What has Joan Pike just said about the bridge?":      "",
		"What did Joan Pike reportedly say about the bridge?": "",
		"What did Ann Lee actually say about the bridge?":     "Ann Lee",
		"what did ann lee herself say about the bridge?":      "ann lee",
		"What exactly did Joan Pike say about the bridge?":    "",
		"What exactly did Ann Lee say about the bridge?":      "Ann Lee",
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, u := range a.Unheld {
			got += u.Name
		}
		if got != want || len(a.Snippets) == 0 {
			t.Errorf("%s: nothing of %q: %+v", question, got, a.Snippets)
		}
	}
}

// TestSaidAtLength asks what somebody says with what they are behind the name.
func TestSaidAtLength(t *testing.T) {
	engine := seedEngine(t)
	for question, want := range map[string]string{ // what is told of the speaker
		"What did John Bolton, the national security adviser to the president, say about elections?": "John Bolton, the national security adviser to the president",
		"What did Christopher Wray, the director of the FBI, say about election infrastructure?":     "",
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, u := range a.Unheld {
			got += u.Name
		}
		if got != want || len(a.Snippets) == 0 || want == "" && !strings.Contains(a.Snippets[0].Quote, "Wray said") {
			t.Errorf("%s: nothing of %q: %+v", question, got, a.Snippets)
		}
	}
}

// TestSaidByTwo asks what two people say: each has a quote, or it is told who has none.
func TestSaidByTwo(t *testing.T) {
	engine := seedEngine(t)
	for question, want := range map[string]struct{ says, unheld string }{
		"What do Wray and Mattis say about elections?":     {"at liberty to explain|election infrastructure", ""},
		"What did Wray and Mattis say?":                    {"election infrastructure|extremely seriously|at liberty to explain", ""},
		"What did Mattis and Pompeo say about elections?":  {"at liberty to explain", "Pompeo"},
		"What did Mattis and Melania say about elections?": {"at liberty to explain", "Melania"},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		unheld := ""
		for _, u := range a.Unheld {
			unheld += u.Name
		}
		if unheld != want.unheld || (a.Outcome == answer.Found) != (unheld == "") {
			t.Errorf("%s: %s, nothing of %q", question, a.Outcome, unheld)
		}
		for i, says := range strings.Split(want.says, "|") {
			if i >= len(a.Snippets) || !strings.Contains(a.Snippets[i].Quote, says) {
				t.Errorf("%s: quote %d has no %q: %+v", question, i+1, says, a.Snippets)
			}
		}
	}
}

// TestSaidMisspelt asks what somebody says whose name is typed wrong: it is as good as the right one.
func TestSaidMisspelt(t *testing.T) {
	engine := seedEngine(t)
	for typed, right := range map[string]string{
		"What did Christpher Wray say?":                      "What did Christopher Wray say?",
		"What did Christpher Wray say about infrastructure?": "What did Christopher Wray say about infrastructure?",
		"What did Kirstjen Nielsn say?":                      "What did Kirstjen Nielsen say?",
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: typed})
		if err != nil {
			t.Fatal(err)
		}
		b, err := engine.Ask(t.Context(), answer.Question{Text: right})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Corrected) != 1 || a.Outcome != b.Outcome || !slices.Equal(a.Unheld, b.Unheld) || len(a.Snippets) == 0 || a.Snippets[0].Quote != b.Snippets[0].Quote {
			t.Errorf("%s: %s, %v, %v, %v; with the right name %s, %v, %v", typed, a.Outcome, a.Corrected, a.Unheld, a.Snippets, b.Outcome, b.Unheld, b.Snippets)
		}
	}
}

// TestSaidOfPartOfName asks what somebody says about what is a part of the name, as letters go.
func TestSaidOfPartOfName(t *testing.T) {
	var articles []*corpus.Article
	for _, text := range []string{
		"Leaders arrived on Monday.\n\n“We need help with the bridges and the trains,” Zelensky said.",
		"The sky was grey as Zelensky walked under the sky.",
	} {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprint(len(articles))}, text))
	}
	a, err := engine.New(index.New(articles)).Ask(t.Context(), answer.Question{Text: "What did Zelensky say about the sky?"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Outcome != answer.Partial || len(a.Snippets) == 0 || !strings.Contains(a.Snippets[0].Quote, "sky was grey") || len(a.Unheld) == 0 {
		t.Errorf("%s, lacking %+v: %+v", a.Outcome, a.Unheld, a.Snippets)
	}
}
