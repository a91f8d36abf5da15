package inquiry

import (
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/naming"
)

func TestExpected(t *testing.T) {
	for question, want := range map[string]answertype.Type{
		"Who chaired the meeting?":              answertype.Person,
		"To whom did he speak?":                 answertype.Person,
		"Where was it held?":                    answertype.Place,
		"In which city was it held?":            answertype.Place,
		"Which state closed its schools?":       answertype.Place,
		"When did it begin?":                    answertype.Time,
		"In what year did it begin?":            answertype.Time,
		"In which century did it begin?":        answertype.Time,
		"How many states were attacked?":        answertype.Number,
		"how much did it cost":                  answertype.Number,
		"How old is he?":                        answertype.Age,
		"What changed in the age of trade?":     answertype.Any,
		"How long did it last?":                 answertype.Duration,
		"Why did he resign?":                    answertype.Reason,
		"What did the minister say about rent?": answertype.Speech,
		"What did she tweet?":                   answertype.Speech,
		"What the mayor said about rent":        answertype.Speech,
		"What is the mayor saying?":             answertype.Speech,
		"What promise did the mayor describe?":  answertype.Speech,
		"Which company announced a merger?":     answertype.Any,
		"Which areas have red warnings?":        answertype.Any,
		"What was the naval base called?":       answertype.Any,
		"What will the base be called?":         answertype.Any,
		"What is the small group?":              answertype.Any,
		"the meeting on elections":              answertype.Any,
		"":                                      answertype.Any,
	} {
		var a analysis.Analyzer
		if got := answertype.Asked(a.Tokens(question)); got != want {
			t.Errorf("%q expects %d, want %d", question, got, want)
		}
	}
}

func TestUnderstand(t *testing.T) {
	r := over(counted{})
	for _, test := range []struct{ question, words, frames, names string }{
		{question: "What did Ingrid Halvorsen say about the old bridge?", words: "ingrid halvorsen say old bridge", frames: "say", names: "ingrid halvorsen"},
		{question: "what did halvorsen say about the bridge", words: "halvorsen say bridge", frames: "say", names: "halvorsen"},
		{question: "WHO CLOSED THE BRIDGE?", words: "closed bridge"},
		{question: "Who Closed The Old Bridge In Ashford?", words: "closed old bridge ashford", names: "ashford"},
		{question: "How many states did the FBI name?", words: "states fbi name", frames: "name", names: "fbi"},
		{question: "Did Halvorsen Story tell the story of the bridge?", words: "halvorsen story tell bridge", frames: "tell", names: "halvorsen story"},
		{question: "Tell Me The Halvorsen Story", words: "tell halvorsen story", frames: "tell story", names: "halvorsen"},
		{question: "Bridge, bridge, bridges!", words: "bridge"},
		{question: "What was said?", words: "said"},
		{question: "Which bridge was closed last week?", words: "bridge closed last week", frames: "last week"},
		{question: "Which bridge is closed a week today?", words: "bridge closed week today", frames: "today"},
		{question: "What is it?"},
	} {
		var words, frames, names []string
		for _, w := range r.Understand(test.question).Words {
			words = append(words, w.Word)
			if w.Frame {
				frames = append(frames, w.Word)
			}
			if w.Name {
				names = append(names, w.Word)
			}
		}
		for _, c := range []struct{ what, got, want string }{
			{"words", strings.Join(words, " "), test.words},
			{"frames", strings.Join(frames, " "), test.frames},
			{"names", strings.Join(names, " "), test.names},
		} {
			if c.got != c.want {
				t.Errorf("%q: %s %q, want %q", test.question, c.what, c.got, c.want)
			}
		}
	}
}

func TestUnderstandIsBounded(t *testing.T) {
	r := over(counted{})
	var long strings.Builder
	for i := range 10_000 {
		long.WriteString(strings.Repeat("x", i%50+1) + string(rune('a'+i%26)) + " ")
	}
	if n := len(r.Understand(long.String()).Words); n != maxWords {
		t.Errorf("%d words of a long question are searched, want %d", n, maxWords)
	}
}

