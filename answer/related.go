package answer

import (
	"strings"

	"newshound/answer/analysis"
)

// How well a related word stands for the word of a question, by the kind of
// relation.
const (
	sameWeight    = 0.8 // another form of the same name or number: Russian for Russia, Sen. for Senator
	relatedWeight = 0.4 // another word for much the same thing, or its converse: receive for hand
)

// thesaurus gives the terms related to a term.
type thesaurus map[string][]Alt

func newThesaurus(a *analysis.Analyzer) thesaurus {
	t := make(thesaurus)
	t.read(a, same, sameWeight)
	t.read(a, related, relatedWeight)
	return t
}

func (t thesaurus) read(a *analysis.Analyzer, table string, weight float64) {
	for line := range strings.Lines(table) {
		words := strings.Fields(line)
		for _, w := range words {
			from := a.Term(w)
			for _, v := range words {
				if to := a.Term(v); to != from && !t.has(from, to) {
					t[from] = append(t[from], Alt{Terms: []string{to}, Weight: weight})
				}
			}
		}
	}
}

func (t thesaurus) has(from, to string) bool {
	for _, a := range t[from] {
		if a.Terms[0] == to {
			return true
		}
	}
	return false
}

// same holds forms of one name: countries and who lives there, titles and
// their abbreviations, numbers in words and in figures.
const same = `
	america american us usa
	afghanistan afghan
	argentina argentine argentinian
	australia australian
	austria austrian
	belgium belgian
	brazil brazilian
	britain british uk
	canada canadian
	china chinese
	colombia colombian
	cuba cuban
	denmark danish
	egypt egyptian
	england english
	europe european eu
	finland finnish
	france french
	germany german
	greece greek
	hungary hungarian
	india indian
	indonesia indonesian
	iran iranian
	iraq iraqi
	ireland irish
	israel israeli
	italy italian
	japan japanese
	kenya kenyan
	korea korean
	lebanon lebanese
	libya libyan
	mexico mexican
	netherlands dutch
	nigeria nigerian
	norway norwegian
	pakistan pakistani
	palestine palestinian
	poland polish
	portugal portuguese
	qatar qatari
	russia russian
	scotland scottish
	spain spanish
	sweden swedish
	switzerland swiss
	syria syrian
	taiwan taiwanese
	thailand thai
	turkey turkish
	ukraine ukrainian
	venezuela venezuelan
	vietnam vietnamese
	yemen yemeni
	senator sen
	senators sens
	representative rep
	representatives reps
	governor gov
	general gen
	lieutenant lt
	sergeant sgt
	colonel col
	captain capt
	professor prof
	secretary sec
	doctor dr
	saint st
	january jan
	february feb
	august aug
	september sept
	october oct
	november nov
	december dec
	one 1
	two 2
	three 3
	four 4
	five 5
	six 6
	seven 7
	eight 8
	nine 9
	ten 10
	twelve 12
	twenty 20
	percent percentage
	television tv
	republican gop
`

