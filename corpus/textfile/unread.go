package textfile

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// What to do with files that may well hold articles, in forms that are not read.
const (
	asText    = "save the text as .txt"
	asPage    = "let the name end in .html"
	renamed   = "let the name end in .txt"
	asRecords = "export it as .csv or .jsonl"
	unpacked  = "unpack it"
)

// unread are forms in which people keep articles and that are not read, by file name extension.
// Pictures and the like are not among them: nobody expects those to be read.
var unread = map[string]string{
	".doc": asText, ".docx": asText, ".docm": asText, ".odt": asText, ".ott": asText, ".rtf": asText, ".wpd": asText, ".pages": asText,
	".pdf": asText, ".ps": asText, ".epub": asText, ".mobi": asText, ".azw3": asText, ".djvu": asText, ".tex": asText,
	".ppt": asText, ".pptx": asText, ".odp": asText, ".eml": asText, ".msg": asText, ".mbox": asText, ".mht": asText, ".mhtml": asText,
	".sgm": asText, ".sgml": asText, ".warc": asText, ".webarchive": asText,
	".text": renamed, ".markdown": renamed, ".mdown": renamed, ".rst": renamed, ".org": renamed, ".adoc": renamed,
	".xhtml": asPage, ".shtml": asPage,
	".xls": asRecords, ".xlsx": asRecords, ".ods": asRecords, ".numbers": asRecords, ".parquet": asRecords,
	".sqlite": asRecords, ".sqlite3": asRecords, ".db": asRecords, ".mdb": asRecords,
	".zip": unpacked, ".gz": unpacked, ".bz2": unpacked, ".xz": unpacked, ".zst": unpacked, ".7z": unpacked, ".rar": unpacked,
	".tar": unpacked, ".tgz": unpacked,
}

// litter are the names of files that systems and offices leave beside others.
var litter = []string{"Thumbs.db", "~$"}

// isUnread reports whether a file may well hold articles, in a form that is not read.
func isUnread(name string) bool {
	return unread[endOf(name)] != "" && !slices.ContainsFunc(litter, func(l string) bool { return strings.HasPrefix(path.Base(name), l) })
}

// endOf returns the extension of a file's name, in lower case.
func endOf(name string) string { return strings.ToLower(path.Ext(name)) }

// Unread says, once for each form, which of the files of a directory may well hold articles and
// are not read, and what to do. The directory has the name that messages begin with. Of the forms
// that told has nothing is said; the others are added to it.
func Unread(dir string, files []string, told map[string]bool) (problems []error) {
	forms := make(map[string][]string)
	for _, file := range files {
		if form := endOf(file); isUnread(file) && !told[form] {
			forms[form] = append(forms[form], file)
		}
	}
	l := Loader{name: dir}
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		of := forms[form]
		told[form] = true
		what, names := "1 "+form+" file is", of[0]
		if more := len(of) - 1; more > 0 {
			what, names = fmt.Sprintf("%d %s files are", len(of), form), fmt.Sprintf("%s and %d more", of[0], more)
		}
		problems = append(problems, l.problem(".", 0, "%s not read (%s): %s", what, names, unread[form]))
	}
	return problems
}
