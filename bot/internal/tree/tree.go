// Package tree reads JSON of which only a few texts matter, and whose form may differ from
// its documentation.
package tree

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// JSON is an object. Reading it never fails: what is missing, or has another type, is "" or
// nil.
type JSON map[string]any

// Parse reads an object. It returns nil for anything else.
func Parse(raw []byte) JSON {
	o, _ := parse(raw).(map[string]any)
	return o
}

// ParseList reads a list, and returns the objects in it.
func ParseList(raw []byte) []JSON { return objects(parse(raw)) }

func parse(raw []byte) (v any) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber() // an id may have more digits than a float64 holds
	if d.Decode(&v) != nil {
		return nil
	}
	return v
}

// objects returns the objects in a list.
func objects(v any) (all []JSON) {
	list, _ := v.([]any)
	for _, v := range list {
		if o, ok := v.(map[string]any); ok {
			all = append(all, o)
		}
	}
	return all
}

// Text returns the first text that is not "" at one of the paths, such as "event.user". A
// number or boolean counts as text. A path goes through the first element of a list.
func (j JSON) Text(paths ...string) string {
	for _, path := range paths {
		v := j.at(path)
		if list, ok := v.([]any); ok && len(list) > 0 {
			v = list[0]
		}
		text := ""
		switch v := v.(type) {
		case string:
			text = v
		case json.Number:
			text = v.String()
		case bool:
			text = strconv.FormatBool(v)
		}
		if text != "" {
			return text
		}
	}
	return ""
}

// Int returns the whole number at a path, 0 for none.
func (j JSON) Int(path string) int {
	n, _ := strconv.Atoi(j.Text(path))
	return n
}

// Object returns the object at a path, nil for none.
func (j JSON) Object(path string) JSON {
	o, _ := j.at(path).(map[string]any)
	return o
}

// List returns the objects of the list at a path.
func (j JSON) List(path string) []JSON { return objects(j.at(path)) }

// at returns what is at a path, nil for nothing.
func (j JSON) at(path string) any {
	var v any = map[string]any(j)
	for name := range strings.SplitSeq(path, ".") {
		if list, ok := v.([]any); ok && len(list) > 0 {
			v = list[0]
		}
		fields, _ := v.(map[string]any)
		v = fields[name]
	}
	return v
}

// Includes reports whether an object has every field of want with the value wanted. It may
// have others. A list must have as many elements as the one wanted, each as wanted.
func (j JSON) Includes(want JSON) bool {
	return includes(map[string]any(j), map[string]any(want))
}

func includes(have, want any) bool {
	switch w := want.(type) {
	case map[string]any:
		h, ok := have.(map[string]any)
		for k, v := range w {
			ok = ok && includes(h[k], v)
		}
		return ok
	case []any:
		h, _ := have.([]any)
		return slices.EqualFunc(h, w, includes)
	}
	return have == want
}
