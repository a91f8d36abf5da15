package analysis

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// wordCases are texts with the words that they fold to.
var wordCases = []struct{ name, text, words string }{
	{"plain", "The committee met, twice (in 2018).", "the committee met twice in 2018"},
	{"possessives", "Trump’s states’ Jones’s Jones’ Jones's SEC’s U.S.’s it’s", "trump states jones jones jones sec us it"},
	{"possessives behind an accent", "Jose\u0301’s José’s N’Golo Kante\u0301's", "jose jose ngolo kante"},
	{"contractions", "don't can’t we’ll I’m they’ve he’d you’re shouldn’t’ve y’all", "dont cant we i they he you shouldnt yall"},
	{"apostrophes of names", "O’Brien O'Brien O‘Brien l’Oréal d’Estaing Hawaiʻi", "obrien obrien obrien loreal destaing hawaii"},
	{"apostrophes outside", "’90s rock ’n’ roll ‘quoted’ 'quoted'", "90s rock n roll quoted quoted"},
	{"hyphens divide", "cyber-specialists sit-down X-ray T-shirt co-founder re-sign pre-election a- -b", "cyber specialists sit down x ray t shirt co founder re sign pre election a b"},
	{"hyphens join", "e-mail E-Mail e‑mail e‐mail re-election Re-elected co-operate Co-ordinated co-op", "email email email email reelection reelected cooperate coordinated coop"},
	{"acronyms", "U.S. u.s. U.S U.S.A. D.C. U.S.-led J.K. Rowling (F.B.I.)", "us us us usa dc us led jk rowling fbi"},
	{"not acronyms", "J.Lo Ph.D. B. end.A x.y.zed", "j lo ph d b end a x y zed"},
	{"plurals of acronyms", "CIAs MPs MP's DVDs US’s As Is", "cia mp mp dvd us as is"},
	{"ampersands", "AT&T S&P R&D Q & A Johnson&Sons a&b", "at&t s&p r&d q a johnson sons a b"},
	{"numbers", "1,000 1,000,000.50 2.5 3.5m 21st $4.2bn 50% .5 5. 1,0000 3,14 10.5.2", "1000 1000000.50 2.5 3.5m 21st 4.2bn 50 5 5 1 0000 3 14 10.5.2"},
	{"dates and ranges", "2018-07-27 24/7 9/11 No. 10 10–12 1990s 1990’s 12:30", "2018 07 27 24 7 9 11 no 10 10 12 1990s 1990 s 12 30"},
	{"raised and lowered digits", "said¹ km² CO₂ 2½ ½", "said km co2 2"},
	{"full width", "Ｆｕｌｌ ２５ １，０００", "full 25 1 000"},
	{"ligatures and letterlike", "ﬁnance ŒUVRE 𝗔𝗦𝗜𝗫 Ⅳ Ångström", "finance oeuvre asix iv angstrom"},
	{"accents", "Orbán Orba\u0301n naïve Straße Łódź Øresund Þór İstanbul ıstanbul", "orban orban naive strasse lodz oresund thor istanbul istanbul"},
	{"invisible characters", "co\u00adoperate zero\u200dwidth non\u200cjoiner word\u2060joiner end\u00ad \u00ad", "cooperate zerowidth nonjoiner wordjoiner end"},
	{"blanks", "a\u2009b\u202fc\u00a0d\u3000e\u200bf", "a b c d e f"},
	{"symbols", "#MeToo @newsroom foo_bar x.y/z?a=b ❤️love 👍🏽", "metoo newsroom foo bar xy z a b love"},
	{"invalid UTF-8", "a\xffb \xff\xfe c\xc3", "a b c"},
	{"scripts mixed", "iPhone用 Россияx", "iphone 用 россияx"},
	{"Han and kana", "日本語データです", "日 本 語 デー タ で す"},
	{"Hangul", "한국어 뉴스", "한국어 뉴스"},
	{"Thai", "ดีมาก", "ดี ม า ก"},
	{"Hindi", "हिन्दी की कि", "हिन्दी की कि"},
	{"Arabic", "المتّحدة می\u200cخواهم", "المتحدة میخواهم"},
	{"Hebrew", "שָׁלוֹם צה״ל", "שלום צה ל"},
	{"Greek and Cyrillic", "Ελλάδας Россия", "ελλαδας россия"},
	{"nothing but marks", "\u0301 \u0301\u0301 \ufe0f", ""},
	{"compatibility blanks", "ͺ ﹰ", ""},
}

func TestWords(t *testing.T) {
	for _, c := range wordCases {
		t.Run(c.name, func(t *testing.T) {
			var a Analyzer
			var got []string
			for _, k := range a.Tokens(c.text) {
				got = append(got, k.Word)
			}
			if want := strings.Fields(c.words); !slices.Equal(got, want) {
				t.Errorf("words of %q\n got %q\nwant %q", c.text, got, want)
			}
			checkTokens(t, c.text)
		})
	}
}

