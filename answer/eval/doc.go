// Package eval measures how well an engine answers questions whose answers
// are known.
//
// A [Case] is one question of a file of queries ([ReadCases]); [Qrels] say
// which articles are relevant to it, and how much ([ReadQrels]). From there
// the package goes three ways:
//
//   - [Rank] puts every question to a [Ranker] and keeps the passages that it
//     finds. [Measure] compares them with the judgements, [MeasureEvidence] with
//     texts that they should hold; [WriteTREC] and [WriteJSONL] write them down
//     for other tools to judge, and for [ReadRun] and [Compare] to tell what a
//     change did.
//   - [Quote] puts every question to an [Asker] and looks at what a reader
//     would see: does the first snippet hold an accepted span, does the engine
//     stay silent where the coverage does not say, how long are the quotes.
//   - [Time] says how long one question takes.
//
// Three things are measured without questions of others: how well quotes are checked
// ([CheckQuotes]), how well copies of articles are folded ([MakeCopies],
// [MeasureCopies]), and how well it is told who said what ([MeasureAttributions]).
// The first two make their texts from the corpus itself.
//
// [Rank] and [Quote] work on as many questions at a time as GOMAXPROCS allows, and
// their results do not depend on it: cases keep the order of their file.
//
// # Measures
//
// Judgements are about articles and engines rank passages, so an article has
// the rank of its first passage among the articles found: the passages of a
// ranking are walked from the top and an article that was seen is passed over.
// A ranking of K passages therefore holds at most K articles, and often fewer.
//
// With g(i) the grade of the article at rank i, taken as 0 where it is not
// judged or judged below 0, and "relevant" meaning a grade of at least 1:
//
//   - nDCG@k = DCG@k / IDCG@k, DCG@k = Σ g(i) / log2(i+1) over i = 1…k, and
//     IDCG@k the same sum over all judged grades of the query, largest first.
//     Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR
//     techniques", ACM TOIS 20(4), 2002, in the form of trec_eval's ndcg_cut
//     (https://github.com/usnistgov/trec_eval, m_ndcg_cut.c): the gain is the
//     grade itself, not 2^g − 1.
//   - MRR@k: the mean of 1/i, i the rank of the first relevant article, and 0
//     where there is none among the first k. Voorhees, "The TREC-8 Question
//     Answering Track Report", 1999.
//   - recall@k = relevant articles among the first k / all relevant articles of
//     the query; trec_eval's recall.
//
// Quotes are judged by shares of questions ([QuoteReport]), and the confidence
// of an answer by the area under its ROC curve ([AUC]).
//
// Each measure of a ranking is the mean over the queries that have a relevant
// article; the others can be neither right nor wrong, and are counted apart. The
// interval after a mean is the 95 % percentile bootstrap over queries (Efron and
// Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13), with a fixed
// seed: see [Bootstrap]. Two runs are compared by the differences of each query,
// resampled in the same way: see [Difference].
//
// # Decisions
//
// A run file names a passage by its paragraphs. Context: the third column of
// a TREC run must be one word, and unique within its query. Decision: it is
// article#paragraph, or article#first-last for a passage of several, with
// white space and percent signs in the article's id percent-encoded; the parts
// of a very long paragraph have one name, and only the best of them is
// written. Consequence: trec_eval reads the run, url.PathUnescape gives the id
// back, and who needs every passage takes the JSON lines.
//
// An accepted span counts when the quote holds its very bytes. Context: quotes
// are verbatim, and so are the spans. Decision: no folding of case, blanks or
// quotation marks. Consequence: a span with a typing error is a miss that
// --misses shows, and never a hit that flatters.
package eval
