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

// town is some coverage to ask, beside the seeds.
var town = []string{
	"Ashford Gazette|Council votes on bridge|The town council voted on Tuesday to close the old bridge over the Ash.\n\n" +
		"Mayor Ingrid Halvorsen called the vote “a sad day”. “The bridge has served us for a hundred years. We will miss it,” she said.\n\n" +
		"[More: A volcano erupts in the north]\n\nThe National Bridge Authority had found cracks in 12 places. Repairs would cost $4.5 million.",
	"Ashford Gazette|Hackers strike hospital|A cyberattack closed the emergency ward of St. Brannoc’s Hospital for six hours, the Department of Public Safety said.\n\n" +
		"The DPS said that no patients were harmed.\n\nDr. Omar Reyes, who runs the ward, described the night as “long”.",
	"Valley Post|A new school opens|Four hundred pupils moved into the new school in Eastbrook on Monday.\n\n" +
		"According to the Ashford Gazette:\n\nThe school cost twice what had been planned, and the roof still leaks.\n\n" +
		"The headmistress, Zoë Quill, hopes to reopen the re-built gym by spring.",
	"Valley Post|Railway profits|Ashford Rail did better than its owners had hoped.\n\nThis is what Ashford Rail told of its second quarter:\n\n" +
		"Earnings per share: 94 cents\n\nTickets sold: 12,000",
}

func townEngine(t *testing.T) *engine.Engine {
	t.Helper()
	var articles []*corpus.Article
	for i, text := range town {
		part := strings.SplitN(text, "|", 3)
		meta := corpus.Meta{ID: fmt.Sprintf("t%d", i), Outlet: part[0], Headline: part[1]}
		articles = append(articles, corpus.NewArticle(meta, part[2]))
	}
	return engine.New(index.New(articles))
}

