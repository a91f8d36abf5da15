package attribution

// attributionCase is a text with its attributions, a line each: source, speaker where it
// is another, cue, kind, and the pieces of content.
type attributionCase struct{ name, text, want string }

// contentCases are about what is said, and by which words.
var contentCases = []attributionCase{
	{
		"before and after the cue",
		"“We will not rest,” Wray told reporters. “It is a threat.”",
		"Wray | told | direct | “We will not rest,” / “It is a threat.”",
	},
	{
		"a minus sign for a dash",
		"Ann Lee − who was in Rome after a trip was canceled − said the dam held.",
		"Ann Lee − who was in Rome after a trip was canceled = Ann Lee | said | indirect | the dam held",
	},
	{
		"around the cue",
		"“This,” Ann Lee said in a statement, “will not stand.”",
		"Ann Lee | said | direct | “This,” / “will not stand.”",
	},
	{
		"the verb first, and a remark",
		"“The dam held,” said former Gov. Jim Doyle, a Democrat from Wisconsin. “It will hold.”",
		"former Gov. Jim Doyle, a Democrat from Wisconsin = former Gov. Jim Doyle | said | direct | “The dam held,” / “It will hold.”",
	},
	{
		"the cue first",
		`Mayor Ann Lee said on Monday: "The dam held."`,
		`Mayor Ann Lee | said | direct | "The dam held."`,
	},
	{
		"a remark between",
		"“The dam held,” Ann Lee, who built it, said. It was built in 1911.",
		"Ann Lee, who built it = Ann Lee | said | direct | “The dam held,”",
	},
	{
		"indirect",
		"Lee said the dam had held. The engineers were relieved, officials said Monday. Lee told the council that it would hold.",
		"Lee | said | indirect | the dam had held\n" +
			"officials | said | indirect | The engineers were relieved\n" +
			"Lee | told | indirect | that it would hold",
	},
	{
		"according to",
		"According to two officials, the dam had held. The river fell, according to a report by the county.",
		"two officials | According to | indirect | the dam had held\n" +
			"a report by the county | according to | indirect | The river fell",
	},
	{
		"mixed",
		"Doyle called the plan “a mistake” and vowed to fight it. Lee said that the dam, “our pride,” would hold.",
		"Doyle | called | mixed | the plan “a mistake”\n" +
			"Doyle | vowed | indirect, tacit | to fight it\n" +
			"Lee | said | mixed | that the dam, “our pride,” would hold",
	},
	{
		"participles",
		"Lee defended the dam, saying it would hold and adding: “It is our pride.”",
		"Lee | defended | indirect, tacit | the dam\n" +
			"Lee | saying | indirect | it would hold\n" +
			"Lee | adding | direct | “It is our pride.”",
	},
	{
		"over paragraphs",
		"“The river rose for hours, and we ran.\n\n“Then it stopped,” Doyle said.\n\n“Nobody was hurt. We went home.”",
		"Doyle | said | direct | “The river rose for hours, and we ran. / “Then it stopped,” / “Nobody was hurt. We went home.”",
	},
	{
		"a lead-in",
		"Ann Lee was glad, and said:\n\n“The dam held, and so did we.”",
		"Ann Lee | said | direct | “The dam held, and so did we.”",
	},
	{
		"a colon alone",
		"Ann Lee was clear: “The dam will hold.”",
		"Ann Lee | : | direct | “The dam will hold.”",
	},
	{
		"a question",
		"“Who knows?” Mr. Lee fumed. “What now?” he said.",
		"Mr. Lee | fumed | direct | “Who knows?”\n" +
			"he = Mr. Lee | said | direct | “What now?”",
	},
	{
		"other marks",
		"‘It was loud,’ Doyle told The Post. ''It was the dam's end,'' he'd said. \"It's 6' deep,\" Lee noted.",
		"Doyle | told | direct | ‘It was loud,’\n" +
			"he = Doyle | said | direct | ''It was the dam's end,''\n" +
			"Lee | noted | direct | \"It's 6' deep,\"",
	},
	{
		"marks within marks",
		"“She told me, ‘Run!’ and “go” and I ran,” Doyle said.",
		"Doyle | said | direct | “She told me, ‘Run!’ and “go” and I ran,”",
	},
	{
		"words at arm's length",
		"The so-called “dam” held. The “victory” was hailed by many. A film, “The Long and Winding Road,” opened.",
		"",
	},
	{
		"not said",
		"Lee did not say when. The plan was called off. He never told the council. The claims were many. In saying so little, the mayor's report was no help.",
		"",
	},
	{
		"tacit",
		"James Lee believes the dam will hold. He might say it was safe. Doyle argued a flood was near. Doyle argued that the dam was old. A flood was near, Doyle argued.",
		"James Lee | believes | indirect, tacit | the dam will hold\n" +
			"He = James Lee | might say | indirect, tacit | it was safe\n" +
			"Doyle | argued | indirect, tacit | a flood was near\n" +
			"Doyle | argued | indirect | that the dam was old\n" +
			"Doyle | argued | indirect | A flood was near",
	},
	{
		"answers back",
		"“It is not so,” shot back Ann Lee. “It is cold,” Jo Roe hit back. “It is hot,” chimed in Bo Doe, a baker. “I am here,” he shot the dog.",
		"Ann Lee | shot back | direct | “It is not so,”\n" +
			"Jo Roe | hit back | direct | “It is cold,”\n" +
			"Bo Doe, a baker = Bo Doe | chimed in | direct | “It is hot,”",
	},
	{
		"whose role stands behind a club",
		"Former Albion striker Ann Lee, who was there, was less kind: “It is red all day.” Ohio’s crowd was loud: “It is so cold.”",
		"Former Albion striker Ann Lee = Ann Lee | : | direct | “It is red all day.”",
	},
	{
		"an interview",
		"We met Deshawn Tate, a runner. Ann Roe said it was “a joy”.\n\nThe Post: What was it like?\n\nDeshawn Tate: Loud. My sister “fainted”, then I did.\n\n" +
			"The Post: What did you do?\n\nTate: I ran.\n\nDear Roe: I left him.\n\nDear Roe: Am I right?",
		"Ann Roe | said | mixed | it was “a joy”\n" +
			"The Post | unclear | : | direct | What was it like?\n" +
			"Deshawn Tate | : | direct | Loud. My sister “fainted”, then I did.\n" +
			"The Post | unclear | : | direct | What did you do?\n" +
			"Tate = Deshawn Tate | : | direct | I ran.",
	},
	{
		"questions and answers",
		"Q: What was it like?\n\nA: It was loud, I think.\n\nQ: Did you run?\n\nA: Yes.",
		"Q | unclear | : | direct | What was it like?\n" +
			"A | unclear | : | direct | It was loud, I think.\n" +
			"Q | unclear | : | direct | Did you run?\n" +
			"A | unclear | : | direct | Yes.",
	},
	{
		"a label for a place or a kind of text",
		"Iowa\n\nStockton: A school may stay open despite a “dark pattern”, for now.\n\nReview: ‘Shogun’ is the “true” epic.",
		"Stockton | unclear | : | mixed, tacit | A school may stay open despite a “dark pattern”, for now\n" +
			"Review | unclear | : | mixed, tacit | ‘Shogun’ is the “true” epic",
	},
	{
		"a transcript",
		"Smith met Lee.\n\nSMITH: I will not resign. It is over.\n\nLEE: When will you?\n\nSMITH: Now.\n\nSMITH: 42",
		"SMITH | : | direct | I will not resign. It is over.\n" +
			"LEE = Lee | : | direct | When will you?\n" +
			"SMITH | : | direct | Now.",
	},
	{
		"labels and titles",
		"MORE NEWS: The dam held.\n\nMORE NEWS: The river rose.\n\nOLD DAM HOLDS FOR ONE MORE YEAR: ‘WE RAN ALL NIGHT’\n\nLee told all in her memoir, “The Long Dam.” Doyle spoke of what he called “the wall.”",
		"Doyle | spoke of | mixed | what he called “the wall.”",
	},
	{
		"each quotation is of the cue before it",
		"“It held,” Lee said, adding, “It always will.” Lee called on Doyle to resign and said, “It is over.” One letter by Lee, including a line that read: “Run.”",
		"Lee | said | direct | “It held,”\n" +
			"Lee | adding | direct | “It always will.”\n" +
			"Lee | called on | indirect, tacit | Doyle to resign\n" +
			"Lee | said | direct | “It is over.”\n" +
			"One letter | unclear | : | direct | “Run.”",
	},
	{
		"what is said of the speaker between commas",
		"Doyle came. Mayor Ann Lee, at a meeting in Columbus, Ohio, said the dam had held. Ann Roy, the head of the group, Dam Watch, said it broke early.",
		"Mayor Ann Lee | said | indirect | the dam had held\n" +
			"Ann Roy, the head of the group, Dam Watch = Ann Roy | said | indirect | it broke early",
	},
	{
		"words before and behind a clause that attributes",
		"In addition, according to the council, the dam will be painted. The dam, according to two officials, will be painted by May. But, Lee said, it will not hold. While some engineers say it will hold, the others left.",
		"the council | according to | indirect | the dam will be painted\n" +
			"two officials | according to | indirect | The dam / will be painted by May\n" +
			"Lee | said | indirect | it will not hold\n" +
			"some engineers | say | indirect | it will hold",
	},
	{
		"a mark that closes ends what one says",
		"A reporter was there.\n\n“Who will pay for all of it?”\n\n“The council!” the crowd screamed.",
		" | unclear |  | direct | “Who will pay for all of it?”\n" +
			"the crowd | screamed | direct | “The council!”",
	},
	{
		"nouns before what they count",
		"Some state officials came. Lee leads by three points in May, in swing states where the dam held.",
		"",
	},
	{
		"no person",
		"The dam may break in July, said the mayor. “It will,” the mayor said.",
		"the mayor | said | indirect | The dam may break in July\n" +
			"the mayor | said | direct | “It will,”",
	},
	{
		"nouns that are verbs elsewhere",
		"The jobs report was weak. Swing states matter, and the river rose by 50 points. Lee's comments drew attacks from critics. One of his scathing remarks: “It is over for all of us.”",
		"",
	},
	{
		"when and where it was said",
		"Here came Lee and Doyle. Lee on Tuesday said it would hold. Doyle in a low voice said: “It will not.” Lee took his arm and, in a whisper, said, “Run.”",
		"Lee | said | indirect | it would hold\n" +
			"Doyle | said | direct | “It will not.”\n" +
			"Lee | said | direct | “Run.”",
	},
	{
		"somebody in between",
		"Here came Lee and Doyle. Lee met Doyle when he came home from the war, saying, “It held.” Lee met Doyle, saying, “It held.” Lee declined, with spokesman Joe Roy saying, “It held.”",
		"Lee | unclear | saying | direct | “It held.”\n" +
			"Lee | saying | direct | “It held.”\n" +
			"spokesman Joe Roy | saying | direct | “It held.”",
	},
	{
		"no speech",
		"The dam continued to hold “for now.” A book by Lee called “The Dam” sold well. Once the council goes on leave, “we will see,” Doyle said. Lee spoke as the crowd applauded. “Thank you for your help.”",
		"Doyle | said | mixed | Once the council goes on leave, “we will see,”\n" +
			" | unclear |  | direct | “Thank you for your help.”",
	},
	{
		"words that lead into a quotation",
		"Nothing is ready yet, so “know your triggers,” Lee advised. When it broke, Doyle said, “we were glad.” Lee said “it follows” that it held.",
		"Lee | advised | mixed | Nothing is ready yet, so “know your triggers,”\n" +
			"Doyle | said | mixed | When it broke / “we were glad.”\n" +
			"Lee | said | mixed | “it follows” that it held",
	},
	{
		"whoever just spoke goes on",
		"Robert Mueller left. “I am not afraid,” James Comey said. “We are ready for all of it,” he said.",
		"James Comey | said | direct | “I am not afraid,”\n" +
			"he = James Comey | said | direct | “We are ready for all of it,”",
	},
	{
		"several speak",
		"Some Democrats say it will hold. Observers in Virginia say that it broke. They added that nobody was hurt. Still, 42 percent of voters say it held well. One official say nothing held.",
		"Some Democrats | say | indirect | it will hold\n" +
			"Observers in Virginia | say | indirect | that it broke\n" +
			"They = Observers in Virginia | added | indirect | that nobody was hurt\n" +
			"42 percent of voters | say | indirect | it held well",
	},
	{
		"an interruption",
		"The river in the hills, Lee said, would fall by noon on Friday. The dam in the hills held, Lee said, as the rain fell.",
		"Lee | said | indirect | The river in the hills / would fall by noon on Friday\n" +
			"Lee | said | indirect | The dam in the hills held",
	},
	{
		"not sure to be of the cue",
		"The crowd shouted at the mayor “go home now.” Lee fired back: “As a friend,” he wrote, “I know you.”",
		"The crowd | unclear | shouted | direct | “go home now.”\n" +
			"Lee | unclear | fired back | direct | “As a friend,”\n" +
			"he = Lee | wrote | direct | “I know you.”",
	},
	{
		"a label that is nobody",
		"Week Two: “It is dry over here.”\n\nRobert A. Lee was clear: “It is wet over here.” The voter was blunt: “It is not at all.”",
		"Week Two | unclear | : | direct | “It is dry over here.”\n" +
			"Robert A. Lee | : | direct | “It is wet over here.”\n" +
			"The voter | : | direct | “It is not at all.”",
	},
	{
		"what is wanted within another clause",
		"Here is the dam he wants to sell. Of the voters who fear the flood some left. Ann Doyle said she believes it holds. Ann Doyle believes it holds.",
		"Ann Doyle | said | indirect | she believes it holds\n" +
			"Ann Doyle | believes | indirect, tacit | it holds",
	},
	{
		"where an indirect quote ends",
		"Ann Lee praised the new dam but had to leave. Ann Lee said it held well; the river fell.",
		"Ann Lee | praised | indirect, tacit | the new dam\n" +
			"Ann Lee | said | indirect | it held well",
	},
	{
		"a passive",
		"It was like the words sung by Ann Roy: “The river is a snake.”",
		"It | unclear | : | direct | “The river is a snake.”",
	},
	{
		"headlines within an article",
		"“We will fight for it all,” Lee said.\n\n‘We look forward to it all’\n\nThe dam held.",
		"Lee | said | direct | “We will fight for it all,”",
	},
	{
		"labels where nobody talks",
		"LAST WEEK: The dam held.\n\nLEE: The river fell by a foot.\n\nLAST WEEK: It was dry.\n\nHere Lee left last week.",
		"",
	},
	{
		"two single marks for a double one",
		"“The dam held, ’’ Lee said. ‘‘It held well,’’ Roy said.",
		"Lee | said | direct | “The dam held, ’’\n" +
			"Roy | said | direct | ‘‘It held well,’’",
	},
	{
		"a title in quotation marks, and a verb that is none of saying",
		"Warner’s “Barbie” claimed the top spot with a massive share.",
		"",
	},
	{
		"what is feared within what is said",
		"Ann Lee said that her brother Doyle feared the flood. Doyle fears the flood.",
		"Ann Lee | said | indirect | that her brother Doyle feared the flood\n" +
			"Doyle | fears | indirect, tacit | the flood",
	},
	{
		"words before the cue that only lead to it",
		"The plan came from Ann Lee, who wants to build a dam. At rally after rally in Ohio, Lee vows to build a dam. After the dam in Ohio broke, Lee wrote to her followers, “It is time to go.”",
		"who = Ann Lee | wants | indirect, tacit | to build a dam\n" +
			"Lee = Ann Lee | vows | indirect, tacit | to build a dam\n" +
			"Lee = Ann Lee | wrote | direct | “It is time to go.”",
	},
	{
		"a clause that goes on behind the cue",
		"The river in the hills, Lee said, is “the worst we had.” The dam in the hills held, Lee said, until it was repaired. Lee said that, while most say it held on, others are not sure.",
		"Lee | said | mixed | The river in the hills / is “the worst we had.”\n" +
			"Lee | said | indirect | The dam in the hills held / until it was repaired\n" +
			"Lee | said | indirect | that, while most say it held on, others are not sure\n" +
			"most | say | indirect | it held on",
	},
}
