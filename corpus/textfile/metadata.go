package textfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"

	"newshound/corpus"
)

// MetadataFile is the file in the directory that tells what is known of the
// others.
const MetadataFile = "metadata.jsonl"

// maxMetadata is its greatest size in bytes: a million lines of metadata, read
// at once.
const maxMetadata = 512 << 20

// metadata reads the metadata file if there is one.
func (l *Loader) metadata(files []string) (map[string]corpus.Meta, []error) {
	f, err := l.fsys.Open(MetadataFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, []error{l.problem(MetadataFile, 0, "cannot be read (%v): change its permissions or remove it", cause(err))}
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err == nil && info.Size() > maxMetadata {
		return nil, []error{l.problem(MetadataFile, 0, "has more than %d bytes: bodies belong in the text files", maxMetadata)}
	}
	data, err := io.ReadAll(io.LimitReader(f, maxMetadata)) // one that does not end has no size
	if err != nil {
		return nil, []error{l.problem(MetadataFile, 0, "cannot be read (%v): change its permissions or remove it", cause(err))}
	}
	exists := make(map[string]bool, len(files))
	for _, file := range files {
		exists[file] = true
	}
	known := make(map[string]corpus.Meta)
	var problems []error
	n := 0
	for line := range bytes.Lines(data) {
		if n++; len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		r, err := corpus.DecodeRecord(line)
		file := path.Clean(r.File)
		switch _, again := known[file]; {
		case err != nil:
			problems = append(problems, l.problem(MetadataFile, n, "%v", err))
		case r.File == "":
			problems = append(problems, l.problem(MetadataFile, n, `has no "file": name the text file that it is about`))
		case !exists[file]:
			problems = append(problems, l.problem(MetadataFile, n, "there is no text file %q in the directory: correct the name or remove the line", r.File))
		case again:
			problems = append(problems, l.problem(MetadataFile, n, "file %q has a line above already: remove one of them; the first is kept", r.File))
		default:
			known[file] = r.Meta
			if r.Unread != "" {
				problems = append(problems, l.problem(MetadataFile, n, "%s; the rest of the line is used", r.Unread))
			}
		}
	}
	return known, problems
}
