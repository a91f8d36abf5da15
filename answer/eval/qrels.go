package eval

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Qrels hold the judged articles: of each query's id, the grade of each
// article's id. A grade of 1 or more means relevant, and more means more so.
type Qrels map[string]map[string]int

// ReadQrels reads relevance judgements, one a line: the query, the article and
// the grade, separated by tabs, or by blanks in a line without a tab. The four columns of
// TREC (query, a number that nobody reads, article, grade) are read as well, and the header
// line of BEIR's files is passed over.
//
// The first line that is neither, and a pair that is judged twice with
// different grades, ends the reading with an error that names the line. name
// is the file's name in errors.
func ReadQrels(r io.Reader, name string) (Qrels, error) {
	qrels := Qrels{}
	err := eachLine(r, name, func(n int, line []byte) error {
		if n == 1 && string(line) == "query-id\tcorpus-id\tscore" {
			return nil
		}
		return qrels.add(string(line))
	})
	if err != nil {
		return nil, err
	}
	if len(qrels) == 0 {
		return nil, fmt.Errorf("%s: holds no judgements", name)
	}
	return qrels, nil
}

// add records one line. An id may hold a blank where tabs separate.
func (q Qrels) add(line string) error {
	columns := strings.Split(line, "\t")
	if len(columns) == 1 {
		columns = strings.Fields(line)
	}
	if len(columns) == 4 {
		columns = slices.Delete(columns, 1, 2)
	}
	if len(columns) != 3 {
		return fmt.Errorf("%d columns: want query, article and grade", len(columns))
	}
	query, article := strings.TrimSpace(columns[0]), strings.TrimSpace(columns[1])
	if query == "" || article == "" {
		return errors.New("an empty column")
	}
	grade, err := strconv.Atoi(strings.TrimSpace(columns[2]))
	if err != nil {
		return fmt.Errorf("the grade %q is not a whole number", columns[2])
	}
	grades := q[query]
	if grades == nil {
		grades = map[string]int{}
		q[query] = grades
	}
	if old, ok := grades[article]; ok && old != grade {
		return fmt.Errorf("query %q, article %q: graded %d, and %d before", query, article, grade, old)
	}
	grades[article] = grade
	return nil
}

// Unknown returns the ids of the judged queries that are not among the cases,
// sorted: judgements that nothing is measured by.
func (q Qrels) Unknown(cases []Case) []string {
	known := make(map[string]bool, len(cases))
	for _, c := range cases {
		known[c.ID] = true
	}
	var unknown []string
	for id := range q {
		if !known[id] {
			unknown = append(unknown, id)
		}
	}
	slices.Sort(unknown)
	return unknown
}

// Absent returns the ids of the relevant articles that the corpus does not
// hold, sorted. No engine can find those.
func (q Qrels) Absent(holds func(id string) bool) []string {
	absent := map[string]bool{}
	for _, grades := range q {
		for id, grade := range grades {
			if grade > 0 && !holds(id) {
				absent[id] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(absent))
}
