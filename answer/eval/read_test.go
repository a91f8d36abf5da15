package eval

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestReadCases(t *testing.T) {
	const in = "\ufeff" + `{"id": "a", "text": "Who?", "type": ["ignored"], "answer": 3}

{"id": "b", "question": "What?", "date": "2023/01/05", "accept": ["this", "that"]}
{"id": "c", "text": "When?", "answers": ["now"], "answerable": true}` + "\r\n" +
		`{"id": "d", "text": "Where?", "accept": []}
{"id": "e", "text": "Why?", "answerable": false, "answers": []}
{"id": "f", "text": "How?", "answerable": false}
{"id": "g", "text": "Whence?", "question": "unread", "date": 7, "accept": ["read"], "answers": ["unread"]}
{"id": -8, "text": "Whom?"}
`
	got, err := ReadCases(strings.NewReader(in), "q.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	want := []Case{
		{ID: "a", Text: "Who?", Answerable: true},
		{ID: "b", Text: "What?", Answerable: true, Asked: time.Date(2023, time.January, 5, 0, 0, 0, 0, time.UTC), Accept: []string{"this", "that"}},
		{ID: "c", Text: "When?", Answerable: true, Accept: []string{"now"}},
		{ID: "d", Text: "Where?", Accept: []string{}},
		{ID: "e", Text: "Why?", Accept: []string{}},
		{ID: "f", Text: "How?"},
		{ID: "g", Text: "Whence?", Answerable: true, Accept: []string{"read"}},
		{ID: "-8", Text: "Whom?", Answerable: true},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestReadCasesErrors(t *testing.T) {
	const ok = `{"id": "a", "text": "Who?"}` + "\n"
	tests := []struct{ in, want string }{
		{"", "q.jsonl: holds no queries"},
		{"\n \n", "q.jsonl: holds no queries"},
		{ok + "\n{", "q.jsonl:3: not JSON: unexpected end of JSON input"},
		{`["id"]`, "q.jsonl:1: a JSON array, not an object"},
		{`{"id": ["7"], "text": "Who?"}`, `q.jsonl:1: an id must be a string or a number`},
		{ok + `{"id": "b", "text": "Who?", "accept": [1]}`, `q.jsonl:2: "accept" holds a JSON number, and must be a list of strings`},
		{ok + `{"id": "b", "text": "Who?", "accept": "she"}`, `q.jsonl:2: "accept" is a JSON string, and must be a list`},
		{`{"text": "Who?"}`, `q.jsonl:1: no "id"`},
		{`{"id": "a"}`, `q.jsonl:1: no "text" and no "question"`},
		{ok + ok, `q.jsonl:2: query "a" is on line 1 already`},
		{`{"id": "a", "text": "Who?", "accept": ["she", ""]}`, "q.jsonl:1: an accepted span is empty"},
		{`{"id": "a", "text": "Who?", "accept": ["she"], "answerable": false}`, `q.jsonl:1: "answerable" is false, but there are accepted spans`},
		{ok + "{\"id\": \"b\", \"text\": \"\xff\"}", "q.jsonl:2: not valid UTF-8"},
		{ok + strings.Repeat("x", maxLine+1), "q.jsonl:2: longer than 1048576 bytes"},
	}
	for _, test := range tests {
		_, err := ReadCases(strings.NewReader(test.in), "q.jsonl")
		if err == nil || err.Error() != test.want {
			t.Errorf("%.60q: error %v, want %s", test.in, err, test.want)
		}
	}
}

func TestReadQrels(t *testing.T) {
	want := Qrels{"q 1": {"a b": 2, "c": 0}, "q2": {"c": -1}}
	tests := []struct{ name, in string }{
		{"three columns", "q 1\ta b\t2\nq 1\tc\t0\n\nq2\tc\t-1\r\n"},
		{"four columns", "q 1\t0\ta b\t2\nq 1\t0\tc\t0\nq2 0 c -1\n"},
		{"blanks", " q 1 \t a b\t2 \nq 1\t0\tc\t0\n q2  c -1\r\n"},
		{"a header, a pair twice", "query-id\tcorpus-id\tscore\nq 1\ta b\t2\nq 1\tc\t0\nq2\tc\t-1\nq2\tc\t-1"},
	}
	for _, test := range tests {
		got, err := ReadQrels(strings.NewReader(test.in), "r.tsv")
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v; want %v", test.name, got, err, want)
		}
	}
}

func TestReadQrelsErrors(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "r.tsv: holds no judgements"},
		{"query-id\tcorpus-id\tscore\n", "r.tsv: holds no judgements"},
		{"q1\ta\t1\nq1\ta", "r.tsv:2: 2 columns: want query, article and grade"},
		{"q1 0 a b 1", "r.tsv:1: 5 columns: want query, article and grade"},
		{"q1\ta\thigh", `r.tsv:1: the grade "high" is not a whole number`},
		{"q1\ta\t0.5", `r.tsv:1: the grade "0.5" is not a whole number`},
		{"\ta\t1", "r.tsv:1: an empty column"},
		{"q1\ta\t1\n\nq1\ta\t2", `r.tsv:3: query "q1", article "a": graded 2, and 1 before`},
		{"q1\t\xff\t1", "r.tsv:1: not valid UTF-8"},
	}
	for _, test := range tests {
		_, err := ReadQrels(strings.NewReader(test.in), "r.tsv")
		if err == nil || err.Error() != test.want {
			t.Errorf("%q: error %v, want %s", test.in, err, test.want)
		}
	}
}

func TestQrelsThatNothingIsMeasuredBy(t *testing.T) {
	qrels := Qrels{"q0": {"a": 1}, "z": {"b": 1}, "y": {"a": 1, "c": 1, "b": 1, "d": 0}}
	if got, want := qrels.Unknown(cases(3)), []string{"y", "z"}; !reflect.DeepEqual(got, want) {
		t.Errorf("unknown queries %v, want %v", got, want)
	}
	got := qrels.Absent(func(id string) bool { return id == "a" })
	if want := []string{"b", "c"}; !reflect.DeepEqual(got, want) {
		t.Errorf("absent articles %v, want %v", got, want)
	}
}
