package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/bot"
	"newshound/corpus"
)

// astray is how many of the conversations over the seed articles go wrong.
const astray = 32

// TestConversations has the conversations over the seed articles. Those over other
// coverage are for eval --conversations.
func TestConversations(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "conversations", "seeds.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := readConversations(f, f.Name())
	if err != nil {
		t.Fatal(err)
	}
	today := time.Date(2018, time.July, 30, 0, 0, 0, 0, time.UTC)
	relay := bot.NewRelay(seedEngine(t), bot.Options{Now: func() time.Time { return today }})
	right := 0
	for _, c := range all {
		wrong := c.hold(t.Context(), relay)
		if len(wrong) == 0 {
			right++
		}
		for _, w := range wrong {
			t.Log(w)
		}
	}
	if len(all)-right > astray {
		t.Errorf("%d of %d conversations go right; %d may go wrong", right, len(all), astray)
	}
}

// TestUnrelated asks every question of ours after some others: one that can stand alone
// is never read in the light of the one before.
func TestUnrelated(t *testing.T) {
	engine, cases := seedEngine(t), seedCases(t)
	for i, c := range cases {
		for k := 1; k <= 10; k++ {
			last := cases[(i+k)%len(cases)].Text
			a, err := engine.Ask(t.Context(), answer.Question{Text: c.Text, Previous: last})
			if err != nil {
				t.Fatal(err)
			}
			if a.FollowUp || a.Unclear != nil {
				t.Errorf("%q, %q: read as %q", last, c.Text, a.Read)
			}
		}
	}
}

