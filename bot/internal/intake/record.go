package intake

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
)

// header is how a journal begins.
const header = "newshound journal 1\n"

// The frame of a record: a mark, the length of what follows, and its checksum.
const (
	mark      = "\xf5nhj"
	frameSize = 12
	maxRecord = 2 * maxPayload // JSON takes 4 bytes for 3 of the payload
)

// crcTable is of the polynomial that processors know (RFC 3720, B.4).
func crcTable() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// kind says what a record tells.
type kind string

// The kinds.
const (
	kindAccept   kind = "accept"   // ID, At, Keys and Payload of a job
	kindSending  kind = "sending"  // ID of a job whose reply is about to be seen, and Boot
	kindSent     kind = "sent"     // ID of a job whose kindSending is on disk and whose reply goes out now
	kindUnsent   kind = "unsent"   // ID of a job whose reply was not sent after all
	kindDone     kind = "done"     // ID of a job that is over
	kindSeen     kind = "seen"     // At and Keys of events that are over
	kindRemember kind = "remember" // one of Keys, and Value
)

// record is one entry of the journal.
type record struct {
	Kind    kind     `json:"kind"`
	ID      uint64   `json:"id,omitempty"`
	At      int64    `json:"at,omitempty"` // Unix time, in seconds
	Keys    hashList `json:"keys,omitempty"`
	Payload []byte   `json:"payload,omitempty"`
	Value   string   `json:"value,omitempty"`
	Boot    string   `json:"boot,omitempty"` // see bootID
}

// appendTo appends the record, framed.
func (r record) appendTo(dst []byte) ([]byte, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return dst, err
	}
	dst = append(dst, mark...)
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(text)))
	dst = binary.LittleEndian.AppendUint32(dst, crc32.Checksum(text, crcTable()))
	return append(dst, text...), nil
}

// errRecord is returned for bytes that are no whole record.
var errRecord = errors.New("no whole record")

// readRecord reads the record at the beginning of data, and returns its size.
func readRecord(data []byte) (r record, size int, err error) {
	if len(data) < frameSize || string(data[:len(mark)]) != mark {
		return r, 0, errRecord
	}
	n := int64(binary.LittleEndian.Uint32(data[4:]))
	if n > maxRecord || int64(len(data)) < frameSize+n {
		return r, 0, errRecord
	}
	text := data[frameSize : frameSize+n]
	if crc32.Checksum(text, crcTable()) != binary.LittleEndian.Uint32(data[8:]) {
		return r, 0, errRecord
	}
	if err := json.Unmarshal(text, &r); err != nil {
		return r, 0, fmt.Errorf("%w: %w", errRecord, err)
	}
	return r, frameSize + len(text), nil
}

// scan reads the records that follow a journal's header. good is the number of bytes before
// the first that are not a whole record; damaged says that whole records follow those, which
// are returned, too.
func scan(data []byte) (records []record, good int, damaged bool) {
	whole := true
	for at := 0; at < len(data); {
		r, size, err := readRecord(data[at:])
		if err == nil {
			records = append(records, r)
			at += size
			if whole {
				good = at
			} else {
				damaged = true
			}
			continue
		}
		whole = false
		next := bytes.Index(data[at+1:], []byte(mark))
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return records, good, damaged
}
