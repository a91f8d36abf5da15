package index

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

// segmentWriter writes a segment: first all articles with their passages, then,
// after startTerms, all terms in order, then the words and names. The largest sections,
// the articles and then the postings, are written where they stand as they come, and
// what is smaller once its size is known.
type segmentWriter struct {
	records  bool // whether articles have records
	compact  bool // whether postings and positions are packed
	spools   [sectionCount]*disk.Spool
	behind   *disk.Spool  // what stands behind the head, unless it is where it is wanted
	sums     pages.Writer // of that
	err      error
	articles int
	row      row            // of the last article
	extent   [2]int         // its first passage, and its length in words
	ids      []strtab.Keyed // the articles by the hash of their ids
	lengths  []uint16
	words    int
	dates    dates
	labels   [3]labelTable // outlets, sections, bylines

	impacts    *bm25.Impacts
	dictionary dictionaryWriter
	buf        []byte // reused
	ended      bool
}

// newSegmentWriter returns a writer that keeps what it must in the directory,
// or in memory where that is "". If behind is not nil, what stands behind the head is
// written there, and completed by complete; else writeTo writes the segment.
func newSegmentWriter(dir string, records bool, behind io.Writer) *segmentWriter {
	w := &segmentWriter{records: records, dates: noDates()}
	if behind == nil {
		w.behind = disk.NewSpool(dir)
		behind = w.behind
	}
	w.sums.PassTo(behind)
	for i := range w.spools {
		w.spools[i] = disk.NewSpool(dir)
	}
	w.spools[secArticles].PassTo(&w.sums)
	w.dictionary = dictionaryWriter{terms: w.spools[secTerms], at: w.spools[secTermAt], keys: w.spools[secTermKeys]}
	return w
}

// addArticle begins an article.
func (w *segmentWriter) addArticle(a *corpus.Article) {
	if w.records {
		w.placeRecord()
		w.buf = appendRecord(w.buf[:0], a)
		w.spools[secArticles].Add(w.buf)
	}
	w.endRow()
	w.ids = append(w.ids, strtab.Keyed{Key: hashID(a.ID), N: uint32(w.articles)})
	w.articles++
	w.row = row{
		moment: moment{published: unknown},
		outlet: w.labels[0].add(a.Outlet), section: w.labels[1].add(a.Section), byline: w.labels[2].add(a.Byline),
	}
	if !a.Published.IsZero() {
		_, w.row.zone = a.Published.Zone()
		w.row.published = a.Published.Unix()
	}
	w.dates.add(w.row.moment)
	w.extent = [2]int{len(w.lengths), 0}
}

// endRow writes the row of the last article, if there is one.
func (w *segmentWriter) endRow() {
	if w.articles == 0 {
		return
	}
	r := &w.row
	w.buf = w.buf[:0]
	for _, n := range w.extent {
		w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(n))
	}
	w.spools[secArticleSize].Add(w.buf)
	w.buf = w.buf[:0]
	for _, n := range [...]int{r.outlet, r.section, r.byline} {
		w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(n))
	}
	w.buf = binary.LittleEndian.AppendUint64(w.buf, uint64(r.published))
	w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(r.zone))
	w.spools[secArticleRow].Add(w.buf)
}

// placeRecord writes where the next record begins, or where the last one ends.
func (w *segmentWriter) placeRecord() {
	w.buf = binary.LittleEndian.AppendUint64(w.buf[:0], uint64(w.spools[secArticles].Size()))
	w.spools[secArticleAt].Add(w.buf)
}

// addPassage adds a passage of the last article, of a length in words.
func (w *segmentWriter) addPassage(p corpus.Passage, length int) {
	w.buf = w.buf[:0]
	for _, n := range [...]int{w.articles - 1, p.First, p.Last, p.Start, p.End} {
		w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(n))
	}
	w.spools[secPassages].Add(w.buf)
	w.lengths = append(w.lengths, uint16(length))
	w.extent[1] += length
	w.words += length
}

// startTerms is called when all passages are there.
func (w *segmentWriter) startTerms() {
	w.place(secArticles)
	w.spools[secPostings].PassTo(&w.sums)
	w.impacts = bm25.NewImpacts(bm25.Mean(w.words, len(w.lengths)))
}

