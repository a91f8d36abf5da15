package syntax

import "testing"

func TestWanted(t *testing.T) {
	for text, want := range map[string]string{
		"Can you find me a quote from Ingrid Halvorsen about the bridge?": "What did Ingrid Halvorsen say about the bridge?",
		"quotes by the mayor":                        "What did the mayor say?",
		"I'm looking for some good quotes on rents.": "rents",
		"give me three quotes about rents in May":    "rents in May",
		"any quotes from last week on the bridge?":   "news from last week about the bridge",
		"quotes from yesterday":                      "news from yesterday",
		"Who is quoted on the bridge?":               "Who is quoted on the bridge?",
		"What quote from the mayor was famous?":      "What quote from the mayor was famous?",
		"another quote from him":                     "another quote from him",
		"a quote from her on rents":                  "What did she say about rents?",
		"any quotes about that?":                     "any quotes about that?",
		"a quote from May about rents":               "What did May say about rents?",
		"quotes from May 2018 about rents":           "news from May 2018 about rents",
		"All quotes by Ann Lee":                      "What did Ann Lee say?",
		"Everything that Ann Lee has said":           "What did Ann Lee say?",
		"everything she said about rents?":           "What did she say about rents?",
		"Ann Lee’s comments on rents":                "What did Ann Lee say about rents?",
		"show me Ann Lee quotes":                     "What did Ann Lee say?",
		"the President of France's remarks":          "What did the President of France say?",
		"Best quotes":                                "Best quotes",
		"Which comments on rents were made?":         "Which comments on rents were made?",
		"Racist remarks on rents":                    "Racist remarks on rents",
		"The comments on rents":                      "The comments on rents",
		"Everything said about rents":                "Everything said about rents",
		"Ann Lee commented on rents":                 "Ann Lee commented on rents",
		"All that is said":                           "All that is said",
		"Today's comments on rents":                  "Today's comments on rents",
		"What comments did Ann Lee make on rents?":   "What comments did Ann Lee make on rents?",
		"quotas on fish":                             "quotas on fish",
		"":                                           "",
	} {
		if got := Wanted(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestTopicOf(t *testing.T) {
	for text, want := range map[string]string{
		"Summarize the strike":                           "the strike",
		"find articles about the strike":                 "articles about the strike",
		"can you look up Ann Lee?":                       "Ann Lee?",
		"find any mention of rents":                      "rents",
		"pull up everything on rents":                    "rents",
		"Show me all articles from The Hill about rents": "all articles from The Hill about rents",
		"articles that mention rents by Ann Lee":         "articles about rents by Ann Lee",
		"stories covering rents":                         "stories about rents",
		"show me what was said":                          "show me what was said",
		"The covering of rents":                          "The covering of rents",
		"search for it":                                  "search for it",
		"References to the strike":                       "the strike",
		"can you sum up the news on rents?":              "rents?",
		"tl;dr on the strike":                            "the strike",
		"Give me a quick overview of the strike":         "the strike",
		"catch me up on rents":                           "rents",
		"Is it true that the strike ended?":              "the strike ended?",
		"explain that":                                   "explain that",
		"Who gave the overview of the strike?":           "Who gave the overview of the strike?",
		"Did Lee explain the strike?":                    "Did Lee explain the strike?",
		"Is it the strike that ended?":                   "Is it the strike that ended?",
		"background checks for teachers in Ashford":      "background checks for teachers in Ashford",
		"details for a plan":                             "a plan",
	} {
		if got := TopicOf(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestWithoutReason(t *testing.T) {
	for text, want := range map[string]string{
		"Has the bridge closed? I need it for a piece.":                   "Has the bridge closed?",
		"Has the bridge closed? I'm on deadline":                          "Has the bridge closed?",
		"Has the bridge closed? The one in Ashford.":                      "Has the bridge closed? The one in Ashford.",
		"Has the bridge closed? I need to know. Or has the tunnel?":       "Has the bridge closed? I need to know. Or has the tunnel?",
		"I'm writing a piece about the bridge: who closed it?":            "the bridge: who closed it?",
		"We are working on rents, how high are they? It’s for tomorrow's": "rents, how high are they?",
		"I'm writing about the bridge":                                    "I'm writing about the bridge",
		"?":                                                               "?",
		"":                                                                "",
	} {
		if got := WithoutReason(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestLatestOf(t *testing.T) {
	for text, want := range map[string]string{
		"What's the latest on the bridge?":     "the bridge?",
		"latest news from Ashford":             "Ashford",
		"any recent storms":                    "",
		"the latest phone from Apple":          "",
		"What is the most recent story on it?": "it?",
		"What’s new with the old bridge?":      "the old bridge?",
		"what is happening in Ashford":         "Ashford",
		"What’s going on at Ashford Rail?":     "Ashford Rail?",
	} {
		got, ok := LatestOf(text)
		if ok != (want != "") || ok && got != want || !ok && got != text {
			t.Errorf("%q is %q, %v, want %q", text, got, ok, want)
		}
	}
}
