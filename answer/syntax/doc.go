// Package syntax reads what people type, before anything is known of the coverage: the form in
// which they want an answer ([FormOf]), the filters and phrases in it ([Parse]) and the times
// that are said in words ([Spelling.Time]), what they say around a question ([Bare], [Wanted])
// or beside it ([AsideOf], [AskedFrom]), which words only ask ([Frames], [AsksArticles]), and
// where a question asks two things ([AsTwo]).
//
// It knows English, and nothing of outlets or names; which of those are meant, package naming
// finds out. All of it is safe for concurrent use.
package syntax
