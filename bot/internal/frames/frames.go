// Package frames watches what a WebSocket server sends, in the bytes of the connection, below
// the library that speaks the protocol. So messages that the library would mishandle can be
// kept from it, and the code of a close can be seen, which it does not report.
package frames

import (
	"bufio"
	"encoding/binary"
	"io"
	"math"
	"net"
	"slices"
	"strings"
)

// Limit is the size in bytes of the largest message that a [Watcher] is shown.
const Limit = 4 << 10

// Watcher is told what arrives. It is called by the goroutine that reads.
type Watcher interface {
	// Message is shown each text message of one frame that is no larger than [Limit]. It
	// returns what the library gets: the same, another that is no larger, or nil for
	// nothing.
	Message(payload []byte) []byte
	// Closed is told that the server closes the connection, and with which code, 0 for none.
	// The library gets the close, too.
	Closed(code int)
}

// Conn is the client's end of a WebSocket connection, from before its handshake
// (https://www.rfc-editor.org/rfc/rfc6455). Only one goroutine may read.
type Conn struct {
	net.Conn
	watcher  Watcher
	in       *bufio.Reader
	upgraded bool   // past the handshake
	accepted bool   // which said 101
	passing  int64  // how many of the next bytes are handed on unseen
	ready    []byte // to be handed on next
}

// New returns the connection c, watched by w.
func New(c net.Conn, w Watcher) *Conn {
	return &Conn{Conn: c, watcher: w, in: bufio.NewReaderSize(c, 2*Limit)}
}

// Read implements [net.Conn].
func (c *Conn) Read(p []byte) (int, error) {
	for len(c.ready) == 0 {
		if err := c.next(); err != nil {
			return 0, err
		}
	}
	n := copy(p, c.ready)
	c.ready = c.ready[n:]
	return n, nil
}

// next reads what is to be handed on next into c.ready, perhaps nothing.
func (c *Conn) next() error {
	switch {
	case c.passing > 0:
		buffer := make([]byte, min(c.passing, Limit))
		n, err := c.in.Read(buffer)
		c.passing -= int64(n)
		c.ready = buffer[:n]
		if n > 0 {
			return nil
		}
		return err
	case !c.upgraded:
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return err
		}
		text := strings.TrimRight(string(line), "\r\n")
		c.accepted = c.accepted || strings.HasPrefix(text, "HTTP/1.1 101")
		if c.upgraded = text == ""; c.upgraded && !c.accepted {
			c.passing = math.MaxInt64 // the body of a refusal
		}
		c.ready = []byte(string(line))
		return nil
	}
	return c.frame()
}

// The first byte of a frame: whether it is the message's last, and its kind.
const (
	final      = 0x80
	kinds      = 0x0F
	textFrame  = 1
	closeFrame = 8
)

// frame reads a frame, or the head of one that is handed on unseen.
func (c *Conn) frame() error {
	head := make([]byte, 2, 10)
	if _, err := io.ReadFull(c.in, head); err != nil {
		return err
	}
	size := uint64(head[1]) // including the mask bit, which a server never sets
	if more := map[uint64]int{126: 2, 127: 8}[size]; more > 0 {
		head = head[:2+more]
		if _, err := io.ReadFull(c.in, head[2:]); err != nil {
			return err
		}
		var wide [8]byte
		copy(wide[8-more:], head[2:])
		size = binary.BigEndian.Uint64(wide[:])
	}
	if kind := head[0] & kinds; size > Limit || kind != closeFrame && head[0] != final|textFrame {
		c.ready, c.passing = head, int64(min(size, math.MaxInt64))
		return nil
	}
	payload := make([]byte, size)
	if _, err := io.ReadFull(c.in, payload); err != nil {
		return err
	}
	handOn := payload
	switch {
	case head[0]&kinds == textFrame:
		handOn = c.watcher.Message(payload)
	case size >= 2:
		c.watcher.Closed(int(binary.BigEndian.Uint16(payload)))
	default:
		c.watcher.Closed(0)
	}
	switch n := len(handOn); {
	case handOn == nil:
		return nil
	case n >= 126 && n != len(payload):
		head = binary.BigEndian.AppendUint16([]byte{head[0], 126}, uint16(n))
	case n != len(payload):
		head = []byte{head[0], byte(n)}
	}
	c.ready = slices.Concat(head, handOn)
	return nil
}
