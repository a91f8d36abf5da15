package segment

import (
	"encoding/binary"
	"math"
	"time"

	"newshound/answer/index/internal/raw"
	"newshound/corpus"
)

// record returns the record of an article.
func record(a *corpus.Article) []byte {
	return append(appendUpToBody(nil, a), a.Body...)
}

// appendUpToBody appends the record of an article but for the letters of its body, which
// end it.
func appendUpToBody(dst []byte, a *corpus.Article) []byte {
	for _, s := range []string{a.ID, a.Headline, a.Byline, a.Outlet, a.Section, a.URL, a.Origin} {
		dst = raw.AppendString(dst, s)
	}
	dst = appendTime(dst, a.Published)
	dst = binary.AppendUvarint(dst, uint64(len(a.Paragraphs)))
	for _, p := range a.Paragraphs {
		dst = binary.AppendUvarint(dst, uint64(p.Kind))
		dst = binary.AppendUvarint(dst, uint64(p.N))
		for _, s := range []corpus.Span{p.Span, p.LeadIn} {
			dst = binary.AppendUvarint(dst, uint64(s.Start))
			dst = binary.AppendUvarint(dst, uint64(s.Len()))
		}
	}
	return binary.AppendUvarint(dst, uint64(len(a.Body)))
}

// readRecord returns the article of a record. It keeps nothing of data.
func readRecord(data []byte) *corpus.Article {
	c := raw.Cursor{Data: data}
	a := new(corpus.Article)
	for _, s := range []*string{&a.ID, &a.Headline, &a.Byline, &a.Outlet, &a.Section, &a.URL, &a.Origin} {
		*s = c.String()
	}
	a.Published = readTime(&c)
	if n := c.Count(len(data)); n > 0 {
		a.Paragraphs = make([]corpus.Paragraph, n)
	}
	for i := range a.Paragraphs {
		p := &a.Paragraphs[i]
		p.Kind = corpus.Kind(c.Count(int(corpus.Credit)))
		p.N = c.Count(math.MaxInt32)
		for _, s := range []*corpus.Span{&p.Span, &p.LeadIn} {
			s.Start = c.Count(len(data))
			s.End = s.Start + c.Count(len(data)-s.Start)
		}
	}
	a.Body = c.String()
	for _, p := range a.Paragraphs {
		if p.End > len(a.Body) || p.LeadIn.End > len(a.Body) {
			raw.Damaged("a paragraph of article %s lies outside its body", a.ID)
		}
	}
	return a
}

// firstYear is the start of the year 1, from which times are counted.
var firstYear = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()

// appendTime appends a time with its zone, so that it reads the same.
func appendTime(dst []byte, t time.Time) []byte {
	if t.IsZero() {
		return append(dst, 0)
	}
	zone, offset := t.Zone()
	dst = binary.AppendUvarint(append(dst, 1), uint64(t.Unix()-firstYear))
	dst = binary.AppendUvarint(dst, uint64(t.Nanosecond()))
	dst = raw.AppendString(dst, zone)
	return binary.AppendVarint(dst, int64(offset))
}

func readTime(c *raw.Cursor) time.Time {
	if c.Uvarint() == 0 {
		return time.Time{}
	}
	seconds, nanoseconds := int64(c.Uvarint())+firstYear, c.Count(1e9)
	zone, offset := c.String(), c.Varint()
	t := time.Unix(seconds, int64(nanoseconds)).UTC()
	if zone == "UTC" && offset == 0 {
		return t
	}
	return t.In(time.FixedZone(zone, int(offset)))
}

// RecordWithout returns an article's record without where it comes from.
func RecordWithout(a *corpus.Article) []byte {
	b := *a
	b.Origin = ""
	return record(&b)
}
