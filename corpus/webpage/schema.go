package webpage

import (
	"encoding/json"
	"strings"

	"newshound/corpus"
)

// schema takes what a block of JSON tells, if it describes an article or lists one
// (https://schema.org/NewsArticle).
func (f *found) schema(data []byte) {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) == nil {
		for _, one := range list {
			f.schema(one)
		}
		return
	}
	var object struct {
		Type    json.RawMessage   `json:"@type"`
		Graph   []json.RawMessage `json:"@graph"`
		Section section           `json:"articleSection"`
	}
	if json.Unmarshal(data, &object) != nil {
		return
	}
	for _, one := range object.Graph {
		f.schema(one)
	}
	if kind := string(object.Type); f.record.Headline != "" || !strings.Contains(kind, "Article") && !strings.Contains(kind, "BlogPosting") {
		return
	}
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
