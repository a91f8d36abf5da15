// Package draft takes a question apart into its words and its filters, so that it can be changed
// and written again: with another outlet, without its dates, as a comparison.
//
// [Reader.Of] makes a [Draft] of what was typed (draft.go), [Draft.String] the question that it
// asks. Filters are typed as package syntax reads them, their names in full (typed.go); or they
// are said in words, which [Reader.Spoken] finds by the names that the coverage has (package
// naming): by a time, a byline or a section (spoken.go), or by an outlet (spoken_outlet.go).
// outlet.go puts other outlets in the place of those that are asked of, and compared.go reads the
// many ways to ask how outlets differ. Whether the coverage holds what is asked for is not known
// here.
package draft
