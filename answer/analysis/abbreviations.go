package analysis

import "strings"

// The tables hold words as they are written, without the full stop.
var (
	// titles stand before a name, or between two, and never end a sentence.
	titles = Words(`Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Revs Hon Gen Gens Lt Lts Col Cols Sgt Capt Cmdr Cpl Maj Brig Adm Pvt Cllr
		Sen Sens Rep Reps Gov Govs Pres Supt Insp Det Amb Atty Asst Msgr Fr Mme Mlle
		v vs cf eg ie e.g i.e Vs`)
	// abbreviations stand inside a sentence, or end it.
	abbreviations = Words(`Jr Sr Esq Inc Corp Co Cos Ltd LTD Llc LLC INC CO Plc Bros Dept Div Assn Assoc Univ Natl Intl
		St Ste Mt Ft Ave Blvd Rd Hwy Sec Del Dep Lieut Ph
		Ala Ariz Ark Calif Cal Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev
		Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que
		al etc ext est dept approx ca bros inc corp co ltd jr sr ave blvd`)
	// numbered stand before a number: of a page, or of the year in which somebody was born (b. 1971).
	numbered = Words("No Nos no nos Art Ch Fig Figs Vol Vols Pt Pp fig figs vol vols p pp ch art pt b c d")
	// calendar are the months and days, which stand before a number or each
	// other.
	calendar = Words(`Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun`)
	// timeWords follow a time of day.
	timeWords = Words(`January February March April May June July August September October November December
		Monday Tuesday Wednesday Thursday Friday Saturday Sunday Eastern Central Mountain Pacific Greenwich
		ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST UTC CET CEST IST AEST AEDT Local`)
	// openers are words that open a sentence and do not continue an abbreviation.
	openers = titled(`the a an this that these those he she it they we you i but and or so in on at for
		if when while as after before since there here his her its their our my what who why how
		yet still however meanwhile also another some many most both no not now then to with from by
		where which whether although though because despite according even perhaps maybe instead
		several every each once last earlier later during among like unlike such just only yes all asked`)
	// speechVerbs tell who said what was quoted.
	speechVerbs = Words(`said says asked asks replied answered added told wrote tweeted posted shouted yelled cried joked
		wondered exclaimed quipped continued recalled explained responded`)
	// exclaimed are names that end in an exclamation mark.
	exclaimed = Words("Yahoo Jeopardy")
)

// titled is [Words] of words with a capital first letter.
func titled(list string) func(word string) bool {
	return listed(list, func(word string) string { return strings.ToUpper(word[:1]) + word[1:] })
}
