// Package followup reads a question in the light of the one before it: “and Putin?”, “only The
// Hill”, “what else did he say?” What it returns is a question that can stand alone, and says
// what was understood.
//
// [Reader.Read] (reader.go) takes a follow-up through these steps, a file or two each:
//
//   - back.go looks whether it goes back to a question before the last.
//   - usual.go puts it into the words that the patterns know, and package draft takes the question
//     before it apart, so that this can be rewritten.
//   - The ways to go on from an answer are tried, one after the other, by patterns over the words of
//     the follow-up ([syntax.Spelling]). It narrows the question before to outlets, to a time or to
//     somebody's words (narrow.go, said.go); sets others beside it (other.go); asks for a
//     circumstance of it (circumstance.go); puts something in the place of something in it
//     (instead.go finds that the follow-up does, and exchanged.go where, by what names stand for,
//     name.go; owned.go, opponent.go and place.go are for “and her mother?”, “the other team” and
//     “there”); or says too little to stand alone (bare.go).
//   - continued.go looks for a question that can stand alone by its words, but has its answer in the
//     articles of the last answer.
//   - pronoun.go resolves pronouns that nothing in the follow-up explains (explained.go): with what
//     the question before names (antecedent.go, antecedent_thing.go) or its answer (answered.go).
//     resolved.go puts that in their place.
//   - Where this leads to nothing, all of it is tried with the questions before the last.
//
// What all of them ask of the question before is in parsed.go and title.go, and the words of
// English that they ask for in words.go.
//
// A follow-up that does not tell by itself what it is about gets that in brackets: “who scored (did
// Belgium beat England)?” So it is English to whom it is shown, and the next follow-up can go on
// from either.
//
// Where a follow-up may be read in more than one way, the [Engine] is asked what the coverage
// has for each. A pronoun that may stand for several is not guessed at: [Reading.Unclear] names
// them.
package followup
