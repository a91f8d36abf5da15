// Package search finds the passages of some segments that a query asks for ([Searcher.Retrieve]),
// and the newest of the articles that a filter admits ([Searcher.Newest]).
//
// search.go ranks, in two steps: scan.go finds candidates, with source.go for each alternative
// and slack.go for how far what it adds up may be from a score, and score.go gives each its
// exact score and the share of its article; phrase.go and filter.go help. What the scores are
// stands in the comment of package index.
//
// # Decisions
//
// Every posting is looked at, but only roughly. Context: methods that skip
// passages which cannot reach the top pay for queries of few terms, and a
// question with its related words has dozens; adding up 64-bit scores over all
// passages misses the processor's caches. Decision: a posting holds its part of
// BM25 in 8 bits, these are added up in 16 bits over 65,536 passages at a time,
// which stay in the cache, and every passage whose sum could, with all errors
// of rounding against it, belong to the best is scored exactly. Consequence: about
// half a nanosecond a posting, and the ranking is that of the formula, to the last
// bit, whatever the rounding.
package search
