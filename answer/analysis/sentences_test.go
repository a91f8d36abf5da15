package analysis

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// Every case is a text with a bar where a sentence ends and the next begins.
var sentenceCases = []struct{ name, text string }{
	{"plain", "The vote was close. | Nobody slept! | Who won? | The count goes on."},
	{"headline", "Senate Votes to Delay the Bridge"},
	{"titles", "Sen. Ada Byron (D-Mo.) met Gen. Hugo Pratt and Reps. Lee and Cho. | Gov. Ruiz did not, nor did Brig. Gen. Moss and Cllr. Ames."},
	{"Mr. and Mrs.", "Mr. and Mrs. Gray met Dr. Yoo on St. Mark’s Square. | They left."},
	{"party", "She wrote to Rep. Dan Ito (D., Calif.) on Monday. | He answered."},
	{"U.S. inside", "The U.S. Senate sued. | A U.S. court agreed, and the U.S. Forest Service paid."},
	{"U.S. at the end", "They went back to the U.S. | The trip was long. | He loves the U.S. | “It is home,” he said. | She left the U.S. | ‘It was home,’ she said, of the U.S. ‘experiment’."},
	{"nicknames", "Robert F. “Bobby” Kennedy met John F. \"Jack\" Kennedy and T. ‘Tom’ Moss. | He took Vitamin C. | “It helps,” he said."},
	{"other countries", "The U.K. Parliament and the U.N. Security Council met. | But the E.U. | He left."},
	{"initials", "Robert A. Brady and J. K. Simmons met George H. W. Bush. | W. E. B. Du Bois wrote."},
	{"letters and numerals", "It was plan B. | The others failed. | She served in World War I. | Paris fell."},
	{"clock", "Polls open at 7 a.m. Tuesday and close at 8 p.m. ET. | Results come after 9 p.m. | Officials wait. | It ended at 3 a.m. | Nobody stayed."},
	{"companies", "Acme Inc. shares fell and Apex Corp. Chairman Li quit. | He had founded Apex Co. | The board was told."},
	{"numbers", "No. 3 seed Iowa beat No. 10 Duke, 2.5 to 1. | He said no. | No one moved."},
	{"small letters before numbers", "Ann Roe (b. 1971) and Bo Lee (c. 1850, d. 1902) stand on p. 12. | He has plan b. | Others follow."},
	{"dates", "It began on Jan. 6 and on Sept. 11, 2001. | On Mon. Oct. 3 it ended. | He likes Art. | Music too."},
	{"names of papers", "He told The Sun. | Prince Albert did not reply."},
	{"words that look like abbreviations", "He fell ill. | Doctors came. | The cat sat. | Rex slept in the mass. | Bob left."},
	{"states", "She lives in Tulsa, Okla., and works in Miami, Fla. | The commute is long."},
	{"Jr.", "Cal Ripken Jr. won. | So did Griffey Jr. | The others lost."},
	{"case names", "The court upheld Roe v. Wade and Smith vs. Jones. | It was unanimous."},
	{"etc.", "Apples, pears, etc. were sold. | Plums, figs, etc. | That was all."},
	{"decimals and money", "Growth was 2.5 percent, or $4.2 billion. | It was .5 before."},
	{"ellipsis inside", "He said “it was … unclear” and … left. | Then ... nothing."},
	{"ellipsis at the end", "I do not know … | We shall see... | And so on."},
	{"spaced ellipsis", "The bill . . . was late. | It failed . . . | Then it passed."},
	{"thin spaces in an ellipsis", "The bill\u2009.\u2009.\u2009.\u2009was late. | It failed."},
	{"editor’s ellipsis", "“We will […] President or not,” he said. | Then he left."},
	{"four dots", "He paused.... | Then he went on."},
	{"asked", "“Why not?” he asked. | “Never!” she cried."},
	{"asked by a name", "“Is it over?” Trump asked. | “No,” Ms. Park said. | “Stop!” Mayor Ann Lee told them."},
	{"a question, then a sentence", "“Is it over?” | He did not answer. | “Is it?” | Reporters left."},
	{"quotes", "“It is done.” | She sat. | “I went. | I saw,” he said. | “Then I left.”"},
	{"yes and no", "“Yes.” | “No.” | “Perhaps.”"},
	{"straight quotes", "\"It is done.\" | She sat. | \"Was it?\" he asked."},
	{"nested quotes", "“He told me, ‘Go home.’” | I went. | “She said, ‘Stay.’ | I stayed.”"},
	{"nested quotes with a thin space", "“He told me, ‘Go home.’\u202f” | I went."},
	{"single quotes", "‘It’s the states’ money,’ he said. | ‘Don’t touch it.’ | They didn’t."},
	{"guillemets", "«C’est fini.» | Elle sortit."},
	{"brackets", "He left. | (She stayed.) | They met again (in May). | It was cold [see Fig. 3]. | Then spring came."},
	{"brackets inside", "The agency (F.B.I.) Director Lee runs did not. | He (Sgt.) Cole did."},
	{"etc. in brackets", "Fruit (apples, etc.). | Nothing else."},
	{"footnotes", "It fell by half.[12] | Then it rose.[3][4] | It fell again.¹² | It stopped.7 | Nobody knows."},
	{"not a footnote", "It rose 2.5 points in vol.2 Annex."},
	{"Web addresses", "Read it at www.example.com. | Then go to https://example.com/a.b?Q=Xy. | Write to x.y@example.org."},
	{"missing space", "He lost the vote.|The Senate won.”|She left. | Who is Bo Diaz?|Diaz is a pilot."},
	{"exclaimed names", "Yahoo! News reported it. | Wow! | It did."},
	{"numbered list", "1. Wash hands. | 2. Dry them. | 10. Go."},
	{"list", "Bring:\n|• a coat\n|• a hat\n|- boots\n|1. one\n|2) two"},
	{"wrapped lines", "The bridge\nwas closed.\n|Nobody\ncrossed."},
	{"blank line", "A Headline\n\n|The story began"},
	{"dash", "He left. — Reuters. | “Go! — now,” he said."},
	{"lower case goes on", "The iPhone maker vs. its rivals, i.e. everyone, e.g. us (e.g. “The Two of Us”). | Done."},
	{"titles at the end", "They call him “Dr.” Smith. | She is (Ms.) Roe."},
	{"Chinese", "他走了。|她留下了！|为什么？|没有人知道。"},
	{"Hindi", "वह गया। | वह रुकी।"},
	{"Arabic", "لماذا؟ | لا أحد يعرف."},
	{"interrobang", "What?! | No way!!! | Really."},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		t.Run(c.name, func(t *testing.T) {
			var want []string
			for part := range strings.SplitSeq(c.text, "|") {
				want = append(want, strings.TrimSpace(part))
			}
			// The bar stands where the text has a blank, or nothing.
			text := strings.ReplaceAll(strings.ReplaceAll(c.text, " | ", " "), "|", "")
			var got []string
			for start, end := range Sentences(text) {
				got = append(got, text[start:end])
			}
			if !slices.Equal(got, want) {
				t.Errorf("sentences of %q\n got %q\nwant %q", text, got, want)
			}
			checkSentences(t, text)
		})
	}
}

func TestSentencesOfNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n", "\u2009\u202f\u00a0"} {
		for start, end := range Sentences(text) {
			t.Errorf("%q has a sentence %d:%d", text, start, end)
		}
	}
}

func TestSentencesStop(t *testing.T) {
	n := 0
	for range Sentences("One. Two. Three.") {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d sentences after break", n)
	}
}

// checkSentences checks what holds for the sentences of any text.
func checkSentences(t *testing.T, text string) {
	t.Helper()
	last := 0
	for start, end := range Sentences(text) {
		if start < last || end <= start || end > len(text) {
			t.Fatalf("sentence %d:%d after %d in %q", start, end, last, text)
		}
		if s := text[start:end]; s != strings.TrimSpace(s) {
			t.Errorf("sentence %q is not trimmed", s)
		}
		if left := strings.TrimSpace(text[last:start]); left != "" {
			t.Errorf("%q is in no sentence of %q", left, text)
		}
		last = end
	}
	if left := strings.TrimFunc(text[last:], unicode.IsSpace); left != "" {
		t.Errorf("%q is in no sentence of %q", left, text)
	}
}

func FuzzSentences(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(strings.ReplaceAll(c.text, "|", ""))
	}
	f.Add(". .\x00.\xff ”")
	f.Fuzz(func(t *testing.T, text string) { checkSentences(t, text) })
}
