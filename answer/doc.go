// Package answer holds what is asked of a body of news coverage, and what is found: a
// [Question] and the [Answer] to it, with the verbatim quotes that answer it, each cited
// ([Snippet], [Citation]), or with what was searched for and is not there.
//
// A snippet can be verified against the stored article at any time ([Snippet.Verify]), and
// [Answer.MarshalJSON] fixes how programs see an answer. What speaks in a quote, [Speech], which
// days it names, and what an [Explanation] tells are here, too: whoever shows an answer needs
// this package, and none of those that find it.
//
// Package engine finds answers. It asks an [Index], which is a [Retriever] with what must be
// known of the words and the articles of a corpus, for the passages that a [Query] describes;
// package index is the one that comes with Newshound, retrievertest holds what every retriever
// must do, and another search engine may stand in. What a passage is, is here, so that all agree
// ([Passages], [Header], [Tokens]).
//
// Packages naming, draft, inquiry and followup read questions by what an index knows: naming has
// the names of the coverage's outlets, authors and people; draft takes a question apart by these,
// so that it can be changed and asked again; inquiry understands one, and followup reads it in
// the light of the one before.
//
// Below them are packages that know nothing of an index. syntax reads what people type before
// anything is known of the coverage, and answertype what kind of thing they ask for; analysis
// makes words and terms of a text, as Lucene's analyzers do; attribution tells who says what in
// an article, and speaker whether that is whom somebody asks for; align and wording compare a
// pasted quote with an article, and story tells copies of a story from others; calendar knows
// days as people say them, and lexicon words that stand for each other.
//
// Package eval measures: how good the answers are, what each part of the engine is worth, and
// what was tried without gain.
package answer
