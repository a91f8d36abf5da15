package syntax

import "testing"

func TestBare(t *testing.T) {
	for question, want := range map[string]string{
		"Hi, who closed the bridge?":                              "who closed the bridge?",
		"hey who closed the bridge":                               "who closed the bridge",
		"Good morning! Who closed it?":                            "Who closed it?",
		"Hello newshound – what closed it?":                       "what closed it?",
		"hi there! I was wondering: who closed it? Thanks a lot.": "who closed it?",
		"I’d like to know if it is closed, please":                "if it is closed, please",
		"Quick question: is it closed?":                           "is it closed?",
		"um, any idea why it closed":                              "why it closed",
		"ok, and the stadium?":                                    "and the stadium?",
		"who closed it, thank you!":                               "who closed it",
		"Who closed it? Thanks so much!":                          "Who closed it?",
		"Hello Kitty closed the bridge":                           "Hello Kitty closed the bridge",
		"Nice, where was the attack?":                             "Nice, where was the attack?",
		"No. 10 staff met when?":                                  "No. 10 staff met when?",
		"Question time: who was on?":                              "Question time: who was on?",
		"who said thanks":                                         "who said thanks",
		"I was wondering":                                         "I was wondering",
		"thanks":                                                  "thanks",
		"hello, hello":                                            "hello",
		"Who wondered if it is closed":                            "Who wondered if it is closed",
		"":                                                        "",
		"one two three four five six seven eight nine, who closed it, ten": "one two three four five six seven eight nine, who closed it, ten",
	} {
		if got := Bare(question); got != want {
			t.Errorf("%q is %q, want %q", question, got, want)
		}
	}
}
