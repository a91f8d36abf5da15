package attribution

// calledCases are about who is called by a given name, and about pictures between paragraphs.
var calledCases = []attributionCase{
	{
		"a given name alone",
		"Britney Doe and Jason Doe parted. “It is sad,” Britney said. “It was time,” she added. “I am fine,” said Jason.\n\nChelsea Women won. “We held,” Chelsea said.",
		"Britney = Britney Doe | said | direct | “It is sad,”\n" +
			"she = Britney Doe | added | direct | “It was time,”\n" +
			"Jason = Jason Doe | said | direct | “I am fine,”\n" +
			"Chelsea | said | direct | “We held,”",
	},
	{
		"a given name that two have",
		"Jason Doe and Jason Roe parted. “It is sad,” said Jason.",
		"Jason | said | direct | “It is sad,”",
	},
	{
		"whoever is in a picture",
		"Ann Lee waved. Jason Doe ran the dam for years.\n\nA wall at the dam in May of last year (Getty Images)\n\n“It was old,” he said.",
		"he = Jason Doe | said | direct | “It was old,”",
	},
	{
		"a quotation that goes on behind a picture",
		"“The dam was old,” said Ann Lee. “It leaked.\n\nHector Roe at the dam in May of last year (Getty Images)\n\n“And then it broke.”",
		"Ann Lee | said | direct | “The dam was old,” / “It leaked. / “And then it broke.”",
	},
	{
		"what is only supposed",
		"If Lee turned around and said, “the dam is too high”, it would go. Asked if it was old, Lee said it was.",
		"Lee | said | indirect | it was",
	},
	{
		"the answer to a question",
		"“Who built the dam?” asked Jason Roe. “The town did,” he said.",
		"Jason Roe | asked | direct | “Who built the dam?”\n" +
			"he | unclear | said | direct | “The town did,”",
	},
	{
		"one of several, with the name behind a comma",
		"One of the town’s officials, Ann Lee, said that it held. The meeting comes after the flood — a statement he tried to mend by saying he erred.",
		"One of the town’s officials, Ann Lee = Ann Lee | said | indirect | that it held",
	},
	{
		"of several whom the headline names",
		"Jason Doe, 40, ran the dam. “It was old,” Doe said.\n\nHector Roe and Jason Doe walked on the dam. “It leaked,” he said.",
		"Doe = Jason Doe | said | direct | “It was old,”\n" +
			"he = Jason Doe | said | direct | “It leaked,”",
	},
	{
		"of several who speak, too",
		"Jason Doe, 40, ran the dam. “It was old,” Doe said. “It is,” said Hector Roe.\n\nHector Roe and Jason Doe walked on the dam. “It leaked,” he said.",
		"Doe = Jason Doe | said | direct | “It was old,”\n" +
			"Hector Roe | said | direct | “It is,”\n" +
			"he | unclear | said | direct | “It leaked,”",
	},
	{
		"two marks that open",
		"“”The dam was old and there are cracks in the rock,” said Ann Lee. It comes as Jason Doe embraced the dam and said it would hold.",
		"Ann Lee | said | direct | “”The dam was old and there are cracks in the rock,”\n" +
			"Jason Doe | embraced | indirect, tacit | the dam\n" +
			"Jason Doe | said | indirect | it would hold",
	},
	{
		"who signs a quotation",
		"Gov. Ann Lee told of the dam.\n\n“It will hold for all the years to come.” — Ann Lee, the governor\n\n“It has held for all these many years.” Ann Lee\n\n" +
			"“The Dam That Held For Years” - Ann Lee\n\n“I never saw it but I sang of it.” - Great Road\n\n“It was a very old dam.” - Ann Lee in The Post, 1975\n\n“It was a quite new dam.” — Hector Roe",
		"Ann Lee = Gov. Ann Lee |  | direct | “It will hold for all the years to come.”\n" +
			"Ann Lee = Gov. Ann Lee |  | direct | “It has held for all these many years.”\n" +
			"Great Road | unclear |  | direct | “I never saw it but I sang of it.”\n" +
			" | unclear |  | direct | “It was a very old dam.”\n" +
			"Hector Roe | unclear |  | direct | “It was a quite new dam.”",
	},
}
