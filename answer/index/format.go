package index

// # The file
//
// An index is one file: a head, and behind it segments and commits in the order
// in which they were appended. All numbers are little endian. “Varint” is
// encoding/binary's Uvarint; a string is a varint length and its bytes. CRC is
// CRC-32C (Castagnoli).
//
//	head       4,096 bytes
//	  0   8    magic "NEWSHND\n"
//	  8   4    version of the format, 8
//	 16  32    commit slot 0
//	 64  32    commit slot 1
//	           all else is zero
//	slot       generation 8, offset 8, length 8 of the commit, CRC of the commit 4,
//	           CRC of the 28 bytes before 4
//
// The slot with a right CRC and the higher generation holds. A commit, and all
// that it points at, is written and flushed to the disk before the slot that
// points at it, and that goes into the slot that does not hold, so that a crash at
// any moment leaves one that does. The slot that held before is made zero after
// that: a slot that is damaged later on is never mistaken for one that was not
// written to its end.
//
// Bytes up to the end of the commit that holds are never overwritten, since
// readers may have mapped them; those behind it are what a crash left, and the
// next writer overwrites them. Bytes that no commit points at any more, since a
// merge replaced them, are dead until the file is written anew beside itself.
//
//	commit     varint number of segments; for each, in the order of the corpus:
//	           varint offset, varint length, varint number of articles that are
//	           deleted, and for each of these, rising, the varint difference to the
//	           one before (the first: to −1); if there are any, the varint offset,
//	           varint length and varint CRC of its roll of them
//	roll       what the deleted articles of a segment take from its counts: varint
//	           number of lines; each: string key, varint count; by rising key. A key
//	           is “t” and a term, for the number of passages that hold it; “w” and
//	           a word, for its occurrences, “c” for those in capitals; “n”, an acronym, a blank and the
//	           terms, joined by blanks, of a name that it may stand for, for the
//	           occurrences of that, if the segment tells of it among its names or acronyms
//
// A segment stands at a multiple of 4,096 and never changes:
//
//	segment
//	  0   8    magic "NHSEGMT\n"
//	  8   4    version of the format, 8
//	 12   4    number of sections, 18
//	 16   8    length of the segment
//	 24   8    articles
//	 32   8    passages
//	 40   8    terms
//	 48   8    sum of the passages' lengths
//	 56   8    length of the longest passage
//	 64   8    offset of the checksums
//	 72   8    the first time of publication on the clocks of the outlets, in seconds from
//	           1970 in UTC, or −2^63 if there is none
//	 80   8    the last one
//	 88   8    articles of which the time of publication is not known
//	 96   8    how many seconds the time zone of the first is ahead
//	104   8    and that of the last
//	112   8    1 if its postings and positions are packed, else 0
//	120   …    for each section: offset 8, length 8
//	4,092   4  CRC of the 4,092 bytes before
//	4,096      the sections, each at a multiple of 8
//	           checksums: for every page of 4,096 bytes from 4,096 up to here a CRC
//	           of 4 bytes, then for every 4,096 bytes of these a CRC, and a CRC of all
//	           those
//
// The sections, which stand one behind the other: articles, postings, and then the others,
// as they follow here.
//
//	articles   a record for each article:
//	             id, headline, byline, outlet, section, url, origin: strings
//	             published: 0 if not known, else 1 and varint seconds since the year
//	             1, varint nanoseconds, string zone, zigzag offset in seconds
//	             varint number of paragraphs; for each: varint kind, varint number, varint
//	             start and length, varint start and length of the lead-in
//	             varint length of the body, the body
//	           An index in memory has no records: it keeps the articles.
//	articleAt  8 a record: its offset in articles, and one more for the end
//	articleSize 8 an article: its first passage 4, its length in words 4
//	articleRow 24 an article: its outlet, section and byline 4 each (their places in
//	           the lists below), and the seconds from 1970 to its publication 8, or
//	           −2^63 if that is not known, and how many seconds its time zone is ahead, 4
//	ids        12 an article: the hash of its id (FNV-1a, 64 bits) 8, and its number
//	           4, rising. An index in memory has none.
//	outlets, sections, bylines
//	           varint number, and for each: string name, varint articles
//	passages   20 a passage: article, first and last paragraph, start, end, 4 each
//	lengths    2 a passage: its words that are no stop words
//	terms      blocks of 16 terms, in the order of their bytes; each block: varint
//	           offset of the first one's postings, varint offset of its positions;
//	           for each term: varint length of what it shares with the one before,
//	           the rest as a string, varint document frequency, varint bytes of its
//	           postings, varint bytes of its positions
//	termAt     4 a block: its offset in terms, and one more for the end
//	termKeys   8 for every 16 blocks: the milestone of the first one's first term
//	postings   for each term: varint number of chunks, varint number of exceptions,
//	           padding to a multiple of 2; then
//	             chunks      number 2, postings less one 2: a chunk is 65,536 passages
//	             passages    2 a posting, rising within a chunk
//	             impacts     1 a posting: its part of BM25, in 255ths of k1 + 1
//	             frequencies 1 a posting: in the text (6 bits), in the header (2 high bits);
//	                         255 says that it is among the exceptions
//	             exceptions  posting 4, frequency in the text 2, in the header 2; rising
//	           padding to a multiple of 2
//	           Where they are packed, for each term and chunk: varint difference to the number
//	           of the chunk before, less one (the first: its number), varint postings less
//	           one; then
//	             passages    if there are fewer than 256, 2 a posting; else how many passages
//	                         come before it from the one before on, 1, where 255 says that so
//	                         many come, and no posting behind them
//	             frequencies varint number of bytes; in them, for each posting whose
//	                         frequency is not 1 in the text and 0 in the header: how many
//	                         come before it from the one before on (6 high bits, of which 63
//	                         says that so many come, and no such one behind them), and 0 if it
//	                         is 2 in the text, 1 if it is 3 there, 2 if it is 1 in the header,
//	                         or else 3 (2 low bits), and then as above, with what the
//	                         exception has behind the posting
//	           Impacts follow from them and from the lengths.
//	positions  for each term: 4 for every 32 postings but the first 32: how many
//	           positions stand before the first of them; then the positions, 2 each:
//	           numbers of tokens in the passage, stop words counted, rising within a
//	           posting
//	           Where they are packed, for each of them how many tokens come before it from
//	           the one before on, 1; or 255 and its number, 2
//	words      the folded words that are no stop words, of no more than 32 characters,
//	           by their number of characters and then by their bytes: for each number
//	           from 0 to 32 and each first byte the offset, 4, of the first such word,
//	           and one more for the end; then for each word: string, varint
//	           occurrences, doubled, and one more if it stands in capitals somewhere;
//	           if so, varint how often
//	names      a table: an acronym, and the names that it may stand for, by falling
//	           count: varint number; each: string words, string terms joined by
//	           blanks, varint count
//	acronyms   a table: the terms of a name joined by blanks, and its acronyms that
//	           stand in capitals somewhere, by falling count: varint number; each:
//	           string word, string term, varint count
//
// A table has a number of keys, 4; for every 64 of them the milestone of the first, 8;
// for each its offset in the section, 4, and one more for the end; then for each key, in
// the order of their bytes: string key, what belongs to it.
//
// The milestone of a string is its first eight bytes, zeros behind a shorter one, as a
// number whose first byte counts most.
//
// History: version 1 is the first. Version 2 has the times of publication in the
// head of a segment, so that opening a file does not look at every article. Version 3
// has another stem for some two hundred words (sued, boycotted, hypotheses): questions
// would miss them in an older file. Version 4 has smaller pages with checksums, and what
// every question asks of articles apart from the rest of their rows: a first question
// reads a third less of the file. Version 5 has the first and the last time of publication by the
// clocks of the outlets, with their time zones. Version 6 has milestones: a term or name is
// found on a fifth of the pages. Version 7 has the mines: they are no stop words. Version 8 has segments whose
// postings are packed.
