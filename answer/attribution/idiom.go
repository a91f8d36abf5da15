package attribution

import (
	"strings"
	"sync"
)

// idioms are verbs that attribute only with some words right behind them, of which there may be several
// lists, divided by a stroke: Lee made it clear that the dam was old; as Lee put it, “…”. Each has all its
// forms.
var idioms = []struct {
	use   use
	forms string
	with  string
}{
	{clauses, "make/makes/made/making", "clear/it clear"},
	{quotes, "-/puts/put/-", "it"},
	{quotes | clauses | inverts, "point/points/pointed/pointing", "out"},
	{things | clauses, "lay/lays/laid/laying", "out"},
	{things | clauses, "spell/spells/spelled/spelling", "out"},
	{things, "speak/speaks/spoke/-", "about/of/out against/out about"},
	{things, "rail/rails/railed/railing", "against"},
	{things, "call/calls/called/calling", "for/on/out"},
	{things, "push/pushes/pushed/pushing", "for/back against"},
	{things, "argue/argues/argued/arguing", "for/against"},
	{things, "agree/agrees/agreed/agreeing", "with"},
	{things, "complain/complains/complained/complaining", "about"},
	{things, "warn/warns/warned/warning", "of/about/against"},
	{things, "boast/boasts/boasted/boasting", "of/about"},
	{things, "brag/brags/bragged/bragging", "of/about"},
	{things, "come/comes/came/coming", "out against/out in favor of"},
	{things, "take/takes/took/taking", "aim at/issue with"},
	{things, "double/doubles/doubled/doubling", "down on"},
	{things, "weigh/weighs/weighed/weighing", "in on"},
	{things, "look/looks/looked/looking", "forward to"},
	{things, "shrug/shrugs/shrugged/shrugging", "off"},
	{things, "brush/brushes/brushed/brushing", "off/aside"},
	{things, "tick/ticks/ticked/ticking", "off"},
	{things, "play/plays/played/playing", "down"},
	{things, "walk/walks/walked/walking", "back"},
	{things, "rule/rules/ruled/ruling", "out"},
}

// idiom is a form of one of them, with the words behind it.
type idiom struct {
	verb verb
	with [][]string
}

// idiomsByVerb returns the idioms by the first word.
var idiomsByVerb = sync.OnceValue(func() map[string]idiom {
	out := make(map[string]idiom)
	for _, l := range idioms {
		var with [][]string
		for words := range strings.SplitSeq(l.with, "/") {
			with = append(with, strings.Fields(words))
		}
		for f, word := range strings.Split(l.forms, "/") {
			out[word] = idiom{verb{l.use, form(f)}, with}
		}
	}
	return out
})

// idiom returns how several words from the token at i on attribute as one verb does, and how many follow
// the first; 0 where they are none.
func (u *unit) idiom(i int) (v verb, more int) {
	x := idiomsByVerb()[u.tokens[i].word]
	for _, with := range x.with {
		n := 0
		for n < len(with) && u.at(i+1+n).word == with[n] {
			n++
		}
		if n == len(with) {
			return x.verb, n
		}
	}
	return v, 0
}
