package attribution

import (
	"strings"
	"sync"

	"newshound/answer/analysis"
)

// class says which lists have a word: it may be in several.
type class uint32

// The classes of words.
const (
	// aPronoun may be the subject of a verb that attributes.
	aPronoun class = 1 << iota
	// aDeterminer begins a noun phrase.
	aDeterminer
	// aPreposition stands before a noun phrase.
	aPreposition
	// aJoin begins a clause, or joins two.
	aJoin
	// aHelper stands before a verb: adverbs too.
	aHelper
	// aBeing makes a passive of a verb in the past.
	aBeing
	// aHaving makes a past.
	aHaving
	// aModal tells of what may be.
	aModal
	// aDenial turns an attribution into its opposite.
	aDenial
	// aMoment stands after a verb and tells when.
	aMoment
	// aRole is what people are called who speak for others, or of themselves.
	aRole
	// aPaper is one of those that is written.
	aPaper
	// aStandIn is a determiner that may be a whole noun phrase.
	aStandIn
	// aTiming is a preposition that rather tells when or where than what somebody is.
	aTiming
	// aDay is the name of a day or month that nobody has.
	aDay
	// aLead begins, behind a comma, something else than what was criticized.
	aLead
	// aTitle stands before a name, and may stand for it: the president, the senator.
	aTitle
	// aSuffix stands behind a name.
	aSuffix
	// aParticle stands in small letters within a name.
	aParticle
	// aVerb is a form of a common verb that is no noun.
	aVerb
)

// classes are the words of each class.
var classes = []struct {
	class class
	words string
}{
	{aPronoun, "he she they who it i we you"},
	{aDeterminer, `the a an this that these those his her its their our my your another some many most several both
		all few one two three four five six seven eight nine ten each every no any other more`},
	{aPreposition, `of in on at by for with from to into about after before during over under against between among
		through amid without within toward towards upon per via near since until despite like
		along across behind inside throughout beside`},
	{aJoin, `and or but nor yet so that which who whom whose what when where why how if whether as while because although though
		unless than once whereas whenever wherever then`},
	{aHelper, `has have had having will would could can may might must should shall did do does is are was were be been being
		also off out up down back away ahead aside along later then now already still just even once repeatedly first never often long always again since further once too both all
		himself herself themselves itself not ever previously recently reportedly later earlier soon quickly
		hasn't haven't hadn't won't wouldn't couldn't can't didn't doesn't don't isn't aren't wasn't weren't today yesterday
		monday tuesday wednesday thursday friday saturday sunday instead thus finally rather simply merely similarly famously
		publicly flatly specifically clearly directly openly privately briefly bluntly explicitly initially eventually ultimately
		essentially basically effectively immediately subsequently angrily proudly reluctantly jokingly sarcastically
		routinely regularly frequently sometimes usually generally typically well strongly meanwhile elsewhere nevertheless nonetheless moreover furthermore afterwards fiercely sharply loudly quietly
		defiantly emphatically ominously dryly wryly correctly incorrectly falsely wrongly rightly roundly vigorously
		apparently seemingly allegedly presumably actually really truly certainly definitely probably possibly perhaps maybe
		actively aggressively consistently constantly continually continuously deliberately erroneously formally gleefully
		harshly inaccurately infamously informally officially originally personally politely pointedly prominently promptly
		separately squarely steadfastly stubbornly tearfully tersely unequivocally unsuccessfully vehemently`},
	{aBeing, "is are was were be been being get gets got isn't aren't wasn't weren't"},
	{aHaving, "has have had"},
	{aModal, "would could can may might must should shall will"},
	{aDenial, "not never didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't no neither nor"},
	{aMoment, `monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later
		recently then now morning afternoon evening night week month year last this ago again january february march april may june july
		august september october november december`},
	{aRole, `spokesman spokeswoman spokesperson chairman chairwoman chair president vice secretary director head leader
		member members official officials aide aides adviser advisers advisor advisors professor analyst analysts expert experts executive
		executives lawyer lawyers attorney attorneys manager strategist strategists pollster consultant consultants reporter reporters
		editor editors author authors founder co-founder owner mayor governor senator senators congressman congresswoman
		representative representatives ambassador minister prosecutor prosecutors judge justice sheriff police officer officers
		agent agents source sources people person man woman voter voters supporter supporters critic critics opponent opponents
		delegate delegates candidate candidates nominee activist activists organizer organizers resident residents student students
		teacher teachers scientist scientists researcher researchers economist economists doctor doctors son daughter
		wife husband father mother brother sister friend friends colleague colleagues veteran veterans democrat democrats republican
		republicans lawmaker lawmakers host anchor columnist commentator correspondent historian fellow scholar
		deputy chief commander general captain colonel lieutenant sergeant king queen prince princess pope bishop pastor rabbi imam
		counsel counselor speaker whip dean coach player partner employee employees worker workers staffer staffers
		study report poll survey statement letter article story post tweet memo document documents filing`},
	{aPaper, "study report poll survey statement letter article story post tweet memo document documents filing"},
	{aStandIn, "some many most several both all few one two three four five six seven eight nine ten others another these those"},
	{aTiming, "in on at after before during since until to"},
	{aDay, `monday tuesday wednesday thursday friday saturday sunday january february march july august september october
		november december jan feb aug sept oct nov dec`},
	{aLead, "who which but while as although though after before when where because with a an the and even"},
	{aTitle, `mr mrs ms miss dr sir lord lady dame king queen prince princess pope father sister rev pastor rabbi imam bishop archbishop cardinal
		president vice vice-president sen sens senator senators rep reps representative congressman congresswoman gov govs governor mayor
		secretary director chairman chairwoman chair chief speaker leader whip minister premier chancellor ambassador
		attorney general gen adm admiral col colonel capt captain lt lieutenant maj major sgt sergeant cmdr commander officer
		judge justice prosecutor sheriff prof professor dean coach spokesman spokeswoman spokesperson host anchor
		candidate nominee republican democrat democratic former del delegate councilman councilwoman commissioner deputy
		executive superintendent treasurer comptroller administrator supervisor trustee alderman detective inspector constable
		councilmember councillor councilor cllr chairperson undersecretary secretary-general envoy reverend insp supt det cpl corporal brig brigadier
		assistant adviser advisor strategist manager ceo cfo coo cto cio cmo vp svp evp gm atty psychologist economist author actor actress singer`},
	{aSuffix, "jr sr ii iii iv esq"},
	{aParticle, "de da di du van von der den bin al el la le dos del"},
	{aVerb, `gave gives took takes made makes went came comes became becomes brought brings bought caught kept keeps knew grew grows
		drew threw throws flew lost loses won met meets sent sends spent spends sat stood chose ate fought sought got gets lent led
		shook spoke speaks stole struck swore taught teaches understood woke withdrew drove rode fell held ran let put puts began begins
		wore sold sells built`},
}

