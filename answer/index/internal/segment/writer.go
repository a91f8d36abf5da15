package segment

import (
	"encoding/binary"
	"io"

	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/strtab"
	"newshound/corpus"
)

// Writer writes a segment: first all articles with their passages, then,
// after [Writer.StartTerms], all terms in order, then the words and names. The largest sections,
// the articles and then the postings, are written where they stand as they come, and
// what is smaller once its size is known.
type Writer struct {
	records  bool // whether articles have records
	Compact  bool // whether postings and positions are packed
	spools   [SectionCount]*disk.Spool
	behind   *disk.Spool  // what stands behind the head, unless it is where it is wanted
	sums     pages.Writer // of that
	err      error
	Articles int
	row      Row            // of the last article
	extent   [2]int         // its first passage, and its length in words
	ids      []strtab.Keyed // the articles by the hash of their ids
	lengths  []uint16
	Words    int
	dates    Dates
	labels   [3]labelTable // outlets, sections, bylines

	impacts    *bm25.Impacts
	dictionary dictionaryWriter
	buf        []byte // reused
	ended      bool
}

// NewWriter returns a writer that keeps what it must in the directory,
// or in memory where that is "". If behind is not nil, what stands behind the head is
// written there, and [Writer.Complete] completes it; else [Writer.WriteAll] writes the segment.
func NewWriter(dir string, records bool, behind io.Writer) *Writer {
	w := &Writer{records: records, dates: NoDates()}
	if behind == nil {
		w.behind = disk.NewSpool(dir)
		behind = w.behind
	}
	w.sums.PassTo(behind)
	for i := range w.spools {
		w.spools[i] = disk.NewSpool(dir)
	}
	w.spools[Articles].PassTo(&w.sums)
	w.dictionary = dictionaryWriter{terms: w.spools[Terms], at: w.spools[TermAt], keys: w.spools[TermKeys]}
	return w
}

// Part returns a writer of some of the terms of the segment that w will have, which keeps
// what it must in the directory: those of the passages from first on, behind so many words.
func (w *Writer) Part(dir string, first, words int, behind io.Writer) *Writer {
	p := NewWriter(dir, false, behind)
	p.Compact, p.lengths, p.Words = w.Compact, w.lengths[first:], w.Words-words
	return p
}

// Passages returns how many passages there are.
func (w *Writer) Passages() int { return len(w.lengths) }

// AddArticle begins an article.
func (w *Writer) AddArticle(a *corpus.Article) {
	if w.records {
		w.placeRecord()
		w.buf = appendUpToBody(w.buf[:0], a)
		w.spools[Articles].Add(w.buf)
		w.spools[Articles].AddString(a.Body)
	}
	w.endRow()
	w.ids = append(w.ids, strtab.Keyed{Key: HashID(a.ID), N: uint32(w.Articles)})
	w.Articles++
	w.row = Row{
		Moment: Moment{Published: unknown},
		Outlet: w.labels[0].add(a.Outlet), Section: w.labels[1].add(a.Section), Byline: w.labels[2].add(a.Byline),
	}
	if !a.Published.IsZero() {
		_, w.row.Zone = a.Published.Zone()
		w.row.Published = a.Published.Unix()
	}
	w.dates.add(w.row.Moment)
	w.extent = [2]int{len(w.lengths), 0}
}

// endRow writes the row of the last article, if there is one.
func (w *Writer) endRow() {
	if w.Articles == 0 {
		return
	}
	r := &w.row
	w.buf = w.buf[:0]
	for _, n := range w.extent {
		w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(n))
	}
	w.spools[ArticleSize].Add(w.buf)
	w.buf = w.buf[:0]
	for _, n := range [...]int{r.Outlet, r.Section, r.Byline} {
		w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(n))
	}
	w.buf = binary.LittleEndian.AppendUint64(w.buf, uint64(r.Published))
	w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(r.Zone))
	w.spools[ArticleRow].Add(w.buf)
}

// placeRecord writes where the next record begins, or where the last one ends.
func (w *Writer) placeRecord() {
	w.buf = binary.LittleEndian.AppendUint64(w.buf[:0], uint64(w.spools[Articles].Size()))
	w.spools[ArticleAt].Add(w.buf)
}

// AddPassage adds a passage of the last article, of a length in words.
func (w *Writer) AddPassage(p corpus.Passage, length int) {
	w.buf = w.buf[:0]
	for _, n := range [...]int{w.Articles - 1, p.First, p.Last, p.Start, p.End} {
		w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(n))
	}
	w.spools[Passages].Add(w.buf)
	w.lengths = append(w.lengths, uint16(length))
	w.extent[1] += length
	w.Words += length
}

// StartTerms is called when all passages are there.
func (w *Writer) StartTerms() {
	w.place(Articles)
	w.spools[Postings].PassTo(&w.sums)
	w.impacts = bm25.NewImpacts(bm25.Mean(w.Words, len(w.lengths)))
}

// Postings returns postings to be filled with those of a term, and then of another.
func (w *Writer) Postings() *postings.Writer {
	return postings.NewWriter(w.lengths, w.impacts)
}

// AddTerm adds the postings of the next term.
func (w *Writer) AddTerm(term string, p *postings.Writer) {
	write := p.Write
	if w.Compact {
		write = p.Pack
	}
	postings, positions := write(w.spools[Postings], w.spools[Positions])
	w.dictionary.add(term, p.Len(), postings, positions)
}

