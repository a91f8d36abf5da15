package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// module is the path of the module, which its packages' import paths begin with.
const module = "newshound"

// mayImport says which of our packages the packages of a row may import. The
// first row whose pattern matches holds; "/..." at the end of a pattern stands
// for one or more levels below.
var mayImport = []struct {
	packages string
	imports  []string
}{
	{"seeds", nil},
	{"corpus", nil},
	{"corpus/textfile", []string{"corpus", "corpus/records", "corpus/webpage"}},
	{"corpus/...", []string{"corpus"}},
	{"answer", []string{"corpus", "answer/analysis", "answer/attribution", "answer/calendar"}},
	{"answer/analysis", nil},
	{"answer/align", []string{"answer/analysis"}},
	{"answer/attribution", []string{"corpus", "answer/analysis", "answer/attribution/internal/quotation"}},
	{"answer/attribution/internal/quotation", []string{"corpus"}},
	{"answer/calendar", []string{"answer/analysis"}},
	{"answer/lexicon", []string{"answer/analysis"}},
	{"answer/story", []string{"corpus", "answer/analysis", "answer/align"}},
	{"answer/wording", []string{"corpus", "answer/analysis", "answer/align"}},
	{"answer/answertype", []string{"answer/analysis", "answer/calendar"}},
	{"answer/speaker", []string{"answer/analysis", "answer/attribution", "answer/lexicon", "answer/syntax"}},
	{"answer/syntax", []string{"answer", "answer/align", "answer/analysis", "answer/calendar", "answer/wording", "corpus"}},
	{"answer/naming", []string{"answer", "answer/analysis", "answer/answertype", "answer/attribution", "answer/calendar", "answer/speaker", "answer/syntax", "corpus"}},
	{"answer/draft", []string{"answer", "answer/analysis", "answer/answertype", "answer/calendar", "answer/naming", "answer/syntax", "corpus"}},
	{"answer/followup", []string{"answer", "answer/analysis", "answer/answertype", "answer/attribution", "answer/calendar", "answer/draft", "answer/lexicon", "answer/naming", "answer/speaker", "answer/syntax", "corpus"}},
	{"answer/inquiry", []string{"answer", "answer/analysis", "answer/answertype", "answer/calendar", "answer/lexicon", "answer/naming", "answer/syntax", "corpus"}},
	{"answer/eval", []string{"answer", "answer/analysis", "answer/engine", "corpus"}},
	{"answer/engine", []string{"answer", "answer/analysis", "answer/align", "answer/answertype", "answer/attribution", "answer/calendar", "answer/draft", "answer/followup", "answer/inquiry", "answer/lexicon", "answer/naming", "answer/speaker", "answer/story", "answer/syntax", "answer/wording", "corpus"}},
	{"answer/index", []string{"answer", "answer/analysis", "answer/index/internal/...", "corpus"}},
	{"answer/index/internal/disk", nil}, // these stand in layers: each may import those above it that it names
	{"answer/index/internal/bm25", nil},
	{"answer/index/internal/raw", nil},
	{"answer/index/internal/pages", []string{"answer/index/internal/disk", "answer/index/internal/raw"}},
	{"answer/index/internal/strtab", []string{"answer/analysis"}},
	{"answer/index/internal/postings", []string{"answer/index/internal/bm25", "answer/index/internal/disk", "answer/index/internal/raw"}},
	{"answer/index/internal/roll", []string{"answer", "answer/analysis", "answer/index/internal/postings", "answer/index/internal/raw", "corpus"}},
	{"answer/index/internal/segment", []string{"answer", "answer/analysis", "answer/index/internal/bm25", "answer/index/internal/disk", "answer/index/internal/pages", "answer/index/internal/postings", "answer/index/internal/raw", "answer/index/internal/roll", "answer/index/internal/strtab", "corpus"}},
	{"answer/index/internal/build", []string{"answer", "answer/analysis", "answer/index/internal/disk", "answer/index/internal/pages", "answer/index/internal/postings", "answer/index/internal/raw", "answer/index/internal/segment", "answer/index/internal/strtab", "corpus", "answer/index/internal/bm25"}},
	{"answer/index/internal/search", []string{"answer", "answer/index/internal/bm25", "answer/index/internal/build", "answer/index/internal/postings", "answer/index/internal/segment", "corpus"}},                                              // build for its tests
	{"answer/index/internal/vocabulary", []string{"answer", "answer/analysis", "answer/index/internal/build", "answer/index/internal/roll", "answer/index/internal/segment", "corpus"}},                                                         // build for its tests
	{"answer/index/internal/store", []string{"answer/index/internal/build", "answer/index/internal/disk", "answer/index/internal/pages", "answer/index/internal/raw", "answer/index/internal/roll", "answer/index/internal/segment", "corpus"}}, // build and corpus for its tests
	{"answer/index/bench", []string{"answer", "answer/analysis", "answer/engine", "answer/index", "corpus"}},                                                                                                                                    // a module and a program of its own
	{"answer/...", []string{"answer", "answer/analysis", "corpus"}},
	{"bot", []string{"answer", "answer/syntax", "corpus", "bot/cite", "bot/phrase", "bot/internal/plain"}},
	{"bot/cite", []string{"answer", "corpus", "bot/phrase", "bot/internal/plain"}},
	{"bot/phrase", []string{"corpus", "bot/internal/plain"}},
	{"bot/internal/form", []string{"answer/calendar"}},
	{"bot/internal/...", nil},
	{"bot/...", []string{"bot", "bot/cite", "bot/phrase", "answer", "answer/syntax", "bot/internal/..."}},
	{"cmd/newshound/internal/service", []string{"answer", "answer/engine", "answer/index", "bot", "corpus", "corpus/textfile"}}, // index and textfile for its tests
	{"cmd/...", []string{"cmd/newshound/internal/...", "seeds", "corpus", "corpus/...", "answer", "answer/...", "bot", "bot/..."}},
}