// entry is what is known of a word wherever it stands.
type entry struct {
	class     class
	verb      verb   // none where it has no use
	honorific gender // of whom it stands before
}

// lexicon returns all words of which anything is known but that they are given names, so that each word of an article
// has to be looked up but once. It is made when it is first asked for.
var lexicon = sync.OnceValue(newLexicon)

// entryOf returns what is known of a word in small letters. One in -ly is an adverb.
func entryOf(w string) entry {
	e, known := lexicon()[w]
	if !known && len(w) > len("only") && strings.HasSuffix(w, "ly") && !nounsInLy(w) && genderOf(w) == unknown {
		e.class = aHelper
	}
	return e
}

var nounsInLy = analysis.Words("early daily weekly monthly elderly tally reply family ally rally assembly supply anomaly monopoly homily butterfly bully doily jelly belly lily")

// manyWords is more than the lexicon has.
const manyWords = 2500

func newLexicon() map[string]entry {
	words := make(map[string]entry, manyWords)
	add := func(list string, known func(*entry)) {
		for w := range strings.FieldsSeq(list) {
			e := words[w]
			known(&e)
			words[w] = e
		}
	}
	for _, l := range classes {
		add(l.words, func(e *entry) { e.class |= l.class })
	}
	conjugate(words)
	for g, list := range honorifics {
		add(list, func(e *entry) { e.honorific = gender(g) })
	}
	return words
}

// is reports whether the word is of any of some classes.
func (e entry) is(c class) bool { return e.class&c != 0 }

// attributes reports whether the word is a form of a verb that attributes.
func (e entry) attributes() bool { return e.verb.use != 0 }

// divides reports whether a word in small letters ends a noun phrase that is read
// backwards.
func (e entry) divides() bool {
	return e.is(aJoin|aPreposition|aPronoun|aHelper|aVerb) || (e.verb.form == past || e.verb.form == third) && e.verb.use&noun == 0
}
