package analysis

// stopWords are the words that carry no information of their own: articles,
// pronouns, auxiliary verbs, prepositions, conjunctions, question words, and
// what remains of their contractions.
var stopWords = Words(stopList)

// IsStop reports whether a folded word is a stop word, unless its place says otherwise: May.
func IsStop(word string) bool { return stopWords(word) }

const stopList = `
	a an the this that these those
	i me my myself we us our ours ourselves you your yours yourself yourselves
	he him his himself she her hers herself it its itself they them their theirs themselves
	who whom whose which what when where why how
	be am is are was were been being have has had having do does did doing done
	will would shall should can could may might must ought cannot
	isnt arent wasnt werent hasnt havent hadnt doesnt dont didnt wont wouldnt shant shouldnt
	cant couldnt mustnt mightnt aint whats thats theres lets
	and or but nor if then else than because as while until although though unless whether
	of at by for with about against between into through during before after above below
	to from up down in out on off over under again further upon onto within without toward towards per via
	here there once all any both each few more most other some such no not only own same so too very quite
	just also even still yet ever never however therefore thus
	im ive youre youve theyre theyve weve whos hows wheres
	s t d ll m n re ve
`
