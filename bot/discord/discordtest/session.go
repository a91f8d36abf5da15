package discordtest

import (
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/gorilla/websocket"
)

// The privileged intents, and those that the bot needs
// (https://docs.discord.com/developers/events/gateway#gateway-intents).
const (
	privileged = 1<<1 | 1<<8 | 1<<15
	needed     = 1<<9 | 1<<12
)

// received is what the bot sends on the gateway.
type received struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
}

// read takes what the bot sends until the connection ends.
func (c *Conn) read() {
	s := c.s
	for {
		_, text, err := c.ws.ReadMessage()
		if err != nil {
			c.ended(err)
			return
		}
		var m received
		if err := json.Unmarshal(text, &m); err != nil {
			c.close(4002)
			continue
		}
		switch m.Op {
		case 1:
			if s.step(c, "heartbeat") {
				s.mu.Lock()
				deaf := s.deaf
				s.mu.Unlock()
				if !deaf {
					c.send(11, nil)
				}
			}
		case 2:
			c.identify(m.Data)
		case 6:
			c.resumed(m.Data)
		default:
			c.close(4001)
		}
	}
}

// ended notes how the bot ended the connection. With 1000 and 1001 it gives its
// session up (https://docs.discord.com/developers/events/gateway#disconnecting).
func (c *Conn) ended(err error) {
	s := c.s
	s.mu.Lock()
	defer s.mu.Unlock()
	var closed *websocket.CloseError
	if !errors.As(err, &closed) || closed.Code == websocket.CloseAbnormalClosure {
		s.note("gone")
		return
	}
	s.note("close %d", closed.Code)
	if c.session != nil && (closed.Code == 1000 || closed.Code == 1001) {
		delete(s.sessions, c.session.id)
	}
}

// identify begins a session.
func (c *Conn) identify(data json.RawMessage) {
	s := c.s
	var d struct {
		Token      string            `json:"token"`
		Intents    int               `json:"intents"`
		Shard      *[2]int           `json:"shard"`
		Properties map[string]string `json:"properties"`
	}
	if err := json.Unmarshal(data, &d); err != nil {
		c.close(4002)
		return
	}
	shard := [2]int{0, 1}
	if d.Shard != nil {
		shard = *d.Shard
	}
	s.mu.Lock()
	s.note("identify %d/%d", shard[0], shard[1])
	if d.Intents&privileged != 0 || d.Intents&needed != needed {
		s.violate("intents", "%b", d.Intents)
	}
	if c.session != nil {
		s.violate("identify", "twice on a connection")
	}
	s.starts--
	if s.starts < 0 {
		s.violate("identify budget", "an IDENTIFY when none was left")
	}
	recent := 0
	for _, at := range s.identified {
		if time.Since(at) < 5*time.Second-time.Millisecond {
			recent++
		}
	}
	if recent >= s.concurrency {
		s.violate("identify rate", "%d in 5 s", recent+1)
	}
	s.identified = append(s.identified, time.Now())
	s.mu.Unlock()
	if strings.TrimPrefix(d.Token, "Bot ") != Token {
		c.close(4004)
		return
	}
	if !s.step(c, "identify") {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	se := &session{id: "session-" + s.newID(), shard: shard, conn: c, since: time.Now()}
	s.sessions[se.id] = se
	c.session = se
	if s.lean {
		se.dispatch("READY", map[string]any{"session_id": se.id, "user": map[string]any{"id": BotID}})
		s.note("ready")
		return
	}
	se.dispatch("READY", map[string]any{
		"v": 10, "user": User(BotID, "Newshound", true), "guilds": []any{map[string]any{"id": GuildID, "unavailable": true}},
		"session_id": se.id, "resume_gateway_url": "ws" + s.secure + "://" + s.address + resumePath + se.id, "shard": shard,
		"application": map[string]any{"id": ApplicationID, "flags": 0},
	})
	s.note("ready")
}

// resumed goes on with a session: what it missed comes first.
func (c *Conn) resumed(data json.RawMessage) {
	s := c.s
	var d struct {
		Token   string `json:"token"`
		Session string `json:"session_id"`
		Seq     int64  `json:"seq"`
	}
	if err := json.Unmarshal(data, &d); err != nil {
		c.close(4002)
		return
	}
	s.mu.Lock()
	s.note("resume %d", d.Seq)
	if c.resume != d.Session && !s.lean {
		s.violate("resume", "not at its resume_gateway_url")
	}
	s.mu.Unlock()
	if strings.TrimPrefix(d.Token, "Bot ") != Token {
		c.close(4004)
		return
	}
	if !s.step(c, "resume") {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	se := s.sessions[d.Session]
	switch {
	case se == nil:
		c.send(9, false)
		return
	case d.Seq > se.seq:
		c.close(4007)
		return
	}
	if old := se.conn; old != nil {
		old.session = nil
		old.drop()
	}
	se.conn, c.session = c, se
	for i, sent := range se.sent {
		if sent.seq > d.Seq || s.replayAll && i > 0 { // the first is READY
			c.put(sent.data)
		}
	}
	se.dispatch("RESUMED", map[string]any{})
	s.note("resumed %d/%d", se.shard[0], se.shard[1])
}
