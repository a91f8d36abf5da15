package bot_test

import (
	"errors"
	"strings"
	"testing"

	"newshound/bot"
)

func TestTurnEncode(t *testing.T) {
	for _, c := range []struct {
		turn bot.Turn
		text string
	}{
		{bot.Turn{}, ""},
		{bot.Turn{Question: "Who resigned?", Shown: 3, Seal: "0badcafe"}, "1 3 0badcafe Who resigned?"},
		{bot.Turn{Question: " two  spaces ", Shown: 0}, "1 0 -  two  spaces "},
		{bot.Turn{Question: "新聞 “x” -", Shown: 1000, Seal: "00000000"}, "1 1000 00000000 新聞 “x” -"},
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
		" ", "1", "2 3 0badcafe Who?", "1 3 0badcafe", "1 3 0badcafe ", "1 -1 0badcafe Who?", "1 1001 0badcafe Who?",
		"1 99999999999999999999 - Who?", "1 three - Who?", "1 3 0BADCAFE Who?", "1 3 0badcaf Who?", "1 3  Who?",
		"1 3 - \xff", "1 3 - " + strings.Repeat("a", bot.MaxQuestion+1),
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

func FuzzDecodeTurn(f *testing.F) {
	for _, s := range []string{"", "1 3 0badcafe Who?", "1 0 - x", "1 +3 - x", "1 03 - x"} {
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
