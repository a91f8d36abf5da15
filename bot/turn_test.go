package bot_test

import (
	"errors"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/bot"
)

func TestTurnEncode(t *testing.T) {
	for _, c := range []struct {
		turn bot.Turn
		text string
	}{
		{bot.Turn{}, ""},
		{bot.Turn{Question: "Who resigned?", Shown: 3, Page: "1-3", Seal: "0badcafe"}, "2 3 1-3 0badcafe Who resigned?"},
		{bot.Turn{Question: "Who else?", Shown: 6, Page: "2,5-6", Seal: "0badcafe"}, "2 6 2,5-6 0badcafe Who else?"},
		{bot.Turn{Question: "And Lee?", Earlier: "Who else?\nWho resigned?"}, "2 0 - - And Lee?\nWho else?\nWho resigned?"},
		{bot.Turn{Question: " two  spaces ", Shown: 0}, "2 0 - -  two  spaces "},
		{bot.Turn{Question: "新聞 “x” -", Shown: 1000, Seal: "00000000"}, "2 1000 - 00000000 新聞 “x” -"},
	} {
		if got := c.turn.Encode(); got != c.text {
			t.Errorf("%+v is encoded as %q, want %q", c.turn, got, c.text)
		}
		if got, err := bot.DecodeTurn(c.text); got != c.turn || err != nil {
			t.Errorf("%q is decoded as %+v, %v", c.text, got, err)
		}
	}
}

func TestDecodeTurnRefuses(t *testing.T) {
	for _, text := range []string{
		" ", "2", "1 3 0badcafe Who?", "2 3 0badcafe Who?", "2 3 1-3 0badcafe", "2 3 1-3 0badcafe ", "2 -1 - 0badcafe Who?", "2 1001 - 0badcafe Who?",
		"2 99999999999999999999 - - Who?", "2 three - - Who?", "2 3 - 0BADCAFE Who?", "2 3 - 0badcaf Who?", "2 3 -  Who?",
		"2 3 1-4 - Who?", "2 3 0-3 - Who?", "2 3 2,1 - Who?", "2 3 3-2 - Who?", "2 3 1- - Who?", "2 3 one - Who?", "2 3  - Who?",
		"2 3 - - \xff", "2 3 - - Who?\n\xff", "2 3 - - Who?\n" + strings.Repeat("a", 201), "2 3 - - Who?\na\nb\nc", "2 3 - - \nWho?", "2 3 - - " + strings.Repeat("a", bot.MaxQuestion+1),
	} {
		got, err := bot.DecodeTurn(text)
		if !errors.Is(err, bot.ErrTurn) || got != (bot.Turn{}) {
			t.Errorf("%.40q is decoded as %+v, %v", text, got, err)
		}
		if err != nil && strings.Contains(err.Error(), "Who?") {
			t.Errorf("the error repeats the question: %v", err)
		}
	}
}

// TestTurnAfter has a turn carry the questions before the last, as many as fit.
func TestTurnAfter(t *testing.T) {
	asker := answering(answer.Answer{Outcome: answer.None})
	relay := bot.NewRelay(asker, bot.Options{})
	var last bot.Turn
	for _, c := range []struct{ text, earlier string }{
		{"Who resigned?", ""},
		{"Who won?", "Who resigned?"},
		{"Who won?", "Who resigned?"}, // again
		{"Who lost?", "Who won?\nWho resigned?"},
		{"Who sang?", "Who lost?\nWho won?"},
		{"Who " + strings.Repeat("ha", 95) + "?", "Who sang?\nWho lost?"},
		{"Who laughed?", "Who " + strings.Repeat("ha", 95) + "?"}, // with no room for another
	} {
		if last = relay.Handle(t.Context(), bot.Message{Text: c.text, Last: last}).Turn; last.Question != c.text || last.Earlier != c.earlier {
			t.Errorf("%.20q: the turn is %+v, want the earlier questions %q", c.text, last, c.earlier)
		}
	}
	if asked := asker.asked[len(asker.asked)-1]; asked.Earlier != "Who sang?\nWho lost?" {
		t.Errorf("asked %+v", asked)
	}
	for _, earlier := range []string{strings.Repeat("a", 1000), strings.Repeat("a\n", 100)} { // each would be read
		relay.Handle(t.Context(), bot.Message{Text: "Who?", Last: bot.Turn{Question: "Who sang?", Earlier: earlier}})
		if asked := asker.asked[len(asker.asked)-1]; asked.Earlier != "" {
			t.Errorf("asked with %d bytes of earlier questions", len(asked.Earlier))
		}
	}
}

func FuzzDecodeTurn(f *testing.F) {
	for _, s := range []string{"", "2 3 1-3 0badcafe Who?", "2 0 - - x", "2 +3 - - x", "2 03 1,3 - x", "2 0 - - x\ny\n\nz", "2 0 - - x\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		turn, err := bot.DecodeTurn(text)
		if err != nil {
			return
		}
		if again, err := bot.DecodeTurn(turn.Encode()); again != turn || err != nil {
			t.Errorf("%q: %+v, and again %+v, %v", text, turn, again, err)
		}
	})
}
