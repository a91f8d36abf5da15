package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestTours holds that the files of Go that package comments and the guides name are there,
// and that the README names every package: what a tour leads to is easily renamed.
func TestTours(t *testing.T) {
	tree := os.DirFS("../..")
	names := map[string]bool{} // of files, with their folders and without
	tours := map[string]string{}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
			return err
		case path.Ext(name) == ".md":
			text, err := fs.ReadFile(tree, name)
			tours[name] = string(text)
			return err
		case path.Ext(name) != ".go":
			return nil
		}
		names[name], names[path.Base(name)] = true, true
		source, err := fs.ReadFile(tree, name)
		if err != nil || strings.Contains(name, "/testdata/") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.PackageClauseOnly|parser.ParseComments)
		if err == nil && file.Doc != nil {
			tours[name] = file.Doc.Text()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range names {
		dir := path.Dir(name)
		hidden := dir == "." || strings.HasSuffix(dir, "test") || strings.Contains(dir, "/internal/") || strings.Contains(dir, "/testdata") || dir == "answer/index/bench"
		if !hidden && !strings.Contains(tours["README.md"], "`"+dir+"`") {
			t.Errorf("README.md does not say what %s is for", dir)
		}
	}
	found := 0
	for at, tour := range tours {
		for _, name := range regexp.MustCompile(`[\w./]*\w\.go\b`).FindAllString(tour, -1) {
			found++
			if !names[name] {
				t.Errorf("%s names %s, and there is no such file", at, name)
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d names of files were found", found)
	}
}
