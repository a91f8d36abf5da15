package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"
)

// passage is a line of a corpus. Its fields are good until the next one is read.
type passage struct {
	id      []byte // its number
	article []byte
	text    []byte
}

// readPassages calls use for the first n passages of the corpus at path, or for
// all that there are.
func readPassages(path string, n int, use func(passage) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // it is only read
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	for i := 0; i < n && lines.Scan(); i++ {
		id, rest, _ := bytes.Cut(lines.Bytes(), []byte{'\t'})
		article, text, ok := bytes.Cut(rest, []byte{'\t'})
		if !ok {
			return fmt.Errorf("%s:%d: a passage is “number TAB article TAB text”", path, i+1)
		}
		if err := use(passage{id, article, text}); err != nil {
			return err
		}
	}
	return lines.Err()
}

// query is a line of a file of queries.
type query struct {
	question string
	words    []string
}

// readQueries returns the first n queries of the file at path, or all.
func readQueries(path string, n int) ([]query, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var queries []query
	for line := range strings.Lines(string(data)) {
		question, words, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || strings.TrimSpace(words) == "" {
			return nil, fmt.Errorf("%s:%d: a query is “question TAB words”", path, len(queries)+1)
		}
		if queries = append(queries, query{question, strings.Fields(words)}); len(queries) == n {
			break
		}
	}
	if len(queries) == 0 {
		return nil, fmt.Errorf("%s has no queries", path)
	}
	return queries, nil
}