// TestContinued asks short questions after another over coverage of several matters: what
// is found decides whether one goes on from the answer before, and whom it means.
func TestContinued(t *testing.T) {
	var articles []*corpus.Article
	for id, text := range []string{
		"Wullaert downs England|Tessa Wullaert scored the winning goal as Belgium beat Sarina Wiegman’s England in Leuven. The game was played in the rain.",
		"Kane wins it for Bayern|Harry Kane scored the winning goal, and no other goal, in the game as Bayern beat Dortmund. It was the goal of the season, said Thomas Tuchel.",
		"Zim sells Psagot|Rani Zim sold Psagot to Meitav for little money. The company said that the price was fair. Meitav said nothing.",
		"Meitav buys Halman|Meitav bought Halman Aldubi, Zim said. The company said in Haifa that it would hire after layoffs.",
		"Protest in Bonn|The activists of 350.org said that Greenpeace was late.",
		"Storm in Oslo|The storm closed the bridge in Oslo for a day.\n\nMayor Anna Berg said that the storm was over, and opened it. She was glad, she said.",
		"Telea back|Mark Telea missed the game after a curfew. Leicester Fainga was in good form, said Foster, and he scored. The team won the Alba Prize in Oslo. The Alba Prize is old.",
	} {
		headline, body, _ := strings.Cut(text, "|")
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(id), Headline: headline, Outlet: "Post"}, body))
	}
	engine := engine.New(index.New(articles))
	for _, c := range []struct{ last, text, read string }{
		{"Did Belgium beat England?", "who scored the winning goal?", "Who scored the winning goal (did Belgium beat England)?"},
		{"Did Belgium beat England?", "who scored the winning goal in it?", "Who scored the winning goal in it (did Belgium beat England)?"},
		{"What was Rani Zim paid for?", "what did he say?", "What did Rani Zim say?"},
		{"Did Rani Zim buy Halman Aldubi?", "what did he say?", "What did Rani Zim say about Halman Aldubi?"},
		{"Was there rain?", "who scored the winning goal?", "Who scored the winning goal (Wullaert downs England)?"},
		{"Did Bayern beat Dortmund?", "who scored the winning goal?", "Who scored the winning goal (did Bayern beat Dortmund)?"}, // which is found anyway
		{"Did Bayern beat Dortmund?", "what did Tuchel say of the goal?", "What did Tuchel say of the goal (did Bayern beat Dortmund)?"},
		{"Did Bayern beat Dortmund?", "what did Tuchel say?", ""},
		{"Who scored for Belgium against England?", "what did their coach say?", "What did Belgium’s coach say (who scored for Belgium against England)?"},
		{"Who scored for Belgium against England?", "and the other team's coach?", "Who is England's coach (who scored for Belgium against England)?"},
		{"Who scored for Belgium against the England?", "and the other coach, what did he say?", "What did England’s coach say (who scored for Belgium against the England)?"},
		{"What did England’s coach say (who scored for Belgium against England)?", "who scored for the other team?", "Who scored for Belgium (who scored for Belgium against England)?"},
		{"Did Rani Zim sell Psagot?", "how did Meitav react?", "How did Meitav react (did Rani Zim sell Psagot)?"},
		{"Did Belgium beat England?", "how did Meitav react?", ""},
		{"Who coached Belgium?", "why not Kane?", "Why not Kane (who coached Belgium)?"},
		{"What did Rani Zim say?", "and Meitav, what did it say?", "What did Meitav say?"},
		{"What did the company say about form?", "and Foster?", "What did Foster say about form?"},
		{"What did Greenpeace say about the storm?", "are they against it?", "Is Greenpeace against the storm?"},
		{"What happened in Bonn?", "what weapons do they have?", "What weapons do they have (Bonn)?"}, // a town has none
		{"What weapons do they have (Bonn)?", "are they still there?", "Are they still there (Bonn)?"},
		{"Did Belgium beat England?", "who scored for Tuchel?", ""},    // of whom nothing was told
		{"Did Belgium beat England?", "what did the company say?", ""}, // nor of that
		{"Did Belgium beat England?", "what did Meitav say?", ""},
		{"Did Meitav buy Halman Aldubi?", "what did the company say?", "What did the company say (did Meitav buy Halman Aldubi)?"},
		{"Did Belgium beat England?", "and for England?", "Did England beat Belgium?"},
		{"Who bought Psagot?", "did the company deny it?", "Did the company deny it (who bought Psagot)?"},
		{"What did Tuchel say?", "about Kane?", "What did Tuchel say about Kane?"},
		{"Did Belgium play in Leuven?", "who scored there first?", "Who scored in Leuven first?"},
		{"Did Belgium play in Leuven?", "is there money for it?", ""},
		{"Did Rani Zim sell Psagot?", "why did he sell it?", "Why did Rani Zim sell Psagot?"},
		{"What was Rani Zim paid for?", "who else was paid?", "Who else was paid (what was Rani Zim paid for)?"},
		{"Where did Sarina Wiegman and Thomas Tuchel meet?", "what did he say of the season?", "What did Thomas Tuchel say of the season?"},
		{"What did Greenpeace say?", "and 350.org?", "What did 350.org say?"},
		{"Why did Mark Telea miss the game?", "what did Foster say about him?", "What did Foster say about Mark Telea?"},
		{"What did the storm close in Oslo?", "what did she say?", "What did Anna Berg say?"}, // the second quote
		{"What did Meitav report?", "and layoffs?", "What did Meitav report, and layoffs?"},   // which report nothing
		{"How does Greenpeace pay people, and podcasts?", "and layoffs?", "How does Greenpeace pay people, and layoffs?"},
		{"What does Anna Berg think of rain?", "and of Greenpeace?", "What does Anna Berg think of Greenpeace?"},
		{"What do Greenpeace activists want?", "where was it founded?", "Where was Greenpeace founded?"},                       // and not several
		{"How much did they pay (who bought Psagot)?", "what else do they own?", "What else do they own (who bought Psagot)?"}, // who bought it
		{"What did Meitav say?", "is that more than last year?", "Is that more than last year (what did Meitav say)?"},
		{"What did Meitav say?", "how did the markets react?", "How did the markets react (what did Meitav say)?"},
		{"What did the storm do to Oslo?", "over what?", "Over what (what did the storm do to Oslo)?"},
		{"What did Greenpeace say about Meitav?", "did Meitav deny it?", "Did Meitav deny it (Meitav)?"}, // what was said, not itself
		{"Where did Sarina Wiegman and Thomas Tuchel meet?", "how do they play?", "How do Sarina Wiegman and Thomas Tuchel play?"},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: c.text, Previous: c.last})
		if err != nil {
			t.Fatal(err)
		}
		if a.Read != c.read || a.FollowUp != (c.read != "") {
			t.Errorf("%q, %q: read as %q, want %q", c.last, c.text, a.Read, c.read)
		}
	}
}

