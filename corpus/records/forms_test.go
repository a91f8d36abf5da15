package records_test

import (
	"encoding/binary"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"newshound/corpus"
	"newshound/corpus/records"
)

// TestForms loads arrays of JSON and tables. An article is written as its id, headline, body and,
// where that is of matter, byline, and a problem as it is told, without the file's name.
func TestForms(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"news.json", `[{"title":"Dam [holds","text":"The \"dam\" held: }."},{"id":7,"body":"It rained.","tags":[{"a":["]"]}]}]`,
			`news:1 Dam [holds The "dam" held: }.|7  It rained.`},
		{"news.json", "\uFEFF\n[\n  {\n    \"body\": \"The dam held.\"\n  },\n  {\"nobody\": 1},\n  {\"body\": }\n]\n",
			`news:1  The dam held.|! article 2: there is no body: put the story's text in "body" or "text"|! article 3: not valid JSON at byte 10`},
		{"news.json", "{\n \"body\": \"One.\"}\n{\"body\": \"Two.\"}", "news:1  One.|news:2  Two."},
		{"news.jsonl", "{\"body\": \"One.\"}\n\uFEFF{\"body\": \"Two.\"}\n", "news:1  One.|news:2  Two."},
		{"news.jsonl", "[\n{\"body\": \"One.\"},\n{\"body\": \"Two.\"}\n]", "news:1  One.|news:2  Two."},
		{"news.json", `{"status":"ok","totalResults":2,"articles":[{"body":"One.","data":[{"a":1}]},{"body":"Two."}],"next":[{"body":"no"}]} {"body":"Three."}`,
			"news:1  One.|news:2  Two.|news:3  Three."},
		{"news.json", `{"response":{"a":["articles",{}],"results":[{"content":"One."}],"b":{"c":"]}"}}}`, "news:1  One."},
		{"news.json", `{"items":["a",{"b":[{}]}],"body":"One.","results":[{"a":1}]}`, "news:1  One."},
		{"news.json", `{"articles":[{"content":"It held, said… [+2310 chars]"}]}`, "news:1  It held, said… [+2310 chars]|! article 1: the body is cut short ([+2310 chars]), as NewsAPI sends it: put the whole text in"},
		{"news.json", `{"articles":[{"body":"One."}`, "news:1  One.|read news.json: the file is cut short in article 2: unexpected EOF: get the file again"},
		{"news.json", `{"articles":[{"body":"One."}],"a":"`, "news:1  One.|read news.json: the file is cut short in article 2: unexpected EOF: get the file again"},
		{"news.json", `[{"body":"One."},{"body":"Tw`, "news:1  One.|read news.json: the file is cut short in article 2: unexpected EOF: get the file again"},
		{"news.json", `[{"body":"One."}`, "news:1  One.|read news.json: the file is cut short in article 2: unexpected EOF: get the file again"},
		{"news.json", `{"results":[{"body":"One."}],"a":{"articles":[{"body":"Two."}]},"b":1}{"body":"Three."}`, "news:1  One.|news:2  Two.|news:3  Three."},
		{"news.json", `{"items":[{"body":"One."}],"body":"Two."}{"body":"Three."}`, "news:1  One.|! article 2: behind it stands a text of what it is a part of, which is not read|news:2  Three."},
		{"news.json", `]{"body":"One."}`, "read news.json: nothing is read from article 1 on: ']' stands where an object should begin"},
		{"news.jsonl", `{"body":"The <i>dam</i> held.\r\n\r\nThe <b>mill</b>\r\nburned. It is <b>old</b>."}` + "\n" + `{"body":"<p>It held.<p>It is <b>old</b>.\n \nIt is grey.</p>"}`, "news:1  The dam held.\n\nThe mill\nburned. It is old.|news:2  It held.\n\nIt is old.\n\nIt is grey."},
		{"news.jsonl", `{"body":"` + strings.Repeat("<div>", 600) + `It held.` + strings.Repeat("</div>", 600) + `"}`, "news:1  " + strings.Repeat("<div>", 600) + "It held." + strings.Repeat("</div>", 600) + "|! :1: the text has HTML tags (</div>)"},
		{"news.json", `["One."]`, "read news.json: nothing is read from article 1 on: '\"' stands where an object should begin: write an array of objects, or one object after the other"},
		{"news.csv", "\uFEFF,Title,Text,Author,year\r\n0,Dam holds,\"The \"\"dam\"\" held,\r\n\r\nthey said.\",Ann Roe,2023\r\n\r\n1,Rain,It rained.,,\r\n",
			"news:2 Dam holds The \"dam\" held,\n\nthey said.|news:6 Rain It rained."},
		{"news.tsv", "id\theadline\tbody\nd1\tDam, holds\tThe dam held.\n", "d1 Dam, holds The dam held."},
		{"news.csv", "id;Publish date;body\nd1;2024;The dam, held.", "d1  The dam, held."},
		{"news.csv", "id,body\na,The dam, held.\nb,caf\xe9\nc,5\" of \"rain\" fell\nd,It \"rained.\ne,\"It is\nnot closed",
			"! :2: the row has 3 columns, and the first line 2: a text that holds the mark between them must stand in quotation marks|" +
				"! :3: byte 6 of the row is not UTF-8: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8|" +
				"c  5\" of \"rain\" fell|d  It \"rained.|" +
				"! :6: a quotation mark is not closed to the end of the file"},
		{"news.tsv", "id\tbody\na\tThe 5\" pipe broke.\nb\t\"It\n\"\"held\"\" – he \"\nc\t\"It\" held\"\nd\tIt held.",
			"a  The 5\" pipe broke.|b  It\n\"held\" – he |! :5: the row, which goes to line 5, cannot be read: extraneous|d  It held."},
		{"news.csv", "id, text\na, \"It held\n", "! :2: the row, which goes to line 2, cannot be read: bare \" in non-quoted-field"},
		{"news.csv", "id,text\ra,It held.\rb,It rained.\r", "news.csv: its lines end as those of old Macs do: save it anew (of Excel's kinds: CSV UTF-8)"},
		{"news.csv", "id,headline\n1,Dam holds\n", `news.csv: the first line must name the columns, and one of them be "body" or "text": it has id, headline`},
		{"news.csv", "body\n", "news.csv is empty"},
		{"news.csv", "sep=;\r\nid;text\r\na;It held, so far.\r\n", "a  It held, so far."},
		{"news.json", `{"a":1,"hits":{"hits":[{"text":"It held."}]}}`, `! article 1: there is no body: put the story's text in "body" or "text"; it has a, hits`},
		{"news.json", `{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1}`, `! article 1: there is no body: put the story's text in "body" or "text"; it has a, b, c, d, e, f, g, h, 2 more`},
		{"news.xml", `<?xml version="1.0" encoding="ISO-8859-1"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:m="http://search.yahoo.com/mrss/"><channel><title>Caf` + "\xe9" + `</title>` +
			`<item><m:title>No</m:title><title>Dam holds</title><guid>d1</guid><description>Short</description><content:encoded><![CDATA[<p>It held.</p><p>R&amp;D is &#8220;old&#8221;.</p>]]></content:encoded></item>` +
			`<item><title>Rain</title><description>It rained.</description></item></channel></rss>`,
			"d1 Dam holds It held.\n\nR&D is “old”.|! item 2: it has no more than a summary"},
		{"news.atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>a</id><title>Dam</title><content type="xhtml"><div><p>It held.</p><p>Yes.</p></div></content></entry>` +
			`<entry><content type="html">&lt;b&gt;It&lt;/b&gt; rained.</content></entry></feed>`, "a Dam It held.\n\nYes.|news:2  It rained."},
		{"news.atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><link href="https://v.example/a"/><content>Of a &lt; b, &lt;b&gt; holds.</content></entry></feed>`, "https://v.example/a  Of a < b, <b> holds."},
		{"news.atom", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><author><name>Ann Roe</name></author><author><name>Bo Li</name></author><author><name>Ann Roe</name></author><content>It held.</content></entry></feed>`, "a  It held. / Ann Roe and Bo Li"},
		{"news.rss", `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><link>https://v.example/a</link><content:encoded>It held.</content:encoded></item><item><content:encoded>` + strings.Repeat("It rained. ", records.MaxBytes/11+1) + `</content:encoded></item></channel></rss>`,
			"https://v.example/a  It held.|read news.rss: nothing is read from item 2 on: it has more than 33554432 bytes: take it out"},
		{"export.xml", `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>` +
			`<item><content:encoded>A draft.</content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item><item><content:encoded>A menu.</content:encoded><wp:status>publish</wp:status><wp:post_type>nav_menu_item</wp:post_type></item>` +
			`<item><content:encoded>It held.

It is old.</content:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`, "export:3  It held.\n\nIt is old."},
		{"export.xml", `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><content:encoded><![CDATA[[caption id="a" width="3"]<img src="a.jpg"> The dam.[/caption]

[vc_row][vc_column width="1/2"]It held [sic], [b]she[/b] said.[/vc_column][/vc_row]

[gallery ids="1,2"][gallery][embed]https://v.example/[/embed] [youtube https://v.example/?v=1]

Of [the] dam [1] [x = 5] and [rain said].[/p]

It is old [see https://v.example/a], [the plan is at https://v.example/b].]]></content:encoded><wp:status>publish</wp:status></item></channel></rss>`,
			"export:1  It held [sic], she said.\n\nOf [the] dam [1] [x = 5] and [rain said].\n\nIt is old [see https://v.example/a], [the plan is at https://v.example/b]."},
		{"news.xml", "<nitf><body>It held.</body></nitf>", "read news.xml: nothing is read from item 1 on: it has none: of XML a feed is read"},
		{"news.rss", "<rss><item><title>A", "read news.rss: the file is cut short in item 1"},
		{"news.csv", "\xff\xfe" + wide("id\tbody\r\na\tThe café held.\r\n"), "a  The café held."},
		{"news.xml", "\xff\xfe" + wide(`<?xml version="1.0" encoding="UTF-16"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>The café held.</content></entry></feed>`), "a  The café held."},
		{"news.xml", `<?xml version="1.0" encoding="Shift_JIS"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>` + "\x93\x8c\x8b\x9e" + `</content></entry></feed>`, "a  東京"},
		{"news.xml", "\xff\xfe" + wide(`<?xml version="1.0" encoding="iso-8859-1"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>The café held.</content></entry></feed>`), "a  The café held."},
		{"news.xml", "\ufeff" + `<?xml version="1.0" encoding="iso-8859-1"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>The café held.</content></entry></feed>`, "a  The café held."},
		{"news.xml", `<?xml version="1.0" encoding="Shift_JIS"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>It is UTF-8: café.</content></entry></feed>`, "a  It is UTF-8: café."},
		{"news.xml", `<?xml version="1.0" encoding="UTF-16LE"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>It held.</content></entry></feed>`, "a  It held."},
		{"news.xml", `<?xml version="1.0" encoding="UTF8"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>The caf` + "\xe9" + `.</content></entry></feed>`, "read news.xml: nothing is read from item 1 on: line 1 is not UTF-8: convert the file, or name its encoding in its first line"},
		{"news.xml", `<?xml version="1.0" encoding="Shift_JIS"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>The caf` + "\xe9" + `.</content></entry><entry><id>b</id><content>It held.</content></entry></feed>`,
			"! item 1: it is damaged, or not in the encoding shift_jis, as it says|b  It held."},
		{"news.jsonl", "\xff\xfe" + wide(`{"id":"a","body":"The caf`) + "\x00\xd8" + wide(`"}`+"\n"+`{"id":"b","body":"It held."}`), "! :1: it is damaged, or not in the encoding UTF-16, as it says|b  It held."},
		{"news.xml", `<?xml version="1.0" encoding="iso-2022-kr"?><feed/>`, `read news.xml: nothing is read from item 1 on: xml: opening charset "iso-2022-kr": it is in iso-2022-kr: convert it to UTF-8`},
		{"news.xml", `<?xml version="1.0" encoding="EBCDIC"?><feed/>`, `read news.xml: nothing is read from item 1 on: xml: opening charset "EBCDIC": it is in EBCDIC: convert it to UTF-8`},
	} {
		path := write(t, c.name, []byte(c.text))
		var got []string
		for a, err := range records.New(path).Load(t.Context()) {
			if a != nil {
				got = append(got, a.ID+" "+a.Headline+" "+a.Body+" / "+a.Byline)
			}
			if problem, ok := err.(*corpus.ItemError); ok { //nolint:errorlint // no other error is wrapped by one
				got = append(got, "! "+strings.TrimSpace(strings.TrimPrefix(problem.Error(), path+": ")))
			} else if err != nil {
				got = append(got, err.Error())
			}
		}
		for i := range got {
			got[i] = strings.ReplaceAll(strings.ReplaceAll(got[i], "! "+path, "! "), path, c.name)
		}
		if want := strings.Split(c.want, "|"); !slices.EqualFunc(got, want, strings.HasPrefix) {
			t.Errorf("%s: %q is\n%q, want\n%q", c.name, c.text, got, want)
		}
	}
}

// wide returns a text in UTF-16, the low byte first.
func wide(text string) string {
	var out []byte
	for _, c := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, c)
	}
	return string(out)
}

// TestLongRecords holds that what is too long for an article is read past, and that the
// articles behind it are loaded.
func TestLongRecords(t *testing.T) {
	long := strings.Repeat(strings.Repeat("x", 1<<16)+"\n", records.MaxBytes>>16)
	for name, text := range map[string]string{
		"news.json": `[{"body":"` + long + `"},{"body":"It rained."}]`,
		"long.csv":  "body,id\n" + strings.Repeat("x", records.MaxBytes+1) + ",a\nIt rained.,b\n",
		"news.csv":  "body,id\n\"" + long + "\",a\nIt rained.,b\n",
	} {
		path := write(t, name, []byte(text))
		articles, problems, err := corpus.Collect(t.Context(), records.New(path))
		if err != nil || len(problems) != 1 || len(articles) == 0 || articles[len(articles)-1].Body != "It rained." {
			t.Errorf("%s: %d articles, %d problems, %v", name, len(articles), len(problems), err)
		}
		_ = os.Remove(path)
	}
}
