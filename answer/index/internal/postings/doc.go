// Package postings has the postings of a term: in which passages it stands, how often, and
// where. [Writer] takes them in and writes them (writer.go) or packs them (packed.go),
// [Source] reads either from the sections of a segment into a [List] (source.go, list.go),
// [Seeker] goes through one (seek.go), [Kept] keeps lists that are asked for again, and
// [Source.Check] verifies them. How they are laid out stands in format.go of package index,
// under “postings” and “positions”. What reads them panics with damage (package raw).
//
// # Decisions
//
// A compact index is unpacked, not read otherwise. Context: postings and positions take a third
// of a file of passages, and could take less than half of that: most passages come within 255
// of the one before, most frequencies are 1, and impacts follow from them and from lengths.
// But sums want lists that can be read from any place on. Decision: a term's postings are
// unpacked as a whole when a question has it, into the form that other segments have, and
// those of the last questions are kept (packed.go, kept.go). Consequence: nothing but the two
// functions that read a list knows of it, and answers are the same to the last bit; a term
// that was not asked for lately takes four to five times as long. Tried without gain: to leave out
// positions and look for phrases in the text, which made builds no more than a tenth cheaper,
// and took 10 µs a passage that holds the words, of which “United States” had 25,000 in a
// million; steps of eight passages at once, and without long ones in between.
package postings