// related holds words of the news that a question and a report use for much the
// same thing, or that name one event from its two sides.
const related = `
	accuse allege charge blame
	acquire buy purchase acquisition
	admit acknowledge concede confess
	agree agreement accord deal pact treaty
	aide adviser advisor assistant
	aim goal target purpose
	announce declare reveal unveil
	answer reply respond response
	anger furious outrage
	appoint nominate choose select pick
	army military troops soldiers forces
	arrest detain custody
	attempt try effort tried
	attend present participate join attendee
	aware know
	ban prohibit outlaw forbid
	begin start launch commence
	believe think consider
	biased bias partisan nonpartisan
	blast explosion bomb
	border frontier
	brief inform update
	car vehicle automobile
	chair preside lead head
	run lead head manage direct
	chief head leader boss director run
	citizen resident
	claim assert insist maintain
	collaborate cooperate work
	combat fight counter deter
	company firm corporation business
	compare comparison like liken
	compete rival
	confirm verify corroborate
	conversation talk discussion
	cost price expense
	country nation
	court judge tribunal
	crash collide collision
	crime offense felony
	criticize criticism condemn slam denounce rebuke scold
	cut reduce slash reduction
	damage harm destroy destruction
	dead die death killed fatal
	decide decision resolve
	decline decrease drop fall
	defeat beat lose
	delay postpone
	demand urge require need request
	deny reject refute dispute
	departure leave exit
	describe call characterize
	detect spot discover find identify
	disagree dispute differ
	discuss talk debate address
	doctor physician
	doubt question skeptical
	earn income salary wage
	election vote ballot poll
	email mail message
	emphasize stress underline
	employ hire employment job
	employee worker staff staffer
	end finish conclude
	enough sufficient
	evidence proof
	exit leave quit
	expert specialist
	explain clarify
	fake false disinformation misinformation
	fear worry concern concerned
	fire dismiss oust sack
	flood flooding
	forecast predict prediction expect
	foreign overseas abroad
	fund money finance funding
	give hand provide receive gift
	government administration
	guilty convict
	hack hacker breach cyberattack intrusion infiltrate penetrate
	hand pass receive give
	happy pleased glad
	harm hurt injure
	help aid assist assistance support
	hide conceal
	home house residence
	hospital clinic
	huge large big major
	ill sick disease illness
	important significant key
	improve better strengthen
	increase rise grow surge jump climb
	influence sway affect impact
	injure wound hurt
	interfere meddle tamper interference meddling
	investigate probe inquiry examine investigation
	invite invitation
	jail prison imprison
	lack absence
	law legislation bill statute
	lawmaker legislator congressman congresswoman senator representative
	lawyer attorney counsel
	leader head chief
	leak disclose reveal
	lie mislead false
	meet meeting huddle summit gather gathering session convene conference sit-down talks
	member participant
	minister secretary
	mistake error misspoke wrong
	movie film
	murder kill slaying homicide
	murky unclear
	oppose opponent opposition against
	order directive instruction command
	organization group body
	overturn reverse revoke
	parliament legislature
	party reception
	pay payment paid
	picture photo image photograph
	plan strategy proposal scheme
	plane aircraft jet
	police officer cop
	politician lawmaker
	pollution contamination
	position job post role
	praise laud commend applaud
	prepare preparation prep
	press media journalist reporter
	prevent stop deter thwart block repel
	previous former earlier prior
	promise pledge vow commit
	propaganda disinformation
	protect safeguard secure defend protection
	protest demonstration rally demonstrate
	punish penalty sanction accountable
	question doubt ask
	quit resign resignation
	reason cause why
	recommend advise suggest
	refuse reject decline
	release publish issue
	remark statement comment
	rescue save
	retaliate revenge
	rule regulation
	run campaign candidacy bid
	sad disappointed
	scientist researcher
	seek pursue
	sell sale
	send dispatch
	ship vessel boat
	shoot gunfire shooting
	show demonstrate reveal
	speech address remarks
	spokesman spokeswoman spokesperson
	spy espionage
	steal theft rob
	storm hurricane
	strike walkout
	student pupil
	success successful succeed
	sue lawsuit
	summit meeting
	suspect accuse
	talk speak discuss
	teacher educator
	teen teenager
	threat threaten danger risk menace
	tool means
	tweet twitter
	victory win triumph
	visit trip travel
	warn warning caution alert
	weapon gun arm
	win victory
	withdraw pull
	world global international
	analyse analysis
	argue argument
	arrive arrival
	choose choice
	collapse fail failure
	complain complaint
	create creation made
	destroy destruction
	die death
	employ employee employer
	grow growth
	inform information
	lose loss
	marry wife husband wedding
	perform performance
	prove proof
	refer reference
	retire retirement
	serve service
	strong strength strengthen
	survive survivor survival
	weak weakness weaken
	wide width
	young youth
	worry concern fear
`
