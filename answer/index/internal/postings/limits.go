package postings

// The numbers of words that are indexed of a header and of a passage.
const (
	// MaxHeader bounds those of a header. They count for every passage of the
	// article, so that without a bound an article of many passages and a headline
	// without end would take more memory than there is.
	MaxHeader = 256
	// MaxPassage bounds those of a passage, for the sake of the 16 bits of a
	// position. [answer.Passages] makes none that is nearly as long.
	MaxPassage = 1 << 16
)