// TestAnswers asks the town coverage what tests one ability each.
func TestAnswers(t *testing.T) {
	engine := townEngine(t)
	for _, test := range []struct {
		about, question string
		outcome         answer.Outcome
		first           string // in the first quote
		corrected       []answer.Correction
		missing         []string
	}{
		{about: "a number", question: "How many pupils moved into the school?", outcome: answer.Found, first: "Four hundred pupils"},
		{about: "a day", question: "When did the council vote to close the bridge?", outcome: answer.Found, first: "voted on Tuesday"},
		{about: "a price", question: "How much would repairs to the bridge cost?", outcome: answer.Found, first: "$4.5 million"},
		{about: "speech, whole", question: "What did the mayor say about the bridge?", outcome: answer.Found, first: "“a sad day”. “The bridge has served us for a hundred years. We will miss it,” she said."},
		{about: "what a line before it leads in", question: "How much did Ashford Rail earn per share in its second quarter?", outcome: answer.Found, first: "94 cents"},
		{about: "an acronym for a name", question: "What did the NBA find?", outcome: answer.Found, first: "National Bridge Authority"},
		{about: "an acronym for its name, in small letters", question: "did the department of public safety say that patients were harmed?", outcome: answer.Found, first: "The DPS said that no patients"},
		{about: "a compound in two words", question: "Which hospital was closed by a cyber attack?", outcome: answer.Found, first: "St. Brannoc’s Hospital"},
		{about: "a misspelt name", question: "Who is Halvorsson?", outcome: answer.Found, first: "Mayor Ingrid Halvorsen", corrected: []answer.Correction{{From: "Halvorsson", To: "halvorsen"}}},
		{about: "a misspelling that the stemmer makes right", question: "Who is Quil?", outcome: answer.Found, first: "Zoë Quill", corrected: []answer.Correction{{From: "Quil", To: "quill"}}},
		{about: "initials that are like a name", question: "What did REYEZ say?", outcome: answer.None, missing: []string{"REYEZ"}},
		{about: "initials that have its letters in another order", question: "What did RYEES say?", outcome: answer.Found, first: "long", corrected: []answer.Correction{{From: "RYEES", To: "reyes"}}},
		{about: "a name that is no misspelling", question: "Who is Bridget?", outcome: answer.None, missing: []string{"Bridget"}},
		{about: "a name much like an ordinary word", question: "Who is Bridgev?", outcome: answer.None, missing: []string{"Bridgev"}},
		{about: "a misspelling in small letters", question: "who closed the bridgev?", outcome: answer.Found, first: "bridge", corrected: []answer.Correction{{From: "bridgev", To: "bridge"}}},
		{about: "an accent left out", question: "Who is Zoe Quill?", outcome: answer.Found, first: "Zoë Quill"},
		{about: "an irregular verb", question: "Who finds cracks in the bridge?", outcome: answer.Found, first: "had found cracks"},
		{about: "an outlet", question: "What does the Valley Post report about Eastbrook?", outcome: answer.Found, first: "Eastbrook"},
		{about: "a related word", question: "How did Reyes characterise the night?", outcome: answer.Found, first: "described the night as “long”"},
		{about: "a superlative", question: "Which bridge is the oldest?", outcome: answer.Found, first: "the old bridge over the Ash"},
		{about: "a name that is nowhere", question: "What did Angela Merkel say about the bridge?", outcome: answer.None, missing: []string{"Angela", "Merkel"}},
		{about: "the same in small letters", question: "what did merkel say about the bridge", outcome: answer.None, missing: []string{"merkel"}},
		{about: "another subject", question: "Which team won the cup final?", outcome: answer.None, missing: []string{"team", "won", "cup", "final"}},
		{about: "a number that is not told", question: "How many cars use the old bridge?", outcome: answer.None, missing: []string{"cars", "use"}},
		{about: "what is only in a link between paragraphs", question: "Where did a volcano erupt?", outcome: answer.None, missing: []string{"volcano", "erupt"}},
		{about: "nothing to search for", question: "What is it?", outcome: answer.None},
		{about: "a part that is nowhere", question: "Which emergency ward of the hospital did the cyberattack on Tuesday destroy with malware?", outcome: answer.Partial, first: "cyberattack", missing: []string{"malware"}},
	} {
		t.Run(test.about, func(t *testing.T) {
			a, err := engine.Ask(t.Context(), answer.Question{Text: test.question})
			if err != nil {
				t.Fatal(err)
			}
			first := ""
			if len(a.Snippets) > 0 {
				first = a.Snippets[0].Quote
			}
			if a.Outcome != test.outcome || !strings.Contains(first, test.first) {
				t.Errorf("%s: %s (%.2f): %q", test.question, a.Outcome, a.Confidence, first)
			}
			if !slices.Equal(a.Corrected, test.corrected) {
				t.Errorf("corrected %v, want %v", a.Corrected, test.corrected)
			}
			for _, w := range test.missing {
				if !slices.Contains(a.Missing, w) {
					t.Errorf("missing %q, want %q in it", a.Missing, w)
				}
			}
		})
	}
}

// TestAnswersOfName asks a kind of thing of a name, and nothing else.
func TestAnswersOfName(t *testing.T) {
	var articles []*corpus.Article
	for i, text := range []string{
		"The club dismissed its head coach, Dean Rowntree, on Friday.\n\nThe players were told at noon. The 59-year-old Rowntree began as a keeper.",
		"Ingrid Halvorsen was fired from Ashford Rail on Monday, after a long dispute.\n\nMany had seen it coming.",
		"Omar Reyes of Millbrook won the race.",
	} {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("n%d", i)}, text))
	}
	engine := engine.New(index.New(articles))
	for question, want := range map[string]answer.Outcome{
		"Where is Omar Reyes from?":        answer.Found,
		"How old is Dean Rowntree?":        answer.Found,
		"Where is Ingrid Halvorsen from?":  answer.Partial,
		"Who is Ingrid Halvorsen?":         answer.Found,
		"When was Ingrid Halvorsen fired?": answer.Found,
		"Who is Dean A. Rowntree?":         answer.Found,
		"Who is Omar Halvorsen?":           answer.None,
		"What is Ashford Millbrook?":       answer.None,
		"When was Omar Halvorsen fired?":   answer.Partial,
		"When was Halvorsen fired?":        answer.Found,
		"Halvorsen Ashford Monday":         answer.Found,
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != want {
			t.Errorf("%s %s (%.2f): %v", question, a.Outcome, a.Confidence, a.Snippets)
		}
		nameless := strings.Contains(question, "Omar Halvorsen") || strings.Contains(question, "Ashford Millbrook")
		if told := slices.ContainsFunc(a.Unheld, func(u answer.Unheld) bool { return u.Field == "phrase" }); told != nameless {
			t.Errorf("%s is told to have names that the coverage never has: %v", question, a.Unheld)
		}
	}
}

