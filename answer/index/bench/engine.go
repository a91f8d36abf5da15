package main

import "context"

// best is how many passages a query asks for.
const best = 10

// engine is a search engine that is measured.
type engine interface {
	// version tells what is measured.
	version(ctx context.Context) string
	// build makes an index of the first n passages of a corpus, at path, where
	// nothing is. It returns how many passages the engine counts.
	build(ctx context.Context, corpus string, n int, path string) (int, error)
	// open opens an index for several goroutines that search.
	open(ctx context.Context, path string) (index, error)
}

// index is an open index. It is never closed: the process ends instead.
type index interface {
	// searcher returns what one goroutine searches with.
	searcher(ctx context.Context) (searcher, error)
}

// searcher searches. It is used by one goroutine at a time.
type searcher interface {
	// search returns the numbers of the best passages that hold any of the words,
	// best first.
	search(ctx context.Context, words []string) ([]string, error)
}

// The engines, by the names that the command line has for them.
const (
	newshoundName = "newshound"
	articlesName  = "newshound-articles"
	compactName   = "newshound-compact"
	bleveName     = "bleve"
	sqliteName    = "sqlite"
)

func engineNames() []string {
	return []string{newshoundName, compactName, articlesName, bleveName, sqliteName}
}

// ours reports whether an engine of that name is Newshound.
func ours(name string) bool {
	return name == newshoundName || name == compactName || name == articlesName
}

// engineOf returns the engine of that name, which is one of engineNames.
func engineOf(name string) engine {
	switch name {
	case bleveName:
		return bleveEngine{}
	case sqliteName:
		return sqliteEngine{}
	}
	return newshoundEngine{articles: name == articlesName, compact: name == compactName}
}
