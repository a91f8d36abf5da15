// Package naming knows what a body of news coverage has names for: its outlets, authors and
// sections, the people that it tells of, and, beside them, the well-known outlets of the world.
// It reads names in the words of a question, and tells what each means.
//
// [Names] is all of it. directory.go finds the label of an outlet, an author or a section, or the
// nearest to a misspelt one; outlet.go the outlets that a question names, and the part of it
// that belongs to each ([Side]); press.go the outlets that the coverage does not hold
// ([Outsider], by the list in press.txt); person.go runs of words that are names ([Name]),
// which of them are people's, and whether of a man or a woman, by how the coverage uses them.
// Nothing here ranks or quotes.
package naming
