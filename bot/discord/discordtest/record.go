package discordtest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// recorder writes bodies for .ci/discord-schema: a line of JSON for each, in a file
// of the test's own. The nil recorder writes nothing.
type recorder struct {
	t    testing.TB
	mu   sync.Mutex
	file *os.File
}

// recorded is one line.
type recorded struct {
	// Sent is true for what the bot sent, false for what the server answered.
	Sent bool `json:"sent"`
	// Route is the method and the path with its parameters by name, as in the
	// published schema; Status is that of an answer.
	Route  string          `json:"route"`
	Status int             `json:"status,omitempty"`
	Body   json.RawMessage `json:"body"`
}

// newRecorder returns the recorder that the environment asks for.
func newRecorder(t testing.TB) *recorder {
	dir := os.Getenv("DISCORD_BODIES")
	if dir == "" {
		return nil
	}
	f, err := os.CreateTemp(dir, strings.ReplaceAll(t.Name(), "/", "_")+"-*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return &recorder{t: t, file: f}
}

// write records a body. One that is no JSON is not recorded: it is a violation, or sent on
// purpose.
func (r *recorder) write(line recorded) {
	if r == nil || !json.Valid(line.Body) {
		return
	}
	data, err := json.Marshal(line)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err == nil && r.file != nil {
		_, err = fmt.Fprintf(r.file, "%s\n", data)
	}
	if err != nil {
		r.t.Errorf("record in %s: %v", filepath.Base(r.file.Name()), err)
	}
}

func (r *recorder) close() {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.file.Close(); err != nil {
		r.t.Error(err)
	}
	r.file = nil
}
