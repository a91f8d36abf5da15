package intake

import (
	"maps"
	"slices"
	"time"
)

// replay restores the state that a journal describes. Jobs that were accepted and neither
// sent nor done are queued again, and, if wanted, those in doubt; not those older than
// [Options].Keep, which nobody waits for any more.
func (in *Intake) replay(records []record) {
	for _, r := range records {
		in.replayOne(r)
	}
	for id, j := range in.pending {
		if j.Doubt = j.sent; j.sent && !in.options.Doubts {
			delete(in.pending, id)
		} else if time.Since(j.At) > in.options.Keep {
			in.log.Warn("an event is too old to be carried out", "accepted", j.At)
			delete(in.pending, id)
		}
	}
	in.queue = make(chan *Job, in.options.Depth+len(in.pending))
	for _, id := range slices.Sorted(maps.Keys(in.pending)) {
		in.queue <- in.pending[id]
	}
	doubts := 0
	for _, j := range in.pending {
		if j.Doubt {
			doubts++
		}
	}
	if n := len(in.pending); n > 0 {
		in.log.Info("events are left from before, and will be carried out, or those in doubt looked for", "events", n-doubts, "in_doubt", doubts)
	}
}

// replayOne restores what one record describes.
func (in *Intake) replayOne(r record) {
	switch r.Kind {
	case kindAccept:
		in.next = max(in.next, r.ID+1)
		if in.pending[r.ID] == nil {
			at := time.Unix(r.At, 0)
			in.seen.add(r.ID, at, r.Keys)
			in.pending[r.ID] = &Job{Payload: r.Payload, At: at, intake: in, id: r.ID}
		}
	case kindSending, kindSent, kindUnsent:
		if j := in.pending[r.ID]; j != nil {
			// In the same boot of the machine, nothing that was written is lost, so a missing
			// kindSent means that the post did not go out.
			still := r.Boot != "" && r.Boot == in.boot
			j.sent = r.Kind == kindSent || r.Kind == kindSending && !still
		}
	case kindDone:
		delete(in.pending, r.ID)
	case kindSeen:
		in.seen.add(0, time.Unix(r.At, 0), r.Keys)
	case kindRemember:
		if len(r.Keys) == 1 {
			in.memory.set(r.Keys[0], r.Value)
		}
	}
}

// In a snapshot, the keys of finished events of the same minute share a record, up to a
// number that keeps it small.
const (
	seenTogether = 60
	mostTogether = 10_000
)

// snapshot returns the records that describe the present state, without jobs that are
// still on their way into the journal.
func (in *Intake) snapshot() []record {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.seen.forget(time.Now())
	keys := make(map[uint64]hashList, len(in.pending))
	var records []record
	for _, e := range in.seen.live() {
		if in.pending[e.id] != nil {
			keys[e.id] = e.keys
			continue
		}
		if last := len(records) - 1; last >= 0 && records[last].At/seenTogether == e.at.Unix()/seenTogether && len(records[last].Keys) < mostTogether {
			records[last].At = e.at.Unix()
			records[last].Keys = append(records[last].Keys, e.keys...)
			continue
		}
		records = append(records, record{Kind: kindSeen, At: e.at.Unix(), Keys: slices.Clone(e.keys)})
	}
	for _, id := range slices.Sorted(maps.Keys(in.pending)) {
		j := in.pending[id]
		records = append(records, record{Kind: kindAccept, ID: id, At: j.At.Unix(), Keys: keys[id], Payload: j.Payload})
		if j.sent {
			records = append(records, record{Kind: kindSending, ID: id})
		}
	}
	for e := in.memory.order.Front(); e != nil; e = e.Next() {
		v := value(e)
		records = append(records, record{Kind: kindRemember, Keys: hashList{v.key}, Value: v.value})
	}
	return records
}
