package bot

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func TestPeople(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeople(20)
		sent := func(person string) int {
			n := 0
			for p.wait(person) == 0 && n < 100 {
				n++
			}
			return n
		}
		if got := sent("ann"); got != 20 {
			t.Errorf("at once: %d", got)
		}
		if got := p.wait("ann"); got != 3*time.Second {
			t.Errorf("has to wait %v", got)
		}
		if got := sent("bob"); got != 20 {
			t.Errorf("someone else: %d", got)
		}
		if got := sent(""); got != 100 {
			t.Errorf("nobody: %d", got)
		}
		<-time.After(3 * time.Second)
		if got := sent("ann"); got != 1 {
			t.Errorf("after 3 s: %d", got)
		}
		<-time.After(30 * time.Second)
		if got := sent("ann"); got != 10 {
			t.Errorf("after 30 s: %d", got)
		}
		<-time.After(time.Hour)
		if got := sent("ann"); got != 20 {
			t.Errorf("after an hour: %d", got)
		}
	})
}

func TestPeopleAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeople(20)
		for i := range 5 * maxPeople {
			p.wait(fmt.Sprint(i))
			if len(p.full) > maxPeople {
				t.Fatalf("%d are remembered", len(p.full))
			}
		}
	})
}
