package followup

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/draft"
	"newshound/answer/naming"
	"newshound/corpus"
)

// TestRead reads follow-ups without what the coverage has for them: of a few outlets, whose
// articles use the names in them.
func TestRead(t *testing.T) {
	for _, test := range []struct{ before, typed, want string }{
		{"Who resigned in Ashford?", "only The Hill", `Who resigned in Ashford? outlet:"The Hill"`},
		{"Who resigned in Ashford?", "and in Brookton?", "Who resigned in Brookton?"},
		{"Who resigned in Ashford?", "when was that?", "When was it that somebody resigned in Ashford?"},
		{"What did Halvorsen say about the bridge?", "and Okafor?", "What did Okafor say about the bridge?"},
		{"What did Halvorsen say about the bridge?", "and about the tram?", "What did Halvorsen say about the tram?"},
		{"What did Halvorsen say about the bridge?", "since July 20", "What did Halvorsen say about the bridge? from:2018-07-20"},
		{`What did Halvorsen say? outlet:"The Hill"`, "what about The Root?", `What did Halvorsen say? outlet:"The Root"`},
		{`What did Halvorsen say? outlet:"The Hill"`, "in all outlets", "What did Halvorsen say?"},
		{"the bridge outlet:TechCrunch", "compare with The Root", `compare: the bridge outlet:"The Root" outlet:TechCrunch`},
		{"How many people did Halvorsen fire in May?", "why?", "Why did Halvorsen fire people in May?"},
		{"How many people did Halvorsen fire?", "by whom?", "By whom (how many people did Halvorsen fire)?"},
		{"How many people did Halvorsen fire?", "and executives?", "How many executives did Halvorsen fire?"},
		{"How many people did Halvorsen fire?", "which people?", "Which people (how many people did Halvorsen fire)?"},
		{"What did Halvorsen say before the meeting?", "and afterwards?", "What did Halvorsen say after the meeting?"},
		{"What did Halvorsen say in 2017?", "and the year before?", "What did Halvorsen say in 2016?"},
		{"What did Halvorsen lose?", "and the next year?", "What did Halvorsen lose the next year?"},
		{"How much did the tram cost in the year to June?", "and on Mondays?", "How much did the tram cost in the year to June on Mondays?"},
		{"Is it sold, and trams (will Halvorsen sell bridges)?", "and roads?", "Is it sold, and roads (will Halvorsen sell bridges)?"},
		{"Why did Halvorsen's rise?", "why did they fall?", "Why did Halvorsen fall?"},
		{"How much is the WH-1000XM4 case?", "what about the Okafor?", "How much is the Okafor?"},
		{"Who won the game between Ashford and Brookton?", "when was it?", "When was the game between Ashford and Brookton?"},
		{"Who saw the trial of Okafor-Halvorsen?", "when was it?", "When was the trial of Okafor-Halvorsen?"},
		{"Did the deal that Ashford made fail?", "was it legal?", "Was the deal legal?"},
		{"How long does the battery of the Okafor last?", "how big is its screen?", "How big is the Okafor’s screen?"},
		{"How long does the battery of the Okafor last?", "how big is it?", "How big is the battery of the Okafor?"},
		{"Which Ashford team beat Brookton?", "who do they play next?", "Who do they play next (which Ashford team beat Brookton)?"},
		{"Which Ashford team was the first to win?", "who did they beat?", "Who did they beat (which Ashford team was the first to win)?"},
		{"Which trams did Ashford sell?", "how much did they cost?", "How much did they cost (which trams did Ashford sell)?"},
		{"How much did Ashford pay Brookton?", "what did Halvorsen say about it?", "What did Halvorsen say about it (how much did Ashford pay Brookton)?"},
		{"How much did the tram cost?", "what did Halvorsen say about it?", "What did Halvorsen say about the tram?"},
		{"How did Ashford do against Brookton?", "what did Halvorsen say about it?", "What did Halvorsen say about it (how did Ashford do against Brookton)?"},
		{"How big is the tram?", "what did Halvorsen say about it?", "What did Halvorsen say about the tram?"},
		{"What are Okafor’s side effects?", "who makes it?", "Who makes Okafor?"},
		{"What did Halvorsen say about the tram?", "and Roe about it?", "What did Roe say about the tram?"},
		{"What did Halvorsen say about the tram?", "and Roe about him?", "What did Roe say about Halvorsen?"},
		{"How many people died (did Ashford attack Brookton)?", "what did Halvorsen say about it?", "What did Halvorsen say about it (did Ashford attack Brookton)?"},
		{"Which city will host the 2024 Okafor Games?", "when do they start?", "When do the 2024 Okafor Games start?"},
		{"Did Ashford attack Brookton?", "when did it start?", "When did it start (did Ashford attack Brookton)?"},
		{"Who got the hat-trick?", "who threw it?", "Who threw the hat-trick?"},
		{"Was Halvorsen in Ashford?", "what did he say instead?", "What did Halvorsen say?"},
		{"What is Halvorsen's new book about?", "how much is it?", "How much is Halvorsen's new book?"},
		{"How many people came to the Swans' first win?", "where was it?", "Where was the Swans' first win?"},
		{"What did the lid of the box say?", "and the bag?", "What did the lid of the bag say?"},
		{"How much did the Okafor cost on Black Friday?", "what about the Halvorsen?", "How much did the Halvorsen cost on Black Friday?"},
		{"Who scored for Ashford against Brookton?", "and for Brookton?", "Who scored for Brookton against Ashford?"},
		{"Who sings So No Halvorsen?", "when was it sold?", "When was So No Halvorsen sold?"},
		{"By whom (when was the tram sold)?", "who uses it?", "Who uses the tram?"},
		{"By whom (how much was the tram)?", "who uses it?", "Who uses it (how much was the tram)?"},
		{"By whom (who resigned in Ashford)?", "who uses it?", "Who uses it (who resigned in Ashford)?"},
		{"What is the tram?", "how many users are in it?", "How many users are in the tram?"},
		{"How many people use the tram?", "and now?", "How many people use the tram now?"},
		{"What did Halvorsen say of the tram?", "and before that?", "What did Halvorsen say of the tram before that?"},
		{"When did Halvorsen say that in Ashford?", "did he take it back?", "Did Halvorsen take it back (when did Halvorsen say that in Ashford)?"},
		{"Did Halvorsen sell it (when was the tram built)?", "why?", "Why did Halvorsen sell it (when was the tram built)?"},
		{"Who sold it (did Halvorsen build the tram)?", "why?", "Why did Halvorsen build the tram?"},
		{"Who sold it(did Halvorsen build the tram)?", "why?", "Why did Halvorsen build the tram?"},
		{"(Did Halvorsen build the tram)?", "why?", "Why did Halvorsen build the tram?"},
		{"— Did it rain?", "who?", "Who (— did it rain)?"},
		{"Will it rain tomorrow?", "what do experts say?", "What do experts say (will it rain tomorrow)?"},
		{"Who are artists fighting with?", "how?", "How (who are artists fighting with)?"},
		{"How many games has Halvorsen missed since Okafor did it?", "why?", "Why has Halvorsen missed games since Okafor did it?"},
		{"How many games has Halvorsen been banned for?", "why?", "Why has Halvorsen been banned for games?"},
		{"How many times was Halvorsen fined?", "when?", "When was Halvorsen fined?"},
		{"Which phone does Halvorsen sell?", "why?", "Why does Halvorsen sell some phone?"},
		{"Whose record did Halvorsen break?", "when?", "When did Halvorsen break somebody’s record?"},
		{"How many phones do shops sell?", "why?", "Why (how many phones do shops sell)?"},
		{"Which shops were closed?", "why?", "Why was it that some shops were closed?"},
		{"How old is Halvorsen?", "why?", "Why (how old is Halvorsen)?"},
		{"Did it hold (was the bridge closed by Okafor)?", "who else was closed?", "Who else was closed (was the bridge closed by Okafor)?"},
		{"What did Halvorsen call Okafor?", "when?", "When did Halvorsen call Okafor that?"},
		{"said: Halvorsen", "and Okafor about the bridge?", "What did Okafor say about the bridge?"},
		{"Where is the tram (the bridge in Ashford)?", "and Okafor about Brookton?", "What did Okafor say about Brookton?"},
		{"What did Halvorsen say about the bridge?", "and Okafor about him?", "What did Okafor say about Halvorsen?"},
		{"When do the trams leave the bridge?", "and who pays?", "Who pays (when do the trams leave the bridge)?"},
		{"Is the bridge against the law?", "who wins?", "Who wins (is the bridge against the law)?"},
		{"Where is the bridge?", "can I cross it?", "Can I cross the bridge?"},
		{"What are the symptoms (the illness in dogs)?", "can people catch it?", "Can people catch it (the illness in dogs)?"},
		{"Where is the bridge?", "which tram goes with it?", "Which tram goes with the bridge?"},
		{"Where is the bridge?", "did Okafor tell people to buy it?", ""},
		{"Who resigned in Ashford?", "not, Brookton", ""},
		{"When did Halvorsen say that about the bridge?", "and about the tram?", "What did Halvorsen say about the tram?"},
		{"What did Halvorsen do?", "what's the latest?", "What’s the latest on Halvorsen?"},
		{"What did the Ashford workers say about the bridge?", "which ones?", "Which Ashford workers (what did the Ashford workers say about the bridge)?"},
		{"How many trams did Halvorsen sell?", "which ones exactly?", "Which trams (how many trams did Halvorsen sell)?"},
		{"What did Halvorsen do?", "which ones?", "Which ones (Halvorsen)?"},
		{"Who resigned in Ashford?", "did The Root carry that too?", `Who resigned in Ashford? outlet:"The Root"`},
		{"Who resigned in Ashford?", "did Okafor carry it?", "Did Okafor carry it (who resigned in Ashford)?"},
		{"What did Halvorsen ask Ashford for?", "did he get it?", "Did Halvorsen get it (what did Halvorsen ask Ashford for)?"},
		{"Who resigned in Ashford?", "only Reuters", "Who resigned in Ashford? outlet:Reuters"},
		{"Who resigned in Ashford?", "Reuters only please", "Who resigned in Ashford? outlet:Reuters"},
		{"Who resigned in Ashford?", "only Ola Halvorsen", `Who resigned in Ashford? said:"Ola Halvorsen"`},
		{"Who resigned in Ashford?", "only Al Jazeera", `Who resigned in Ashford? outlet:"Al Jazeera"`},
		{"Who resigned in Ashford?", "only women", ""},
		{"Who resigned in Ashford?", "any reaction from Okafor?", "Any reaction from Okafor (who resigned in Ashford)?"},
		{"Who resigned in Ashford?", "any reaction from Okafor to this?", "Any reaction from Okafor to this (who resigned in Ashford)?"},
		{"Who resigned in Ashford?", "any reaction from Okafor to the Brookton tram?", ""},
		{"Did Halvorsen resign?", "has anyone denied that?", "Has anyone denied it (did Halvorsen resign)?"},
		{"Which trams broke?", "name one", "Who exactly (which trams broke)?"},
		{"What did Halvorsen earn?", "why did the Brookton Council let him go?", "Why did the Brookton Council let Halvorsen go?"},
		{"What did activists say about the bridge?", "and the tram companies?", "What did the tram companies say about the bridge?"},
		{"What did the council approve?", "which risks are there?", "Which risks are there (what did the council approve)?"},
		{"How much did Halvorsen charge Okafor?", "is it legal?", "Is it legal (how much did Halvorsen charge Okafor)?"},
		{"Who won the Ashford Prize in physics?", "and literature?", "Who won the Ashford Prize in literature?"},
		{"How many people died in Ashford?", "how many of them were children?", "How many of them were children (how many people died in Ashford)?"},
		{"How many people died in Ashford?", "as of when?", "As of when (how many people died in Ashford)?"},
		{"Who resigned in Ashford?", "anyone else arrested?", "Who else was arrested (who resigned in Ashford)?"},
		{"Did Halvorsen resign?", "anyone else?", "Who did resign?"},
		{"What did the Ashford workers say about the bridge?", "names?", "Which Ashford workers (what did the Ashford workers say about the bridge)?"},
		{"How much bread did Halvorsen sell?", "how many has he got?", "How many has Halvorsen got (how much bread did Halvorsen sell)?"},
		{"Did Halvorsen resign?", "did anything happen before that?", ""},
		{"Did Halvorsen close the bridge?", "will he survive that?", "Will Halvorsen survive it (did Halvorsen close the bridge)?"},
		{"What did Halvorsen say about the bridge?", "I mean it", ""},
		{"Which tram hit Okafor?", "who built it?", "Who built it (which tram hit Okafor)?"},
		{"Who have the Okafors signed?", "and Rebecca Lee?", "Who have Rebecca Lee signed?"},
		{"Which players did Okafor buy?", "and Rebecca Lee?", "Which players did Rebecca Lee buy?"},
		{"Who sued IBM?", "and Rebecca?", "Who sued Rebecca?"},
		{"Who sued IBM?", "and Rebecca Lee?", "Rebecca Lee sued IBM?"},
		{"Who invented the tram?", "and Rebecca Lee's?", "Who invented the tram, and Rebecca Lee's?"},
		{"Who built Halvorsen’s tram?", "how long is it?", "How long is Halvorsen’s tram?"},
		{"What did Halvorsen's AI deal cost?", "is it legal?", "Is Halvorsen's AI deal legal?"},
		{"Who left Friday's meeting?", "why was it held?", "Why was Friday's meeting held?"},
		{"Who saw Halvorsen's lawyer?", "how big is it?", "How big is Halvorsen?"},
		{"Why did Halvorsen close the bridge?", "what does Okafor think of it?", "What does Okafor think of it (why did Halvorsen close the bridge)?"},
		{"What did Halvorsen say about the bridge?", "did he take it back?", "Did Halvorsen take it back (what did Halvorsen say about the bridge)?"},
		{"When did Ola Halvorsen meet Ben Okafor?", "what did he tell him?", "What did Ola Halvorsen tell Ben Okafor?"},
		{"What did Ola Halvorsen build?", "what did he tell him?", "What did Ola Halvorsen tell him?"},
		{"What did Ola Halvorsen say about his sons?", "where is their mother?", "Where is Ola Halvorsen’s sons’ mother?"},
		{"Who did Ashford hire as its coach?", "why was the old one fired?", "Why was the old coach fired?"},
		{"Which of Okafor’s songs was sold?", "who wrote the other ones?", "Who wrote the other songs?"},
		{"What does Okafor’s mother say?", "when did he get the first one?", "When did Okafor get the first one?"},
		{"What do critics say about Tate Okafor’s album?", "how old is she?", "How old is Tate Okafor?"},
		{"What did Halvorsen report?", "and China?", "What did Halvorsen report about China?"},
		{"What did Halvorsen say about trams?", "and China?", "What did China say about trams?"},
		{"What did Halvorsen say about Okafor?", "who else signed that?", "Who else signed that (what did Halvorsen say about Okafor)?"},
		{"What does Okafor think of the meeting?", "where was it held?", "Where was the meeting held?"},
		{"Who resigned in Ashford?", "more", ""},
		{"Who resigned in Ashford?", "Who built the bridge in Ashford?", ""},
		{"Who resigned in Ashford?", "timeline: bridge", ""},
	} {
		r := over(t, silent{}, "Halvorsen", "Okafor", "Ashford", "Brookton")
		got, err := r.Read(t.Context(), answer.Question{Text: test.typed, Previous: test.before, Today: time.Date(2018, 8, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil || got.Text != test.want || got.FollowUp != (test.want != "") {
			t.Errorf("%q after %q: %+v, %v; want %q", test.typed, test.before, got, err, test.want)
		}
	}
}

// TestWeighed reads follow-ups by what the coverage has for them, alone and beside the question
// before.
func TestWeighed(t *testing.T) {
	here := corpus.NewArticle(corpus.Meta{ID: "1", Headline: "Trams: a deal"}, "Halvorsen sold the trams.")
	there := corpus.NewArticle(corpus.Meta{ID: "2"}, "Okafor founded a company in Brookton.")
	told := Weighed{Best: answer.Citation{Article: here}, Confidence: 0.9, Sure: true, Own: 0.5, Articles: []*corpus.Article{here}}
	elsewhere := Weighed{Best: answer.Citation{Article: there}, Confidence: 0.4, Articles: []*corpus.Article{there}}
	sure := elsewhere
	sure.Sure = true
	const before = "Did Halvorsen sell trams?"
	for _, test := range []struct {
		typed, want string
		alone       Weighed
		own         float64
	}{
		{"where is the company based?", "Where is the company based (did Halvorsen sell trams)?", elsewhere, 0.5},
		{"where is the company based?", "Where is the company based (did Halvorsen sell trams)?", sure, 0.5}, // a word points back, and nothing is named
		{"where are companies based?", "Where are companies based (did Halvorsen sell trams)?", elsewhere, 0.5},
		{"where are companies based?", "", sure, 0.5},                                                         // it is told by itself
		{"where are companies based?", "Where are companies based (did Halvorsen sell trams)?", sure, 0.7499}, // around the quote
		{"where is the company based?", "", elsewhere, 0.3},
	} {
		both := told
		both.Own = test.own
		r := over(t, weighing{alone: test.alone, both: both, last: told, before: before}, "Halvorsen")
		got, err := r.Read(t.Context(), answer.Question{Text: test.typed, Previous: before})
		if err != nil || got.Text != test.want {
			t.Errorf("%q, of which it meets %.2f: %+v, %v; want %q", test.typed, test.own, got, err, test.want)
		}
	}
	for _, test := range []struct {
		both Weighed
		want string
	}{{told, "What did she want (who sold trams)?"}, {sure, ""}, {elsewhere, ""}} {
		r := over(t, weighing{both: test.both, last: told, before: "Who sold trams?"}, "Halvorsen")
		got, err := r.Read(t.Context(), answer.Question{Text: "what did she want?", Previous: "Who sold trams?"})
		if err != nil || got.Text != test.want || (got.Unclear == nil) != (test.want != "") {
			t.Errorf("%+v, %v; want %q", got, err, test.want)
		}
	}
}

// TestEarlier reads follow-ups in the light of a question before the last: of whom the last does
// not tell, or where the coverage has nothing of it.
func TestEarlier(t *testing.T) {
	here := corpus.NewArticle(corpus.Meta{ID: "1"}, "Ann Okafor resigned over the tram.")
	told := Weighed{Best: answer.Citation{Article: here}, Confidence: 0.9, Sure: true, Own: 1}
	vague := told
	vague.Lacks = []string{"plead"}
	const earlier = "What did Ann Okafor say about the tram?\nWhat did Eve Okafor say?"
	for _, test := range []struct {
		before, typed string
		has           map[string]Weighed
		want          string
	}{
		{"What did Ben Halvorsen say?", "what else did she say?", map[string]Weighed{"What did Eve Okafor say?": told}, "What did Eve Okafor say?"},
		{"What did Ben Halvorsen say about trams?", "how did she plead?", map[string]Weighed{"How did Ann Okafor plead?": told}, "How did Ann Okafor plead?"},
		{"What did Ben Halvorsen say about trams?", "how did she plead?", map[string]Weighed{"How did Ann Okafor plead?": vague, "How did Eve Okafor plead?": told}, "How did Eve Okafor plead?"},
		{"What did Eve Halvorsen say about trams?", "how did she plead?", map[string]Weighed{"How did Ann Okafor plead?": told}, "How did Ann Okafor plead?"},
		{"What did Eve Halvorsen say about trams?", "how did she plead?", map[string]Weighed{"How did Eve Halvorsen plead?": told, "How did Ann Okafor plead?": told}, "How did Eve Halvorsen plead?"},
		{"What did Eve Halvorsen say about trams?", "how did she plead?", nil, "How did Eve Halvorsen plead?"},
		{"When did Ben Halvorsen resign?", "why?", map[string]Weighed{"Why did Ann Okafor say that about the tram?": told}, "Why did Ben Halvorsen resign?"},
		{"What did Eve Halvorsen say?", "only The Hill", map[string]Weighed{`What did Eve Okafor say? outlet:"The Hill"`: told}, `What did Eve Halvorsen say? outlet:"The Hill"`},
	} {
		r := over(t, having{has: test.has}, "Halvorsen", "Okafor")
		got, err := r.Read(t.Context(), answer.Question{Text: test.typed, Previous: test.before, Earlier: earlier})
		if err != nil || got.Text != test.want || !got.FollowUp {
			t.Errorf("%q after %q: %+v, %v; want %q", test.typed, test.before, got, err, test.want)
		}
	}
}

// TestRow reads one more of a row of names, which stands where the last one does.
func TestRow(t *testing.T) {
	r := over(t, silent{}, "Halvorsen", "Okafor")
	for _, test := range []struct{ earlier, before, want string }{
		{"How much did Ola Halvorsen pay the Trams Group?", "How much did Ben Okafor pay the Trams Group?", "How much did BBC pay the Trams Group?"},
		{"How much did Ola Halvorsen pay the NBC?", "How much did Ola Halvorsen pay the ABC?", "How much did Ola Halvorsen pay BBC?"},
		{"When did Ola Halvorsen resign?", "How much did Ben Okafor pay the ABC?", "How much did Ben Okafor pay BBC?"},
	} {
		got, err := r.Read(t.Context(), answer.Question{Text: "what about BBC?", Previous: test.before, Earlier: test.earlier})
		if err != nil || got.Text != test.want {
			t.Errorf("%q after %q: %+v, %v; want %q", test.before, test.earlier, got, err, test.want)
		}
	}
}

// having is an engine that has something for some questions.
type having struct {
	silent
	has map[string]Weighed
}

func (h having) Weigh(_ context.Context, question string, _ time.Time) (Weighed, error) {
	return h.has[question], nil
}

// weighing is an engine that has something for a question, something for another and something
// for both together.
type weighing struct {
	silent
	before            string
	last, alone, both Weighed
}

func (w weighing) Weigh(_ context.Context, question string, _ time.Time) (Weighed, error) {
	switch {
	case question == w.before:
		return w.last, nil
	case strings.HasSuffix(question, ")?"):
		return w.both, nil
	}
	return w.alone, nil
}

// TestUnclear asks whom a pronoun means that two people of the question before may be.
func TestUnclear(t *testing.T) {
	r := over(t, silent{}, "Halvorsen", "Okafor")
	got, err := r.Read(t.Context(), answer.Question{Text: "When did he resign?", Previous: "What did Ola Halvorsen and Ben Okafor sign?"})
	if err != nil || got.Unclear == nil || got.Unclear.Word != "he" || len(got.Unclear.Names) != 2 {
		t.Errorf("read as %+v, %v", got, err)
	}
}

// TestFailure keeps the error of what is asked of the engine.
func TestFailure(t *testing.T) {
	r := over(t, silent{err: context.Canceled}, "Halvorsen")
	_, err := r.Read(t.Context(), answer.Question{Text: "compare with The Root", Previous: "What did Halvorsen say?"})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

// silent is an engine that has nothing for any question, or only fails.
type silent struct{ err error }

func (s silent) Ask(context.Context, answer.Question) (*answer.Answer, error) {
	return &answer.Answer{Outcome: answer.None}, s.err
}

func (s silent) Weigh(context.Context, string, time.Time) (Weighed, error) { return Weighed{}, s.err }

func (silent) Says(*corpus.Article, string) bool { return false }

func (silent) Speaks(answer.Citation, string) bool { return false }

// named is an index whose articles use some names and no other word.
type named struct {
	answer.Index
	terms map[string]bool
	says  *corpus.Article
}

func (n named) Coverage() answer.Coverage {
	return answer.Coverage{Outlets: []answer.OutletCount{{Outlet: "The Hill"}, {Outlet: "The Root"}, {Outlet: "TechCrunch"}}}
}

func (n named) DocFreq(term string) int {
	if n.terms[term] {
		return 1
	}
	return 0
}

func (n named) Articles(int) []*corpus.Article { return []*corpus.Article{n.says} }

func (n named) Retrieve(context.Context, answer.Query) ([]answer.Hit, error) {
	return []answer.Hit{{Passage: corpus.Passage{Article: n.says, Span: corpus.Span{End: len(n.says.Body)}, Last: len(n.says.Paragraphs) - 1}}}, nil
}

// over returns a reader of follow-ups about coverage in which everybody of these names speaks.
func over(t testing.TB, e Engine, names ...string) *Reader {
	t.Helper()
	var a analysis.Analyzer
	ix := named{terms: make(map[string]bool)}
	body := ""
	for _, n := range names {
		body += "Mr. " + n + " said so. "
		ix.terms[a.Term(n)] = true
	}
	ix.says = corpus.NewArticle(corpus.Meta{ID: "a", Outlet: "The Hill"}, body)
	known := naming.New(ix, &a)
	return New(e, ix, &a, known, draft.New(ix, &a, known))
}
