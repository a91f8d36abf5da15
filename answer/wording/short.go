package wording

import (
	"strings"

	"newshound/answer/align"
)

// inFull returns the words of a text with what is written short in full, since both are said alike: $8bn
// and 6% as the two words $8 billion and 6 percent, Jan. 31 as January 31. It rewrites only what wants
// approves of, which gets the number and the word in full. Numbers lose the commas between thousands.
func inFull(all []align.Word, wants func(number, full string) bool) []align.Word {
	out := make([]align.Word, 0, len(all))
	for i, w := range all {
		if len(w.Key) > longestShort && w.Key[0] >= 'a' && w.Key[0] <= 'z' { // as most words are, which are not worth more looks
			out = append(out, w)
			continue
		}
		typed, unit := amount(w.Key)
		number := ungrouped(typed)
		switch {
		case unit != "" && len(w.Key) == w.End-w.Start && wants(number, unit):
			at := w.Start + len(typed)
			out = append(out, align.Word{Start: w.Start, End: at, Key: number})
			w = align.Word{Start: at, End: w.End, Key: unit}
		case units[w.Key] != "" && i > 0 && isNumber(all[i-1]) && wants(ungrouped(all[i-1].Key), units[w.Key]):
			w.Key = units[w.Key] // 8 bn
		case w.Key == "cent" && i > 0 && all[i-1].Key == "per" && wants("", percent):
			w.Start, w.Key = all[i-1].Start, percent
			out = out[:len(out)-1]
		case months[w.Key] != "" && dated(all, i) && wants("", months[w.Key]):
			w.Key = months[w.Key]
		default:
			w.Key = ungrouped(w.Key)
		}
		out = append(out, w)
	}
	return out
}

// amount splits a number from the short unit right behind it, and returns the unit in full, or "". A
// letter that may be another measure, such as the m of 8m, is an amount only behind a sign of money.
func amount(key string) (number, unit string) {
	digits := strings.TrimLeft(key, money)
	short := strings.TrimLeft(digits, "0123456789.,")
	if short == digits || short == "" {
		return key, ""
	}
	if unit = units[short]; unit == "" && len(digits) < len(key) {
		unit = sums[short]
	}
	return strings.TrimSuffix(key, short), unit
}

// ungrouped returns a number without the commas between its thousands, 1500 for 1,500, and any other word as it is.
func ungrouped(key string) string {
	groups := strings.Split(key, ",")
	if len(strings.TrimLeft(groups[0], money)) > 3 { // 2023,100
		return key
	}
	for i, g := range groups[1:] {
		digits := len(g) - len(strings.TrimLeft(g, "0123456789"))
		if last := i+2 == len(groups); digits != 3 || !last && len(g) > digits {
			return key
		}
	}
	return strings.Join(groups, "")
}

const (
	// longestShort is the number of letters of the longest word that is written short: sept, cent.
	longestShort = 4

	percent = "percent"
	money   = "$£€¥" // the signs of it
)

var (
	units  = map[string]string{"%": percent, "bn": "billion", "tn": "trillion"}
	sums   = map[string]string{"m": "million", "mn": "million", "b": "billion", "t": "trillion", "k": "thousand"}
	months = map[string]string{
		"jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
		"aug": "august", "sept": "september", "sep": "september", "oct": "october", "nov": "november", "dec": "december",
	}
)

// isPlain reports whether a word is of small ASCII letters, and is written short nowhere.
func isPlain(key string) bool {
	for i := range len(key) {
		if key[i] < 'a' || key[i] > 'z' {
			return false
		}
	}
	return !inShort[key]
}

// isUnit has the words that are written short in a way that stands for nothing else.
var isUnit = func() map[string]bool {
	all := make(map[string]bool)
	for _, word := range units {
		all[word] = true
	}
	return all
}()

// inShort are the words that others write short.
var inShort = func() map[string]bool {
	all := make(map[string]bool)
	for _, short := range []map[string]string{units, sums, months} {
		for _, word := range short {
			all[word] = true
		}
	}
	return all
}()

// dated reports whether the word at i is a month that is written short: a day or a year stands beside it.
// A full stop behind it is no sign of one, since it may end a sentence: I have always liked Jan.
func dated(all []align.Word, i int) bool {
	return i > 0 && isNumber(all[i-1]) || i+1 < len(all) && isNumber(all[i+1])
}

// isNumber reports whether a word begins with a digit, behind the sign of money if there is one.
func isNumber(w align.Word) bool {
	digits := strings.TrimLeft(w.Key, money)
	return digits != "" && digits[0] >= '0' && digits[0] <= '9'
}
