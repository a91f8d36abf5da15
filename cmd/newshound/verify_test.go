package main

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

// TestReadSavedEncodings reads a saved answer as PowerShell writes it into a file.
func TestReadSavedEncodings(t *testing.T) {
	const saved = `{"snippets": [{"n": 1, "quote": "“We will miss it,” said Ann Lee."}]}`
	path := filepath.Join(t.TempDir(), "answer.json")
	for name, encoding := range map[string]interface{ String(string) (string, error) }{
		"UTF-8":         unicode.UTF8.NewEncoder(),
		"UTF-8 marked":  unicode.UTF8BOM.NewEncoder(),
		"UTF-16 little": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(),
		"UTF-16 big":    unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(),
	} {
		text, err := encoding.String(saved)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if quotes, err := readSaved(path, nil); err != nil || len(quotes) != 1 || quotes[0].Quote != "“We will miss it,” said Ann Lee." {
			t.Errorf("%s: %+v, %v", name, quotes, err)
		}
	}
}