func TestBareTopic(t *testing.T) {
	r := over(counted{})
	for text, want := range map[string]bool{
		"debt ceiling":                       true,
		"the trial of Ingrid Halvorsen":      true,
		"news about the bridge in Ashford":   true,
		"What is the debt ceiling?":          false,
		"What happened in Ashford?":          true,
		"What was reported on the ashes?":    true,
		"what's going on with the bridge":    true,
		"Tell me about the old bridge.":      true,
		"What happened when it closed?":      false,
		"What happened to those in Ashford?": false,
		"Did Congress raise it?":             false,
		"bridges that were closed":           false,
		"old bridge council vote repair day": false,
		"the":                                false,
		"":                                   false,
	} {
		if got := r.Understand(text).Topic(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestNameOf(t *testing.T) {
	r := over(counted{})
	for text, want := range map[string]string{
		"Who is Ingrid Halvorsen?":           "Ingrid Halvorsen",
		"who's zoë quill":                    "zoë quill",
		"What is Ashford Rail?":              "Ashford Rail",
		"What is Ashford.com?":               "Ashford.com",
		"Who is at Ashford. Rail?":           "",
		"what's the Ashford Rail":            "Ashford Rail",
		"What is Ashford Rail Group?":        "Ashford Rail Group", // capitals tell nothing here
		"What is the old bridge?":            "",
		"Who is Ingrid B. Halvorsen?":        "Ingrid B. Halvorsen",
		"What is the Bureau of Ashford Rail": "Bureau of Ashford Rail",
		"What is the rail for Ashford?":      "",
		"What did Ashford Rail do?":          "",
		"What will Ashford Rail be?":         "",
		"who met zoë quill":                  "",
		"who is suing quill":                 "",
		"who is zoë quill replacing":         "",
		"who was zoë quill replaced by":      "",
		"who was zoë quill met by":           "",
		"who was zoë quill arrested with":    "",
		"who is zoë manning":                 "zoë manning",
		"who is zoë reed":                    "zoë reed",
		"what is zoë building":               "zoë building",
		"Who was it that met Zoë Quill?":     "",
		"Who was Zoë Quill's teacher?":       "",
		"Who are Zoë Quill and Omar Reyes?":  "",
		"Who is Halvorsen?":                  "",
		"Who is the old bridge?":             "",
		"Where is Ingrid Halvorsen?":         "Ingrid Halvorsen",
		"Where does Ingrid Halvorsen live?":  "Ingrid Halvorsen",
		"How old is Ingrid Halvorsen?":       "Ingrid Halvorsen",
		"How tall is Ingrid Halvorsen?":      "",
		"What did Ingrid Halvorsen see?":     "",
		"Who is Ingrid Anna Berta Eva Quill": "",
	} {
		in := r.Understand(text)
		first, last, ok := in.NameOf()
		got := ""
		if ok {
			got = text[in.Words[first].Start:in.Words[last].End]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestThingOf holds the words side by side of which no more is asked than what they are.
func TestThingOf(t *testing.T) {
	r := over(counted{})
	for text, want := range map[string]string{
		"What is the old bridge?":                "old bridge",
		"what's in the old bridge deal":          "old bridge deal",
		"What is the bridge of Ashford?":         "", // only the last is a name
		"What is the rail and the bridge?":       "",
		"What is bridging?":                      "",
		"Why is the old bridge closed?":          "",
		"What is the old stone bridge toll law?": "", // too many words to be found in a row
	} {
		in := r.Understand(text)
		first, last, ok := in.ThingOf()
		got := ""
		if ok {
			got = text[in.Words[first].Start:in.Words[last].End]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestPublishes holds that what an outlet does with the news is no more than asking.
func TestPublishes(t *testing.T) {
	r := over(counted{outlets: []answer.OutletCount{{Outlet: "The Root"}}})
	for text, want := range map[string]bool{"What else did The Root write about rents?": true, "Who did write The Root?": false, "Did Ann Lee write about rents?": false} {
		for _, w := range r.Understand(text).Words {
			if w.Word == "write" && w.Frame != want {
				t.Errorf("%s: write only asks: %v", text, w.Frame)
			}
		}
	}
}

// TestToldBefore holds which words of a text are of what is told before the question.
func TestToldBefore(t *testing.T) {
	r := over(counted{})
	for text, want := range map[string]string{
		"Halvorsen resigned on Monday. Who is the next mayor?": "halvorsen resigned monday",
		"The mayor resigned. Who is the next mayor?":           "resigned",
		"Did Halvorsen resign? Who is the next mayor?":         "",
		"The mayor resigned. Why?":                             "",
		"Who is the next mayor? She resigned.":                 "",
		"Who is the next mayor?":                               "",
	} {
		var got []string
		for _, w := range r.Understand(text).Words {
			if w.Aside {
				got = append(got, w.Word)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q is told before the question of %q, want %q", got, text, want)
		}
	}
}

// TestCompounds tells nouns that would only ask by themselves from those that are one thing
// with the next.
func TestCompounds(t *testing.T) {
	r := over(counted{})
	for text, want := range map[string]string{
		"How did Ashford react to the jobs report?": "Ashford react jobs report",
		"Who passed a background check in Ashford?": "passed background check Ashford",
		"What is the job of the mayor?":             "mayor",
		"What is the job title of the mayor?":       "mayor",
		"What was the result of the vote?":          "vote",
		"What was the reaction Ashford had to it?":  "Ashford",
	} {
		var asked []string
		for _, w := range r.Understand(text).Words {
			if !w.Frame {
				asked = append(asked, w.Typed)
			}
		}
		if got := strings.Join(asked, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAsksOfNames(t *testing.T) {
	r := over(counted{of: map[string]int{"halvorsen": 5, "ashford": 5, "nra": 5, "bridg": 5}})
	for text, want := range map[string]bool{
		"Is Ashford in the NRA?": true, "Did Halvorsen go to Ashford?": true, "Who of Ashford was in Bergen with Halvorsen?": true,
		"Who is Ingrid Halvorsen?": false, "Is the bridge in Ashford?": false, "Is Ashford there?": false,
	} {
		if got := r.Understand(text).AsksOfNames(); got != want {
			t.Errorf("%s asks of no more than names: %v", text, got)
		}
	}
}

// counted is an index that only counted words and articles.
type counted struct {
	answer.Index
	of      map[string]int // articles, by the term
	outlets []answer.OutletCount
	last    time.Time // the latest day of publication
}

func (c counted) DocFreq(term string) int { return c.of[term] }

func (c counted) Coverage() answer.Coverage {
	return answer.Coverage{Passages: 100, Outlets: c.outlets, Last: c.last}
}

// over returns a reader of questions about what is counted.
func over(ix counted) *Reader {
	var a analysis.Analyzer
	return New(ix, &a, naming.New(ix, &a))
}

func TestLately(t *testing.T) {
	r := over(counted{})
	for text, want := range map[string]bool{
		"Who won this week?":                 true,
		"Today, who won?":                    true,
		"WHO WON THIS WEEK?":                 true,
		"Who won, according to USA Today?":   false,
		"Who spoke to This Week about it?":   false,
		"Who won in the week of the strike?": false,
	} {
		if got := r.Understand(text).Lately; got != want {
			t.Errorf("%q asks of these days: %v, want %v", text, got, want)
		}
	}
}

// A year is on every article of it, and no less is asked of it for that.
func TestYearsWeigh(t *testing.T) {
	may := time.Date(2023, 5, 1, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		last time.Time
		of   int     // passages of 100
		year float64 // its weight, in shares of the mean of the others
	}{
		{may, 60, 1},
		{time.Time{}, 60, 0.12}, // in no header: what it weighs by itself
		{may, 95, 0},            // all is of that year
	} {
		r := over(counted{of: map[string]int{"halvorsen": 3, "won": 9, "2022": test.of}, last: test.last})
		var x Expansion
		for _, word := range r.Understand("What has Halvorsen won in 2022?").Words {
			w := Want{Word: word, Known: true, Clause: answer.Clause{Alts: make([]answer.Alt, 1)}}
			r.weigh(&w, 100)
			x.Wants = append(x.Wants, w)
		}
		r.weighYears(&x, nil)
		w := x.Wants
		if len(w) != 3 {
			t.Fatalf("asks for %d words, want 3: %v", len(w), w)
		}
		share := w[2].Weight / ((w[0].Weight + w[1].Weight) / 2)
		if diff := share - test.year; diff < -0.05 || diff > 0.05 {
			t.Errorf("where %d passages have 2022, and the last article is of %v, it weighs %.2f of what other words do, want %.2f", test.of, test.last, share, test.year)
		}
	}
}
