package records

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"newshound/corpus"
)

// table reads the rows of a table (RFC 4180), whose first names the columns. What divides
// them is what the first row has most of: commas, semicolons, tabs or bars. A quotation mark
// means that only where a cell begins: 5" of rain is a length.
type table struct {
	in      lineReader
	between string   // marks that may stand between cells, one once the columns are known
	columns []string // "" for one without a name
	n       int      // lines that were read
	ended   bool
	row     bytes.Buffer
}

// dividers are the marks that may stand between the cells of a table.
const dividers = ",;\t|"

// table returns the reader of a table once it has its columns.
func (l *Loader) table(r *bufio.Reader) (*table, error) {
	t := &table{in: lineReader{r: r}, between: dividers}
	head, at, err := t.next()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s is empty", l.path)
	}
	if err != nil {
		return nil, l.errRead(err, t, at)
	}
	if name, mark, ok := strings.Cut(strings.TrimSpace(string(head)), "="); ok && name == "sep" && len(mark) == 1 { // for Excel
		if head, at, err = t.next(); err != nil {
			return nil, l.errRead(err, t, at)
		}
	}
	count := func(mark rune) int { return strings.Count(string(head), string(mark)) }
	t.between = string(slices.MaxFunc([]rune(dividers), func(x, y rune) int { return count(x) - count(y) }))
	if t.columns, err = t.cells(head); err != nil {
		return nil, l.errRead(err, t, at)
	}
	object := make(map[string]string)
	for i, c := range t.columns {
		t.columns[i] = strings.ReplaceAll(strings.TrimSpace(c), " ", "_") // Publish date
		object[t.columns[i]] = "-"
	}
	if r, err := decoded(object); err != nil || r.Body == "" {
		if bytes.ContainsRune(bytes.TrimSpace(head), '\r') {
			return nil, fmt.Errorf("%s: its lines end as those of old Macs do: save it anew (of Excel's kinds: CSV UTF-8)", l.path)
		}
		return nil, fmt.Errorf(`%s: the first line must name the columns, and one of them be "body" or "text": it has %s`, l.path, someOf(t.columns))
	}
	return t, nil
}

// decoded reads an object as a record.
func decoded(object map[string]string) (corpus.Record, error) {
	data, err := json.Marshal(object)
	if err != nil {
		return corpus.Record{}, err
	}
	return corpus.DecodeRecord(data)
}

// read implements [reader].
func (t *table) read() ([]byte, int, error) {
	row, at, err := t.next()
	if err != nil {
		return nil, at, err
	}
	if bad := corpus.InvalidUTF8(row); bad >= 0 { // JSON's encoder would put U+FFFD for it
		return nil, at, recordError(fmt.Sprintf("byte %d of the row is not UTF-8: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8, or save it anew as UTF-8 (of Excel's kinds: CSV UTF-8)", bad+1))
	}
	cells, err := t.cells(row)
	if err != nil {
		return nil, at, recordError(fmt.Sprintf("the row, which goes to line %d, cannot be read: %v", t.n, err))
	}
	if len(cells) != len(t.columns) {
		return nil, at, recordError(fmt.Sprintf("the row has %d columns, and the first line %d: a text that holds the mark between them must stand in quotation marks", len(cells), len(t.columns)))
	}
	object := make(map[string]string)
	for i, c := range t.columns {
		if object[c] == "" {
			object[c] = cells[i]
		}
	}
	data, err := json.Marshal(object)
	return data, at, err
}

// next returns the next row that is not blank, which goes on over lines while a quotation
// mark is open, and its first line.
func (t *table) next() ([]byte, int, error) {
	t.row.Reset()
	first, size, open := 0, 0, false
	for !t.ended {
		line, n, err := t.in.next()
		t.n++
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, t.n, err
		}
		t.ended = err != nil
		if size == 0 {
			if n <= MaxBytes && len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			first = t.n
		}
		if size += n + 1; size > MaxBytes {
			t.row = bytes.Buffer{} // it is read past
		} else {
			t.row.Write(line)
			t.row.WriteByte('\n')
		}
		if open = t.opens(line, open); !open || n > MaxBytes {
			break
		}
	}
	switch {
	case size == 0:
		return nil, t.n, io.EOF
	case size > MaxBytes:
		return nil, first, recordError(fmt.Sprintf("the row goes on to line %d, and is longer than the %d bytes that one may have: is a quotation mark missing?", t.n, MaxBytes))
	case open:
		return nil, first, recordError("a quotation mark is not closed to the end of the file")
	}
	return t.row.Bytes(), first, nil
}

// opens reports whether a quotation mark is open at the end of a line of a row, and so may one
// be at its beginning. Of two within a cell, which stand for one, the second opens it again.
func (t *table) opens(line []byte, open bool) bool {
	begins := true // a mark would begin a cell, or be the second
	for _, c := range line {
		switch {
		case c == '"' && (open || begins):
			open, begins = !open, true
		case !open:
			begins = strings.IndexByte(t.between, c) >= 0
		}
	}
	return open
}

// cells divides a row. In a cell that does not begin with one, a quotation mark is a character.
func (t *table) cells(row []byte) ([]string, error) {
	read := func(lazily bool) ([]string, error) {
		r := csv.NewReader(bytes.NewReader(row))
		r.Comma, r.LazyQuotes = rune(t.between[0]), lazily
		return r.Read()
	}
	cells, err := read(false)
	if errors.Is(err, csv.ErrBareQuote) {
		quotes := func(cell string) bool { return strings.HasPrefix(strings.TrimLeft(cell, " "), `"`) }
		if all, wrong := read(true); wrong == nil && !slices.ContainsFunc(all, quotes) {
			return all, nil
		}
	}
	var where *csv.ParseError
	if errors.As(err, &where) {
		err = where.Err
	}
	return cells, err
}

// place implements [reader].
func (*table) place(line int) (int, string) { return line, "" }
