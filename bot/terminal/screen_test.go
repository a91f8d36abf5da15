package terminal

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// glass is a terminal as far as a [screen] needs one: what it shows, and where the cursor is.
// The right half of a wide character is an empty cell. The rows above scroll away.
type glass struct {
	t             *testing.T
	width, height int
	rows          [][]string
	soft          []bool // the row goes on in the next
	row, column   int
	full          bool // the last column was written to, and the next character wraps
}

func newGlass(t *testing.T, width, height int) *glass {
	return &glass{t: t, width: width, height: height, rows: [][]string{nil}, soft: []bool{false}}
}

// Write implements [io.Writer].
func (g *glass) Write(p []byte) (int, error) {
	for rest := string(p); rest != ""; {
		var c string
		var columns int
		c, rest, columns, _ = uniseg.FirstGraphemeClusterInString(rest, -1)
		switch {
		case c == "\x1b":
			rest = g.control(rest)
		case strings.Trim(c, "\r\n") == "":
			if strings.Contains(c, "\r") {
				g.column, g.full = 0, false
			}
			if strings.Contains(c, "\n") {
				g.down(false)
			}
		default:
			g.put(c, columns)
		}
	}
	return len(p), nil
}

func (g *glass) down(soft bool) {
	g.soft[g.row] = soft
	g.row++
	if g.row == len(g.rows) {
		g.rows, g.soft = append(g.rows, nil), append(g.soft, false)
	}
}

func (g *glass) put(c string, columns int) {
	if g.full || g.column+columns > g.width {
		g.down(true)
		g.column, g.full = 0, false
	}
	cells := g.rows[g.row]
	for len(cells) < g.column+columns {
		cells = append(cells, " ")
	}
	cells[g.column] = c
	for i := 1; i < columns; i++ {
		cells[g.column+i] = ""
	}
	g.rows[g.row] = cells
	if g.column += columns; g.column == g.width {
		g.column, g.full = g.width-1, true
	}
}

// control carries out a control sequence, and returns what follows it.
func (g *glass) control(rest string) string {
	end := strings.IndexFunc(rest[1:], func(r rune) bool { return r >= '@' && r <= '~' }) + 1
	n := 1
	if rest[1:end] != "" {
		if _, err := fmt.Sscan(rest[1:end], &n); err != nil {
			g.t.Fatalf("the control %q", rest[:end+1])
		}
	}
	switch rest[end] {
	case 'A': // no further than to the top of the screen
		g.row, g.full = max(g.row-n, 0, len(g.rows)-g.height), false
	case 'C':
		g.column, g.full = min(g.column+n, g.width-1), false
	case 'J':
		g.rows, g.soft = g.rows[:g.row+1], g.soft[:g.row+1]
		g.rows[g.row], g.soft[g.row] = g.rows[g.row][:min(g.column, len(g.rows[g.row]))], false
	default:
		g.t.Fatalf("the control %q", rest[:end+1])
	}
	return rest[end+1:]
}

// resize makes the terminal another one, with the same lines wrapped anew.
func (g *glass) resize(width, height int) {
	other := newGlass(g.t, width, height)
	at := [2]int{}
	for i, cells := range g.rows {
		for j, c := range append(cells, "") {
			here := i == g.row && j == min(g.column, len(cells))
			if j < len(cells) && c != "" {
				columns := 1
				for k := j + 1; k < len(cells) && cells[k] == ""; k++ {
					columns++
				}
				other.put(c, columns)
				if here {
					at = [2]int{other.row, max(other.column-columns, 0)}
				}
			} else if here {
				at = [2]int{other.row, other.column}
				if other.full {
					at = [2]int{other.row + 1, 0}
				}
			}
		}
		if i < len(g.rows)-1 && !g.soft[i] {
			other.column, other.full = 0, false
			other.down(false)
		}
	}
	*g = *other
	g.row, g.column, g.full = min(at[0], len(g.rows)-1), at[1], false
}

