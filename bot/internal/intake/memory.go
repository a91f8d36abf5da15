package intake

import (
	"container/list"
	"fmt"
)

const (
	// maxMemory is how many bytes of values are remembered in all.
	maxMemory = 8 << 20
	// maxValue is the size in bytes of the largest value that is remembered.
	maxValue = 16 << 10
	// valueOverhead is what a value takes beside its own bytes, about.
	valueOverhead = 128
)

// memory remembers the values that were set last, by key.
type memory struct {
	values map[hash]*list.Element
	order  *list.List // of remembered, the one set longest ago first
	bytes  int
}

// remembered is one value.
type remembered struct {
	key   hash
	value string
}

func newMemory() memory { return memory{values: make(map[hash]*list.Element), order: list.New()} }

// set remembers a value, and forgets others if there are too many. An empty value
// forgets the key.
func (m *memory) set(key hash, value string) {
	if e := m.values[key]; e != nil {
		m.remove(e)
	}
	if value == "" {
		return
	}
	m.values[key] = m.order.PushBack(remembered{key, value})
	m.bytes += len(value) + valueOverhead
	for m.bytes > maxMemory {
		m.remove(m.order.Front())
	}
}

// get returns the value of a key, or "".
func (m *memory) get(key hash) string {
	if e := m.values[key]; e != nil {
		return value(e).value
	}
	return ""
}

// remove forgets a value.
func (m *memory) remove(e *list.Element) {
	v := value(e)
	m.order.Remove(e)
	delete(m.values, v.key)
	m.bytes -= len(v.value) + valueOverhead
}

// value returns what an element of the order holds.
func value(e *list.Element) remembered {
	v, _ := e.Value.(remembered) // nothing else is put there
	return v
}

// Remember keeps a small value under a key, for this process and the next, in place of
// any earlier one; "" forgets the key. It is for what a conversation needs to go on, and
// may be lost: only the latest 8 MB of values are kept, and none larger than 16 KB.
func (in *Intake) Remember(key, value string) {
	if len(value) > maxValue {
		value = ""
	}
	h := hashOf(key)
	apply := func() {
		in.mu.Lock()
		defer in.mu.Unlock()
		in.memory.set(h, value)
	}
	if err := in.journal.commit(record{Kind: kindRemember, Keys: hashList{h}, Value: value}, false, apply); err != nil {
		in.log.Warn("the journal could not be told of a turn", "err", err)
		apply()
	}
}

// Name identifies the job, also to a later process that carries it out.
func (j *Job) Name() string { return fmt.Sprintf("%d %d", j.At.Unix(), j.id) }

// Claim reports whether this job may do the thing named by key, which is done only once. The
// first job that asks has the claim, also in a later process, until [Job.Yield]. It is
// remembered as by [Intake.Remember].
func (j *Job) Claim(key string) bool {
	h, mine := hashOf(key), j.Name()
	j.intake.mu.Lock()
	held := j.intake.memory.get(h)
	if held == "" {
		j.intake.memory.set(h, mine)
	}
	j.intake.mu.Unlock()
	if held == "" {
		j.intake.Remember(key, mine) // for the next process
	}
	return held == "" || held == mine
}

// Yield gives back a claim: the thing was not done after all.
func (j *Job) Yield(key string) { j.intake.Remember(key, "") }

// Recall returns the value that was remembered under a key, or "".
func (in *Intake) Recall(key string) string {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.memory.get(hashOf(key))
}
