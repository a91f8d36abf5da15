package attribution

import "strings"

func set(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

var (
	// pronouns may be the subject of a verb that attributes.
	pronouns = set("he she they who it i we you")
	// determiners begin a noun phrase.
	determiners = set(`the a an this that these those his her its their our my your another some many most several both
		all few one two three four five six seven eight nine ten each every no any other more`)
	// prepositions stand before a noun phrase.
	prepositions = set(`of in on at by for with from to into about after before during over under against between among
		through amid without within toward towards upon per via near since until despite like`)
	// joins begin a clause, or join two.
	joins = set(`and or but nor yet so that which who whom whose what when where why how if whether as while because although though
		unless than once whereas whenever wherever then`)
	// helpers stand before a verb, and adverbs too.
	helpers = set(`has have had having will would could can may might must should shall did do does is are was were be been being
		also later then now already still just even once repeatedly first never often always again since further once too both all
		himself herself themselves itself not ever previously recently reportedly later earlier soon quickly
		hasn't haven't hadn't won't wouldn't couldn't can't didn't doesn't don't isn't aren't wasn't weren't today yesterday
		monday tuesday wednesday thursday friday saturday sunday instead thus finally rather simply merely similarly famously
		publicly flatly specifically clearly directly openly privately briefly bluntly explicitly initially eventually ultimately
		essentially basically effectively immediately subsequently angrily proudly reluctantly jokingly sarcastically
		routinely regularly frequently sometimes usually generally typically strongly fiercely sharply loudly quietly
		defiantly emphatically ominously dryly wryly correctly incorrectly falsely wrongly rightly roundly vigorously
		apparently seemingly allegedly presumably actually really truly certainly definitely probably possibly perhaps maybe
		actively aggressively consistently constantly continually continuously deliberately erroneously formally gleefully
		harshly inaccurately infamously informally officially originally personally politely pointedly prominently promptly
		separately squarely steadfastly stubbornly tearfully tersely unequivocally unsuccessfully vehemently`)
	// beings make a passive of a verb in the past.
	beings = set("is are was were be been being get gets got isn't aren't wasn't weren't")
	// modals tell of what may be.
	modals = set("would could can may might must should shall will")
	// denials turn an attribution into its opposite.
	denials = set("not never didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't no neither nor")
	// moments stand after a verb and tell when.
	moments = set(`monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later
		recently then now morning afternoon evening night week month year last this ago again january february march april may june july
		august september october november december`)
	// roles are what people are called who speak for others, or of themselves.
	roles = set(`spokesman spokeswoman spokesperson chairman chairwoman chair president vice secretary director head leader
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
		study report poll survey statement letter article story post tweet memo document documents filing`)
)

// isHelper reports whether a word may stand between who speaks and the verb.
func isHelper(w string) bool { return helpers[w] }

// divides reports whether a word in small letters ends a noun phrase that is read
// backwards.
func divides(w string) bool {
	if joins[w] || prepositions[w] || pronouns[w] || helpers[w] {
		return true
	}
	v, ok := verbs[w]
	return ok && (v.form == past || v.form == third) && v.use&noun == 0
}
