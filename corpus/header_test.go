package corpus

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestParseHeader(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string // "name=value" of each field, joined by "; "
		story      string // what is left of the text
	}{
		{"none", "The dam held.\n", "", "The dam held.\n"},
		{"every name", "Headline: A\nOutlet: B\nByline: C\nPublished: D\nURL: E\nSection: F\nID: G\n\nThe dam held.",
			"headline=A; outlet=B; byline=C; published=D; url=E; section=F; id=G", "The dam held."},
		{"every other name, in any case", "TITLE: A\nsource: B\nAuthor: C\ndate: D\nLink: E\nCategory: F\n\nThe dam held.",
			"headline=A; outlet=B; byline=C; published=D; url=E; section=F", "The dam held."},
		{"the names that lines of JSON have", "authors: C\npublished_at: D\n\nThe dam held.", "byline=C; published=D", "The dam held."},
		{"a value with colons, Windows line ends, a byte order mark", "\uFEFFURL: https://example.com/a:b\r\n\r\nThe dam held.",
			"url=https://example.com/a:b", "The dam held."},
		{"longer ones", "Date_published: D\nPublication: B\n\nThe dam held.", "published=D; outlet=B", "The dam held."},
		{"no story", "Headline: A", "headline=A", ""},
		{"front matter", "---\nTitle: \"The \\\"dam\\\"\"\noutlet: 'Valley''s Post'\ntags:\n  - dam\nlayout: post\n---\n\nThe dam held.",
			`headline=The "dam"; outlet=Valley's Post`, "\nThe dam held."},
		{"lists in front matter", "---\ntitle: A\nauthors:\n  - Ann Roe\n  - \"Bo Doe\"\ntags:\n- dam\nsection: [News, 'Local']\n---\nThe dam held.",
			"headline=A; byline=Ann Roe, Bo Doe; section=News, Local", "The dam held."},
		{"objects in front matter, which have names of their own", "---\ntitle: The dam\nauthor:\n  name: Ann Roe\n  url: https://post.example/ann\nurl: https://post.example/dam\nimage:\n  title: A picture\n  url: dam.png\nseo: {title: Dam, url: x}\n---\nThe dam held.",
			"headline=The dam; byline=Ann Roe; url=https://post.example/dam", "The dam held."},
		{"a list of objects", "---\nauthors:\n- name: Ann Roe\n  url: https://post.example/ann\n- url: https://post.example/bo\n  name: \"Bo Doe\"\ntitle: A\n---\nThe dam held.",
			"byline=Ann Roe, Bo Doe; headline=A", "The dam held."},
		{"values over several lines, and comments", "---\ntitle: >-\n  The dam\n  held # 5\nsource: The Valley\n  Post\ndescription: |\n  Outlet: none\ndate: 2023-11-17 # a Friday\nsection: \"News # 1\" # the first\n---\nThe dam held.",
			"headline=The dam held # 5; outlet=The Valley Post; published=2023-11-17; section=News # 1", "The dam held."},
		{"front matter that is indented", "---\n  title: The dam\n  author:\n    name: Ann Roe\n  date: 2023\n---\nThe dam held.", "headline=The dam; byline=Ann Roe; published=2023", "The dam held."},
		{"tables and arrays of TOML", "+++\nauthors = [\n  \"Ann Roe\",\n  \"Bo Doe\",\n]\ntitle = \"The dam\"\n[image]\ntitle = \"A picture\"\nurl = \"dam.png\"\n+++\nThe dam held.",
			"byline=Ann Roe, Bo Doe; headline=The dam", "The dam held."},
		{"brackets with something behind them", "---\nauthors: [Ann Roe] # ours\ntitle: [Update] The dam\nsection: [\"News # 1\", Local]\nurl: x\n---\nThe dam held.",
			"byline=Ann Roe; headline=[Update] The dam; section=News # 1, Local; url=x", "The dam held."},
		{"an array with comments", "+++\nauthors = [ # both\n\"Ann Roe\", # the first\n\"Bo Doe\",\n] # all\ntitle = \"A\"\n+++\nThe dam held.",
			"byline=Ann Roe, Bo Doe; headline=A", "The dam held."},
		{"front matter of TOML", "+++\ntitle = \"The dam\"\ndate = 2023-11-17\nauthors = [\"Ann Roe\", \"Bo Doe\"]\n[params]\nx = 1\n+++\nThe dam held.",
			"headline=The dam; published=2023-11-17; byline=Ann Roe, Bo Doe", "The dam held."},
		{"front matter of JSON", "{\n  \"title\": \"The dam\",\n  \"date\": \"2023-11-17\",\n  \"authors\": [\"Ann Roe\", \"Bo Doe\"],\n  \"draft\": false\n}\n\nThe dam held.",
			"headline=The dam; byline=Ann Roe and Bo Doe; published=2023-11-17", "\n\nThe dam held."},
		{"an object that tells nothing", "{\n\"x\": 1\n}\nThe dam held.", "", "{\n\"x\": 1\n}\nThe dam held."},
		{"a brace above a story", "{\nThe dam held.", "", "{\nThe dam held."},
		{"a rule of plusses above a story", "+++\nThe dam held.", "", "+++\nThe dam held."},
		{"front matter without a known name", "---\nlayout: post\n---\nThe dam held.", "", "The dam held."},
		{"a rule above a story", "---\nThe dam held.\n---\nIt rained.", "", "---\nThe dam held.\n---\nIt rained."},
		{"a rule that nothing closes", "---\nVerdict: it held.\n", "", "---\nVerdict: it held.\n"},
		{"a first line with a colon", "Date: Tuesday\nPlace: Millbrook\n\nCome!", "", "Date: Tuesday\nPlace: Millbrook\n\nCome!"},
		{"names that are not known", "Article-ID: 5\nHeadline: A\nWord count: 120\nPublish date: D\nKeywords: dams, rain\n\nThe dam held.", "headline=A; published=D", "The dam held."},
		{"one that is known among others", "Date: D\nPlace: Millbrook\nScore: 2:1\n\nThe dam held.", "", "Date: D\nPlace: Millbrook\nScore: 2:1\n\nThe dam held."},
		{"a name inside the story", "The dam held.\n\nSource: Jane Doe\n\nIt rained.", "", "The dam held.\n\nSource: Jane Doe\n\nIt rained."},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, err := ParseHeader(c.text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range h.Fields {
				got = append(got, f.Name+"="+f.Value)
			}
			if got := strings.Join(got, "; "); got != c.want {
				t.Errorf("fields are %s, want %s", got, c.want)
			}
			if got := c.text[h.End:]; got != c.story {
				t.Errorf("the story is %q, want %q", got, c.story)
			}
		})
	}
}