// TestScreen edits lines at random, in terminals whose size changes, and holds that after
// each change the terminal shows what one shows to which the line is written.
func TestScreen(t *testing.T) {
	alphabet := []string{"a", "b ", "word ", "é", "e\u0301", "日", "本語", "👍🏽", "🇩🇪", " ", "x", "—"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		g := newGlass(t, 5+random.IntN(20), 3+random.IntN(20))
		s := &screen{out: g, width: g.width, height: g.height}
		var l line
		told, fits := []string{}, true
		for range 60 {
			switch random.IntN(12) {
			case 0:
				l.at = l.move(-1 - random.IntN(5))
			case 1:
				l.at = l.move(1)
			case 2:
				l.cut(l.move(-1))
			case 3:
				l.edit([]key{keyHome, keyEnd, keyCutWord, keyWordLeft, keyWordRight, keyErase, keyCutNextWord}[random.IntN(7)])
			case 4:
				l.insert(strings.Repeat(alphabet[random.IntN(len(alphabet))], random.IntN(9)))
			default:
				l.insert(alphabet[random.IntN(len(alphabet))])
			}
			if err := s.show(prompt, l); err != nil {
				t.Fatal(err)
			}
			told = append(told, fmt.Sprintf("%q %d", l.text, l.at))
			fits = fits && len(g.rows) < g.height
			if !utf8.ValidString(l.text[:l.at]) || l.clamp(l.at) != l.at {
				t.Fatalf("the cursor is amid a character: %q", told[len(told)-1])
			}
			if got, want := g.last(wanted(g, l)); got != want {
				t.Fatalf("%d × %d shows\n%s\nwant\n%s\nafter %s", g.width, g.height, got, want, strings.Join(told[max(0, len(told)-3):], "\n"))
			}
			if random.IntN(4) == 0 && len(layout(prompt+l.text, 0, 5).starts) < g.height {
				g.resize(5+random.IntN(20), g.height)
				if err := s.resize(g.width, g.height); err != nil {
					t.Fatal(err)
				}
				rows, row, column := wanted(g, l)
				if got, want := g.last(rows, row, column); got != want || fits && len(g.rows) != len(rows) {
					t.Fatalf("resized to %d × %d shows\n%s\nin %d rows, want\n%s", g.width, g.height, got, len(g.rows), want)
				}
			}
		}
	}
}

// wanted returns the rows that a terminal like g has once the line was written to it, but for
// those that the cursor is too far from, and the cursor's row and column.
func wanted(g *glass, l line) (rows [][]string, row, column int) {
	o := newGlass(g.t, g.width, g.height)
	before := prompt + l.text[:l.at]
	for rest, state := prompt+l.text, -1; rest != ""; {
		var c string
		var columns int
		c, rest, columns, state = uniseg.FirstGraphemeClusterInString(rest, state)
		o.put(c, columns)
		if before != "" {
			before = before[len(c):]
			row, column = o.row, o.column
			if o.full {
				row, column = row+1, 0
			}
			if next, _, columns, _ := uniseg.FirstGraphemeClusterInString(rest, state); next != "" && column+columns > g.width {
				row, column = row+1, 0
			}
		}
	}
	rows = o.rows
	if o.full {
		rows = append(rows, nil)
	}
	first := max(0, row-g.height+1)
	return rows[first:min(len(rows), first+g.height)], row - first, column
}

// last returns as many of the last rows as there should be, and these, each with the cursor.
func (g *glass) last(rows [][]string, row, column int) (got, want string) {
	text := func(rows [][]string, row, column int) string {
		var b strings.Builder
		for _, cells := range rows {
			b.WriteString(strings.TrimRight(strings.Join(cells, ""), " ") + "|\n")
		}
		fmt.Fprintf(&b, "%d,%d", row, column)
		return b.String()
	}
	from := max(0, len(g.rows)-len(rows))
	return text(g.rows[from:], g.row-from, g.column), text(rows, row, column)
}

// TestLeave holds that what is typed ahead is shown when it is sent off.
func TestLeave(t *testing.T) {
	g := newGlass(t, 12, 5)
	k := newKeyboard(strings.NewReader("日本語の新聞記\x01>\rnext"), g)
	k.screen.width = g.width
	if _, err := k.question(); err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"> >日本語の"}, {"新聞記"}, nil}
	if got, want := g.last(want, 2, 0); got != want {
		t.Errorf("shows\n%s\nwant\n%s", got, want)
	}
	if _, err := k.question(); err != io.EOF { //nolint:errorlint // it is not wrapped
		t.Errorf("got %v", err)
	}
}
