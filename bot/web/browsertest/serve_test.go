package browsertest

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
	"time"
)

// patience is how long anything may take.
const patience = 60 * time.Second

// town is a corpus of what the seeds lack: dates, days on which several outlets write,
// a caption, an article of which nothing is known but its text, and hostile words.
const town = `{"id":"vote","headline":"Old bridge to close","outlet":"The Ashford Gazette","byline":"Joe Doe","published":"2024-05-06","url":"https://gazette.example/bridge","body":"The council of Ashford voted on Monday to close the old bridge over the Ash.\n\nPhoto: Ann Lee/AP\n\nThe bridge was built in 1911 and carries 900 cars a day.\n\nAccording to The Post:\n\nThe bridge needs $2 million."}
{"id":"why/so","headline":"Why the bridge has to go","outlet":"The Root","published":"2024-05-07T09:30:00Z","url":"https://root.example/bridge","body":"The old bridge of Ashford is rusty, an engineer said on Tuesday.\n\nThe council wants to close it in June."}
{"id":"late","outlet":"The Root","published":"2024-05-20","body":"The old bridge was closed today, and 900 drivers were late."}
{"id":"notes","body":"The old bridge <script>alert(1)</script> & a verylongwordthatdoesnotendandhasnobreakanywhereinitsothatitmustbebrokenbythepageitself https://example.org/a/very/long/address/that/has/no/blank/in/it/and/goes/on/and/on/and/on closes."}
`

// serve starts the page on an articles' file, or on the seeds where that is "", and
// returns its address.
func serve(t *testing.T, articles string) string {
	t.Helper()
	args := []string{"serve", "--page", "127.0.0.1:0", "--state", "", "--log", "json"}
	if articles != "" {
		path := filepath.Join(t.TempDir(), "town.jsonl")
		if err := os.WriteFile(path, []byte(articles), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--corpus", path)
	}
	cmd := exec.CommandContext(t.Context(), env(t, "NEWSHOUND"), args...)
	cmd.Env = []string{"HOME=" + t.TempDir()}
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	address := make(chan string, 1)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		served := regexp.MustCompile(`"url":"(http://[^"]+)/"`)
		for lines := bufio.NewScanner(log); lines.Scan(); {
			if m := served.FindStringSubmatch(lines.Text()); m != nil {
				address <- m[1]
			}
		}
	}()
	t.Cleanup(func() {
		<-ended
		if err := cmd.Wait(); err != nil && t.Context().Err() == nil {
			t.Errorf("serve ended: %v", err)
		}
	})
	select {
	case url := <-address:
		return url
	case <-ended:
		t.Fatal("serve ended")
	case <-time.After(patience):
		t.Fatal("serve does not listen")
	}
	return ""
}

// env returns what must be set in the environment.
func env(t *testing.T, name string) string {
	t.Helper()
	value := os.Getenv(name)
	if value == "" {
		t.Fatal(fmt.Errorf("%s is not set; .ci/browser sets it", name))
	}
	return value
}
