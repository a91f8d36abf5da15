package webpage

import (
	"encoding/json"
	"strings"

	"newshound/corpus"
)

// schema takes what a block of JSON tells, if it describes an article or lists one
// (https://schema.org/NewsArticle), as an array or as a graph.
func (f *found) schema(data []byte) {
	objects := []json.RawMessage{data}
	var list []json.RawMessage
	if json.Unmarshal(data, &list) == nil {
		objects = list
	}
	for _, object := range objects {
		var graph struct {
			Objects []json.RawMessage `json:"@graph"`
		}
		if json.Unmarshal(object, &graph) == nil {
			for _, one := range graph.Objects {
				f.object(one)
			}
		}
		f.object(object)
	}
}

// object takes what an object tells, if it is the first to describe an article.
func (f *found) object(data []byte) {
	var object struct {
		Type    json.RawMessage `json:"@type"`
		Section section         `json:"articleSection"`
	}
	if f.record.Headline != "" || json.Unmarshal(data, &object) != nil {
		return
	}
	if kind := string(object.Type); !strings.Contains(kind, "Article") && !strings.Contains(kind, "BlogPosting") {
		return
	}
	f.live = strings.Contains(string(object.Type), "LiveBlogPosting")
	if r, err := corpus.DecodeRecord(data); err == nil {
		f.record = r
		f.record.Section = string(object.Section)
	}
}

// section is the name of a section, or the first of several.
type section string

// UnmarshalJSON implements [json.Unmarshaler].
func (s *section) UnmarshalJSON(b []byte) error {
	var list []string
	if json.Unmarshal(b, &list) == nil && len(list) > 0 {
		*s = section(list[0])
		return nil
	}
	_ = json.Unmarshal(b, (*string)(s)) // what is no name tells none
	return nil
}