// TestSomebody asks of whom the question before is, or of whom its answer says that he is
// what was asked for.
func TestSomebody(t *testing.T) {
	engine := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "1", Headline: "A new chief", Outlet: "Post"}, "Adam Barnea, the CEO of Elbit, wrote about the dismissal of Dan Gold."),
		corpus.NewArticle(corpus.Meta{ID: "2", Headline: "Stunts", Outlet: "Post"}, "The stunts of Halvard are costly."),
		corpus.NewArticle(corpus.Meta{ID: "3", Headline: "Rams hire Bob Stone", Outlet: "Post"}, "On Monday Bob Stone replaced Adam Berg as coach of the Rams, and Tom Lane left with Adam Berg."),
		corpus.NewArticle(corpus.Meta{ID: "4", Headline: "A ferry runs late", Outlet: "Post"}, "Carl Quist said that the ferry was late. Mary Lund pleaded guilty over the ferry.\n\nDana Finch, R-Calif., was replaced."),
		corpus.NewArticle(corpus.Meta{ID: "5", Headline: "A couple", Outlet: "Post"}, "Anna Frost has dated Tom Reed of Arup Inc., as she says. Tom Reed said that he was glad."),
		corpus.NewArticle(corpus.Meta{ID: "6", Headline: "The Rovers", Outlet: "Post"}, "“She is the new coach of the Rovers,” president Ann Roe said.\n\nThe Rovers have Jane Poole as the coach."),
		corpus.NewArticle(corpus.Meta{ID: "7", Headline: "A book", Outlet: "Post"}, "The pastor wrote The Bank of the River, and it has a plot, said Lena Gray, who printed it.\n\nShe wrote The Bank of the River with ink, she said."),
		corpus.NewArticle(corpus.Meta{ID: "8", Headline: "Rams", Outlet: "Post"}, "The budget of the Rams has shrunk."),
		corpus.NewArticle(corpus.Meta{ID: "9", Headline: "Two at sea", Outlet: "Post"}, "Bob Hale and Kelly Larsson sailed to Ulm in May.\n\nMary Dorn sailed to Ulm when she was young."),
		corpus.NewArticle(corpus.Meta{ID: "10", Headline: "Orrin", Outlet: "Post"}, "Paul Nyman, the CEO of Arup, was with the founder of Orrin, Carl Eng, when he left. Paul Nyman is no CEO of Orrin."),
		corpus.NewArticle(corpus.Meta{ID: "11", Headline: "Orrin grows", Outlet: "Post"}, "With Orrin's prices, the company's CEO Peter Uhl is not glad, and Arup CEO Ned Lowe is."),
		corpus.NewArticle(corpus.Meta{ID: "12", Headline: "At the mouth", Outlet: "Post"}, "According to initial police reports, Adam Dunn was shot dead. He was shot twice, although his mother said she had been told that he was shot in the head.\n\nThe reports were late, and he had none. The reports were his. Such reports he had read."),
		corpus.NewArticle(corpus.Meta{ID: "12", Headline: "A race", Outlet: "Post"}, "Carl Berger beat Leo Wolff in Graz when he ran."),
	}))
	for _, c := range []struct{ last, text, read, earlier string }{
		{last: "What did Quist say?", text: "how did she plead?", read: "How did Mary Lund plead?", earlier: "What did Mary Lund say about the ferry?"},
		{last: "What did Quist say?", text: "how did she plead?", read: "How did Mary Lund plead?", earlier: "Who is Halvard?\nWho is Mary Lund?"},
		{last: "How old is Adam Berg?", text: "what is their budget?", read: "What is the Rams’ budget?", earlier: "Who is Mary Lund?\nWhen did the Rams shrink?"},
		{last: "When was it that somebody replaced Adam Berg?", text: "how old is he?", read: "How old is Bob Stone?"},
		{last: "Who replaced Dana Finch?", text: "how old is she?", read: "How old is Dana Finch?"}, // and no R-Calif
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: c.text, Previous: c.last, Earlier: c.earlier})
		if err != nil {
			t.Fatal(err)
		}
		if a.Read != c.read {
			t.Errorf("%q, %q: read as %q, want %q", c.last, c.text, a.Read, c.read)
		}
	}
	for _, c := range []struct{ last, text, read string }{
		{"Who is Halvard?", "how old is he?", "How old is Halvard?"},
		{"Who is the CEO of Elbit?", "how old is he?", "How old is Adam Barnea?"},
		{"Who is the judge in the Halvard case?", "is she tough?", "Is the judge in the Halvard case tough?"}, // whom nobody names
		{"Who replaced Adam Berg?", "how old is he?", "How old is Bob Stone?"},                                // and neither Berg nor Lane
		{"Who replaced Adam Berg?", "why was he replaced?", "Why was Adam Berg replaced?"},
		{"Who has Anna Frost dated?", "how old is he?", "How old is Tom Reed?"},
		{"Who did Carl Berger beat in Graz?", "what did he say of him?", "What did Carl Berger say of Leo Wolff?"},
		{"Who is the new coach of the Rovers?", "how old is she?", "How old is Jane Poole?"},                 // and not the president
		{"When did Bob Hale and Kelly Larsson sail to Ulm?", "how old is she?", "How old is Kelly Larsson?"}, // and not Mary Dorn
		{"Who shot Adam Dunn?", "what did his mother say?", "What did Adam Dunn’s mother say?"},              // and not that of reports
		{"Who is the CEO of Orrin?", "how old is he?", "How old is CEO Peter Uhl?"},                          // and not Paul Nyman
		{"Who wrote The Bank of the River?", "why did she write it?", "Why did Lena Gray write The Bank of the River?"},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: c.text, Previous: c.last})
		if err != nil {
			t.Fatal(err)
		}
		if a.Read != c.read {
			t.Errorf("%q, %q: read as %q, want %q", c.last, c.text, a.Read, c.read)
		}
	}
}