// owners says which package alone may import the modules whose path begins so.
var owners = []struct{ prefix, owner string }{
	{"github.com/bwmarrin/discordgo", "bot/discord"},
	{"github.com/slack-go/", "bot/slack"},
	{"github.com/kljensen/snowball", "answer/analysis"},
}

// topLevel is all that may stand beside go.mod.
var topLevel = []string{
	"cmd", "bot", "answer", "corpus", "seeds", "go.mod", "go.sum", "README.md", "LICENSE",
	".git", ".ci", ".github", ".golangci.yml", ".gitignore",
}

// TestImports holds this repository to the rules. It reads the sources itself:
// a result of go list would come out of the go command's test cache.
func TestImports(t *testing.T) {
	const root = "../.."
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	// What git does not track is someone's own business: a built binary, articles.
	tracked, gitErr := exec.Command("git", "-C", root, "ls-files").Output()
	for _, e := range entries {
		if gitErr == nil && !regexp.MustCompile(`(?m)^"?`+regexp.QuoteMeta(e.Name())+`(/|"?$)`).Match(tracked) {
			continue
		}
		if problem := stray(e.Name()); problem != "" {
			t.Error(problem)
		}
	}
	for _, v := range violations(t, os.DirFS(root)) {
		t.Error(v)
	}
}

// stray says that an entry does not belong at the top level, or returns "".
func stray(name string) string {
	if slices.Contains(topLevel, name) {
		return ""
	}
	return name + ": this does not belong at the top level"
}

// TestImportsAreChecked breaks each rule in a small tree. A line of a file that
// breaks one ends in a comment that the violation's text must hold.
func TestImportsAreChecked(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/imports.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	want := map[string]bool{}
	for _, f := range archive.Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
		for line := range strings.Lines(string(f.Data)) {
			if _, comment, ok := strings.Cut(line, "// ERROR "); ok {
				want[f.Name+": "+strings.TrimSpace(comment)] = true
			}
		}
	}
	for _, v := range violations(t, tree) {
		if !want[v] {
			t.Errorf("unexpected: %s", v)
		}
		delete(want, v)
	}
	for v := range want {
		t.Errorf("not found: %s", v)
	}
}

func TestStray(t *testing.T) {
	for name, want := range map[string]bool{"cmd": false, "go.mod": false, ".ci": false, "docs": true, "internal": true, "main.go": true, ".env": true} {
		if got := stray(name) != ""; got != want {
			t.Errorf("stray(%q) is %v", name, got)
		}
	}
}

// violations lists what breaks the rules in the tree of a module.
func violations(t *testing.T, tree fs.FS) []string {
	t.Helper()
	var found []string
	files := 0
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "_") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		files++
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		found = append(found, fileViolations(name, file)...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Fatal("there is no Go file to check")
	}
	return found
}

// fileViolations lists what is wrong with the imports of one file.
func fileViolations(name string, file *ast.File) []string {
	var found []string
	pkg := path.Dir(name)
	isTest := strings.HasSuffix(name, "_test.go")
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			found = append(found, fmt.Sprintf("%s: %v", name, err))
			continue
		}
		if problem := importProblem(pkg, isTest, imported); problem != "" {
			found = append(found, name+": "+problem)
		}
	}
	return found
}

// importProblem says why a package, or a test of it, may not import a path, or
// returns "".
func importProblem(pkg string, isTest bool, imported string) string {
	if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
		if !allowed(pkg, isTest, ours) {
			return fmt.Sprintf("%s may not import %s", pkg, ours)
		}
		return ""
	}
	if (imported == "testing" || strings.HasPrefix(imported, "testing/")) && !isTest && !isTestPackage(pkg) {
		return fmt.Sprintf("only tests may import %s", imported)
	}
	for _, o := range owners {
		if strings.HasPrefix(imported, o.prefix) && pkg != o.owner {
			return fmt.Sprintf("only %s may import %s", o.owner, imported)
		}
	}
	return ""
}

// allowed reports whether a package of ours, or a test of it, may import another.
func allowed(pkg string, isTest bool, imported string) bool {
	if isTest && (imported == pkg || imported == "seeds" || isTestPackage(imported)) {
		return true
	}
	if isTestPackage(imported) {
		return false // or else what it imports, testing, is in the program
	}
	row := pkg
	if isTestPackage(pkg) {
		// A package that helps tests may import what it helps to test, and all
		// that this may.
		row = path.Dir(pkg)
		if imported == row {
			return true
		}
	}
	for _, r := range mayImport {
		if matches(r.packages, row) {
			return slices.ContainsFunc(r.imports, func(p string) bool { return matches(p, imported) })
		}
	}
	return false
}

// isTestPackage reports whether a package is there for tests: its name ends so.
func isTestPackage(pkg string) bool { return strings.HasSuffix(pkg, "test") }

// matches reports whether a package matches a pattern of mayImport.
func matches(pattern, pkg string) bool {
	parent, below := strings.CutSuffix(pattern, "...")
	return pkg == pattern || below && strings.HasPrefix(pkg, parent)
}