// TestAnswersNames asks about people by forms of their names.
func TestAnswersNames(t *testing.T) {
	var articles []*corpus.Article
	for i, text := range []string{
		"The mayor, Christopher Halloran, opened the fair on Monday. He stayed for an hour.",
		"Photo: Chris Tamsin",
		"Chris Tamsin sold honey at the fair.\n\nTamsin keeps forty hives.",
		"The club dismissed its head coach, Dean Rowntree, on Friday.\n\nThe players were told at noon. The 59-year-old Rowntree began as a keeper.",
	} {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("n%d", i)}, text))
	}
	engine := engine.New(index.New(articles))
	for _, test := range []struct {
		about, question, first string
		absent                 []string
	}{
		{about: "a short form of a given name", question: "Who is Chris Halloran?", first: "Christopher Halloran"},
		{about: "a short form, in small letters", question: "who is chris halloran?", first: "Christopher Halloran"},
		{about: "the full form", question: "What did Christopher Tamsin sell?", first: "sold honey"},
		{about: "somebody else of that given name", question: "What did Jim Tamsin sell at the fair?", first: "sold honey"},
		{about: "what is not told of somebody", question: "Did Christopher Halloran sell hives?", first: "Christopher Halloran", absent: []string{"sell", "hives"}},
		{about: "a surname for a name that is given in full elsewhere", question: "How old is Dean Rowntree?", first: "59-year-old Rowntree"},
		{about: "the kind of thing that is asked for", question: "What honey did Chris Halloran open?", first: "Christopher Halloran"},
	} {
		t.Run(test.about, func(t *testing.T) {
			a, err := engine.Ask(t.Context(), answer.Question{Text: test.question, Limit: 1})
			if err != nil {
				t.Fatal(err)
			}
			shown := append(slices.Clone(a.Snippets), a.Near...)
			if len(shown) == 0 || !strings.Contains(shown[0].Quote, test.first) {
				t.Errorf("%s: shown %v", a.Outcome, shown)
			}
			if a.Outcome != answer.None && !slices.Equal(a.Absent, test.absent) || len(test.absent) > 0 && a.Outcome != answer.Partial {
				t.Errorf("%s, absent %q, not %q", a.Outcome, a.Absent, test.absent)
			}
		})
	}
}

// TestAnswersNameHeld asks of names that the coverage has otherwise, or not at all.
func TestAnswersNameHeld(t *testing.T) {
	var articles []*corpus.Article
	for i, text := range []string{
		"Vice President Kamala Harris visited Guatemala in June. Harris met its president.",
		"Microsoft closed its purchase of the game maker Activision on Friday. The deal with Microsoft is its largest.",
		"Leaders met in the town of Ashby. President Biden received the Chinese leader for four hours. The meeting with Mr. Xi was held on Wednesday.",
		"Mayor Ann Roe resigned on Monday. The deputy, Ben Lee, took her place.",
		"The Republic Day parade was held. It was the First of many. The Bank closed on Monday and was sold to JPMorgan.",
	} {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("h%d", i)}, text))
	}
	engine := engine.New(index.New(articles))
	for question, told := range map[string]bool{
		"When did Kamala Devi Harris visit Guatemala?":  false, // a middle name
		"When did Kamala D. Harris visit Guatemala?":    false,
		"Who is Kamala Devi Harris?":                    false,
		"When did the Microsoft Activision deal close?": false, // two names
		"How long did the Biden Xi meeting last?":       false,
		"Why did Ann Lee resign?":                       true, // of two people
		"To whom was First Republic Bank sold?":         true, // words of a dictionary
		"When did the Microsoft Guatemala deal close?":  false,
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if is := slices.ContainsFunc(a.Unheld, func(u answer.Unheld) bool { return u.Field == "phrase" }); is != told {
			t.Errorf("%s: %s, told %v", question, a.Outcome, a.Unheld)
		}
	}
}