func TestParseHeaderUnfinished(t *testing.T) {
	for text, line := range map[string]int{
		"Headline: A\nOutlet: B\nThe dam held.\n":                                                         3,
		"---\ntitle: A\n\nThe dam held.\n":                                                                1,
		"Headline: A\nOutlet: B\nMILLBROOK: It rained.\n":                                                 3,
		"Headline: A\nOutlet: B\nMILLBROOK: The dam held on Monday, after four days of rain, Lee said.\n": 3,
	} {
		_, err := ParseHeader(text)
		if !errors.Is(err, errHeader) || !strings.Contains(err.Error(), fmt.Sprintf("line %d:", line)) {
			t.Errorf("%q: error is %v, want line %d", text, err, line)
		}
	}
	if h, err := ParseHeader("{\n\"title\": 5\n}\n\nThe dam held."); err != nil || h.Unread != `"title" must be a string, not number` {
		t.Errorf("%q is unread, and the error %v", h.Unread, err)
	}
}

// TestHeaderNames holds that a header knows the names that lines of JSON have.
func TestHeaderNames(t *testing.T) {
	for f := range reflect.TypeFor[record[id, string]]().Fields() {
		switch name := f.Tag.Get("json"); name {
		case "file", "body", "text", "content", "maintext", "articlebody", "article", "content_text", "content_html":
		default:
			if f, ok := headerField(name + ": x"); !ok || f.Value != "x" {
				t.Errorf("%q is no field of a header", name)
			}
		}
	}
}
