package segment

import (
	"encoding/binary"
	"sort"
	"sync/atomic"

	"newshound/answer"
	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// recentArticle is an article with its number.
type recentArticle struct {
	number  int
	article *corpus.Article
}

const (
	// recentArticles is how many articles of a segment are remembered.
	recentArticles = 1 << 12
	// recentText is how many bytes their bodies have at most: a few of an archive may be books.
	recentText = 64 << 20
)

// Article returns an article by its number.
func (s *Segment) Article(i int) *corpus.Article {
	if s.kept != nil {
		return s.kept[i]
	}
	slot := &s.recent[i%len(s.recent)]
	if r := slot.Load(); r != nil && r.number == i {
		return r.article
	}
	a := s.Read(i)
	if s.recentText.Add(int64(len(a.Body))) > recentText {
		for j := range s.recent {
			s.remember(&s.recent[j], nil)
		}
	}
	s.remember(slot, &recentArticle{i, a})
	return a
}

// remember puts an article, which was counted, or nil in the place of another.
func (s *Segment) remember(slot *atomic.Pointer[recentArticle], r *recentArticle) {
	if before := slot.Swap(r); before != nil {
		s.recentText.Add(-int64(len(before.article.Body)))
	}
}

// Read reads an article, which is not remembered.
func (s *Segment) Read(i int) *corpus.Article { return readRecord(s.record(i)) }

// record returns the record of an article.
func (s *Segment) record(i int) []byte {
	at := s.bytes(ArticleAt, 8*i, 8*i+16)
	return s.bytes(Articles, int(binary.LittleEndian.Uint64(at)), int(binary.LittleEndian.Uint64(at[8:])))
}

// Live reports whether an article is not deleted.
func (s *Segment) Live(article int) bool { return len(s.Deleted) == 0 || !s.Deleted[article] }

// Row is what is at hand of an article.
type Row struct {
	Outlet, Section, Byline int
	Moment
}

// Row returns the row of an article.
func (s *Segment) Row(i int) Row {
	r := s.bytes(ArticleRow, rowSize*i, rowSize*i+rowSize)
	return Row{
		Outlet: raw.Uint32(r, 0), Section: raw.Uint32(r, 1), Byline: raw.Uint32(r, 2),
		Moment: Moment{int64(binary.LittleEndian.Uint64(r[12:])), int(int32(raw.Uint32(r, 5)))},
	}
}

// PassagesOf returns the numbers of an article's passages, from and to.
func (s *Segment) PassagesOf(article int) (from, to int) {
	from, to = s.firstPassage(article), s.Passages
	if article+1 < s.Articles {
		to = s.firstPassage(article + 1)
	}
	return from, to
}

// firstPassage returns the number of an article's first passage, or of the one that
// would be.
func (s *Segment) firstPassage(article int) int {
	return raw.Uint32(s.bytes(ArticleSize, sizeSize*article, sizeSize*article+4), 0)
}

// LengthOf returns the length of an article in words that are no stop words.
func (s *Segment) LengthOf(article int) int {
	return raw.Uint32(s.bytes(ArticleSize, sizeSize*article+4, sizeSize*article+8), 0)
}

// Length returns the length of a passage in words that are no stop words.
func (s *Segment) Length(passage int) int {
	return raw.Uint16(s.bytes(Lengths, 2*passage, 2*passage+2), 0)
}

// ArticleOf returns the number of a passage's article.
func (s *Segment) ArticleOf(passage int) int {
	return raw.Uint32(s.bytes(Passages, passageSize*passage, passageSize*passage+4), 0)
}

// ArticleAround returns the same. Where the passage's page of the file has not been read,
// it looks among the articles' first passages: far fewer pages than the passages stand
// in, so that a first question need not read and check as many.
func (s *Segment) ArticleAround(passage int) int {
	if at := s.at[Passages][0] + passageSize*passage; s.Pages.Ready(at, at+4) {
		return s.ArticleOf(passage)
	}
	return sort.Search(s.Articles, func(i int) bool { return s.firstPassage(i) > passage }) - 1
}

// Passage returns a passage with its article.
func (s *Segment) Passage(i int) corpus.Passage {
	r := s.bytes(Passages, passageSize*i, passageSize*(i+1))
	return corpus.Passage{
		Article: s.Article(raw.Uint32(r, 0)),
		First:   raw.Uint32(r, 1), Last: raw.Uint32(r, 2),
		Span: corpus.Span{Start: raw.Uint32(r, 3), End: raw.Uint32(r, 4)},
	}
}

// Labels returns what outlets, sections or bylines there are, with the number of
// their articles, by their numbers.
func (s *Segment) Labels(kind Kind) []answer.OutletCount {
	c := raw.Cursor{Data: s.Section(kind)}
	out := make([]answer.OutletCount, c.Count(len(c.Data)))
	for i := range out {
		out[i] = answer.OutletCount{Outlet: c.String(), Articles: c.Count(s.Articles)}
	}
	return out
}

// Within reports whether an article was published on one of a filter's days, as its own
// time zone has them, and surely so where its day is not known.
func (r Row) Within(f answer.Filter) bool {
	if f.From.IsZero() && f.To.IsZero() {
		return true
	}
	if !r.Known() {
		return false
	}
	last := r.Local()
	if r.Zone != 0 {
		_, day := corpus.Days(r.Time())
		last = day.Unix()
	}
	return (f.From.IsZero() || r.Local() >= f.From.Unix()) && (f.To.IsZero() || last < f.To.Unix()+secondsADay)
}

// DatesOf returns the dates of the articles that are wanted.
func (s *Segment) DatesOf(wanted func(article int) bool) Dates {
	d := NoDates()
	for i := range s.Articles {
		if wanted(i) {
			d.add(s.Row(i).Moment)
		}
	}
	return d
}

// Gone returns how many passages of a segment, and words in them, are deleted.
func (s *Segment) Gone() (passages, words int) {
	for i, deleted := range s.Deleted {
		if deleted {
			from, to := s.PassagesOf(i)
			passages += to - from
			words += s.LengthOf(i)
		}
	}
	return passages, words
}

// Load reads an article that is not to be remembered.
func (s *Segment) Load(i int) (a *corpus.Article, err error) {
	defer raw.Faults()()
	defer raw.Guard(&err)
	return s.Read(i), nil
}