// end ends all sections.
func (w *Writer) end() {
	if w.ended {
		return
	}
	w.ended = true
	w.dictionary.finish()
	if w.records {
		w.placeRecord()
	}
	w.spools[IDs].Add(idBytes(w.ids))
	w.endRow()
	w.buf = w.buf[:0]
	for _, n := range w.lengths {
		w.buf = binary.LittleEndian.AppendUint16(w.buf, n)
	}
	w.spools[Lengths].Add(w.buf)
	for i, kind := range []Kind{Outlets, Sections, Bylines} {
		w.spools[kind].Add(w.labels[i].bytes())
	}
}

// place writes a section, or what is left of it, where it stands.
func (w *Writer) place(kind Kind) {
	s := w.spools[kind]
	err := s.CopyTo(&w.sums)
	if err == nil {
		_, err = w.sums.Write(make([]byte, align(s.Size())-s.Size()))
	}
	if w.err == nil {
		w.err = err
	}
	s.Close()
}

// placeRest writes the sections behind the articles, and the checksums.
func (w *Writer) placeRest() error {
	w.end()
	for _, kind := range sectionOrder[1:] {
		w.place(kind)
	}
	if w.err == nil {
		w.err = w.sums.Finish()
	}
	return w.err
}

// Size returns how many bytes the segment has, once all is added.
func (w *Writer) Size() int {
	w.end()
	end := pages.HeadSize
	for _, s := range w.spools {
		end = align(end + s.Size())
	}
	return end + pages.SumsSize(end)
}

// WriteAll writes the segment.
func (w *Writer) WriteAll(dst io.Writer) error {
	if _, err := dst.Write(w.head()); err != nil {
		return err
	}
	if err := w.behind.CopyTo(dst); err != nil {
		return err
	}
	w.sums.PassTo(dst)
	return w.placeRest()
}

// Complete completes the segment that stands in a file at an offset.
func (w *Writer) Complete(f io.WriterAt, offset int) error {
	if err := w.placeRest(); err != nil {
		return err
	}
	_, err := f.WriteAt(w.head(), int64(offset))
	return err
}

// head returns the head of the segment.
func (w *Writer) head() []byte {
	w.end()
	head := make([]byte, pages.HeadSize)
	put := func(at, n int) { binary.LittleEndian.PutUint64(head[at:], uint64(n)) }
	copy(head, segmentMagic)
	binary.LittleEndian.PutUint32(head[segVersionAt:], Version)
	binary.LittleEndian.PutUint32(head[segSectionsAt:], uint32(SectionCount))
	end := pages.HeadSize
	for _, kind := range sectionOrder {
		size := w.spools[kind].Size()
		put(segTableAt+16*int(kind), end)
		put(segTableAt+16*int(kind)+8, size)
		end = align(end + size)
	}
	put(segLengthAt, end+pages.SumsSize(end))
	put(segArticlesAt, w.Articles)
	put(segPassagesAt, len(w.lengths))
	put(segTermsAt, w.dictionary.n)
	put(segWordsAt, w.Words)
	longest := uint16(0)
	for _, n := range w.lengths {
		longest = max(longest, n)
	}
	put(segLongestAt, int(longest))
	put(segCheckAt, end)
	binary.LittleEndian.PutUint64(head[segFirstAt:], uint64(w.dates.First.Published))
	binary.LittleEndian.PutUint64(head[segLastAt:], uint64(w.dates.Last.Published))
	put(segFirstZoneAt, w.dates.First.Zone)
	put(segLastZoneAt, w.dates.Last.Zone)
	put(segUndatedAt, w.dates.Undated)
	if w.Compact {
		put(segCompactAt, 1)
	}
	binary.LittleEndian.PutUint32(head[segCRCAt:], raw.Checksum(head[:segCRCAt]))
	return head
}

// Err returns the error of writing what was added, so far: the disk may be full.
func (w *Writer) Err() error {
	if w.behind != nil && w.behind.Err() != nil {
		return w.behind.Err()
	}
	for _, s := range w.spools {
		if s.Err() != nil {
			return s.Err()
		}
	}
	return w.err
}

// Close gives back what the writer holds.
func (w *Writer) Close() {
	if w.behind != nil {
		w.behind.Close()
	}
	for _, s := range w.spools {
		s.Close()
	}
}

// align rounds up to a multiple of 8.
func align(n int) int { return (n + 7) &^ 7 }

// labelTable numbers outlets, sections or bylines.
type labelTable struct {
	numbers map[string]int
	names   []string
	counts  []int
	last    int // the number of the last one, which the next article often has too
}

func (t *labelTable) add(name string) int {
	if len(t.names) > 0 && t.names[t.last] == name {
		t.counts[t.last]++
		return t.last
	}
	n, ok := t.numbers[name]
	if !ok {
		if t.numbers == nil {
			t.numbers = make(map[string]int)
		}
		n = len(t.names)
		t.numbers[name] = n
		t.names = append(t.names, name)
		t.counts = append(t.counts, 0)
	}
	t.counts[n]++
	t.last = n
	return n
}

func (t *labelTable) bytes() []byte {
	out := binary.AppendUvarint(nil, uint64(len(t.names)))
	for i, name := range t.names {
		out = raw.AppendString(out, name)
		out = binary.AppendUvarint(out, uint64(t.counts[i]))
	}
	return out
}
