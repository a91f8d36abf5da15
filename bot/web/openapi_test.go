package web_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"net/http"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"newshound/bot/bottest"
)

// TestOpenAPI holds the description to what is served: every path and method that it
// names is there, every parameter is known, and there are no others.
func TestOpenAPI(t *testing.T) {
	p := page(t, forms{bottest.Answering(t, bottest.Bridge())})
	_, text := get(t, p, "/api/v1/openapi.json")
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			Parameters  []struct{ Name, In string }
			RequestBody struct {
				Content map[string]struct {
					Schema struct {
						Ref string `json:"$ref"`
					}
				}
			}
			Responses map[string]any
		}
		Components struct {
			Schemas map[string]struct{ Properties map[string]any }
		}
	}
	if err := json.Unmarshal([]byte(text), &doc); err != nil || doc.OpenAPI != "3.1.0" || len(doc.Paths) != 7 {
		t.Fatalf("%v in %.300s", err, text)
	}
	for endpoint, methods := range doc.Paths {
		at := "/api/v1" + strings.Replace(endpoint, "{id}", "bridge", 1)
		allowed := []string{"get"}
		if methods["post"].Responses != nil {
			allowed = append(allowed, "post")
		}
		r, _ := get(t, p, at, by(http.MethodDelete))
		if got := strings.Contains(r.Header.Get("Allow"), "POST"); r.StatusCode != http.StatusMethodNotAllowed || got != slices.Contains(allowed, "post") {
			t.Errorf("%s allows %s, and %v are described", at, r.Header.Get("Allow"), allowed)
		}
		var names []string
		for _, one := range methods["get"].Parameters {
			if one.In == "query" {
				names = append(names, one.Name)
			}
		}
		if ref := methods["post"].RequestBody.Content["application/json"].Schema.Ref; ref != "" {
			body := slices.Sorted(maps.Keys(doc.Components.Schemas[path.Base(ref)].Properties))
			if want := slices.Sorted(slices.Values(names)); !slices.Equal(body, want) {
				t.Errorf("%s takes %v, and %v in a body", at, want, body)
			}
		}
		_, says := get(t, p, at+"?unknown=1")
		want := "It takes none."
		if len(names) > 0 {
			want = "The parameters are " + strings.Join(names, ", ") + "."
		}
		if !strings.Contains(says, want) {
			t.Errorf("%s: %s; described are %v", at, says, names)
		}
	}
}

// TestOpenAPIAnswer holds the description of an answer to the fields that package answer
// writes, but for those of follow-ups and explanations, for which no program can ask here. The
// source is read, since no one answer has all of them.
func TestOpenAPIAnswer(t *testing.T) {
	var doc struct {
		Components struct {
			Schemas struct {
				Answer struct{ Properties map[string]any }
			}
		}
	}
	_, text := get(t, page(t, forms{bottest.Answering(t, bottest.Bridge())}), "/api/v1/openapi.json")
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "../../answer/json.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var written []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok || spec.Name.Name != "wireAnswer" {
			return true
		}
		for _, f := range spec.Type.(*ast.StructType).Fields.List {
			tag := reflect.StructTag(strings.Trim(f.Tag.Value, "`")).Get("json")
			if name, _, _ := strings.Cut(tag, ","); name != "unclear" && name != "explain" {
				written = append(written, name)
			}
		}
		return false
	})
	slices.Sort(written)
	if described := slices.Sorted(maps.Keys(doc.Components.Schemas.Answer.Properties)); !slices.Equal(described, written) || len(written) == 0 {
		t.Errorf("described are %v\nwritten are   %v", described, written)
	}
}
