package eval

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// SavedRun is a run that was written before: of each query's id the ids of the
// articles found, each once, best first.
type SavedRun map[string][]string

// savedHit is a line of a saved run.
type savedHit struct {
	query, article string
	rank           int
}

// ReadRun reads a run as [WriteTREC] or [WriteJSONL] writes it, or a TREC run of
// another program that names articles without paragraphs. Lines may stand in any
// order; the rank decides. The first line that is neither form ends the reading
// with an error that names it. name is the file's name in errors.
func ReadRun(r io.Reader, name string) (SavedRun, error) {
	var hits []savedHit
	err := eachLine(r, name, func(_ int, line []byte) error {
		read := trecHit
		if line[0] == '{' {
			read = jsonHit
		}
		h, err := read(line)
		hits = append(hits, h)
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(hits) == 0 {
		return nil, fmt.Errorf("%s: holds no run", name)
	}
	slices.SortStableFunc(hits, func(a, b savedHit) int { return cmp.Compare(a.rank, b.rank) })
	run := make(SavedRun)
	for _, h := range hits {
		if !slices.Contains(run[h.query], h.article) {
			run[h.query] = append(run[h.query], h.article)
		}
	}
	return run, nil
}

func jsonHit(line []byte) (savedHit, error) {
	var w struct {
		Query   string `json:"query"`
		Article string `json:"article"`
		Rank    int    `json:"rank"`
	}
	if err := json.Unmarshal(line, &w); err != nil {
		return savedHit{}, explainJSON(err)
	}
	if w.Query == "" || w.Article == "" || w.Rank < 1 {
		return savedHit{}, errors.New(`want "query", "article" and a "rank" from 1`)
	}
	return savedHit{w.Query, w.Article, w.Rank}, nil
}

// paragraphs are what WriteTREC appends to an article's id.
var paragraphs = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`#\d+(-\d+)?$`) })

func trecHit(line []byte) (savedHit, error) {
	columns := strings.Fields(string(line))
	if len(columns) != 6 {
		return savedHit{}, fmt.Errorf("%d columns: want the six of a TREC run", len(columns))
	}
	rank, err := strconv.Atoi(columns[3])
	if err != nil {
		return savedHit{}, fmt.Errorf("the rank %q is not a whole number", columns[3])
	}
	query, err := url.PathUnescape(columns[0])
	if err != nil {
		return savedHit{}, err
	}
	article, err := url.PathUnescape(paragraphs().ReplaceAllString(columns[2], ""))
	return savedHit{query, article, rank}, err
}
