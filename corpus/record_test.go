package corpus

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	gojson "github.com/goccy/go-json"
)

func TestDecodeRecord(t *testing.T) {
	full := Record{
		Meta: Meta{ID: "1", Headline: "A", Outlet: "B", Byline: "C", Section: "D", URL: "u", Published: time.Date(2023, 1, 5, 0, 0, 0, 0, time.UTC)},
		Body: " E\n",
	}
	for _, c := range []struct {
		name, line string
		want       Record
	}{
		{"first names", `{"id":"1","headline":"A","outlet":"B","byline":"C","section":"D","published":"2023-01-05","url":"u","body":" E\n"}`, full},
		{"second names", `{"id":1,"title":"A","source":"B","author":"C","category":"D","published_at":"2023/01/05","url":"u","text":" E\n"}`, full},
		{"third names", `{"id":"1","title":"A","source":"B","authors":["C"],"category":"D","date":"Jan 5, 2023","link":"u","text":" E\n"}`, full},
		{"of newspaper3k", `{"id":"1","title":"A","source_url":"https://www.B/","authors":"['C']","category":"D","publish_date":1672876800000,"url":"u","text":" E\n"}`, full},
		{"of news-please", `{"id":"1","title":"A","source_domain":"www.B","authors":["C"],"section":"D","date_publish":"2023-01-05 00:00:00","url":"u","maintext":" E\n"}`, full},
		{"of schema.org", `{"id":"1","headline":"A","publication":"","publisher":{"name":"B"},"author":{"name":"C"},"section":"D","datePublished":"2023-01-05","url":"u","articleBody":" E\n"}`, full},
		{"of NewsAPI", `{"id":"1","title":"A","source":{"id":null,"name":"B"},"author":"C","section":"D","publishedAt":"2023-01-05T00:00:00Z","url":"u","content":" E\n"}`, full},
		{"of feeds", `{"id":"1","title":"A","source":"B","author":"C","category":"D","pubDate":"Thu, 05 Jan 2023 00:00:00 GMT","link":"u","content":{"E":1},"text":" E\n"}`, full},
		{"of CNN/DailyMail", `{"id":"1","article":"E","highlights":"X"}`, Record{Meta: Meta{ID: "1"}, Body: "E"}},
		{"an address of an article", `{"source_url":"https://www.gazette.example/2024/dam.html?from=a/b","body":"E"}`, Record{Meta: Meta{Outlet: "gazette.example"}, Body: "E"}},
		{"no address", `{"source":"Sun/Mail?","body":"E"}`, Record{Meta: Meta{Outlet: "Sun/Mail?"}, Body: "E"}},
		{"a time that is none beside one that is", `{"published":"true","pubDate":"31/12/2022","publish_date":"None","date":"2023-01-05","body":"E"}`, Record{Meta: Meta{Published: full.Published}, Body: "E"}},
		{"a text that is none beside one that is", `{"content":{"raw":"X"},"maintext":5,"article":{},"articleBody":"E"}`, Record{Body: "E"}},
		{"a list as a text", `{"authors":"['A', \"O'B\"]","author":"[]","body":"E"}`, Record{Meta: Meta{Byline: "A, O'B"}, Body: "E"}},
		{"both, and the first wins", `{"id":"1","title":"X","headline":"A","outlet":"B","source":"X","byline":"C","author":"X","section":"D","category":"X","published":"2023-01-05","published_at":"X","url":"u","body":" E\n","text":"X"}`, full},
		{"both, and the first is empty", `{"id":"1","headline":" ","title":"A","outlet":"","source":"B","byline":null,"author":"C","section":"D","published":"","published_at":"2023-01-05","url":"u","body":"","text":" E\n"}`, full},
		{"null is absent, and what is unknown is passed over", `{"id":null,"headline":null,"published":null,"url":null,"body":"E","split":"dev","n":[1,{}]}`, Record{Body: "E"}},
		{"a blank id is none", `{"id":" \t","body":"E"}`, Record{Body: "E"}},
		{"a number is its digits", `{"id":-12.50,"body":"E"}`, Record{Meta: Meta{ID: "-12.50"}, Body: "E"}},
		{"escapes", `{"body":"\u201cE\u201d\t\ud83d\ude00"}`, Record{Body: "“E”\t😀"}},
		{"three of a list", `{"author":["A","B","C"],"body":"E"}`, Record{Meta: Meta{Byline: "A, B and C"}, Body: "E"}},
		{"entities", `{"title":"&#039;A&#x27; &amp; B &copy C &AT; &#0;","source":"B&amp;C","url":"u?a&amp;b","body":"&amp;"}`, Record{Meta: Meta{Headline: "'A' & B &copy C &AT; \uFFFD", Outlet: "B&C", URL: "u?a&amp;b"}, Body: "&amp;"}},
		{"lists of names, and names of objects", `{"byline":[" C ",null,{"name":"D"},""],"source":{"id":null,"name":"B"},"category":["D","E"],"author":[],"body":"E"}`, Record{Meta: Meta{Byline: "C and D", Outlet: "B", Section: "D, E"}, Body: "E"}},
		{"a field that is none", `{"id":true,"headline":["A"],"source":{"id":"b"},"author":[true,5],"url":5,"body":"E"}`, Record{Body: "E", Unread: `"id" must be a string or a number; "headline" must be a string, not array; ` +
			`"source" must be a string, or an object with a "name"; "author" must be a string, not bool; "url" must be a string, not number`}},
		{"a field that is none beside one that is", `{"headline":7,"title":"A","published":"soon","body":"E"}`, Record{Meta: Meta{Headline: "A"}, Body: "E",
			Unread: `"headline" must be a string, not number; "published": "soon" is not a date: write it as 2006-01-02, 2006-01-02T15:04:05Z or January 2, 2006`}},
		{"metadata", ` {"file":"a/b.txt","headline":"A"} `, Record{File: "a/b.txt", Meta: Meta{Headline: "A"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := DecodeRecord([]byte(c.line))
			if err != nil || got != c.want {
				t.Errorf("got  %+v, %v\nwant %+v", got, err, c.want)
			}
		})
	}
}

func TestDecodeRecordErrors(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{"body":"E"`, "not valid JSON"},
		{`{"body":"E"} {"body":"F"}`, "more after the object"},
		{`{"body":"E"}}`, "more after the object"},
		{`["E"]`, "one JSON object"},
		{`E`, "one JSON object"},
		{``, "one JSON object"},
		{`{"body":5}`, `"body" must be a string, not number`},
		{`{"content":["E"]}`, `"content" must be a string, not array`},
		{`{"text":["E"]}`, `"text" must be a string, not array`},
		{`{"file":5}`, `"file" must be a string, not number`},
		{"{\"body\":\"caf\xe9\"}", "byte 13 of the line is not UTF-8"},
	} {
		if r, err := DecodeRecord([]byte(c.line)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %+v, %v; want %s", c.line, r, err, c.want)
		}
	}
}

func TestInvalidUTF8(t *testing.T) {
	for text, want := range map[string]int{
		"": -1, "dam": -1, "“dam” 😀\uFFFD": -1,
		"\xff": 0, "caf\xe9": 3, "“\xe2\x80": 3, "\xed\xa0\x80": 0, "a\xc0\x80": 1,
	} {
		if got := InvalidUTF8(text); got != want {
			t.Errorf("InvalidUTF8(%q) = %d, want %d", text, got, want)
		}
		if got := InvalidUTF8([]byte(text)); got != want {
			t.Errorf("InvalidUTF8([]byte(%q)) = %d, want %d", text, got, want)
		}
	}
}

// FuzzUnmarshal compares what the decoder takes with what encoding/json makes of it.
func FuzzUnmarshal(f *testing.F) {
	for _, line := range []string{
		`{"id":"1","headline":"A \"b\"","outlet":null,"body":"E\n\u201cF\u201d \\","n":12,"ok":true}`, `{}`, `{ "body" : "a" , "id":7 } `,
		`{"id":07}`, `{"id":1.5}`, `{"id":-1}`, `{"Body":"a"}`, `{"body":"a","body":"b"}`, `{"body":"\ud83d\ude00"}`, `{"body":"\ud83d"}`,
		`{"body":"a\"}`, `{"body":"a\\"}`, `{"body":"a\\\""}`, "{\"body\":\"a\tb\"}", `{"body":"\x"}`, `{"body":"\u12g4"}`, `{"body":"\u0000"}`,
		`{"body":true}`, `{"x":nul}`, `{"x":[1]}`, `{"x":"a",}`, `{"a":1}}`, `{"a":1`, `{"a"`, `{"body":"\/\b\f\r\t"}`, `{"body":"`, `{"boſy":"a"}`, `{"body":"\`,
	} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var got, want record[id, string]
		if !utf8.Valid(line) || gojson.Unmarshal(line, &got) != nil {
			return
		}
		if err := json.Unmarshal(line, &want); err != nil || got != want {
			t.Errorf("%s\ngot  %+v\nwant %+v, %v", line, got, want, err)
		}
	})
}

func BenchmarkDecodeRecord(b *testing.B) {
	line := []byte(`{"id":"a1","headline":"A \"dam\"","outlet":"The Post","body":"` + strings.Repeat(strings.Repeat(`The dam held, said “Ann”. `, 18)+`\n\n`, 15) + `"}`)
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DecodeRecord(line); err != nil {
			b.Fatal(err)
		}
	}
}
