// Package inquiry understands a question: which of its words carry information, what kind of
// thing would answer it, which outlets and days it names; and puts it in the words of the
// coverage.
//
// [Reader.Understand] makes an [Inquiry] (inquiry.go) of a question without filters
// (understand.go): words that look like names, that only ask, or are told before it; the kind of
// thing (package answertype), and of whom it is asked (asks.go, sole.go); the outlets, as sides
// ([naming.Side]), and what is asked of each in clauses (clause.go); the days (dates.go, by
// package calendar).
//
// [Reader.Expand] makes an [Expansion] of that (expand.go): for each word a [Want], with what
// stands for it in the coverage: compounds, acronyms and related words (substitute.go, by
// package lexicon), likely spellings (correct.go), the surname of a full name (surname.go); how
// much finding it proves, and how much more at home it is in the coverage than in English at
// large (home.go).
//
// Whether anything answers the question is not known here.
package inquiry
