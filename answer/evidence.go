package answer

// Evidence is what speaks for an answer, before it is weighed into
// [Answer.Confidence].
type Evidence struct {
	// InQuote is the share of the question, by weight, that the best quote meets.
	InQuote float64
	// Strangers is the share of the question, by weight, that are names which the
	// coverage never uses. It decides no more than whether a quote that is not enough is
	// worth a look: in the confidence they count in Absent.
	Strangers float64
	// Passage is the BM25 score of its passage, the article's share included, and
	// Sentence what the passage's best few sentences meet by themselves; both in
	// shares of the question's weight, as the side of the question that found the
	// passage weighs it.
	Passage, Sentence float64
	// Further is the share of its article that stands outside the passage. A long one that answers
	// has told much of what is asked elsewhere, and a few sentences need not meet it by themselves;
	// of one that is a paragraph they do, whatever else the coverage holds. It is less in a small
	// corpus, which tells little of what is usual in it.
	Further float64
	// Lead tells how far the best passage stands out among those found: the share of
	// its score that the twentieth does not reach; where fewer are found, less is made of it.
	Lead float64
	// Told is the number of articles of which a few sentences meet all of what was searched for.
	// What is asked shortly of what the coverage tells at length stands out in no one place.
	Told int
	// Absent is the weight, no share, of what the question asks for and neither the
	// quote nor what stands around it meets, divided by the logarithm of the corpus's
	// size: 1 is as much as tells one passage from all others.
	Absent float64
	// Home tells how much at home the words that are met are in the coverage: the
	// mean of the logarithms of how many times as many of its passages hold each as
	// passages of English at large would. Words that are common everywhere come
	// together by chance, most of all in a large corpus; words of the coverage's own
	// kind do not.
	Home float64
	// NamesApart is the number of capitalised names of the question that the coverage
	// uses, but not near the quote.
	NamesApart int
	// YearApart reports that the question names a year which stands neither near the quote nor
	// above its article: what won in 2014 is no answer to what won in 2023.
	YearApart bool
	// Recent tells how shortly before the question was asked the quote's article was published,
	// 1 at that time; it is 0 where either is not known.
	Recent float64
	// Elsewhen tells, where the question asks of days near that of asking, how far from it the
	// article was published, at most 1.
	Elsewhen float64
	// Unseen is the share, by weight, that are words, no names, which the coverage
	// never uses.
	Unseen float64
	// Outsiders is the share of the outlets that the question asks of which the
	// corpus does not hold, and which are not named near the quote either.
	Outsiders float64
	// Outlet reports that the quote is of an outlet that the question asks of.
	Outlet bool
	// NoNumber reports that a number was asked for and the quote has none.
	NoNumber bool
	// Topic reports that a bare topic was given and all of it stands in the
	// quote; that no more was asked than who or what bears a name, and the quote has it in full;
	// that it is what he says, to whom that was asked, with all else that was asked for; that
	// the question has no other words than names, and the quote all of them; or that the quote
	// tells who does something, how many, or where, as the question asks.
	Topic bool
	// Clauses is the number of clauses that carry information.
	Clauses int
	// Passages is the size of the corpus: of more passages, more look like an
	// answer by chance.
	Passages int
}

// Feature is a piece of evidence with its weight.
type Feature struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
}
