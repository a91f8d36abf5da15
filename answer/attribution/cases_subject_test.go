package attribution

// subjectCases are about who speaks where the subject is long, and about sentences that others
// interrupt.
var subjectCases = []attributionCase{
	{
		"of what kind somebody is, with a capital",
		"“It is a gift to us,” said India’s largest Hindi-language newspaper, Dainik Bhaskar. “It is late,” said Los Angeles-based lawyer Ann Lee. The dam fell, said Bo Doyle, a Dallas, Texas-based doctor and expert. Voters and Republican-leaning farmers said it held.",
		"India’s largest Hindi-language newspaper, Dainik Bhaskar = Dainik Bhaskar | said | direct | “It is a gift to us,”\n" +
			"Los Angeles-based lawyer Ann Lee = Ann Lee | said | direct | “It is late,”\n" +
			"Bo Doyle, a Dallas, Texas-based doctor and expert = Bo Doyle | said | indirect | The dam fell\n" +
			"Voters and Republican-leaning farmers | said | indirect | it held",
	},
	{
		"a day in a name",
		"Ruby Tuesday is closing. Ruby Tuesday said it would go. Lee Tuesday said it was late. Lee left.",
		"Ruby Tuesday | said | indirect | it would go\n" +
			"Lee | said | indirect | it was late",
	},
	{
		"what a body calls it",
		"The Kremlin rejected as “absurd” claims that it knew. The plan hailed as “a triumph” was old.",
		"The Kremlin = Kremlin | rejected | mixed | as “absurd” claims that it knew",
	},
	{
		"before what a preposition governs",
		"Nine mayors of towns along the river said the dam leaked. Rep. Ann Lee, who sits on the board said it held. It fell after the mayor said it would.",
		"Nine mayors of towns along the river | said | indirect | the dam leaked\n" +
			"the board | unclear | said | indirect | it held\n" +
			"the mayor | said | indirect | it would",
	},
	{
		"several of whom more is told",
		"Rather, sources close to her campaign say the dam is old. Observers in Iowa and around the country say it holds well.",
		"sources close to her campaign | say | indirect | the dam is old\n" +
			"Observers in Iowa and around the country | say | indirect | it holds well",
	},
	{
		"who knows of something",
		"People familiar with the matter told the paper that the dam was old. A person briefed on the plans said it would close.",
		"People familiar with the matter | told | indirect | that the dam was old\n" +
			"A person briefed on the plans | said | indirect | it would close",
	},
	{
		"several do not speak by the verb of one",
		"The mayor, with a flourish of her pen, dashes off notes on the dam.",
		"",
	},
	{
		"no subject of a verb in between",
		"The oldest part of the dam is the wall on which many think.",
		"",
	},
	{
		"whom a clause with who tells of",
		"One official who saw the exchange said the dam was old.",
		"One official | said | indirect | the dam was old",
	},
	{
		"a clause between commas is no remark",
		"Even as the river grew by a large margin, the dam would hold, said Ann Lee, a director of the board.",
		"Ann Lee, a director of the board = Ann Lee | said | indirect | Even as the river grew by a large margin, the dam would hold",
	},
	{
		"many of whom",
		"The board met the families, many of whom say the dam is old.",
		"many of whom | unclear | say | indirect | the dam is old",
	},
	{
		"a join before the verb",
		"But, said Ann Lee, “the dam will hold for years.” Then somebody asked how the dam would hold.",
		"Ann Lee | said | direct | “the dam will hold for years.”\n" +
			"somebody | asked | indirect, tacit | how the dam would hold",
	},
	{
		"what somebody is, or was, behind the name",
		"“It fell,” Ella Finch, formerly the mayor, said. It was late, Nia Orr, once the mayor of Akron, told reporters. “It is dry,” said the clerk – Cora Dill – on Friday. “It is old,” the judge – Ann Lee – said.",
		"Ella Finch, formerly the mayor = Ella Finch | said | direct | “It fell,”\n" +
			"Nia Orr, once the mayor of Akron = Nia Orr | told | indirect | It was late\n" +
			"the clerk – Cora Dill = Cora Dill | said | direct | “It is dry,”\n" +
			"the judge – Ann Lee = Ann Lee | said | direct | “It is old,”",
	},
	{
		"two with a stroke between them",
		"“It fell,” said Ann Lee/Joe Roy. “It is dry,” said Ann Lee/AP.",
		"Ann Lee/Joe Roy | said | direct | “It fell,”\n" +
			"Ann Lee/AP | said | direct | “It is dry,”",
	},
	{
		"a share is no age",
		"According to a survey of the board, 70% of adults near the dam are glad. Just over a quarter, 26 percent, say it is old.",
		"a survey of the board | According to | indirect | 70% of adults near the dam are glad\n" +
			"Just over a quarter, 26 percent = Just over a quarter | say | indirect | it is old",
	},
	{
		"when or where it was said",
		"If the river rises, Ann Lee said in a statement, the dam will break. The dam was old, Lee said earlier in the hearing, but would hold.",
		"Ann Lee | said | indirect | If the river rises / the dam will break\n" +
			"Lee = Ann Lee | said | indirect | The dam was old",
	},
	{
		"that tells only where",
		"In an interview with the paper on Monday, Ann Lee responded to a question about the dam, first raised by Doyle.",
		"Ann Lee | responded | indirect, tacit | to a question about the dam, first raised by Doyle",
	},
	{
		"two clauses behind that",
		"Ann Lee argued that although Doyle believed it, he showed no proof. Lee said that only people such as Doyle wanted it.",
		"Ann Lee | argued | indirect | that although Doyle believed it, he showed no proof\n" +
			"Lee = Ann Lee | said | indirect | that only people such as Doyle wanted it",
	},
	{
		"two that are named",
		"According to friends of the board, Ann Lee and Joe Doyle have worried for months that the dam was old.",
		"friends of the board | According to | indirect | Ann Lee and Joe Doyle have worried for months that the dam was old",
	},
	{
		"what somebody said that they thought",
		"Ann Lee said she did not know the dam and hoped that it would hold. Lee told them he was proud of it and expects to leave it “whole.”",
		"Ann Lee | said | indirect | she did not know the dam and hoped that it would hold\n" +
			"Lee = Ann Lee | told | mixed | he was proud of it and expects to leave it “whole.”",
	},
	{
		"whom they support",
		"Ann Lee supported the plan for the dam. Lee has learned that it is old.",
		"Ann Lee | supported | indirect, tacit | the plan for the dam\n" +
			"Lee = Ann Lee | has learned | indirect, tacit | that it is old",
	},
	{
		"a comment that the next paragraph has",
		"The manager Ann Lee gave the following comment:\n\n“The dam will hold for years.”",
		"The manager Ann Lee = manager Ann Lee | comment | direct | “The dam will hold for years.”",
	},
	{
		"a dateline",
		"BUENA PARK, Calif. — Rallying the crowd in the park, Ann Lee tried to help it and promised to build the dam.",
		"Ann Lee | promised | indirect, tacit | to build the dam",
	},
	{
		"a dateline with a month",
		"Cleveland (AFP) – Gov. Ann Lee hit the trail, trashing the dam as old.",
		"Gov. Ann Lee | trashing | indirect, tacit | the dam as old",
	},
	{
		"of whom a participle tells before",
		"Criticizing the dam once again, Ann Lee said it was old. Having announced that it would go, Bo Doyle waved.",
		"Ann Lee | Criticizing | indirect, tacit | the dam once again\n" +
			"Ann Lee | said | indirect | it was old",
	},
	{
		"a month behind the name",
		"Ann Lee in June sharply criticized the dam.",
		"Ann Lee | sharply criticized | indirect, tacit | the dam",
	},
	{
		"what is set off by commas behind it",
		"The officials in both towns, though, say the dam is old. The office, for its part, said that it would hold.",
		"The officials in both towns, though = The officials in both towns | say | indirect | the dam is old\n" +
			"The office, for its part = The office | said | indirect | that it would hold",
	},
	{
		"which stands for a body",
		"The Daily Post, which first said it would cover the dam in May, has left. The talks, which officials plan to end, go on. " +
			"Ann Lee owns The Sun, formerly The Dam News, which claimed that it held.",
		"which = The Daily Post | first said | indirect | it would cover the dam in May\n" +
			"which | unclear | claimed | indirect | that it held",
	},
	{
		"whose office put out a statement",
		"His office put out a statement saying the dam “will hold.” The town’s council built a wall and announced it would last.",
		"His office | saying | mixed | the dam “will hold.”\n" +
			"The town’s council | announced | indirect, tacit | it would last",
	},
	{
		"what somebody is between commas",
		"LAS VEGAS — On the dam with Rep. Ann Lee, a Democrat, Secretary Jason Doe cheered on the crowd, echoing calls for “one more dam.”",
		"Secretary Jason Doe | echoing | mixed | calls for “one more dam.”",
	},
	{
		"what others say of whoever stands before the verb",
		"It is the trial of Ann Roe, the banker accused of running “the biggest of frauds”. A dam hailed as “a triumph of the age” broke. " +
			"Tom Lee, described as “a quiet man”, left. Lee dismissed as “utter nonsense” the report. It was what Roe described as “a bleak day”. " +
			"Roe rejected as “utter nonsense” claims that it fell. A book described as “a joy” opens. Lee, described as “a joy” by Roe, left.",
		"Lee = Tom Lee | dismissed | mixed | as “utter nonsense” the report\n" +
			"Roe = Ann Roe | described | mixed | as “a bleak day”\n" +
			"Roe = Ann Roe | rejected | mixed | as “utter nonsense” claims that it fell",
	},
}
