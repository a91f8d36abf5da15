package calendar

import (
	"strings"
	"time"

	"newshound/answer/analysis"
)

// partPattern is a part of a month: its first week, its second half, early November, the week of
// November 6.
const partPattern = `(?:(?:the )?(?:` + pieceWords + `) of|early|mid|late) ` + monthPattern + `(?:(?: ,)? ` + yearPattern + `)?` +
	`|(?:the )?week of (?:` + monthPattern + ` ` + DayPattern + `|` + DayPattern + `(?: of)? ` + monthPattern + `)(?:(?: ,)? ` + yearPattern + `)?`

const pieceWords = `(?:first|second|third|fourth|last) week|(?:first|second) half|start|beginning|middle|end`

var (
	ofPiece     = analysis.Pattern(`^(` + pieceWords + `|early|mid|late) (` + monthPattern + `.*)$`)
	partOfMonth = analysis.Pattern(`^(?:(?:the )?(?:` + pieceWords + `) of|early|mid|late) `)
	weekOf      = analysis.Pattern(`^week (.+)$`)
)

// pieces are the first and the last day of each part of a month; 0 is for its last day, and what is
// less is counted from that.
var pieces = map[string][2]int{
	"first week": {1, 7}, "second week": {8, 14}, "third week": {15, 21}, "fourth week": {22, 28}, "last week": {-6, 0},
	"first half": {1, 15}, "second half": {16, 0},
	"start": {1, 10}, "beginning": {1, 10}, "early": {1, 10}, "middle": {11, 20}, "mid": {11, 20}, "end": {21, 0}, "late": {21, 0},
}

// Week reports whether a date, in folded words, is a week of a month.
func Week(date string) bool {
	return strings.Contains(date, "week of ")
}

// PartOfMonth reports whether a date, in folded words, is a part of a month other than a week.
func PartOfMonth(date string) bool { return partOfMonth().MatchString(date) && !Week(date) }

// partly reads a part of a month, in folded words without the words the and of; part reports
// whether it is one.
func (c Calendar) partly(date string) (d Days, ok, part bool) {
	if p := weekOf().FindStringSubmatch(date); p != nil {
		d, ok = c.Days(p[1])
		if ok && !d.First.IsZero() {
			d.First = startOf("week", d.First)
			d.Last = d.First.AddDate(0, 0, 6)
		}
		return d, ok, true
	}
	p := ofPiece().FindStringSubmatch(date)
	if p == nil {
		return d, false, false
	}
	d, ok = c.Days(p[2])
	if ok && !d.First.IsZero() {
		month := d
		if end := c.end(); month.Counted && !end.IsZero() && dayOf(month, pieces[p[1]][0]).After(end) { // it is yet to come
			month.First = month.First.AddDate(-1, 0, 0)
			month.Last = month.First.AddDate(0, 1, -1)
		}
		for i, end := range pieces[p[1]] {
			day := dayOf(month, end)
			if i == 0 {
				d.First = day
			} else {
				d.Last = day
			}
		}
	}
	return d, ok, true
}

// dayOf returns a day of a month by its number, or from 0 down counted from the last one.
func dayOf(month Days, number int) time.Time {
	if number <= 0 {
		return month.Last.AddDate(0, 0, number)
	}
	return month.First.AddDate(0, 0, number-1)
}
