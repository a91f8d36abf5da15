package frames_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"net"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"newshound/bot/internal/frames"
)

// watcher notes what it is told, keeps back the messages that hold "secret", and cuts
// those that hold "long" in half.
type watcher struct {
	messages []string
	codes    []int
}

func (w *watcher) Message(payload []byte) []byte {
	w.messages = append(w.messages, string(payload))
	switch {
	case bytes.Contains(payload, []byte("secret")):
		return nil
	case bytes.Contains(payload, []byte("long")):
		return payload[:len(payload)/2]
	}
	return payload
}

func (w *watcher) Closed(code int) { w.codes = append(w.codes, code) }

// stream is a connection that gives a text to read, in pieces of any size.
type stream struct {
	net.Conn
	io.Reader
}

func (s stream) Read(p []byte) (int, error) { return s.Reader.Read(p) }

const handshake = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"

// text is a frame with a text message.
func text(payload string) string { return frame(0x81, payload) }

func frame(first byte, payload string) string {
	switch n := len(payload); {
	case n < 126:
		return string([]byte{first, byte(n)}) + payload
	case n < 1<<16:
		return string([]byte{first, 126, byte(n >> 8), byte(n)}) + payload
	default:
		return string([]byte{first, 127, 0, 0, 0, 0, byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}) + payload
	}
}

// long is a message of so many characters that is cut.
func long(n int) string { return strings.Repeat("long", n)[:n] }

func TestConn(t *testing.T) {
	large := strings.Repeat("x", 70_000)
	medium := strings.Repeat("y", 300)
	for _, c := range []struct {
		name, in, out string
		messages      []string
		codes         []int
	}{
		{"messages", handshake + text("a") + text(medium) + text(large) + text(""), "", []string{"a", medium, ""}, nil},
		{"kept back", handshake + text("a") + text("secret") + text("b"), handshake + text("a") + text("b"), []string{"a", "secret", "b"}, nil},
		{"replaced", handshake + text(long(800)) + text(long(252)) + text(long(250)) + text("b"),
			handshake + text(long(800)[:400]) + text(long(252)[:126]) + text(long(250)[:125]) + text("b"), []string{long(800), long(252), long(250), "b"}, nil},
		{"closes", handshake + frame(0x88, "\x0f\xa4") + frame(0x88, ""), "", nil, []int{4004, 0}},
		{"others", handshake + frame(0x89, "ping") + frame(0x01, "first") + frame(0x80, "last") + frame(0x82, "binary") + text("a"), "", []string{"a"}, nil},
		{"a refusal", "HTTP/1.1 502 Bad Gateway\r\n\r\n\x81\x01a<html>", "", nil, nil},
		{"cut in a frame", handshake + "\x81\x05ab", handshake, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.out == "" {
				c.out = c.in
			}
			w := &watcher{}
			conn := frames.New(stream{Reader: iotest.HalfReader(strings.NewReader(c.in))}, w)
			got, err := io.ReadAll(conn)
			if string(got) != c.out {
				t.Errorf("handed on %.80q (%d), want %.80q (%d); %v", got, len(got), c.out, len(c.out), err)
			}
			if !slices.Equal(w.messages, c.messages) || !slices.Equal(w.codes, c.codes) {
				t.Errorf("told of %.80q and %v", w.messages, w.codes)
			}
		})
	}
}

// Whatever a server sends is handed on as it is, but for what is kept back, and
// nothing is read without end.
func FuzzConn(f *testing.F) {
	f.Add([]byte(handshake+text("a")+frame(0x88, "\x03\xe8")), int64(1))
	f.Add([]byte(handshake+"\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xffabc"), int64(2))
	f.Add([]byte(handshake+"\x81\xfeabcdef"), int64(3))
	f.Fuzz(func(t *testing.T, in []byte, seed int64) {
		random := rand.New(rand.NewPCG(uint64(seed), 0))
		conn := frames.New(stream{Reader: bytes.NewReader(in)}, keepNothing{})
		var got []byte
		for {
			p := make([]byte, 1+random.IntN(64))
			n, err := conn.Read(p)
			got = append(got, p[:n]...)
			if err != nil {
				break
			}
		}
		if !bytes.HasPrefix(in, got) {
			t.Errorf("handed on %q of %q", got, in)
		}
	})
}

type keepNothing struct{}

func (keepNothing) Message(payload []byte) []byte { return payload }

func (keepNothing) Closed(int) {}
