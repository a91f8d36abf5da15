package tree_test

import (
	"strings"
	"testing"

	"newshound/bot/internal/tree"
)

func TestText(t *testing.T) {
	j := tree.Parse([]byte(`{"a":"x","empty":"","null":null,"id":12345678901234567890,"yes":true,"o":{"b":{"c":"deep"}},"list":[{"d":"first"},{"d":"second"}],"texts":["one","two"],"none":[]} trailing`))
	for path, want := range map[string]string{
		"a": "x", "empty": "", "null": "", "id": "12345678901234567890", "yes": "true", "o.b.c": "deep", "o": "", "o.x.c": "", "a.b": "",
		"list.d": "first", "texts": "one", "none": "", "none.d": "", "gone": "", "": "",
	} {
		if got := j.Text(path); got != want {
			t.Errorf("%q is %q, want %q", path, got, want)
		}
	}
	for path, want := range map[string]int{"n": 0, "a": 0, "int": -7, "words": 12, "o": 0} {
		if got := tree.Parse([]byte(`{"n":1.5,"a":"x","int":-7,"words":"12","o":{}}`)).Int(path); got != want {
			t.Errorf("%q is %d, want %d", path, got, want)
		}
	}
	if got := j.Text("gone", "empty", "o", "a", "o.b.c"); got != "x" {
		t.Errorf("the first of several is %q", got)
	}
}

func TestList(t *testing.T) {
	j := tree.Parse([]byte(`{"o":{"list":[{"n":1},2,null,"x",{"n":"3"}]},"a":"x"}`))
	var got []string
	for _, o := range j.List("o.list") {
		got = append(got, o.Text("n"))
	}
	if all := tree.ParseList([]byte(`[{"n":1},2,null,{"n":3}]`)); len(all) != 2 || all[1].Text("n") != "3" || tree.ParseList([]byte(`{}`)) != nil {
		t.Errorf("a list of %v", all)
	}
	if strings.Join(got, " ") != "1 3" || j.List("a") != nil || j.List("gone") != nil {
		t.Errorf("%v, %v, %v", got, j.List("a"), j.List("gone"))
	}
}

func TestObject(t *testing.T) {
	j := tree.Parse([]byte(`{"o":{"p":{"n":1}},"list":[{"q":{"n":2}}],"a":"x"}`))
	for path, want := range map[string]string{"o.p": "1", "list.q": "2", "a": "", "gone": "", "o": ""} {
		if got := j.Object(path).Text("n"); got != want {
			t.Errorf("%q has %q, want %q", path, got, want)
		}
	}
}

// What is no object has nothing in it.
func TestParse(t *testing.T) {
	for _, raw := range []string{"", "null", "[]", "7", `"x"`, "{", `{"a":}`, strings.Repeat("[", 1<<19), "\xff"} {
		if j := tree.Parse([]byte(raw)); j != nil || j.Text("a") != "" || j.List("a") != nil {
			t.Errorf("%.20q is %v", raw, j)
		}
	}
}

func TestIncludes(t *testing.T) {
	for _, c := range []struct {
		have, want string
		ok         bool
	}{
		{`{"a":1,"b":{"c":[1,{"d":"x"}]}}`, `{"a":1,"b":{"c":[1,{"d":"x"}]}}`, true},
		{`{"a":1,"more":null,"b":{"c":[1,{"d":"x","more":7}],"more":[]}}`, `{"a":1,"b":{"c":[1,{"d":"x"}]}}`, true},
		{`{"a":1}`, `{}`, true},
		{`{"a":1}`, `{"a":2}`, false},
		{`{"a":1}`, `{"a":1,"b":1}`, false},
		{`{"a":[1,2]}`, `{"a":[1]}`, false},
		{`{"a":[1]}`, `{"a":[1,2]}`, false},
		{`{"a":[2,1]}`, `{"a":[1,2]}`, false},
		{`{"a":{}}`, `{"a":[1]}`, false},
		{`{"a":[1]}`, `{"a":{"0":1}}`, false},
		{`{}`, `{"a":{}}`, false},
	} {
		if got := tree.Parse([]byte(c.have)).Includes(tree.Parse([]byte(c.want))); got != c.ok {
			t.Errorf("%s includes %s: %v", c.have, c.want, got)
		}
	}
}
