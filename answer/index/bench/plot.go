package main

import (
	"fmt"
	"html"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A drawing has two charts side by side, in pixels. Both axes are logarithmic.
const (
	drawingWidth  = 880
	drawingHeight = 370
	chartWidth    = 340
	chartHeight   = 250
	chartTop      = 64
)

// chartLefts are where the charts begin.
var chartLefts = [2]float64{64, 508}

// style has colours for light and for dark surroundings. The paper has one too,
// for the two do not always agree on which they are.
const style = `
text { font: 12px system-ui, sans-serif; fill: #333 }
.paper { fill: #fff }
.title { font-weight: 600; font-size: 13px }
.grid { stroke: #8884; stroke-width: 1 }
.line { fill: none; stroke-width: 2.5; stroke-linejoin: round }
.line.newshound { stroke: #0969da } .line.bleve { stroke: #cf5c1a } .line.sqlite { stroke: #7a7f87 }
.of.newshound { fill: #0969da } .of.bleve { fill: #cf5c1a } .of.sqlite { fill: #7a7f87 }
.of { font-weight: 600 }
@media (prefers-color-scheme: dark) {
text { fill: #d0d7de }
.paper { fill: #0d1117 }
.line.newshound { stroke: #58a6ff } .line.bleve { stroke: #f0883e } .line.sqlite { stroke: #a5abb3 }
.of.newshound { fill: #58a6ff } .of.bleve { fill: #f0883e } .of.sqlite { fill: #a5abb3 }
}
`

// point is a size of corpus and what was measured on it. Both are positive.
type point struct{ passages, value float64 }

// draw returns the report as an SVG image: latency and build time over the size
// of the corpus, a line for each engine.
func (r *report) draw() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%[1]d" height="%[2]d" role="img">`+"\n", drawingWidth, drawingHeight)
	fmt.Fprintf(&b, "<title>Latency and build time over the size of the corpus</title>\n<style>%s</style>\n<rect class=\"paper\" width=\"100%%\" height=\"100%%\" rx=\"8\"/>\n", style)
	set := ""
	if len(r.Results) > 0 && len(r.Results[0].Queries) > 0 {
		set = r.Results[0].Queries[0].Set
	}
	r.drawChart(&b, chartLefts[0], "A question, 99th percentile, CPU milliseconds", func(x *result) float64 {
		if l := latency(x.Queries, set); l != nil {
			return l.P99
		}
		return 0
	})
	r.drawChart(&b, chartLefts[1], "Building the index, CPU seconds", func(x *result) float64 { return x.Build.CPU })
	b.WriteString("</svg>\n")
	return b.String()
}

// drawChart draws one chart.
func (r *report) drawChart(b *strings.Builder, left float64, title string, value func(*result) float64) {
	lines := map[string][]point{}
	names := map[string]string{}
	var sizes, values []float64
	for _, x := range r.Results {
		if v := value(x); v > 0 && (x.Engine == newshoundName || !ours(x.Engine)) {
			p := point{float64(x.Passages), v}
			lines[x.Engine], names[x.Engine] = append(lines[x.Engine], p), x.Version
			sizes, values = append(sizes, p.passages), append(values, p.value)
		}
	}
	if len(sizes) == 0 {
		return
	}
	across := scale{low: math.Log10(slices.Min(sizes)), high: math.Log10(slices.Max(sizes)), from: left, to: left + chartWidth}
	across.high = max(across.high, across.low+1) // there may be one size only
	up := scale{low: math.Floor(math.Log10(slices.Min(values))), high: math.Ceil(math.Log10(slices.Max(values))), from: chartTop + chartHeight, to: chartTop}
	up.high = max(up.high, up.low+1)
	fmt.Fprintf(b, "<text class=\"title\" x=\"%.0f\" y=\"%d\">%s</text>\n", left-40, chartTop-28, html.EscapeString(title))
	fmt.Fprintf(b, "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">passages</text>\n", left+chartWidth/2, chartTop+chartHeight+40)
	for e := range across.powers() {
		at := across.at(math.Pow10(e))
		fmt.Fprintf(b, "<path class=\"grid\" d=\"M%.1f %dV%d\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", at, chartTop, chartTop+chartHeight, at, chartTop+chartHeight+18, power(e))
	}
	for e := range up.powers() {
		at := up.at(math.Pow10(e))
		fmt.Fprintf(b, "<path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n", left, at, left+chartWidth, left-6, at+4, power(e))
	}
	named := 0
	for _, engine := range engineNames() {
		points := lines[engine]
		if len(points) == 0 {
			continue
		}
		var path []string
		for _, p := range points {
			path = append(path, fmt.Sprintf("%.1f %.1f", across.at(p.passages), up.at(p.value)))
		}
		fmt.Fprintf(b, "<path class=\"line %s\" d=\"M%s\"/>\n", engine, strings.Join(path, "L"))
		for _, p := range points {
			fmt.Fprintf(b, "<circle class=\"of %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"><title>%s, %.0f passages: %.3g</title></circle>\n", engine, across.at(p.passages), up.at(p.value), html.EscapeString(names[engine]), p.passages, p.value)
		}
		// The corner at the top left is free: what grows begins at the bottom.
		y := chartTop + 20 + 20*named
		named++
		fmt.Fprintf(b, "<circle class=\"of %s\" cx=\"%.1f\" cy=\"%d\" r=\"5\"/><text class=\"of %s\" x=\"%.1f\" y=\"%d\">%s</text>\n", engine, left+16, y, engine, left+28, y+4, html.EscapeString(names[engine]))
	}
}

// scale maps values to pixels by their logarithm.
type scale struct {
	low, high float64 // logarithms to base 10
	from, to  float64
}

func (s scale) at(value float64) float64 {
	return s.from + (math.Log10(value)-s.low)/(s.high-s.low)*(s.to-s.from)
}

// powers yields the powers of ten on the scale, by their exponents.
func (s scale) powers() iter.Seq[int] {
	return func(yield func(int) bool) {
		for e := int(math.Ceil(s.low)); e <= int(math.Floor(s.high)) && yield(e); e++ {
		}
	}
}

// power writes a power of ten: 0.01, 1, 1,000.
func power(e int) string {
	if e < 0 {
		return strconv.FormatFloat(math.Pow10(e), 'f', -e, 64)
	}
	digits := "1" + strings.Repeat("0", e)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
