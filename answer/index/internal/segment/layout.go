package segment

import (
	"newshound/answer/index/internal/pages"
)

// Version is the version of the format.
const Version = 8

const segmentMagic = "NHSEGMT\n"

// Kind names a section of a segment.
type Kind int

// The sections, in the order in which the head has them.
const (
	Articles Kind = iota
	ArticleAt
	ArticleSize
	ArticleRow
	IDs
	Outlets
	Sections
	Bylines
	Passages
	Lengths
	Terms
	TermAt
	TermKeys
	Postings
	Positions
	Words
	Names
	Acronyms
	SectionCount
)

// sectionOrder is the order in which they stand.
var sectionOrder = [SectionCount]Kind{
	Articles, Postings,
	ArticleAt, ArticleSize, ArticleRow, IDs, Outlets, Sections, Bylines, Passages, Lengths,
	Terms, TermAt, TermKeys, Positions, Words, Names, Acronyms,
}

// Offsets in a segment's head.
const (
	segVersionAt   = 8
	segSectionsAt  = 12
	segLengthAt    = 16
	segArticlesAt  = 24
	segPassagesAt  = 32
	segTermsAt     = 40
	segWordsAt     = 48
	segLongestAt   = 56
	segCheckAt     = 64
	segFirstAt     = 72
	segLastAt      = 80
	segUndatedAt   = 88
	segFirstZoneAt = 96
	segLastZoneAt  = 104
	segCompactAt   = 112
	segTableAt     = 120
	segCRCAt       = pages.HeadSize - 4
)

const (
	sizeSize    = 8 // of an article
	rowSize     = 24
	idSize      = 12
	passageSize = 20
	termBlock   = 16 // terms in a block of the dictionary
)
