// Package answer is the engine: it answers a question about a body of news
// coverage with a few verbatim quotes, each cited, or says that the coverage
// does not say.
//
// [Engine.Ask] takes a question through these steps, a file each:
//
//   - question.go reads it: which of its words carry information, which look
//     like names, which only ask, and what kind of thing would answer it.
//   - expand.go puts it in the words of the coverage: compounds, acronyms and
//     what they stand for, likely spellings, related words.
//   - rank.go has a [Retriever] find passages for the resulting [Query] by BM25,
//     and credits words that stand together as they do in the question.
//   - cut.go divides the paragraphs of the best passages into runs of whole
//     sentences, and quote.go scores every run: what it holds of the question
//     itself, what stands around it, whether neighbours are neighbours, whether
//     it holds the kind of thing that was asked for (expect.go).
//   - ask.go chooses quotes, best first, from different articles where they are
//     as good, and draws the outcome from the evidence for the best one
//     (evidence.go).
//
// What is found is an [Answer]: [Snippet] values that can be verified against
// the stored article at any time, and [Answer.MarshalJSON] fixes how programs
// see it. The same question over the same corpus gives the same answer: nothing
// here depends on time, on chance, or on the order of a map.
//
// Package index is the retriever that comes with Newshound; retrievertest holds
// what every retriever must do; eval measures.
//
// # Decisions
//
// The engine, not the index, understands the question. Context: another search
// engine should be able to stand in for the index. Decision: a [Query] carries
// every alternative and every weight, and the index only adds them up; what the
// engine must know of the corpus it asks of a [Vocabulary]. Consequence: what
// was searched can be told in full.
//
// Passages are windows of paragraphs, quotes are sentences. Context: a news
// paragraph is a sentence or two, too little to be about anything, and an
// article is too much to be cited. Decision: neighbouring paragraphs are
// retrieved together up to [PassageWords] words, and quoted one by one.
// Measured on the public sets (nDCG@10 on RealTimeQA, Hits@10 on MultiHop-RAG,
// right paragraph first on SQuAD 2; November 2026, before the header was a
// field): 60 words 0.597, 0.756, 0.806; 120 words 0.601, 0.856, 0.810; 175
// words 0.607, 0.898, 0.814.
//
// The header is searched too. Context: people name outlets, sections and dates.
// Decision: headline, outlet, section, byline and date are a second field of
// every passage. Measured: Hits@10 on MultiHop-RAG 0.898 without outlet and
// date, 0.925 with.
//
// A quote completes the quotation that it begins. Context: the best sentence of
// a statement often starts or stops inside quotation marks. Decision: a run of
// sentences that does is left out when a longer one, within bounds, does not.
// Consequence: what somebody said is not cut in the middle where that can be
// helped.
package answer
