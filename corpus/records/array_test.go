package records

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// TestArrayInPieces reads objects through buffers that end anywhere in them.
func TestArrayInPieces(t *testing.T) {
	objects := []string{
		`{"id":"a","title":"Dam \"holds\" \\","body":"It {held: [\"so far\"]}.","data":[{"a":["]"]}]}`,
		`{"articles":[1,{"b":"}"}],"text":"\\"}`, `{"a":{"articles":["c",[{}]],"d":[]},"content":"It \u0022rained\u0022."}`, `{}`,
	}
	all := strings.Join(objects, " ,\n")
	for _, text := range []string{"[" + all + "]", all, `{"status":"ok \"[{","response":{"docs":[],"x":["articles",{}],"results": [` + all + `],"more":"]}"},"e":[{"f":"g"}]}`} {
		for size := 16; size < 80; size++ {
			a := &array{r: bufio.NewReaderSize(strings.NewReader(text), size)}
			var got []string
			var err error
			for err == nil {
				var object []byte
				if object, _, err = a.read(); err == nil {
					got = append(got, string(object))
				}
			}
			if !errors.Is(err, io.EOF) || !slices.Equal(got, objects) {
				t.Fatalf("%s through %d bytes: got %q, %v", text, size, got, err)
			}
		}
	}
}