func TestOffsets(t *testing.T) {
	text := "\u2009“Trump’s U.S.-led co\u00adoperation,” 1,000 cafe\u0301s; Fe\u200drn’"
	want := []string{"Trump’s", "U.S.", "led", "co\u00adoperation", "1,000", "cafe\u0301s", "Fe\u200drn"}
	var a Analyzer
	var got []string
	for _, k := range a.Tokens(text) {
		got = append(got, text[k.Start:k.End])
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestFoldTwice(t *testing.T) {
	for _, c := range wordCases {
		for w := range strings.FieldsSeq(c.words) {
			if again := fold(w); again != w {
				t.Errorf("fold(%q) = %q", w, again)
			}
		}
	}
}

// checkTokens checks what holds for the tokens of any text.
func checkTokens(t *testing.T, text string) {
	t.Helper()
	var a Analyzer
	tokens := a.Tokens(text)
	last := 0
	for _, k := range tokens {
		if k.Start < last || k.End <= k.Start || k.End > len(text) {
			t.Fatalf("token %+v after %d in %q", k, last, text)
		}
		if k.Word == "" || k.Term == "" || !utf8.ValidString(k.Word) {
			t.Errorf("token %+v in %q", k, text)
		}
		if strings.ContainsAny(k.Word, " \n'’") {
			t.Errorf("word %q of %q", k.Word, text)
		}
		if k.Stop && k.Acronym {
			t.Errorf("token %+v is both stop word and acronym", k)
		}
		last = k.End
	}
	if again := a.Tokens(text); !slices.Equal(tokens, again) {
		t.Errorf("tokens of %q\nfirst %+v\n then %+v", text, tokens, again)
	}
	checkPrefix(t, &a, text, tokens)
}

// checkPrefix checks that the words before a blank do not depend on what
// follows it. What surrounds a word may well decide whether it is a stop word.
func checkPrefix(t *testing.T, a *Analyzer, text string, tokens []Token) {
	t.Helper()
	at := strings.IndexByte(text[len(text)/2:], ' ') + len(text)/2
	if at < len(text)/2 {
		return
	}
	for i, k := range a.Tokens(text[:at]) {
		if i >= len(tokens) {
			t.Fatalf("%q has more tokens than %q", text[:at], text)
		}
		k.Stop, k.Acronym = tokens[i].Stop, tokens[i].Acronym
		if k != tokens[i] {
			t.Errorf("token %d of %q is %+v, of %q %+v", i, text[:at], k, text, tokens[i])
		}
	}
}

func FuzzTokenize(f *testing.F) {
	for _, c := range wordCases {
		f.Add(c.text)
	}
	for _, c := range doubleCases {
		f.Add(c.text)
	}
	f.Fuzz(checkTokens)
}

// TestCut compares what is told by many bytes at once, or by the character behind a word,
// with what the rules say.
func TestCut(t *testing.T) {
	pieces := []string{"a", "U", "US", "re", "Co", "word", "8letters", "ninechars", "NINECHARS", "seventeenletters1", strings.Repeat("long", 8),
		"1", "12", "000", "é", "’", "’s", "'", "n't", "-", ".", ",", "&", "“", "”", "—", "…", "\u00ad",
		"\u0301", "日", "\x00", "\x10", "\x7f", "@", "[", "`", "{", "/", ":", " ", " ", " ", " ", "\n", "\xff"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range random.IntN(60) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		var got []surface
		var some [together]surface
		for n, end := cut(&some, text, 0); n > 0; n, end = cut(&some, text, end) {
			got = append(got, some[:n]...)
		}
		for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
			var want surface
			want.set(text, start, end)
			if len(got) == 0 || got[0] != want {
				t.Fatalf("the word at %d of %q is missing or not %+v: %+v", start, text, want, got)
			}
			got = got[1:]
			if r, _ := decode(text, start); IsUnspaced(r) {
				continue
			}
			if want := wordEnd(text, start); end != want {
				t.Fatalf("the word at %d of %q ends at %d, want %d", start, text, end, want)
			}
			if first, want := startIn(text, start, end), startOf(text[start:end]); first != want {
				t.Fatalf("the word at %d of %q starts with %x, want %x", start, text, first, want)
			}
		}
		if len(got) > 0 {
			t.Fatalf("%q has more words than there are: %+v", text, got)
		}
	}
}

// TestFormsOfCases has words that differ in case alone share a form, if their case says
// all of how they are written.
func TestFormsOfCases(t *testing.T) {
	var a Analyzer
	for _, c := range []struct {
		text string
		same bool
	}{
		{"the The THE", true},
		{"unconstitutional Unconstitutional UNCONSTITUTIONAL", true},
		{"don't Don't DON'T", true},
		{"g8 G8", true},
		{"iphone iPhone", false},
		{"mps MPs", false},
		{"été Été", false}, // only ASCII is compared so
		{"floccinaucinihilipilifications Floccinaucinihilipilifications", false}, // too long
	} {
		words := a.AppendWords(nil, c.text, 0)
		for _, w := range words[1:] {
			if same := w.Form() == words[0].Form(); same != c.same {
				t.Errorf("one form of %q: %v", c.text, same)
			}
		}
		for i, token := range a.Tokens(c.text) {
			want := newForm(c.text[token.Start:token.End])
			if token.Word != want.word || token.Term != want.term || token.Upper != want.traits.are(upper) ||
				words[i].traits().are(capped) != want.traits.are(capped) || token.Stop != want.traits.are(stop) {
				t.Errorf("%+v of %q, want %+v", token, c.text, want)
			}
		}
	}
}

// TestAppendFold holds that words are appended behind what is there, without a blank where
// nothing is left of one, and that plain ones need no memory.
func TestAppendFold(t *testing.T) {
	for text, want := range map[string]string{
		"The U.S. SENATE, Trump’s":    "the us senate trump",
		"co-op café 1,000.5 \u0301a":  "coop cafe 1000.5 a",
		"":                            "",
		" … ":                         "",
		"Ünïted\u00adNations AT&T 'x": Fold("Ünïted\u00adNations AT&T 'x"),
	} {
		if got := string(AppendFold([]byte("Ab "), text)); got != "Ab "+want {
			t.Errorf("%q: %q, want %q", text, got, "Ab "+want)
		}
	}
	dst := make([]byte, 0, 64)
	if n := testing.AllocsPerRun(10, func() { dst = AppendFold(dst[:0], "The Senate voted 51 to 49 on MONDAY") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
