package answer

// Explanation says why an answer is what it is. It is made where
// [Question.Explain] asks for it. Scores have no unit.
type Explanation struct {
	// Expects is the kind of thing that the question asks for, "" for any.
	Expects string `json:"expects,omitempty"`
	// Sides are the parts of a question that names outlets, each searched for by
	// itself, and Dates the days and months that it names.
	Sides []ExplainedSide `json:"sides,omitempty"`
	Dates []string        `json:"dates,omitempty"`
	Words []ExplainedWord `json:"words"`
	// Quotes are those of the answer that its words found, or the one that came nearest. What
	// somebody says beside them ([Unheld]) was not chosen by words.
	Quotes []ExplainedQuote `json:"quotes"`
	// Evidence is what the quote proves that proves most. Values times weights add up to the
	// logarithm of the odds, Confidence is their probability, and the coverage is
	// held to say from Enough on.
	Evidence   []Feature `json:"evidence,omitempty"`
	Confidence float64   `json:"confidence"`
	Enough     float64   `json:"enough"`
}

// ExplainedSide is a part of a question that was searched for by itself, in these outlets
// where it names any.
type ExplainedSide struct {
	Outlets []string `json:"outlets,omitempty"`
	Words   string   `json:"words"` // its part of the question
}

// ExplainedWord is a word that is searched for.
type ExplainedWord struct {
	Word string `json:"word"`
	// Part is the word's part in the question: "asked about", "name", "only asks"
	// or "outlet".
	Part string `json:"part"`
	// Weight is what the word is worth in retrieval, Proof what finding it proves.
	Weight float64 `json:"weight"`
	Proof  float64 `json:"proof"`
	// Passages is how many hold it.
	Passages int `json:"passages"`
	// Alternatives are what stands for it.
	Alternatives []ExplainedAlternative `json:"alternatives,omitempty"`
}

// ExplainedAlternative is what stands for a word, as well as Weight says.
type ExplainedAlternative struct {
	Terms    string  `json:"terms"`
	Weight   float64 `json:"weight"`
	Passages int     `json:"passages"`
}

// ExplainedQuote says why a quote was chosen. Merits add up to its score.
type ExplainedQuote struct {
	N       int              `json:"n"`
	Score   float64          `json:"score"`
	Merits  []Share          `json:"merits"`
	Passage ExplainedPassage `json:"passage"`
}

// ExplainedPassage says why the passage of a quote was found. Shares add up to
// its score: BM25 of its words, which Words tells word by word, and what is added
// to that or, for brevity and where the kind of thing that is asked for does not stand
// beside what it meets, taken off.
type ExplainedPassage struct {
	// Rank is its place among the passages, from 1. Those of several sides take
	// turns, whatever they score.
	Rank   int             `json:"rank"`
	Side   *ExplainedSide  `json:"side,omitempty"` // that found it; nil where it is the whole question
	Score  float64         `json:"score"`
	Shares []Share         `json:"shares"`
	Words  []ExplainedTerm `json:"words"`
}

// ExplainedTerm says what a word of the question adds to a passage.
type ExplainedTerm struct {
	Word string `json:"word"`
	// Body and Header count its occurrences in the passage and above the article.
	Body   int     `json:"body"`
	Header int     `json:"header"`
	Score  float64 `json:"score"` // BM25 times its weight
	// Quote is how well the quote meets it, 0 to 1, and Near how well what stands
	// around it does.
	Quote float64 `json:"quote"`
	Near  float64 `json:"near"`
}

// Share is a named part of a sum.
type Share struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}
