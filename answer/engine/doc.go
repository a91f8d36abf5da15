// Package engine answers a question about a body of news coverage with a few verbatim quotes,
// each cited, or says that the coverage does not say. What goes in and what comes out are the
// types of package answer.
//
// [Engine.Ask] (ask.go) takes a question through these steps, a file or a few each:
//
//   - read.go strips what people say around a question (package syntax), and untwist.go mends
//     its typing. Package followup reads it in the light of the question before, if there is
//     one; weigh.go tells that package what the coverage has for a reading.
//   - search.go has it understood. Package syntax takes the filters out of what was typed, and
//     reads those by time that are said in words; package draft reads the others. filter_held.go
//     turns them into an [answer.Filter] by the corpus's own names (package naming). said.go
//     and the files named like it are for what somebody said.
//   - Package inquiry understands the rest, and puts it in the words of the coverage. side.go
//     divides it into what is asked of each outlet.
//   - rank.go has an [answer.Retriever] find passages for the resulting [answer.Query] by BM25,
//     once for each side of the question. It reads the best (passages.go) and credits words
//     (match.go) that stand together as in the question (pairs.go), sentences that meet the
//     question by themselves, and near dates. proof.go tells what that proves.
//   - cut.go divides the paragraphs of the best passages into runs of whole sentences, and
//     quote.go scores every run: by the words of the question in it and in the headline, by words
//     that stand side by side in both, by whether it has the kind of thing that was asked for
//     (expect.go, by packages answertype and lexicon), and by whether other articles tell the
//     same (agree.go) or it tells who did what is asked about (doer.go, tells.go).
//   - developing.go prefers the newest count of a developing story, or the newest report of who
//     holds an office (developing_state.go); where it is asked what happened, what an article
//     about that begins with (developing_lead.go).
//   - choose.go chooses quotes, best first, and of equals those from different articles.
//     judge.go draws the outcome from the evidence for them (evidence.go), and from what of the
//     question is nowhere near them (name.go; ofname.go for what is asked of a name, name_held.go
//     for names that the coverage never has). timeline.go and compare.go choose for a timeline
//     and a comparison of outlets; newest.go answers a question that asks only for articles.
//   - twofold.go divides a question that asks two things and is not answered as a whole, and
//     has each part answered by itself.
//   - copies.go looks for other articles that have a quote's text (copy.go) and tell the same
//     story (package story), and folds them into its citation. That also tells who says what
//     stands in the quote (package attribution).
//
// A quote to be checked takes another way: quotechecker.go reads it and finds passages with its
// words, package wording tells how it stands there, quotechecker_nearest.go judges what is not
// exact, and quotecheck.go makes the answer. explain.go explains an answer, if that is asked for.
//
// The same question over the same corpus gives the same answer: nothing here depends on the
// clock, on chance, or on the order of a map. [answer.Question.Asked] may say when a question is
// asked. A question about yesterday or this week is read as asked on [answer.Question.Today], and
// [answer.Answer.Read] has that day in it (lately.go).
//
// How good all of it is, what each part is worth, and what else was tried stands in the comment
// of package eval.
//
// # Decisions
//
// The engine, not the index, understands the question. Context: another search engine should be
// able to stand in for the index. Decision: an [answer.Query] carries every alternative and
// every weight, and the index only adds them up; what the engine must know of the corpus it
// asks of an [answer.Vocabulary]. Consequence: what was searched can be told in full.
//
// Passages are windows of paragraphs, quotes are sentences. Context: a news paragraph is a
// sentence or two, too little to be about anything, and an article is too much to be cited.
// Decision: neighbouring paragraphs are retrieved together, up to [answer.PassageWords] words,
// and quoted one by one. Measured on the public sets (nDCG@10 on RealTimeQA, Hits@10 on
// MultiHop-RAG, right paragraph first on SQuAD 2; November 2026, before the header was a
// field): 60 words 0.597, 0.756, 0.806; 120 words 0.601, 0.856, 0.810; 175 words 0.607, 0.898,
// 0.814.
//
// The header is searched too. Context: people name outlets, sections and dates. Decision:
// headline, outlet, section, byline and date are a second field of every passage.
//
// An outlet that is named is a side of the question. Context: a passage answers only half of “did
// The Hill report A, while The Root reported B?”, and the half that is told at more length wins.
// Decision: each named outlet is searched by itself for its part of the question, the sides take
// turns, and what no side finds comes after. Consequence: a comparison gets a quote of each; an
// outlet that is named in passing gets more room than it should.
//
// So is a clause of a long question, whether it names outlets or not. Context: “who is accused
// of A, and persuaded a colleague of B, and said C?” asks for what stands in three passages. If
// one clue is told at length, all first passages tell that one. Decision: what is asked of a side
// is divided at commas and conjunctions into clauses of six words or more. What was retrieved for
// the side is ranked anew for each, with the weights of its own words ([answer.Query].Parts),
// which costs no further search; the clauses take turns. What a passage proves is still judged by
// the side as a whole. Consequence: a long question about one thing gets, now and then, a passage
// for half of it.
//
// Evidence is that of one passage. Context: meeting a share of the question's words means more
// in a longer question and less in a larger corpus. Decision: a logistic regression over the
// scores of the best quote's passage and of its sentences, in shares of the question's weight; the
// length of articles; how typical the words are of this coverage; the weight and the names that
// are met nowhere near; outlets that the coverage does not hold; and the logarithms of the
// question's length and the corpus's size. It was fitted once, over all sets, by what pays on a set
// left out. An answer is judged by the one of its first three quotes that proves most; if the best
// of them is not enough, that one goes first. A few things are enough by themselves, such as a
// quote that tells who did something as it is asked (tells.go). Consequence: one threshold for
// all; a question about something close by is answered now and then.
//
// Quotation marks mean exact words. Context: people quote titles and words of others in
// questions, and not always to the letter. Decision: passages must have a phrase of two words or
// more word for word. Each phrase of a comparison counts for its own side, and where no passage
// has all phrases, each is sought by itself. One that the coverage never uses makes the answer
// partial, and none if nothing else was asked. Consequence: a single word in quotation marks is a
// word like others.
//
// A quote completes the quotation that it begins. Context: the best sentence of a statement
// often starts or stops inside quotation marks. Decision: a run of sentences that does is left
// out if a longer one, within bounds, does not. Consequence: what somebody said is not cut in
// the middle where that can be helped.
package engine
