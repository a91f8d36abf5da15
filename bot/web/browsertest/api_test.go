package browsertest

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestAPIKeepsItsDescription holds what the API answers to the schemas of its own
// OpenAPI description, in which no field may be that they do not name.
func TestAPIKeepsItsDescription(t *testing.T) {
	for articles, paths := range map[string]map[string]string{
		"": {
			"/ask?q=Did+Russian+hackers+attack+Senator+McCaskill%3F": "Answer", "/ask?q=What+did+Macron+say%3F": "Answer", "/compare?q=election+security": "Answer",
			"/check-quote?q=she+described+the+attack+as+not+very+successful": "Answer", "/ask?form=quote&q=none+of+the+attempts+was+successful": "Answer",
			"/article/000_63526c818c043935": "Article", "/article/nothing": "Problem", "/coverage": "Coverage", "/ask": "Problem", "/nowhere": "Problem",
		},
		town: {
			"/ask?q=old+bridge&limit=50": "Answer", "/ask?q=old+brigde+dragons": "Answer", "/ask?q=outlet:Moon+from:soon+to:1999+%22a+red+herring%22+-x+old+bridge": "Answer",
			"/ask?q=old+bridge&outlet=The+Rot&from=2030": "Answer", "/ask?q=old+bridge&from=2024-05-01&outlet=The+Root": "Answer", "/timeline?q=old+bridge": "Answer", "/compare?q=old+bridge": "Answer",
			"/article/why%2Fso": "Article", "/article/vote": "Article", "/coverage?period=month": "Coverage", "/ask?q=a&limit=none": "Problem",
		},
	} {
		at := serve(t, articles) + "/api/v1"
		doc := decoded(t, at+"/openapi.json")
		shut(doc)
		compiler := jsonschema.NewCompiler()
		compiler.DefaultDraft(jsonschema.Draft2020)
		if err := compiler.AddResource("openapi.json", doc); err != nil {
			t.Fatal(err)
		}
		for path, name := range paths {
			schema, err := compiler.Compile("openapi.json#/components/schemas/" + name)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(decoded(t, at+path)); err != nil {
				t.Errorf("%s is no %s: %v", path, name, err)
			}
			if schema.Validate(map[string]any{"unknown": 1}) == nil {
				t.Errorf("anything is a %s", name)
			}
		}
	}
}

// decoded returns the JSON at an address.
func decoded(t *testing.T, address string) any {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatalf("%s: %v in %s", address, err, text)
	}
	return v
}

// shut forbids the objects of a description fields that it does not name.
func shut(v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, one := range v {
			shut(one)
		}
		if v["properties"] != nil && v["type"] == "object" {
			v["additionalProperties"] = false
		}
	case []any:
		for _, one := range v {
			shut(one)
		}
	}
}
