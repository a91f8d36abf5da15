package analysis

import "strings"

// stems gives words their stem where Snowball's English stemmer joins what the
// news keeps apart. A line holds a stem of our own and the words that get it.
// The stem is never an English word, so that nothing else can fall on it.
//
// The prefixes univers-, organ-, intern-, emerg- and later- were added to the
// reference stemmer's exceptions after the version that kljensen/snowball
// implements (snowballstem.org, English stemmer, "gener commun arsen past
// univers later emerg organ inter"); the other lines are words of news prose
// whose stem is another common word.
var stems = lines(`
	univers+ity    university universities
	organ+iz       organization organizations organisation organisations organize organized organizes organizing organizer organizers organise organised organises organising organiser organisers organizational
	inter+national international internationally
	emerg+ency     emergency emergencies
	author+ity     authority authorities
	depart+ment    department departments departmental
	execut+ive     executive executives
	import+ant     important importance importantly
	busi+ness      business businesses
	experi+ment    experiment experiments experimental experimented
	custom+er      customer customers
	candid+ate     candidate candidates candidacy
	gener+al       general generals
	gener+ation    generation generations
	nation+al      nationalist nationalists nationalism
	sever+e        severe severely severity
	secret+ary     secretary secretaries
	corp+s         corps
	capit+alism    capitalism capitalist capitalists
	marin+e        marine marines
	human+ity      humanity humanitarian
	oper+a         opera operas
	past+e         paste pasted
	later+al       lateral
	mort+gage      mortgage mortgages
	station+ary    stationary
	polic+y        policy policies policymaker
	ration+al      rational rationale
	ignor+ance     ignorant ignorance
	relat+ive      relative relatives relatively
	negat+ive      negative
	activ+ist      activist activists activism
	economi        economic economical economically economics economist economists
	cyber+attack   cyberattack cyberattacks
`)

// irregular gives inflected forms their base form, and British spellings their
// American one; the base form is then stemmed like any word. Forms that are
// common words of another meaning (left, fed, saw, ground) are not in it.
var irregular = lines(`
	arise arose arisen
	bear bore borne
	beat beaten
	become became
	begin began begun
	bend bent
	bite bitten
	bleed bled
	blow blew blown
	break broke broken
	bring brought
	build built
	buy bought
	catch caught
	choose chose chosen
	come came
	deal dealt
	dig dug
	draw drew drawn
	drink drank drunk
	drive drove driven
	eat ate eaten
	fall fell fallen
	feel felt
	fight fought
	find found
	flee fled
	fly flew flown
	forbid forbade forbidden
	forget forgot forgotten
	forgive forgave forgiven
	freeze froze frozen
	get got gotten
	give gave given
	go went gone
	grow grew grown
	hang hung
	hear heard
	hide hid hidden
	hold held
	keep kept
	know knew known
	lead led
	lend lent
	lose lost
	make made
	mean meant
	meet met
	mislead misled
	overcome overcame
	overthrow overthrew overthrown
	oversee oversaw overseen
	pay paid
	prove proven
	ride rode ridden
	ring rang rung
	rise rose risen
	run ran
	say said
	see seen
	seek sought
	sell sold
	send sent
	shake shook shaken
	shoot shot
	show shown
	shrink shrank shrunk
	sing sang sung
	sink sank sunk
	sit sat
	sleep slept
	slide slid
	speak spoke spoken
	spend spent
	stand stood
	steal stole stolen
	stick stuck
	strike struck stricken
	swear swore sworn
	sweep swept
	swim swam swum
	take took taken
	teach taught
	tear tore torn
	tell told
	think thought
	throw threw thrown
	undergo underwent undergone
	understand understood
	undertake undertook undertaken
	uphold upheld
	wake woke woken
	wear wore worn
	win won
	withdraw withdrew withdrawn
	withhold withheld
	write wrote written
	man men
	woman women
	child children
	foot feet
	tooth teeth
	wife wives
	knife knives
	half halves
	wolf wolves
	thief thieves
	us usa
	crisis crises
	analysis analyses
	criterion criteria
	color colour colours coloured
	defense defence defences
	favor favour favours favoured favouring
	favorite favourite favourites
	harbor harbour harbours
	honor honour honours honoured
	humor humour
	labor labour
	neighbor neighbour neighbours neighbouring
	rumor rumour rumours
	behavior behaviour
	offense offence offences
	license licence licences
	center centre centres
	theater theatre theatres
	meter metre metres
	program programme programmes
	apologize apologise apologised apologises apologising
	authorize authorise authorised authorises authorising
	characterize characterise characterised
	criticize criticise criticised criticises criticising
	emphasize emphasise emphasised emphasises emphasising
	legalize legalise legalised
	privatize privatise privatised
	prioritize prioritise prioritised
	realize realise realised realises realising
	recognize recognise recognised recognises recognising
	stabilize stabilise stabilised
	travel travelling travelled traveller travellers
	cancel cancelled cancelling cancellation
	fuel fuelled fuelling
	judgment judgement judgements
	skeptic sceptic sceptics
	skeptical sceptical
	gray grey
	tire tyre tyres
`)

// lines reads a table whose lines hold a value and the words that have it.
func lines(table string) map[string]string {
	m := make(map[string]string)
	for line := range strings.Lines(table) {
		value := ""
		for i, w := range strings.Fields(line) {
			if i == 0 {
				value = w
			} else {
				m[w] = value
			}
		}
	}
	return m
}
