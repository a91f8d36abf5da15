package attribution

// speakerCases are about who says it.
var speakerCases = []attributionCase{
	{
		"where they are from",
		"Jo Lee came. The 55-year-old Frenchman told reporters: “It is old.” “It leaks,” said the big Welshman. “It broke,” said the Frenchman.",
		"The 55-year-old Frenchman | told | direct | “It is old.”\n" +
			"the big Welshman | said | direct | “It leaks,”\n" +
			"the Frenchman | said | direct | “It broke,”",
	},
	{
		"a place that is a given name before a title",
		"Aurora Mills Mayor Ann Lee said on Monday that it “leaks”. “It is old,” she said. Monroe County Sheriff Ann Doe said it was “cold”.",
		"Aurora Mills Mayor Ann Lee | said | mixed | that it “leaks”\n" +
			"she = Aurora Mills Mayor Ann Lee | said | direct | “It is old,”\n" +
			"Monroe County Sheriff Ann Doe | said | mixed | it was “cold”",
	},
	{
		"papers whose names end alike",
		"“It rained,” the Financial Times reported. The dam is “old”, said The Times.",
		"the Financial Times = Financial Times | reported | direct | “It rained,”\n" +
			"The Times | said | mixed | The dam is “old”",
	},
	{
		"a paper that is called by a part of its name",
		"“It rained,” The New York Times reported. The dam is “old”, the Times said.",
		"The New York Times = New York Times | reported | direct | “It rained,”\n" +
			"the Times = New York Times | said | mixed | The dam is “old”",
	},
	{
		"firms",
		"Halvor Foods, Inc. said that the dam held. “It leaks,” Halvor Tea Co., Inc. said. Quill Boats, Ltd., a builder, said “it broke”.\n\n" +
			"“It is cold,” said Roe Marine, LLC in a statement. The law firm of Doyle & Lee, LLP told reporters that it rained.",
		"Halvor Foods, Inc | said | indirect | that the dam held\n" +
			"Halvor Tea Co., Inc | said | direct | “It leaks,”\n" +
			"Quill Boats, Ltd., a builder = Quill Boats, Ltd | said | direct | “it broke”\n" +
			"Roe Marine, LLC | said | direct | “It is cold,”\n" +
			"The law firm of Doyle & Lee, LLP | told | indirect | that it rained",
	},
	{
		"no firms",
		"“We are glad,” said Bob Roe, Company spokesman at Quill. “It leaks,” said Ann Lee, Corporation Counsel of Ashford.\n\n" +
			"Leila Co drives it. “It is late,” Ms. Co said. “It is old,” she said.",
		"Bob Roe, Company spokesman at Quill = Bob Roe | said | direct | “We are glad,”\n" +
			"Ann Lee, Corporation Counsel of Ashford = Ann Lee | said | direct | “It leaks,”\n" +
			"Ms. Co = Leila Co | said | direct | “It is late,”\n" +
			"she = Leila Co | said | direct | “It is old,”",
	},
	{
		"he of whom no name is known",
		"“It is old,” the chief executive said. “It will go,” he added.\n\n“It is new,” the spokeswoman said. “It stays,” he said.\n\n" +
			"“It leaks,” said a lawyer for Ann Lee. “It broke,” he said.",
		"the chief executive | said | direct | “It is old,”\n" +
			"he = the chief executive | added | direct | “It will go,”\n" +
			"the spokeswoman | said | direct | “It is new,”\n" +
			"he | unclear | said | direct | “It stays,”\n" +
			"a lawyer for Ann Lee | said | direct | “It leaks,”\n" +
			"he | unclear | said | direct | “It broke,”",
	},
	{
		"what is told behind a quotation that ends its sentence",
		"“It was cold at the dam.” Lee told reporters. “It was dark.”\n\n“It was cold at the dam.” Lee told Space.com “But it was dry”\n\n" +
			"“It was cold at the dam.” Lee said on Monday.\n\n“It was cold at the dam.” Lee told Roe that it held.",
		"Lee | told | direct | “It was cold at the dam.” / “It was dark.”\n" +
			"Lee | told | direct | “It was cold at the dam.” / “But it was dry”\n" +
			"Lee | said | direct | “It was cold at the dam.”\n" +
			" | unclear |  | direct | “It was cold at the dam.”\n" +
			"Lee | told | indirect | that it held",
	},
	{
		"others at the start of a sentence",
		"Jo Lee came. Supporters of Jo Lee said that the dam held. “It leaks,” they said. Lawyers for Lee said that it broke. Secretary of State Jo Lee said it was dry.",
		"Supporters of Jo Lee | said | indirect | that the dam held\n" +
			"they | unclear | said | direct | “It leaks,”\n" +
			"Lawyers for Lee | said | indirect | that it broke\n" +
			"Secretary of State Jo Lee = Jo Lee | said | indirect | it was dry",
	},
	{
		"his of another than is named",
		"Jo Roe plays. He met Taylor Lee after his game, and left.\n\nThen there was a game with Taylor Lee in the stands.\n\nA third was lost. “It was fun,” he said.",
		"he | unclear | said | direct | “It was fun,”",
	},
	{
		"surnames that begin with a particle",
		"Erik ten Hag came with Virgil van Dijk. “It holds,” said Ten Hag. Ten Hag said that it was dry, and Ten Hag left. “It leaks,” Van Dijk said. Ten Democrats said that it broke.",
		"Ten Hag = Erik ten Hag | said | direct | “It holds,”\n" +
			"Ten Hag = Erik ten Hag | said | indirect | that it was dry, and Ten Hag left\n" +
			"Van Dijk = Virgil van Dijk | said | direct | “It leaks,”\n" +
			"Ten Democrats | said | indirect | that it broke",
	},
	{
		"a body that is part of another's name",
		"Riverwerk said that the dam held. The town and Riverwerk left. Then Nova Riverwerk said that it broke.",
		"Riverwerk | said | indirect | that the dam held\n" +
			"Nova Riverwerk | said | indirect | that it broke",
	},
	{
		"what is told according to is no she",
		"The dam is old. According to Riverwerk, the dam held.\n\n“It will hold for years,” she said.",
		"Riverwerk | According to | indirect | the dam held\n" +
			"she | unclear | said | direct | “It will hold for years,”",
	},
	{
		"a participle that opens the sentence of somebody else than is named in it",
		"Joe Roy came. Responding to a question of the committee he said the dam held in the town of Ann Lee, Riverwerk, and leaked.",
		"he = Joe Roy | Responding | indirect, tacit | he said the dam held in the town of Ann Lee, Riverwerk, and leaked\n" +
			"he = Joe Roy | said | indirect | the dam held in the town of Ann Lee, Riverwerk, and leaked",
	},
	{
		"a time, which says nothing",
		"Roe told of his thoughts at the time, who called it a “bad dam”. He said that hope during that time was challenging the “good dam”.",
		"Roe | told | mixed | of his thoughts at the time, who called it a “bad dam”\n" +
			"He | unclear | said | mixed | that hope during that time was challenging the “good dam”",
	},
	{
		"a son with his father's name",
		"President Joe Lee met his son. “I did not,” Joe Lee Jr. said. “We did,” Lee Jr. said. “I knew,” Lee said.",
		"Joe Lee Jr = Joe Lee Jr. | said | direct | “I did not,”\n" +
			"Lee Jr = Joe Lee Jr. | said | direct | “We did,”\n" +
			"Lee = President Joe Lee | said | direct | “I knew,”",
	},
	{
		"a son who is named first",
		"Joe Lee Jr. met Joe Lee. “I did,” Lee said.",
		"Lee | said | direct | “I did,”",
	},
	{
		"a name of one word between commas, and where somebody is from",
		"Lee’s wife, Abena, said the dam leaks. The town’s key partner, Riverwerk, said that it holds. The mayor of Akron, Ohio, said that it broke.",
		"Lee’s wife, Abena = Abena | said | indirect | the dam leaks\n" +
			"The town’s key partner, Riverwerk = Riverwerk | said | indirect | that it holds\n" +
			"The mayor of Akron, Ohio = The mayor of Akron | said | indirect | that it broke",
	},
	{
		"names in full of which no dictionary has the first word",
		"Moungi Bawendi of MIT built it. “It holds,” Bawendi said.\n\nSriram Raghavan, who came, was glad. “It leaks,” Raghavan said.\n\n" +
			"Jocelinn Okoro, technical lead, left. “It broke,” Okoro said.",
		"Bawendi = Moungi Bawendi | said | direct | “It holds,”\n" +
			"Raghavan = Sriram Raghavan | said | direct | “It leaks,”\n" +
			"Okoro = Jocelinn Okoro | said | direct | “It broke,”",
	},
	{
		"what stands before a name in capitals and is no part of it",
		"It was built by Deontay Wilder. In a list stands: Heavyweight Deontay Wilder. “It holds,” Wilder said.\n\n" +
			"Then Hannah Keeley came. “It leaks,” said Virginia-based Keeley. “It broke,” Keeley said.",
		"Wilder = Deontay Wilder | said | direct | “It holds,”\n" +
			"Virginia-based Keeley = Hannah Keeley | said | direct | “It leaks,”\n" +
			"Keeley = Hannah Keeley | said | direct | “It broke,”",
	},
	{
		"shares of people, and an adverb",
		"In the poll, 29% say the dam leaks. Experts have long said that it holds.",
		"29% | say | indirect | the dam leaks\n" +
			"Experts | have long said | indirect | that it holds",
	},
	{
		"a name and what it tells of",
		"The dam held, according to a NASA news release. The dam held, according to the Doyle campaign.",
		"a NASA news release | according to | indirect | The dam held\n" +
			"the Doyle campaign | according to | indirect | The dam held",
	},
	{
		"the article tells who is he and who she",
		"In winter Akua Okoro built the dam with her own hands. Later, Kwabena Okoro painted it by himself. Then Akua Okoro met Kwabena Okoro. “It held,” she said. Then Okoro left. “It did,” he said.",
		"she = Akua Okoro | said | direct | “It held,”\n" +
			"he = Kwabena Okoro | said | direct | “It did,”",
	},
	{
		"who is unclear stays so, and no abbreviation is she",
		"Robert Mueller met James Comey. He said it had held on. “It was old,” he said.\n\nUPS said it would not pay. “We never pay for dams,” she said.",
		"He | unclear | said | indirect | it had held on\n" +
			"he | unclear | said | direct | “It was old,”\n" +
			"UPS | said | indirect | it would not pay\n" +
			"she | unclear | said | direct | “We never pay for dams,”",
	},
	{
		"a side and who plays for it",
		"“It held,” said U.S. goalkeeper Matt Turner after the match. Lee walked into the Doyle Bank says “no.”",
		"U.S. goalkeeper Matt Turner = Matt Turner | said | direct | “It held,”\n" +
			"the Doyle Bank | unclear | says | direct | “no.”",
	},
	{
		"titles, origins and several",
		"President Joe Biden met Rep. Zoe Lofgren of California. The President said: “It held.” Rep. Zoe Lofgren of California said: “It did.” Biden and Lofgren said: “It did hold.”",
		"The President = President Joe Biden | said | direct | “It held.”\n" +
			"Rep. Zoe Lofgren of California = Rep. Zoe Lofgren | said | direct | “It did.”\n" +
			"Biden and Lofgren | said | direct | “It did hold.”",
	},
	{
		"one of several of a surname",
		"Nick Doyle and Bob Doyle and Ann Lee came. Doyle left. “It broke,” he said. Nicholas Doyle said it held on.",
		"he | unclear | said | direct | “It broke,”\n" +
			"Nicholas Doyle = Nick Doyle | said | indirect | it held on",
	},
	{
		"nobody",
		"The sun rose.\n\n“Nobody told us that the dam would break.”",
		" | unclear |  | direct | “Nobody told us that the dam would break.”",
	},
	{
		"who it was",
		"FBI Director Christopher Wray said it was ready.\n\n“It is a threat,” Wray said. “It is,” he added. The director told reporters: “We will not rest.”",
		"FBI Director Christopher Wray | said | indirect | it was ready\n" +
			"Wray = FBI Director Christopher Wray | said | direct | “It is a threat,”\n" +
			"he = FBI Director Christopher Wray | added | direct | “It is,”\n" +
			"The director = FBI Director Christopher Wray | told | direct | “We will not rest.”",
	},
	{
		"he or she",
		"Sen. Claire McCaskill met James Comey. “I am not afraid,” she said. “Nor I,” he said.",
		"she = Sen. Claire McCaskill | said | direct | “I am not afraid,”\n" +
			"he = James Comey | said | direct | “Nor I,”",
	},
	{
		"he may be two",
		"James Comey met Robert Mueller. “I am not afraid,” he said.",
		"he | unclear | said | direct | “I am not afraid,”",
	},
	{
		"one of a name among several",
		"Hillary Clinton and Bill Clinton came. “We came,” Clinton said. “Yes,” Mrs. Clinton said. President Donald Trump met President Vladimir Putin. The president said it was over.",
		"Clinton | said | direct | “We came,”\n" +
			"Mrs. Clinton = Hillary Clinton | said | direct | “Yes,”\n" +
			"The president | said | indirect | it was over",
	},
	{
		"an ambassador",
		"“It held,” said former U.S. ambassador to Italy Zorah Lee. “It did not,” Ohio’s ambassador to the Hague Ann Roy told us. “It did,” said the ambassador to France. " +
			"“Yes,” said the ambassador to the United Nations Ann Thoreau-Doe. “It leaks,” she said. “No,” said the U.S. ambassador to the United Arab Emirates.",
		"former U.S. ambassador to Italy Zorah Lee = Zorah Lee | said | direct | “It held,”\n" +
			"Ohio’s ambassador to the Hague Ann Roy = Ann Roy | told | direct | “It did not,”\n" +
			"the ambassador to France | said | direct | “It did,”\n" +
			"the ambassador to the United Nations Ann Thoreau-Doe = Ann Thoreau-Doe | said | direct | “Yes,”\n" +
			"she = Ann Thoreau-Doe | said | direct | “It leaks,”\n" +
			"the U.S. ambassador to the United Arab Emirates | said | direct | “No,”",
	},
	{
		"ranks that are written short, and one of a body",
		"The old dam held, said Air Force Brig. Gen. Ann Lee. “It leaks,” said Cllr. Zorah Doe. “It does,” said Secretary-General of the U.N. Zorán Roe.",
		"Air Force Brig. Gen. Ann Lee | said | indirect | The old dam held\n" +
			"Cllr. Zorah Doe | said | direct | “It leaks,”\n" +
			"Secretary-General of the U.N. Zorán Roe = U.N. Zorán Roe | said | direct | “It does,”",
	},
	{
		"who is named behind what he is",
		"A lawyer for Ann Lee, Joe Roy, said: “She is well.” Added Max Doyle of Ohio: “She is here.” The mayor left, with Vice Mayor Ian Poe saying in a statement: “She is tired.”",
		"A lawyer for Ann Lee, Joe Roy = Joe Roy | said | direct | “She is well.”\n" +
			"Max Doyle of Ohio = Max Doyle | Added | direct | “She is here.”\n" +
			"Vice Mayor Ian Poe | saying | direct | “She is tired.”",
	},
	{
		"whom a pronoun cannot mean",
		"Ann Doyle came.\n\nIn Ohio one woman lost it all. “I am so angry about it,” she wrote.\n\nBob Lee said it held well. “I am so glad about it,” she added.",
		"she | unclear | wrote | direct | “I am so angry about it,”\n" +
			"Bob Lee | said | indirect | it held well\n" +
			"she | unclear | added | direct | “I am so glad about it,”",
	},
	{
		"parties, offices and papers beside a name",
		"Up rose Ann Lee, D-Fla., who said “it is late.” “It is wet,” says Avertium CEO, Joe Roy. Ann Doyle spoke in a statement posted on the wall. “We will fight for it all.”",
		"who = Ann Lee | said | direct | “it is late.”\n" +
			"Avertium CEO, Joe Roy = Joe Roy | says | direct | “It is wet,”\n" +
			" | unclear |  | direct | “We will fight for it all.”",
	},
	{
		"what is no person",
		"Congress met in Ohio. Ohio said it was late. “We are late,” he said. The Daily News wrote that it was over. “It is all over now,” he said.",
		"Ohio | said | indirect | it was late\n" +
			"he | unclear | said | direct | “We are late,”\n" +
			"The Daily News = Daily News | wrote | indirect | that it was over\n" +
			"he | unclear | said | direct | “It is all over now,”",
	},
	{
		"a name that begins a sentence",
		"Zorah Lee, a painter, left. Elsewhere Doyle left. “It is dry,” Lee said. Painter Ann Roy said it was not. “It is wet,” said Roy. “It is dry,” said Doyle.",
		"Lee = Zorah Lee | said | direct | “It is dry,”\n" +
			"Painter Ann Roy = Ann Roy | said | indirect | it was not\n" +
			"Roy = Ann Roy | said | direct | “It is wet,”\n" +
			"Doyle | said | direct | “It is dry,”",
	},
	{
		"titles that stand for a name",
		"Here came Gov. Ann Lee and her deputy, Lt. Gov. Joe Roy. The governor said it held well. The Ohio Democrat said it was old.",
		"The governor = Gov. Ann Lee | said | indirect | it held well\n" +
			"The Ohio Democrat | said | indirect | it was old",
	},
	{
		"a vice president is no president",
		"President Lee met Vice President Roy and vice president Doyle. The president said it held well.",
		"The president = President Lee | said | indirect | it held well",
	},
	{
		"of another country",
		"Joe Lee met French President Jean Roy. The president said it held well.",
		"The president | said | indirect | it held well",
	},
	{
		"whoever is only called something",
		"Joe Lee came, the firm’s owner wrote. Then the firm’s chief executive said it would hold. “We will see about it,” he said.",
		"the firm’s owner | wrote | indirect | Joe Lee came\n" +
			"the firm’s chief executive | said | indirect | it would hold\n" +
			"he = the firm’s chief executive | said | direct | “We will see about it,”",
	},
	{
		"who",
		"The plan was made by Ann Lee, who said it would work.",
		"who = Ann Lee | said | indirect | it would work",
	},
	{
		"who counts how many",
		"Just over 40% said the dam leaks. At least 20 people said it was loud. Almost one in five say it will hold. Roughly a third say it will not hold. Voters over 65 said they liked it a lot.",
		"Just over 40% | said | indirect | the dam leaks\n" +
			"At least 20 people | said | indirect | it was loud\n" +
			"Almost one in five | say | indirect | it will hold\n" +
			"Roughly a third | say | indirect | it will not hold\n" +
			"Voters over 65 | said | indirect | they liked it a lot",
	},
	{
		"bodies with a small word in their name",
		"“We are outraged,” Save the Children said in a statement. Doctors Without Borders said the dam was hit.",
		"Save the Children | said | direct | “We are outraged,”\n" +
			"Doctors Without Borders | said | indirect | the dam was hit",
	},
	{
		"what somebody is, behind the verb and before the name",
		"Joe Lee came. “It is so,” said Ukrainian presidential adviser Zorah Roy. “It fell,” said former Lee campaign aide Ann Doyle.",
		"Ukrainian presidential adviser Zorah Roy = Zorah Roy | said | direct | “It is so,”\n" +
			"former Lee campaign aide Ann Doyle = Ann Doyle | said | direct | “It fell,”",
	},
	{
		"what is no part of a name, and what is",
		"Hall of Famer Tom Roy said it was late. Emily’s List President Ann Doyle said: “We will fight.” “I hear,” former South Korean president Ki Lee told The Post.",
		"Hall of Famer Tom Roy = Tom Roy | said | indirect | it was late\n" +
			"Emily’s List President Ann Doyle = Ann Doyle | said | direct | “We will fight.”\n" +
			"former South Korean president Ki Lee | told | direct | “I hear,”",
	},
	{
		"with somebody saying",
		"It was split, with Bob Lee, 16, saying he thought it might hold. “It will hold for us all,” he said.",
		"Bob Lee, 16 = Bob Lee | saying | indirect | he thought it might hold\n" +
			"he = Bob Lee | said | direct | “It will hold for us all,”",
	},
	{
		"whose title it is",
		"FTC chair Ann Lee said the dam was old. “It will go,” Lee said. Fox News host Joe Roy said it was new. “It may well stay for years,” Roy said. “No,” said Department of Health spokesman Bo Doe. “It is old,” Gazette spokesman Jo Fox said.",
		"FTC chair Ann Lee | said | indirect | the dam was old\n" +
			"Lee = FTC chair Ann Lee | said | direct | “It will go,”\n" +
			"Fox News host Joe Roy | said | indirect | it was new\n" +
			"Roy = Fox News host Joe Roy | said | direct | “It may well stay for years,”\n" +
			"Department of Health spokesman Bo Doe = spokesman Bo Doe | said | direct | “No,”\n" +
			"Gazette spokesman Jo Fox | said | direct | “It is old,”",
	},
	{
		"what somebody is, with commas",
		"“It is old,” said Acme VP and GM, Retail, Ann Lee, in a statement. Acme SVP of Worldwide Marketing, Joe Roy, said it was new.",
		"Acme VP and GM, Retail, Ann Lee = Ann Lee | said | direct | “It is old,”\n" +
			"Acme SVP of Worldwide Marketing, Joe Roy = Joe Roy | said | indirect | it was new",
	},
	{
		"bodies with of or for in their names",
		"“It is old,” the Ministry of Defense said. “It is,” the Federal Agency for Technical Relief said. University of Ohio President Ann Lee said it was new.",
		"the Ministry of Defense | said | direct | “It is old,”\n" +
			"the Federal Agency for Technical Relief | said | direct | “It is,”\n" +
			"University of Ohio President Ann Lee = Ann Lee | said | indirect | it was new",
	},
	{
		"what is its is no he",
		"Zorgo opened its new office in May. Zorgo said it was large. “It is the largest of them all,” he said. Farms & Gardens Weekly told of it. “It is new,” he said.",
		"Zorgo | said | indirect | it was large\n" +
			"he | unclear | said | direct | “It is the largest of them all,”\n" +
			"he | unclear | said | direct | “It is new,”",
	},
	{
		"nobody, and hardly a quotation",
		"No one said “the dam is gone”. Ann Lee agreed to a deal for eleven years with the makers of the series of films “The Dam” in May.",
		"No one | said | direct, tacit | “the dam is gone”\n" +
			"Ann Lee | agreed | mixed, tacit | to a deal for eleven years with the makers of the series of films “The Dam” in May",
	},
	{
		"one of some kind",
		"“It is old,” said one Ashford event organizer.",
		"one Ashford event organizer | said | direct | “It is old,”",
	},
}
