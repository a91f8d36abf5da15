package syntax

import (
	"testing"

	"newshound/answer"
)

func TestFormOf(t *testing.T) {
	for text, want := range map[string]struct {
		form answer.Form
		rest string
	}{
		"timeline: the attack":                            {answer.Timeline, "the attack"},
		" Timeline of the attack":                         {answer.Timeline, "the attack"},
		"First reported: the attack":                      {answer.Timeline, "the attack"},
		"compare: the attack":                             {answer.Compare, "the attack"},
		"Compare the outlets on the attack":               {answer.Compare, "the attack"},
		"How did outlets cover the attack?":               {answer.Compare, "the attack?"},
		"compare how the outlets covered the attack":      {answer.Compare, "the attack"},
		"How have different outlets reported on it?":      {answer.Compare, "it?"},
		"compare the coverage of the attack":              {answer.Compare, "the attack"},
		"timeline":                                        {"", "timeline"},
		"timeline Ashford attack":                         {answer.Timeline, "Ashford attack"},
		"timeline was wrong":                              {"", "timeline was wrong"},
		"first reported attack in Ashford":                {answer.Timeline, "attack in Ashford"},
		"what do the outlets say about the attack?":       {answer.Compare, "the attack?"},
		"What did other papers report on the attack":      {answer.Compare, "the attack"},
		"timeline: ":                                      {"", "timeline: "},
		"Who first reported the attack?":                  {"", "Who first reported the attack?"},
		"The first report of the attack":                  {answer.Timeline, "the attack"},
		"earliest coverage of the attack":                 {answer.Timeline, "the attack"},
		"the first report was of an attack":               {"", "the first report was of an attack"},
		"Which outlet first reported on the attack?":      {answer.Timeline, "the attack?"},
		"which paper was the first to report the attack?": {answer.Timeline, "the attack?"},
		"Which outlet reported on the attack, first?":     {answer.Timeline, "the attack"},
		"Which outlet reported on the first attack?":      {"", "Which outlet reported on the first attack?"},
		"Give me a timeline of the attack":                {answer.Timeline, "the attack"},
		"can you put together a timeline for it":          {answer.Timeline, "it"},
		"Chronology of events on the attack":              {answer.Timeline, "the attack"},
		"show me the Ashford attack timeline":             {answer.Timeline, "Ashford attack"},
		"What does the attack timeline":                   {"", "What does the attack timeline"},
		"When was the attack first reported?":             {answer.Timeline, "the attack"},
		"When was the first attack reported?":             {"", "When was the first attack reported?"},
		"who broke the story of the attack?":              {answer.Timeline, "the attack?"},
		"Who reported first on the attack?":               {answer.Timeline, "the attack?"},
		"who first wrote about the attack?":               {answer.Timeline, "the attack?"},
		"Who first reported the fire?":                    {"", "Who first reported the fire?"}, // to whom?
		"Who broke the window?":                           {"", "Who broke the window?"},
		"Which outlets covered the attack?":               {answer.Compare, "the attack?"},
		"how many papers reported on the attack":          {answer.Compare, "the attack"},
		"How many articles mention the attack?":           {answer.Compare, "the attack?"},
		"How many stories are in the tower?":              {"", "How many stories are in the tower?"},
		"Compare Putin and Trump":                         {"", "Compare Putin and Trump"},
		"The compare: button":                             {"", "The compare: button"},
	} {
		if form, rest := FormOf(text); form != want.form || rest != want.rest {
			t.Errorf("%q: got %q, %q", text, form, rest)
		}
	}
	for _, f := range Forms() {
		if got, _ := FormOf(As(f, "timeline: the attack")); got != f {
			t.Errorf("%q comes back as %q", f, got)
		}
	}
	if got := As("", "compare: the attack"); got != "the attack" {
		t.Errorf("without a form: %q", got)
	}
}
