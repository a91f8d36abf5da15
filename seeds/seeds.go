// Package seeds embeds the coverage that Newshound answers from out of the
// box: three articles on one event, the National Security Council meeting on
// election security of 27 July 2018.
//
// The text files are kept byte for byte as they were received, with all that
// an article's page leaves around a story. What is known of them beyond their
// text stands in metadata.jsonl, and nothing else does: their bylines and
// publication times are not known, and one of them has no headline.
package seeds

import "embed"

// FS holds the articles and metadata.jsonl, in the form that corpus/textfile
// reads.
//
//go:embed *.txt metadata.jsonl
var FS embed.FS