// TestAnswersWithTheirWords asks what somebody said, where other quotes have more of the
// question's words.
func TestAnswersWithTheirWords(t *testing.T) {
	texts := []string{
		"A quiet Ola Brandt met the press at noon, a day after the dismissal.\n\n“Nobody told us why Rowntree had to go,” Brandt said.\n\n" +
			"“He was good to us,” Jo Hale, the keeper, said.\n\n“I will never play for this club again,” Brandt said later.",
	}
	for i := range 20 {
		texts = append(texts, fmt.Sprintf("Rain fell on pier %d all night.", i))
	}
	var articles []*corpus.Article
	for i := range 4 {
		texts = append(texts, fmt.Sprintf("After the dismissal of Dean Rowntree Ola Brandt was seen at pier %d with %d friends.", i, i+2))
	}
	for i, text := range texts {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: fmt.Sprintf("b%d", i)}, text))
	}
	engine := engine.New(index.New(articles))
	for _, test := range []struct {
		question string
		want     []string
		alone    bool // nothing else is quoted
	}{
		{"What did Ola Brandt say about the dismissal of Rowntree?", []string{"told us why"}, false},
		{"What did Ola Brandt say?", []string{"told us why", "never play for this club"}, true},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: test.question})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range a.Snippets {
			got = append(got, s.Quote)
		}
		first := got[:min(len(got), len(test.want))]
		if a.Outcome != answer.Found || !slices.EqualFunc(first, test.want, strings.Contains) || test.alone && len(got) > len(test.want) {
			t.Errorf("%s: %s with %q, want what has %q", test.question, a.Outcome, got, test.want)
		}
	}
}

