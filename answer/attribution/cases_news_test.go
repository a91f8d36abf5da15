package attribution

// newsCases are about ways of telling who spoke that news has and that were read wrongly.
var newsCases = []attributionCase{
	{
		"paragraphs of one statement that are one here",
		"Ann Lee was there. " + `"It held for years. "Then it leaked, and we left," Bo Doyle said.`,
		`Bo Doyle | said | direct | "It held for years. "Then it leaked, and we left,"`,
	},
	{
		"behind a place with a colon",
		"Ashford: Mayor Ann Lee told the paper that the dam was old. “It has held for ninety years without one repair,” Lee said.\n\n" +
			"Ashford: The dam on the river by the mill has closed for good, officials said.",
		"Mayor Ann Lee | told | indirect | that the dam was old\n" +
			"Lee = Mayor Ann Lee | said | direct | “It has held for ninety years without one repair,”\n" +
			"officials | said | indirect | The dam on the river by the mill has closed for good",
	},
	{
		"a time of day is no place",
		"9:49 was when the dam on the river by the mill had closed, officials said.",
		"officials | said | indirect | 9:49 was when the dam on the river by the mill had closed",
	},
	{
		"a month does not speak",
		"Ashford’s water services in August noted that the dam was old. The board in June said that it held.",
		"Ashford’s water services | noted | indirect | that the dam was old\n" +
			"The board | said | indirect | that it held",
	},
	{
		"where a place lies does not speak",
		"At a rally in Ashford, Ohio, Mr. Lee was blunt, claiming that the dam was old.",
		"Mr. Lee | claiming | indirect | that the dam was old",
	},
	{
		"who speaks behind a clause that tells when",
		"When Jason Doe died in May, Mayor Ann Lee released the following statement: “We will miss him at the dam.”",
		"Mayor Ann Lee | : | direct | “We will miss him at the dam.”",
	},
	{
		"what a body is there for",
		"The Commission on River Debates announced that it would close. The board on Monday said, “It was always wrong to do that.”",
		"The Commission on River Debates | announced | indirect | that it would close\n" +
			"The board | said | direct | “It was always wrong to do that.”",
	},
	{
		"one comma between who speaks and the verb",
		"“It has held for ninety years,” engineer Ann Lee at the college in Ashford, said in a statement. “We will not rest until it is mended.”",
		"engineer Ann Lee at the college in Ashford = Ann Lee | said | direct | “It has held for ninety years,” / “We will not rest until it is mended.”",
	},
	{
		"a verb that nobody has listed",
		"“The dam is no longer ours,” Lee said. “The dam will always be ours,” an angry Jason Doe retaliated.",
		"Lee | said | direct | “The dam is no longer ours,”\n" +
			"an angry Jason Doe = Jason Doe | retaliated | direct | “The dam will always be ours,”",
	},
	{
		"what somebody says is not who says it",
		"Everything Ann Lee says is a lie. Here are nine things Ann Lee has said about the dam. Announcing it and then dropping them suggests that it is old.",
		"",
	},
	{
		"pledged is no verb behind a comma",
		"The board has a majority of regular, pledged delegates.",
		"",
	},
	{
		"a sentence that begins with as",
		"As has been the case at the mill for years, the union agreed in May to the dam.",
		"the union | agreed | indirect, tacit | in May to the dam",
	},
	{
		"a question does not name anybody",
		"Will Halvor close the dam? In its letter, Halvor said, “We hope that it will last for years.”",
		"Halvor | said | direct | “We hope that it will last for years.”",
	},
	{
		"a headline with a verb is no label",
		"Ann Lee Praises Ashford Mayor Jason Doe: ‘It Holds.’",
		"",
	},
	{
		"some among them",
		"Two of them said the dam was old. An adult among them shouted, “Do not go over the dam!”",
		"Two of them | said | indirect | the dam was old\n" +
			"An adult among them | unclear | shouted | direct | “Do not go over the dam!”",
	},
	{
		"what others say of somebody",
		"The trial is of the owner accused of hiding “the oldest dam of all” in Ashford. The owner whom voters accused of “the theft of a dam” left.",
		"voters | accused | mixed | of “the theft of a dam” left",
	},
	{
		"what somebody of a place is",
		"“It was the old against the young,” reflected the former Denmark forward. “We should be proud of it.”",
		"the former Denmark forward | reflected | direct | “It was the old against the young,” / “We should be proud of it.”",
	},
	{
		"what of somebody’s past is not a firm’s",
		"Halvor said the dam is old. It wrote to former Halvor 737 chief pilot Ann Roe.",
		"Halvor | said | indirect | the dam is old",
	},
	{
		"a day behind who speaks",
		"A court ruling Thursday concluded that the dam is old. Halvor Friday said it should go.",
		"A court ruling | concluded | indirect | that the dam is old\n" +
			"Halvor | said | indirect | it should go",
	},
	{
		"a state that states nothing",
		"Some 30 workers, most in Ashford state, have built the dam since May.",
		"",
	},
	{
		"whom nobody would know by a given name, of a body",
		"“One,” said Quilla Orr of the Larkhill Apiarists. “Two,” said Quilla Orr of Hope House. “Three,” said Marsh Lane of the Larkhill Beekeepers. " +
			"“Four,” said the Zimbabwe Council of the Churches.",
		"Quilla Orr of the Larkhill Apiarists = Quilla Orr | said | direct | “One,”\n" +
			"Quilla Orr of Hope House = Quilla Orr | said | direct | “Two,”\n" +
			"Marsh Lane of the Larkhill Beekeepers | said | direct | “Three,”\n" +
			"the Zimbabwe Council of the Churches | said | direct | “Four,”",
	},
	{
		"who is introduced by what they are, and told more of",
		"According to the mayor, Ann Lee, the dam will hold. According to the lawyer, Bo Doe, 45, was at home.\n\n" +
			"The manager, Joe Roy – himself a former driver – said it was done. Downing Street later denied it.",
		"the mayor, Ann Lee = Ann Lee | According to | indirect | the dam will hold\n" +
			"the lawyer | According to | indirect | Bo Doe, 45, was at home\n" +
			"Joe Roy – himself a former driver = Joe Roy | said | indirect | it was done\n" +
			"Downing Street | later denied | indirect, tacit | it",
	},
	{
		"who answers in an interview, and speaks of nothing of their own",
		"The Post: Why foghorns?\n\nIlse Roe: Because nobody else wanted them. A violin is loved.\n\nThe Post: How many are there?\n\nIlse Roe: Nineteen.\n\n" +
			"Rain: The dam held.\n\nRain: The dam broke.",
		"The Post | unclear | : | direct | Why foghorns?\n" +
			"Ilse Roe | : | direct | Because nobody else wanted them. A violin is loved.\n" +
			"The Post | unclear | : | direct | How many are there?\n" +
			"Ilse Roe | : | direct | Nineteen.",
	},
	{
		"a label that asks, and one below it, but no interview",
		"Tulsa: The mayor wants a dam. Will she get it?\n\nTulsa: The council said no on Monday.\n\n" +
			"Update: Is it open?\n\nResult: 3–1 for the visitors.\n\nUpdate: Who won?\n\nResult: The visitors won.",
		"The mayor | wants | indirect, tacit | a dam\n" +
			"The council | said | indirect | no on Monday",
	},
	{
		"all of a list",
		"“It leaks,” said Reps. Ann Lee (Ohio), Robert A. Brady (Pa.) and Joe Roy (Iowa), who chair committees. “It does,” Reps. Ann Lee, Joe Roy and Gia Hall wrote in a letter. “It held,” Sens. Lee, Hall and Roy said. " +
			"On Monday, Ann Lee, D-Ohio, Joe Roy, R-Iowa, and Rose Stone told reporters that it broke. “We will sue,” said attorneys general Ann Lee of Ohio, Joe Roy of Iowa, and Rose Stone of Utah. " +
			"According to Ann Lee, Joe Roy and Rose Stone, the mill is empty.",
		"Reps. Ann Lee (Ohio), Robert A. Brady (Pa.) and Joe Roy | said | direct | “It leaks,”\n" +
			"Reps. Ann Lee, Joe Roy and Gia Hall | wrote | direct | “It does,”\n" +
			"Sens. Lee, Hall and Roy | said | direct | “It held,”\n" +
			"Ann Lee, D-Ohio, Joe Roy, R-Iowa, and Rose Stone | told | indirect | that it broke\n" +
			"attorneys general Ann Lee of Ohio, Joe Roy of Iowa, and Rose Stone of Utah | said | direct | “We will sue,”\n" +
			"Ann Lee, Joe Roy and Rose Stone | According to | indirect | the mill is empty",
	},
	{
		"no list of those who speak",
		"“It leaks,” said Ann Lee, Joe Roy and Rose Stone left. “It broke,” said Joe Roy, Ashford Customs and Border Protection director. " +
			"The lawyer for Ann Lee, Joe Roy and Rose Stone said that it held.",
		"Ann Lee, Joe Roy and Rose Stone left = Ann Lee | said | direct | “It leaks,”\n" +
			"Joe Roy, Ashford Customs and Border Protection director = Joe Roy | said | direct | “It broke,”\n" +
			"Joe Roy and Rose Stone | said | indirect | that it held",
	},
	{
		"two roles before a name",
		"“It leaks,” said Quill Boats co-founder and co-owner Ann Lee. “It broke,” said Ashford resident and former councilman Bo Doe.\n\n" +
			"“It is old,” said Halvor Foods president and artistic director Jo Roe. “It is cold,” said the mayor and councilman Ed Poe laughed.",
		"Quill Boats co-founder and co-owner Ann Lee = Ann Lee | said | direct | “It leaks,”\n" +
			"Ashford resident and former councilman Bo Doe = former councilman Bo Doe | said | direct | “It broke,”\n" +
			"Halvor Foods president and artistic director Jo Roe = Jo Roe | said | direct | “It is old,”\n" +
			"the mayor | said | direct | “It is cold,”",
	},
	{
		"to whom somebody is close",
		"“It leaks,” said one person close to the Halvor campaign. “It broke,” said a source loyal to Ann Lee.\n\n" +
			"“It is old,” said an aide familiar with the mayor’s thinking on Monday. “It fell,” said Ann Lee’s first lawyer, Bo Doe.",
		"one person close to the Halvor campaign | said | direct | “It leaks,”\n" +
			"a source loyal to Ann Lee | said | direct | “It broke,”\n" +
			"an aide familiar with the mayor’s thinking | said | direct | “It is old,”\n" +
			"Ann Lee’s first lawyer, Bo Doe = Bo Doe | said | direct | “It fell,”",
	},
	{
		"what somebody is doing who speaks",
		"“It leaks,” the agent watching the north gate said. “It broke,” an officer leading the inquiry told reporters. “It has held for ninety years,” reads an announcement posted to the lawyers’ site.\n\n" +
			"The label could well read: “It is the last of its kind here.” “It fell,” according to the letter Ann Lee sent to the council.\n\n" +
			"Like Ann Lee, Bo Doe and Jo Roe said it “leaks”.",
		"the agent watching the north gate | said | direct | “It leaks,”\n" +
			"an officer leading the inquiry | told | direct | “It broke,”\n" +
			"an announcement | reads | direct | “It has held for ninety years,”\n" +
			"the letter | according to | direct | “It fell,”\n" +
			"Bo Doe and Jo Roe | said | mixed | it “leaks”",
	},
	{
		"words before a name that are none of it",
		"Meanwhile Sophie, who runs the mill, told the paper that it leaks. “It is old,” she said. Elsewhere Bo, a baker, said it was “cold”.",
		"Sophie, who runs the mill = Sophie | told | indirect | that it leaks\n" +
			"she = Sophie | said | direct | “It is old,”\n" +
			"Bo, a baker = Bo | said | mixed | it was “cold”",
	},
	{
		"a paper that is told of before a colon",
		"Ann Lee, the head of Quill Boats, published a statement about the dam’s last years:\n\n“We will mend it, whatever it takes.”\n\n" +
			"The council shared a letter from Bo Doe about the dam:\n\n“It is the last one of its kind.”",
		"Ann Lee, the head of Quill Boats = Ann Lee | published | indirect, tacit | a statement about the dam’s last years\n" +
			"Ann Lee, the head of Quill Boats = Ann Lee | statement | direct | “We will mend it, whatever it takes.”\n" +
			"The council | shared | indirect, tacit | a letter from Bo Doe about the dam\n" +
			" | unclear |  | direct | “It is the last one of its kind.”",
	},
	{
		"what somebody else wrote, seen or found by who is named",
		"A report obtained by Ann Lee said the dam “leaks.” An email seen by the Ashford Post said: “It is old.” A note written by Bo Doyle said “it holds.”\n\n" +
			"The family of Jo Roe received a letter about the dam:\n\n“It leaks, and nobody mends it.”",
		"A report obtained by Ann Lee | said | mixed | the dam “leaks.”\n" +
			"An email seen by the Ashford Post | said | direct | “It is old.”\n" +
			"Bo Doyle | said | direct | “it holds.”\n" +
			" | unclear |  | direct | “It leaks, and nobody mends it.”",
	},
	{
		"who does something behind two roles is no name of theirs",
		"“They were lucky,” said police and firefighters rescued Ann Lee. “It was late,” said actor and activist Bo Doyle.",
		"police | said | direct | “They were lucky,”\n" +
			"actor and activist Bo Doyle = Bo Doyle | said | direct | “It was late,”",
	},
	{
		"firms with a title in their names",
		"“It leaks,” said Burger King Holdings Inc. “It holds,” Sony Holdings Inc said on Monday. “It is old,” Burger King Holdings Inc said. “We left,” said Ms. Leila Co.",
		"Burger King Holdings Inc | said | direct | “It leaks,”\n" +
			"Sony Holdings Inc | said | direct | “It holds,”\n" +
			"Burger King Holdings Inc | said | direct | “It is old,”\n" +
			"Ms. Leila Co | said | direct | “We left,”",
	},
	{
		"the people that somebody is of",
		"“It leaks,” said the Ashford-based Cameroonian baker to the paper. “It broke,” said the former Denmark forward on Monday.",
		"the Ashford-based Cameroonian baker | said | direct | “It leaks,”\n" +
			"the former Denmark forward | said | direct | “It broke,”",
	},
	{
		"bodies whose names begin and end alike",
		"The National River Service came with the National Dam Service. “It leaks,” the National Dam Service said.\n\n“It broke,” said the band’s Ann Lee midway through. The National Dam Service needs to go.",
		"the National Dam Service = National Dam Service | said | direct | “It leaks,”\n" +
			"the band’s Ann Lee = Ann Lee | said | direct | “It broke,”",
	},
}
