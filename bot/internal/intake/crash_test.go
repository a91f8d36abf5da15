package intake

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// crashEnv names the directory of a process that is there to be killed.
const crashEnv = "NEWSHOUND_INTAKE_CRASH"

// TestMain makes this test binary, when told so, a bot that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv(crashEnv); dir != "" {
		if err := doomed(dir, os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1) //nolint:forbidigo // this is the main function of a process of its own
		}
		return
	}
	m.Run()
}

// doomed is a bot that is killed at any moment. It reads the names of events, says
// "acked NAME" of each that it need not be told again, posts a line to the file
// "posts" for each job, and says "posted NAME". It ends when there is no more to read.
func doomed(dir string, in io.Reader, out io.Writer) error {
	intake, err := Open(Options{Path: filepath.Join(dir, "journal"), Workers: 4})
	if err != nil {
		return err
	}
	posts, err := os.OpenFile(filepath.Join(dir, "posts"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go func() {
		defer stop()
		for lines := bufio.NewScanner(in); lines.Scan(); {
			name := lines.Text()
			go func() {
				if v := intake.Accept(Job{Keys: []string{name}, Payload: []byte(name)}); v == Accepted || v == Duplicate {
					_, _ = io.WriteString(out, "acked "+name+"\n")
				}
			}()
		}
	}()
	intake.Run(ctx, func(_ context.Context, j *Job) error {
		j.Sending()
		if _, err := posts.WriteString(string(j.Payload) + "\n"); err != nil {
			return err
		}
		_, err := io.WriteString(out, "posted "+string(j.Payload)+"\n")
		return err
	}, nil)
	return intake.Close()
}

// TestKilled kills a bot at random moments, restarts it, and delivers again
// whatever it did not acknowledge, as a platform does. In the end every event was
// posted once, but for those that were between the journal and the post when the
// bot was killed: of these there are few, where it is known that the machine was not started
// anew, and otherwise at most as many as workers, each time.
func TestKilled(t *testing.T) {
	const events, kills, workers = 1000, 12, 4 // in each life fewer are acknowledged than are left
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	acked := map[string]bool{}
	for life := 0; ; life++ {
		if left := deliver(t, dir, random, acked, events, life < kills); left == 0 {
			break
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, "posts"))
	if err != nil {
		t.Fatal(err)
	}
	posts := map[string]int{}
	for _, name := range strings.Fields(string(text)) {
		posts[name]++
	}
	lost := 0
	for i := range events {
		switch n := posts[strconv.Itoa(i)]; {
		case n > 1:
			t.Errorf("event %d was posted %d times", i, n)
		case n == 0:
			lost++
		}
	}
	t.Logf("%d events, %d kills, %d never posted", events, kills, lost)
	most := kills * workers
	if bootID() != "" {
		most = kills / 2
	}
	if lost > most {
		t.Errorf("%d events were never posted", lost)
	}
	if len(posts) > events {
		t.Errorf("%d events were posted", len(posts))
	}
}

// deliver runs a bot through one life and returns how many events it has neither
// acknowledged nor, when it is not killed, posted.
func deliver(t *testing.T, dir string, random *rand.Rand, acked map[string]bool, events int, kill bool) (left int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), crashEnv+"="+dir)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for i := range events {
		if name := strconv.Itoa(i); !acked[name] {
			names = append(names, name)
		}
	}
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	_, _ = io.WriteString(stdin, strings.Join(names, "\n")+"\n") // it may be killed meanwhile

	until := random.IntN(60) // lines that it lives to say
	if !kill {
		until = -1
	}
	open := len(names)
	for lines := bufio.NewScanner(stdout); until != 0 && (kill || open > 0) && lines.Scan(); until-- {
		if name, ok := strings.CutPrefix(lines.Text(), "acked "); ok && !acked[name] {
			acked[name] = true
			open--
		}
	}
	if kill {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return len(names) + 1 // there is another life
	}
	// Let it end in its own time: its work is done when the queue is empty.
	_ = stdin.Close()
	rest, _ := io.ReadAll(stdout)
	_ = cmd.Wait()
	t.Logf("the last life: %d events to deliver, %d bytes more", len(names), len(rest))
	return open
}
