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
	act action measure step
	admit acknowledge concede confess
	agree agreement accord deal pact treaty
	aide adviser advisor assistant
	aim goal target purpose
	allow permit let authorize
	ally friend partner
	amount quantity sum
	analyse analysis
	anger furious outrage
	anniversary birthday
	announce declare reveal unveil
	answer reply respond response
	appoint nominate choose select pick
	area region zone
	argue argument
	army military troops soldiers forces
	arrest detain custody
	arrive arrival
	attempt try effort tried
	attend present participate join attendee
	author writer
	aware know
	baby infant newborn
	back support endorse
	ban prohibit outlaw forbid
	battle fight war conflict
	begin start launch commence
	believe think consider
	benefit advantage
	biased bias partisan nonpartisan
	blast explosion bomb
	blaze fire
	block prevent bar
	book novel
	border frontier
	brief inform update
	broad wide widespread
	burn fire
	candidate contender nominee
	car vehicle automobile
	cash money
	cause reason trigger
	cease stop halt end
	ceasefire truce peace
	chair preside lead head
	champion winner
	chance opportunity possibility
	change alter modify shift
	cheap inexpensive
	chief head leader boss director run
	child kid
	choose choice
	citizen resident
	city town
	claim assert insist maintain
	close shut
	coach manager
	collaborate cooperate work
	collapse fail failure
	combat fight counter deter
	come arrive
	company firm corporation business
	compare comparison like liken
	compete rival
	complain complaint
	conduct carry
	confirm verify corroborate
	consequence result effect
	contain include
	conversation talk discussion
	convince persuade
	correct right accurate
	cost price expense
	country nation
	court judge tribunal
	cover include
	covert secret classified
	crash collide collision
	create creation made
	crime offense felony
	criticize criticism condemn slam denounce rebuke scold
	crowd throng
	cut reduce slash reduction
	dad father parent
	damage harm destroy destruction
	data information
	dead die death killed fatal
	debt loan
	decide decision resolve
	decline decrease drop fall
	defeat beat lose
	delay postpone
	deliver give
	demand urge require need request
	deny reject refute dispute
	departure leave exit
	describe call characterize
	destroy destruction
	detect spot discover find identify
	die death
	different distinct
	difficult hard tough
	disagree dispute differ
	disappear vanish
	discover learn
	discuss talk debate address
	divide split
	doctor physician
	doubt question skeptical
	drug medicine medication
	duty obligation
	earn income salary wage
	earnings profit
	easy simple
	elderly old
	election vote ballot poll
	electricity power energy
	email mail message
	emphasize stress underline
	employ employee employer
	employ hire employment job
	employee worker staff staffer
	end finish conclude
	enemy foe adversary
	enough sufficient
	entire whole
	establish create found
	evidence proof
	exit leave quit
	expensive costly
	expert specialist
	explain clarify
	fail unsuccessful failure
	fake false disinformation misinformation
	false wrong incorrect
	famous celebrated
	fast quick rapid swift
	fear worry concern concerned
	fire dismiss oust sack
	fix repair
	flood flooding
	forecast predict prediction expect
	foreign overseas abroad
	forest woods
	form create
	fund money finance funding
	game match
	gasoline petrol
	give hand provide receive gift
	government administration
	grow growth
	guilty convict
	hack hacker breach cyberattack intrusion infiltrate penetrate
	hand pass receive give
	happy pleased glad
	harm damage
	harm hurt injure
	help aid assist assistance support
	hide conceal
	hold keep
	home house residence
	hope expect want
	hospital clinic
	house dwelling
	huge large big major
	ignore neglect
	ill sick disease illness
	illegal unlawful illicit
	immigrant migrant refugee
	important significant key
	improve better strengthen
	increase rise grow surge jump climb
	influence sway affect impact
	inform information
	injure wound hurt
	interfere meddle tamper interference meddling
	internet online web
	investigate probe inquiry examine investigation
	invite invitation
	jail prison imprison
	journalist reporter correspondent
	kidnap abduct hostage
	killer murderer gunman
	known famous
	lack absence
	last previous final
	lasting duration
	latest new recent newest
	law legislation bill statute
	lawmaker legislator congressman congresswoman senator representative
	lawyer attorney counsel
	leader head chief
	leak disclose reveal
	leave depart
	legal lawful
	lie mislead false
	lift raise
	limit restrict cap
	link connect tie
	live reside
	lose loss
	main chief primary principal
	marry wife husband wedding
	meet meeting huddle summit gather gathering session convene conference sit-down talks
	member participant
	minister secretary
	mistake error misspoke wrong
	mother mom parent
	movie film
	murder kill slaying homicide
	murky unclear
	musician singer
	natural wild
	nearly almost
	newspaper paper
	notice observe
	nuclear atomic
	observe see watch
	oil petroleum crude
	operation mission
	oppose opponent opposition against
	order directive instruction command
	organization group body
	overturn reverse revoke
	own possess owner
	parliament legislature
	part portion
	party reception
	pay payment paid
	pension retirement
	perform performance
	permanent lasting
	picture photo image photograph
	plan strategy proposal scheme
	plane aircraft jet
	player athlete
	police officer cop
	politician lawmaker
	pollution contamination
	position job post role
	powerful strong
	praise laud commend applaud
	prepare preparation prep
	press media journalist reporter
	prevent stop deter thwart block repel
	previous former earlier prior
	problem issue trouble difficulty
	produce manufacture
	promise pledge vow commit
	propaganda disinformation
	protect safeguard secure defend protection
	protest demonstration rally demonstrate
	protest march
	prove proof
	provide supply offer
	punish penalty sanction accountable
	question doubt ask
	quickly soon rapidly
	quit resign resignation
	rate pace
	ready prepared
	reason cause why
	recommend advise suggest
	record log
	refer reference
	refuse reject decline
	region province
	release publish issue
	remain stay
	remark statement comment
	remember recall
	remove withdraw
	replace substitute successor
	represent delegate
	rescue save
	retaliate revenge
	retire retirement
	return come
	rich wealthy
	risky dangerous unsafe
	road street highway
	rule regulation
	run campaign candidacy bid
	run lead head manage direct
	sad disappointed
	safe secure
	school college university
	scientist researcher
	scrutiny criticism
	search hunt seek
	secret confidential
	seek pursue
	seem appear
	sell sale
	send dispatch
	serious grave severe
	serve service
	ship vessel boat
	shock surprise stun
	shoot gunfire shooting
	shop store
	show demonstrate reveal
	show display
	site website
	small tiny minor
	smartphone phone cellphone
	soccer football
	software program app
	solve resolve
	special specific particular
	speech address remarks
	spokesman spokeswoman spokesperson
	spread expand
	spy espionage
	steal theft rob
	stock share
	stop cease
	storm hurricane
	stress pressure strain
	strike walkout
	strong strength strengthen
	student pupil
	study research survey
	success successful succeed
	sue lawsuit
	suffer endure
	summit meeting
	supporter backer ally
	survive survivor survival
	suspect accuse
	system network
	talk speak discuss
	tax levy tariff duty
	teacher educator
	teen teenager
	test examine trial
	threat threaten danger risk menace
	tool means
	top senior leading
	total overall
	town village
	trouble problem
	true real
	trust confidence believe
	tweet twitter
	unusual rare strange
	urgent pressing
	vaccine jab
	vast huge
	victim casualty
	victory win triumph
	visit trip travel
	voter electorate
	wage pay
	warn warning caution alert
	watch monitor
	weak weakness weaken
	wealthy rich
	weapon gun arm
	whole total
	wide width
	win gain
	win victory
	wish want
	withdraw pull
	witness see
	world global international
	worry concern fear
	yearly annual
	young youth
`