// postings returns postings to be filled with those of a term, and then of another.
func (w *segmentWriter) postings() *postings.Writer {
	return postings.NewWriter(w.lengths, w.impacts)
}

// addTerm adds the postings of the next term.
func (w *segmentWriter) addTerm(term string, p *postings.Writer) {
	write := p.Write
	if w.compact {
		write = p.Pack
	}
	postings, positions := write(w.spools[secPostings], w.spools[secPositions])
	w.dictionary.add(term, p.Len(), postings, positions)
}

// end ends all sections.
func (w *segmentWriter) end() {
	if w.ended {
		return
	}
	w.ended = true
	w.dictionary.finish()
	if w.records {
		w.placeRecord()
	}
	w.spools[secIDs].Add(idBytes(w.ids))
	w.endRow()
	w.buf = w.buf[:0]
	for _, n := range w.lengths {
		w.buf = binary.LittleEndian.AppendUint16(w.buf, n)
	}
	w.spools[secLengths].Add(w.buf)
	for i, kind := range []sectionKind{secOutlets, secSections, secBylines} {
		w.spools[kind].Add(w.labels[i].bytes())
	}
}

// place writes a section, or what is left of it, where it stands.
func (w *segmentWriter) place(kind sectionKind) {
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
func (w *segmentWriter) placeRest() error {
	w.end()
	for _, kind := range sectionOrder[1:] {
		w.place(kind)
	}
	if w.err == nil {
		w.err = w.sums.Finish()
	}
	return w.err
}

// size returns how many bytes the segment has, once all is added.
func (w *segmentWriter) size() int {
	w.end()
	end := pages.HeadSize
	for _, s := range w.spools {
		end = align(end + s.Size())
	}
	return end + pages.SumsSize(end)
}

// writeTo writes the segment.
func (w *segmentWriter) writeTo(dst io.Writer) error {
	if _, err := dst.Write(w.head()); err != nil {
		return err
	}
	if err := w.behind.CopyTo(dst); err != nil {
		return err
	}
	w.sums.PassTo(dst)
	return w.placeRest()
}

// complete completes the segment that stands in a file at an offset.
func (w *segmentWriter) complete(f io.WriterAt, offset int) error {
	if err := w.placeRest(); err != nil {
		return err
	}
	_, err := f.WriteAt(w.head(), int64(offset))
	return err
}

// head returns the head of the segment.
func (w *segmentWriter) head() []byte {
	w.end()
	head := make([]byte, pages.HeadSize)
	put := func(at, n int) { binary.LittleEndian.PutUint64(head[at:], uint64(n)) }
	copy(head, segmentMagic)
	binary.LittleEndian.PutUint32(head[segVersionAt:], version)
	binary.LittleEndian.PutUint32(head[segSectionsAt:], uint32(sectionCount))
	end := pages.HeadSize
	for _, kind := range sectionOrder {
		size := w.spools[kind].Size()
		put(segTableAt+16*int(kind), end)
		put(segTableAt+16*int(kind)+8, size)
		end = align(end + size)
	}
	put(segLengthAt, end+pages.SumsSize(end))
	put(segArticlesAt, w.articles)
	put(segPassagesAt, len(w.lengths))
	put(segTermsAt, w.dictionary.n)
	put(segWordsAt, w.words)
	longest := uint16(0)
	for _, n := range w.lengths {
		longest = max(longest, n)
	}
	put(segLongestAt, int(longest))
	put(segCheckAt, end)
	put(segFirstAt, int(w.dates.first.published))
	put(segLastAt, int(w.dates.last.published))
	put(segFirstZoneAt, w.dates.first.zone)
	put(segLastZoneAt, w.dates.last.zone)
	put(segUndatedAt, w.dates.undated)
	if w.compact {
		put(segCompactAt, 1)
	}
	binary.LittleEndian.PutUint32(head[segCRCAt:], raw.Checksum(head[:segCRCAt]))
	return head
}

// close gives back what the writer holds.
func (w *segmentWriter) close() {
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
}

func (t *labelTable) add(name string) int {
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
