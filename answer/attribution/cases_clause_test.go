package attribution

// clauseCases are about clauses and words that stand in unusual places of a sentence.
var clauseCases = []attributionCase{
	{
		"verbs of several words",
		"Ann Lee made it clear that the dam was old. As Lee put it, “the dam is old.” She laid out a plan for it. Critics point out that it held. Lee made the bed. Doyle put the cup down. He spoke of a lake. A late call for help failed. An odd play call on the goal was cheered.",
		"Ann Lee | made it clear | indirect | that the dam was old\n" +
			"Lee = Ann Lee | put it | direct | “the dam is old.”\n" +
			"She = Ann Lee | laid out | indirect, tacit | a plan for it\n" +
			"Critics | point out | indirect | that it held\n" +
			"He | unclear | spoke of | indirect, tacit | a lake",
	},
	{
		"a quotation behind its cue that ends in a comma",
		"In a statement, Ann Lee said: “The old dam will hold for good,” adding that it was safe. Doyle told the crowd, “It will go,” and left. Lee said, “It is a lie,” a man shouted. There was a note saying, “It will leak,” and it did.",
		"Ann Lee | said | direct | “The old dam will hold for good,”\n" +
			"Ann Lee | adding | indirect | that it was safe\n" +
			"Doyle | told | direct | “It will go,”\n" +
			"Lee | unclear | said | direct | “It is a lie,”\n" +
			"There | unclear | saying | direct | “It will leak,”",
	},
	{
		"in the middle of what was said",
		"At the time, Ann Lee said, the dam was old. “It will go,” he thinks. Her aide, he said, knows that “nobody” saw it.",
		"Ann Lee | said | indirect | the dam was old\n" +
			"he | unclear | said | mixed | knows that “nobody” saw it",
	},
	{
		"whatever stands before it",
		"People want to go home and feel safe, Ann Lee said. He agreed to leave the dam to them, officials told The Post on Monday.",
		"Ann Lee | said | indirect | People want to go home and feel safe\n" +
			"officials | told | indirect | He agreed to leave the dam to them",
	},
	{
		"to somebody, without that",
		"Ann Lee assured the voters they’d be safe.",
		"Ann Lee | assured | indirect, tacit | they’d be safe",
	},
	{
		"what somebody wrote",
		"A spokesman for Ann Lee released a statement saying the dam was old. Lee sent out a tweet saying it would go.",
		"A spokesman for Ann Lee | saying | indirect | the dam was old\n" +
			"Lee = Ann Lee | saying | indirect | it would go",
	},
	{
		"the verb first, with a comma",
		"A mob came. Said Ann Lee, “The dam held.”",
		"Ann Lee | Said | direct | “The dam held.”",
	},
	{
		"a remark before that",
		"Ann Lee said, without proof, that the dam was old. Lee says − in her own words − that it “held.”",
		"Ann Lee | said | indirect | that the dam was old\n" +
			"Lee = Ann Lee | says | mixed | that it “held.”",
	},
	{
		"a dash of two strokes",
		"A former mayor -- Ann Lee, who lost to Doyle -- said the dam “held.” Ann Lee waved on the spot – saying she would go.",
		"A former mayor -- Ann Lee, who lost to Doyle = Ann Lee | said | mixed | the dam “held.”\n" +
			"Ann Lee | saying | indirect | she would go",
	},
	{
		"before an infinitive",
		"Ann Lee went on to say that the dam was old. Lee continued to insist it would hold. Doyle seemed to blame the river. He continued to expand.",
		"Ann Lee | went on to say | indirect | that the dam was old\n" +
			"Lee = Ann Lee | continued to insist | indirect, tacit | it would hold\n" +
			"Doyle | seemed to blame | indirect, tacit | the river",
	},
	{
		"what is added",
		"Ann Lee added the dam to the list. Lee continued her work. Lee wrote the book. Lee added the dam would hold.",
		"Lee = Ann Lee | added | indirect, tacit | the dam would hold",
	},
	{
		"according to more words",
		"According to early results of a poll conducted last week for the college, most people are glad. The dam is old, according to a January study. Lee won, according to a tally by The Post.",
		"early results of a poll conducted last week for the college | According to | indirect | most people are glad\n" +
			"a January study | according to | indirect | The dam is old\n" +
			"a tally by The Post | according to | indirect | Lee won",
	},
	{
		"a sentence in brackets",
		"It rained. (Ann Lee said the dam was old.) It fell (as Lee said it would).",
		"Ann Lee | said | indirect | the dam was old",
	},
	{
		"a time before the verb",
		"Ann Lee, the mayor, two weeks ago said that the dam was old. A report released last week found that it leaked.",
		"Ann Lee, the mayor = Ann Lee | said | indirect | that the dam was old\n" +
			"A report released last week | found | indirect, tacit | that it leaked",
	},
	{
		"a contraction",
		"Ann Lee was here. She’s telling the town that it will go.",
		"She = Ann Lee | telling | indirect | that it will go",
	},
	{
		"asked or reached",
		"Doyle’s office, when contacted by reporters, said the dam had held. Doyle’s office calls the dam a joke. “It fell,” said Ann Lee, when",
		"Doyle’s office, when contacted by reporters = Doyle’s office | said | indirect | the dam had held\n" +
			"Doyle’s office | calls | indirect, tacit | the dam a joke\n" +
			"Ann Lee | said | direct | “It fell,”",
	},
	{
		"a clause about who speaks",
		"Ann Lee was here. Lee, who testified last week, claimed that the dam was old.",
		"Lee, who testified last week = Ann Lee | claimed | indirect | that the dam was old",
	},
	{
		"a statement behind a colon",
		"On Monday, Delmarva Power released this statement: “The dam has held and nobody was hurt.”",
		"Delmarva Power | : | direct | “The dam has held and nobody was hurt.”",
	},
	{
		"a comment announced in the paragraph before",
		"The mayor, Ann Lee, gave the following comment:\n\n“The dam has held and nobody was hurt.”\n\nIt rained.",
		"The mayor, Ann Lee = Ann Lee | comment | direct | “The dam has held and nobody was hurt.”",
	},
	{
		"with somebody who speaks",
		"The others went further, with former Mayor Jim Doyle calling the dam a joke.",
		"former Mayor Jim Doyle | calling | indirect, tacit | the dam a joke",
	},
	{
		"a clause with who ends before the verb of the main one",
		"Ann Lee, who blamed the river in May, will go. Joe Roy - who said the dam was old - said on Friday that it would go.",
		"who = Ann Lee | blamed | indirect, tacit | the river in May\n" +
			"who = Joe Roy | said | indirect | the dam was old\n" +
			"Joe Roy - who said the dam was old = Joe Roy | said | indirect | that it would go",
	},
	{
		"a sentence that begins with while",
		"While the boards of both towns say the dam must go, they differ by degree. But while some officials welcome it, others are wary.",
		"the boards of both towns | say | indirect | the dam must go\n" +
			"some officials | welcome | indirect, tacit | it",
	},
	{
		"two words at the end",
		"Ann Lee said he would. Doyle announced her resignation. Lee added salt. She said hello.",
		"Ann Lee | said | indirect | he would\n" +
			"Doyle | announced | indirect, tacit | her resignation",
	},
	{
		"a whole sentence behind according to",
		"But the next day, according to Ann Lee, Bo Doyle made more demands.",
		"Ann Lee | according to | indirect | But the next day / Bo Doyle made more demands",
	},
	{
		"what somebody else says with it",
		"The mayor has said that the dam was old — with Ann Lee writing: “How sad to see it go!”",
		"The mayor | has said | indirect | that the dam was old\n" +
			"Ann Lee | writing | direct | “How sad to see it go!”",
	},
	{
		"a quotation before “with” and another who speaks",
		"The crowd repeatedly chanted “Free the old dam,” with Ann Lee urging it to stop. Roe said that it was “a lie,” with Doe adding that it was old.",
		"The crowd | repeatedly chanted | direct | “Free the old dam,”\n" +
			"Ann Lee | urging | indirect, tacit | to stop\n" +
			"Roe | said | mixed | that it was “a lie,”\n" +
			"Doe | adding | indirect | that it was old",
	},
}
