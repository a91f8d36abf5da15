package attribution

import "strings"

// use says how a verb attributes.
type use uint8

const (
	quotes    use = 1 << iota // what stands in quotation marks
	clauses                   // a clause, with or without “that”
	things                    // a noun or an infinitive: criticized the plan, vowed to fight
	addressed                 // to somebody who is named first: told reporters
	inverts                   // may stand before who speaks: said Smith
	tacit                     // no saying: believes, wants
	noun                      // some of its forms are nouns as well: claims, report
	onto                      // has an object: whoever is accused of something does not accuse
)

// form is a form of a verb.
type form uint8

const (
	base  form = iota // say
	third             // says
	past              // said, written
	ing               // saying
)

// verb is a form of a verb that attributes.
type verb struct {
	use  use
	form form
}

// verbs are the verbs that attribute. A verb whose forms do not follow the rules has
// them all, divided by strokes; a fifth is the participle.
var verbs = []struct {
	use  use
	list string
}{
	{quotes | clauses | inverts, `say/says/said/saying add write/writes/wrote/writing/written continue reply/replies/replied/replying respond
		recall explain note conclude declare joke quip/quips/quipped/quipping exclaim insist announce tweet argue warn remark observe comment stress
		state lament recount reveal assert concede contend confess admit/admits/admitted/admitting acknowledge agree complain
		boast predict suggest muse opine retort reason caution counter protest interject cry/cries/cried/crying
		shout yell whisper chant sing/sings/sang/singing/sung post elaborate reiterate allege maintain
		emphasize emphasise proclaim wonder hint testify/testifies/testified/testifying
		chide scoff gush fume plead rave hiss growl snap/snaps/snapped/snapping demur/demurs/demurred/demurring intone deadpan/deadpans/deadpanned/deadpanning
		email text retweet type exhort bark thunder crow blog/blogs/blogged/blogging confide grumble mutter murmur mumble scream
		holler bellow snarl sneer affirm attest posit rant sob groan moan gripe reckon stammer stutter whine wail shriek huff snort
		gloat brag/brags/bragged/bragging vent`},
	{quotes | clauses | inverts, `report claim question`},
	{quotes | inverts, `crack begin/begins/began/beginning blurt sigh fire start open advise ask read/reads/read/reading laugh chuckle
		demand urge go/goes/went/going command agree sniff beam chime interrupt enthuse marvel
		shoot/shoots/shot/shooting hit/hits/hit/hitting
		reflect jest concur query/queries/queried/querying inquire enquire retaliate rejoin`},
	{quotes | clauses | addressed, `tell/tells/told/telling remind assure inform notify/notifies/notified/notifying reassure advise`},
	{quotes | clauses | things | inverts, `vow pledge promise threaten agree`},
	{quotes | clauses | things | addressed | inverts, `ask urge`},
	{clauses | things | quotes, `imply/implies/implied/implying indicate confirm deny/denies/denied/denying mention
		propose recommend demand estimate signal repeat clarify/clarifies/clarified/clarifying
		disclose divulge underscore specify/specifies/specified/specifying swear/swears/swore/swearing/sworn cite profess volunteer
		rule/rules/ruled/ruling theorize speculate surmise postulate assume forecast
		project decree advocate point`},
	{things | quotes | onto, `describe dub/dubs/dubbed/dubbing label brand characterize characterise criticize criticise denounce condemn
		slam/slams/slammed/slamming blast mock ridicule deride decry/decries/decried/decrying dismiss reject praise hail
		laud applaud tout defend attack accuse blame thank congratulate commend salute endorse lambast assail bash
		berate castigate chastise scold disparage rebuke disavow refute rebut/rebuts/rebutted/rebutting renounce portray
		bemoan lambaste nickname taunt insult pronounce term denigrate malign smear vilify/vilifies/vilified/vilifying
		demonize demonise skewer excoriate upbraid admonish reprimand extol/extols/extolled/extolling trumpet compliment
		deplore liken depict herald champion`},
	{things | quotes, `call outline discuss address threaten highlight reference promote rip/rips/ripped/ripping
		pan/pans/panned/panning trash knock quote paraphrase detail echo invoke urge question challenge decline refuse
		offer request beg/begs/begged/begging implore plead summarize summarise refer/refers/referred/referring tease
		preach apologize apologise phrase encourage express voice allude hint insinuate disagree talk persuade`},
	{clauses | things | tacit, `believe hope fear expect suspect doubt worry/worries/worried/worrying
		show/shows/showed/showing/shown decide want wish determine anticipate`},
	{clauses | tacit, `think/thinks/thought/thinking feel/feels/felt/feeling understand/understands/understood/understanding
		find/finds/found/finding see/sees/saw/seeing/seen realize realise presume imagine suppose learn know/knows/knew/knowing hear/hears/heard/hearing`},
	{things | tacit, `oppose plan/plans/planned/planning seek/seeks/sought/seeking consider prefer/prefers/preferred/preferring
		intend embrace love hate welcome view regard approve
		resist aim crave dislike admire distrust envision envisage mull weigh ponder order deem yearn loathe
		support back push favor favour share identify/identifies/identified/identifying nominate contrast
		hammer issue publish despise resent regret/regrets/regretted/regretting recognize recognise remember notice calculate celebrate`},
	{noun, `support back push favor favour share contrast hammer issue report claim question crack state comment point attack promise vow pledge demand answer request estimate signal plan hope fear doubt
		blame praise challenge quote call offer order tweet post text email blog joke lament protest boast hint chant whisper yell shout
		cry/cries/cried/crying caution dispute project forecast view approach label brand rule detail reference fire start sigh laugh
		command address show love hate voice regret talk smear trumpet champion herald notice vent scream phrase retweet term type remark stress reason counter complaint decree note find
		advocate insult echo/echoes/echoed/echoing thunder crow bark threat worry/worries/worried/worrying`},
}

// conjugate adds the forms of the verbs to a lexicon.
func conjugate(words map[string]entry) {
	for _, l := range verbs {
		for listed := range strings.FieldsSeq(l.list) {
			forms := strings.Split(listed, "/")
			if len(forms) == 1 {
				forms = regular(listed)
			}
			// Where two forms are spelt the same, such as read, the past is meant.
			for i, f := range forms {
				e := words[f]
				switch {
				case l.use == noun: // of a verb that has been listed
					if e.verb.use == 0 || e.verb.form > third {
						continue
					}
				case i > int(ing):
					e.verb.form = past // the participle
				default:
					e.verb.form = form(i)
				}
				e.verb.use |= l.use
				words[f] = e
			}
		}
	}
}

// regular returns the forms of a regular verb.
func regular(v string) []string {
	stem := strings.TrimSuffix(v, "e")
	s := "s"
	if strings.HasSuffix(v, "s") || strings.HasSuffix(v, "sh") || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "x") {
		s = "es"
	}
	return []string{v, v + s, stem + "ed", stem + "ing"}
}