// TestWhoSpeaks asks what somebody says whom only the answer names, or who is one of two.
func TestWhoSpeaks(t *testing.T) {
	engine := engine.New(index.New([]*corpus.Article{
		corpus.NewArticle(corpus.Meta{ID: "1", Headline: "Dam in Bonn", Outlet: "Post"}, "Green activists criticized the dam in Bonn. Green activists said that it should be gone by May."),
		corpus.NewArticle(corpus.Meta{ID: "2", Headline: "Talks", Outlet: "Post"}, "Joe Roy called the talks with Bob Doe in Rome “a circus”. Joe Roy and Bob Doe left."),
		corpus.NewArticle(corpus.Meta{ID: "3", Headline: "Form", Outlet: "Post"}, "The Weeknd said of Jamie Lane that it was not so. The Weeknd smiled when he left. The Weeknd slept before he sang. The Weeknd sang what he wrote."),
		corpus.NewArticle(corpus.Meta{ID: "4", Headline: "Trial", Outlet: "Post"}, "The judge said of the trial that Ned Poe, in his suit, was late. Ned Poe said that he was sorry."),
	}))
	for _, c := range []struct{ last, text, read string }{
		{"What did The Weeknd say?", "what does he want?", "What does The Weeknd want?"}, // and not Lane
		{"What did the judge say of the trial?", "and his lawyers?", "What did Ned Poe’s lawyers say of the trial?"},
		{"Who criticized the dam in Bonn?", "what did they say?", "What did Green activists say?"},
		{"Where did Joe Roy and Bob Doe talk?", "what did he call the talks?", "What did Joe Roy call the talks?"},
	} {
		a, err := engine.Ask(t.Context(), answer.Question{Text: c.text, Previous: c.last})
		if err != nil {
			t.Fatal(err)
		}
		if a.Read != c.read {
			t.Errorf("%q, %q: read as %q, want %q", c.last, c.text, a.Read, c.read)
		}
	}
}

// TestReadConversations holds what a file of conversations must not be.
func TestReadConversations(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "there is no conversation",
		"# nothing\n":                   "there is no conversation",
		"  says it\n":                   "x:1: nothing is said",
		"who?\n  says\n":                "x:2: want reads",
		"who?\n  alone now\n":           "x:2: want reads",
		"who?\n  shouts it\n":           "x:2: want reads",
		"who?\n  says it\n\nwho?\nwhy?": "x:4: nothing is expected",
	} {
		if _, err := readConversations(strings.NewReader(text), "x"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// TestUnclear holds what is said where a pronoun may be of several: whom it may be of, and
// that nothing was answered.
func TestUnclear(t *testing.T) {
	relay := bot.NewRelay(seedEngine(t), bot.Options{})
	last := bot.Turn{Question: "Who leads the National Security Agency?"}
	r := relay.Handle(t.Context(), bot.Message{Text: "What did he say?", Last: last})
	if !strings.HasPrefix(r.Text, "I cannot tell whom “he” means: “") || !strings.Contains(r.Text, "Nakasone”. Please ask with the name.") ||
		r.Turn != (bot.Turn{}) || len(r.Snippets) > 0 || r.Outcome != "" {
		t.Errorf("got %+v", r)
	}
}
