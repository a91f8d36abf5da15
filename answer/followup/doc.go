// Package followup reads a question in the light of the one before it: “and Putin?”, “only The
// Hill”, “what else did he say?” What it returns is a question that can stand alone, and says
// what was understood.
//
// [Reader.Read] (reader.go) tries the ways to go on from an answer, one after the other, by
// patterns over the words of a follow-up ([syntax.Spelling]). Most are a file each: what narrows
// the question before to an outlet or a time (narrow.go) or sets others beside it (other.go),
// asks for a circumstance of it (circumstance.go, place.go), puts something in the place of
// something (instead.go, exchanged.go, name.go, opponent.go), is no more than a few words
// (bare.go), or asks for what somebody says (said.go). explained.go tells which pronouns mean
// something in the follow-up itself; pronoun.go finds whom or what others mean, of what
// antecedent.go and antecedent_thing.go find in the question before and answered.go in its
// answer, and resolved.go puts it there; continued.go joins what goes on without one. back.go
// and earlier.go read those of a question before the last. parsed.go knows the parts of the
// question before, which is then rewritten (package draft).
//
// What does not tell by itself what it is about stands before the question that does, in
// brackets: “who scored (did Belgium beat England)?” So it is English to whom it is shown, and
// the next follow-up can go on from either.
//
// Where a follow-up may be read in more than one way, the [Engine] is asked what the coverage
// has for each. A follow-up that may mean several is not guessed at: [Reading.Unclear] names
// them.
package followup