// TestAnswersWithAFewWords asks what somebody said who is quoted with no more than two words
// within a sentence: what others say is no answer.
func TestAnswersWithAFewWords(t *testing.T) {
	a, err := seedEngine(t).Ask(t.Context(), answer.Question{Text: "What did McCaskill say?"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Outcome != answer.Found || len(a.Snippets) != 1 || !strings.Contains(a.Snippets[0].Quote, "“not successful.”") {
		t.Errorf("%s with %+v", a.Outcome, a.Snippets)
	}
}

// TestAnswersCite checks what a citation tells beyond the quote.
func TestAnswersCite(t *testing.T) {
	a, err := townEngine(t).Ask(t.Context(), answer.Question{Text: "What did the school cost?"})
	if err != nil || len(a.Snippets) == 0 {
		t.Fatal(err, a)
	}
	c := a.Snippets[0].Cite
	if c.LeadIn() != "According to the Ashford Gazette:" || c.Article.Outlet != "Valley Post" {
		t.Errorf("%s quotes %q", c.Article.Outlet, c.LeadIn())
	}
	b, err := seedEngine(t).Ask(t.Context(), answer.Question{Text: "Who gets a soccer ball from Putin?"})
	if err != nil || len(b.Snippets) == 0 {
		t.Fatal(err, b)
	}
	if w := b.Snippets[0].Cite.Where(); w.Kind != corpus.Caption || w.N != 1 {
		t.Errorf("cited as %s, paragraph %d", w.Kind, w.N)
	}
}

// TestAnswersNearest checks that a question without an answer may get the quote
// that comes nearest, that it is no snippet, and that a name that the coverage
// never uses gets none.
func TestAnswersNearest(t *testing.T) {
	engine := seedEngine(t)
	for question, near := range map[string]int{
		"How old is Vladimir Putin?":         1,
		"What did Angela Merkel tell Trump?": 0,
		"Which vaccine was approved?":        0,
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != answer.None || len(a.Snippets) > 0 || len(a.Near) != near {
			t.Errorf("%s: %s with %d quotes and %d near", question, a.Outcome, len(a.Snippets), len(a.Near))
		}
	}
}

// TestAnswersOfEachOutlet checks that a question that names outlets gets a quote
// of each.
func TestAnswersOfEachOutlet(t *testing.T) {
	engine := seedEngine(t)
	for question, want := range map[string][]string{
		"What do The Hill and the Washington Examiner say about the meeting?": {"The Hill", "Washington Examiner"},
		"How do The Root and The Hill describe Helsinki?":                     {"The Root", "The Hill"},
		"What does the Washington Examiner say about interference?":           {"Washington Examiner"},
		"What does The Root say about Trump?":                                 {"The Root"},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range a.Snippets[:min(len(want), len(a.Snippets))] {
			got = append(got, s.Cite.Article.Outlet)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: quotes of %q, want %q (%s)", question, got, want, a.Outcome)
		}
	}
}

// TestAnswersOfNoSuchOutlet asks of outlets that the coverage does not hold, and
// of one that it only quotes.
func TestAnswersOfNoSuchOutlet(t *testing.T) {
	engine := seedEngine(t)
	for question, want := range map[string]struct {
		outcome answer.Outcome
		unheld  string
	}{
		"What does the Reuters report say about the meeting on election security?":                            {answer.None, "Reuters"},
		"According to The Hill and Bloomberg, who attended the meeting on election security?":                 {answer.None, "Bloomberg"},
		"What did the Daily Beast report about hackers and McCaskill?":                                        {answer.Found, ""},
		"What did the Daily Beast article report about Russian hackers and the emails of Sen. McCaskill?":     {answer.Found, ""},
		"What did a report of The Washington Examiners say about the meeting on election security with Trump": {answer.Found, ""},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		unheld := ""
		for _, u := range a.Unheld {
			unheld += u.Name
		}
		if a.Outcome != want.outcome || unheld != want.unheld {
			t.Errorf("%s: %s (%.2f), not held %q", question, a.Outcome, a.Confidence, unheld)
		}
	}
}

// TestAnswersFromDifferentArticles checks that quotes that are as good come from
// different articles, and that none overlap.
func TestAnswersFromDifferentArticles(t *testing.T) {
	a, err := seedEngine(t).Ask(t.Context(), answer.Question{Text: "What did Trump discuss at the election security meeting?"})
	if err != nil {
		t.Fatal(err)
	}
	outlets := make(map[string]bool)
	for _, s := range a.Snippets {
		outlets[s.Cite.Article.Outlet] = true
	}
	if len(a.Snippets) != answer.DefaultLimit || len(outlets) < 2 {
		t.Errorf("%d quotes of %d outlets", len(a.Snippets), len(outlets))
	}
}

// TestAnswersProvenByAnotherQuote asks for a number that the quote which meets most of the
// question does not have, and the next one has. Nothing says that cars “cross”.
func TestAnswersProvenByAnotherQuote(t *testing.T) {
	article := func(id, body string) *corpus.Article { return corpus.NewArticle(corpus.Meta{ID: id}, body) }
	engine := engine.New(index.New([]*corpus.Article{
		article("mayor", "Each day the old bridge of Ashford carries cars to the fair, said the mayor."),
		article("count", "The old bridge carries 900 cars."),
		article("fair", "The fair opens on Sunday with a band and a dance on the green of Ashford."),
		article("school", "A school was opened by the mayor, who praised the teachers."),
		article("walk", "Each day the mayor of Ashford walks to work."),
		article("arches", "A bridge is carried by its old arches."),
	}))
	const question = "How many cars cross the old bridge each day?"
	for _, limit := range []int{1, 3} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: question, Limit: limit})
		if err != nil {
			t.Fatal(err)
		}
		if a.Outcome != answer.Partial || len(a.Snippets) != min(limit, 2) || a.Snippets[0].Cite.Article.ID != "count" {
			t.Errorf("of %d quotes: %s (%.2f), %v", limit, a.Outcome, a.Confidence, a.Snippets)
		}
	}
}
