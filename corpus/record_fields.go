package corpus

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// record has the fields of a [Record] as they are named in JSON.
// Their case is nothing. Beside our own names are those that feeds and scrapers write.
type record[ID, Text any] struct {
	ID             ID   `json:"id"`
	File           Text `json:"file"`
	Headline       Text `json:"headline"`
	Title          Text `json:"title"`
	Outlet         Text `json:"outlet"`
	Source         Text `json:"source"`
	Publisher      Text `json:"publisher"`
	Publication    Text `json:"publication"`
	SourceDomain   Text `json:"source_domain"` // news-please
	SourceURL      Text `json:"source_url"`    // newspaper3k
	Byline         Text `json:"byline"`
	Author         Text `json:"author"`
	Authors        Text `json:"authors"`
	Section        Text `json:"section"`
	Category       Text `json:"category"`
	Published      Text `json:"published"`
	PublishedAt    Text `json:"published_at"`
	PublishedAtAPI Text `json:"publishedat"`    // NewsAPI
	PublishDate    Text `json:"publish_date"`   // newspaper3k
	DatePublish    Text `json:"date_publish"`   // news-please
	DatePublished  Text `json:"datepublished"`  // schema.org
	DatePublished1 Text `json:"date_published"` // JSON Feed
	PubDate        Text `json:"pub_date"`
	PubDateRSS     Text `json:"pubdate"`
	Date           Text `json:"date"`
	URL            Text `json:"url"`
	Link           Text `json:"link"`
	Body           Text `json:"body"`
	Text           Text `json:"text"`
	Content        Text `json:"content"`
	MainText       Text `json:"maintext"`     // news-please
	ArticleBody    Text `json:"articlebody"`  // schema.org
	Article        Text `json:"article"`      // CNN/DailyMail
	ContentText    Text `json:"content_text"` // JSON Feed
	ContentHTML    Text `json:"content_html"`
}

// decodeFields decodes a line field by field, for one whose fields are not all
// strings. What it leaves out of the metadata is told in unread; what makes the
// line useless is its error.
func decodeFields(line []byte) (r record[id, string], unread []string, err error) {
	var raw record[json.RawMessage, json.RawMessage]
	if err := json.Unmarshal(line, &raw); err != nil {
		return r, nil, syntaxError(err)
	}
	for _, f := range []struct {
		name string
		json []byte
		to   any
	}{
		{"id", raw.ID, &r.ID},
		{"headline", raw.Headline, &r.Headline},
		{"title", raw.Title, (*rendered)(&r.Title)},
		{"outlet", raw.Outlet, (*names)(&r.Outlet)},
		{"source", raw.Source, (*names)(&r.Source)},
		{"publisher", raw.Publisher, (*names)(&r.Publisher)},
		{"publication", raw.Publication, (*names)(&r.Publication)},
		{"source_domain", raw.SourceDomain, &r.SourceDomain},
		{"source_url", raw.SourceURL, &r.SourceURL},
		{"byline", raw.Byline, (*people)(&r.Byline)},
		{"author", raw.Author, (*people)(&r.Author)},
		{"authors", raw.Authors, (*people)(&r.Authors)},
		{"section", raw.Section, (*names)(&r.Section)},
		{"category", raw.Category, (*names)(&r.Category)},
		{"published", raw.Published, (*moment)(&r.Published)},
		{"published_at", raw.PublishedAt, (*moment)(&r.PublishedAt)},
		{"publishedAt", raw.PublishedAtAPI, (*moment)(&r.PublishedAtAPI)},
		{"publish_date", raw.PublishDate, (*moment)(&r.PublishDate)},
		{"date_publish", raw.DatePublish, (*moment)(&r.DatePublish)},
		{"datePublished", raw.DatePublished, (*moment)(&r.DatePublished)},
		{"date_published", raw.DatePublished1, (*moment)(&r.DatePublished1)},
		{"pub_date", raw.PubDate, (*moment)(&r.PubDate)},
		{"pubDate", raw.PubDateRSS, (*moment)(&r.PubDateRSS)},
		{"date", raw.Date, (*moment)(&r.Date)},
		{"url", raw.URL, &r.URL},
		{"link", raw.Link, &r.Link},
	} {
		if err := decodeField(f.name, f.json, f.to); err != nil {
			unread = append(unread, err.Error())
		}
	}
	err = errors.Join(
		decodeField("file", raw.File, &r.File),
		decodeField("body", raw.Body, &r.Body),
		decodeField("text", raw.Text, &r.Text),
	)
	// Beside a body, or the file that has it, these may be anything.
	content := decodeField("content", raw.Content, (*rendered)(&r.Content))
	mainText := decodeField("maintext", raw.MainText, &r.MainText)
	articleBody := decodeField("articleBody", raw.ArticleBody, &r.ArticleBody)
	article := decodeField("article", raw.Article, &r.Article)
	contentText := decodeField("content_text", raw.ContentText, &r.ContentText)
	contentHTML := decodeField("content_html", raw.ContentHTML, &r.ContentHTML)
	if r.Body+r.Text+r.File+r.Content+r.MainText+r.ArticleBody+r.Article+r.ContentText+r.ContentHTML == "" {
		err = errors.Join(err, content, mainText, articleBody, article, contentText, contentHTML)
	}
	return r, unread, err
}

// decodeField decodes the value of one field, which may be absent.
func decodeField(name string, value []byte, to any) error {
	if value == nil {
		return nil
	}
	err := json.Unmarshal(value, to)
	if typ := (*json.UnmarshalTypeError)(nil); errors.As(err, &typ) {
		err = fmt.Errorf("must be a string, not %s", typ.Value)
	}
	if err != nil {
		return fmt.Errorf("%q %w", name, err)
	}
	return nil
}

// syntaxError says in plain words why a line is not JSON.
func syntaxError(err error) error {
	var syntax *json.SyntaxError
	switch {
	case !errors.As(err, &syntax):
		return err
	case strings.Contains(err.Error(), "after top-level value"):
		return fmt.Errorf("there is more after the object, at byte %d: put one object on each line", syntax.Offset)
	}
	return fmt.Errorf("not valid JSON at byte %d (%w): correct it; of a file of lines each is one whole object", syntax.Offset, err)
}

// id is an identifier that may be written as a number.
type id string

// UnmarshalJSON implements [json.Unmarshaler].
func (i *id) UnmarshalJSON(b []byte) error {
	switch c := b[0]; {
	case c == '"':
		return json.Unmarshal(b, (*string)(i))
	case c == '-' || isDigit(c):
		*i = id(b)
		return nil
	case c == 'n':
		return nil
	}
	return errors.New("must be a string or a number")
}

// moment is a time that may be written as a number: pandas writes milliseconds.
type moment string

// UnmarshalJSON implements [json.Unmarshaler].
func (m *moment) UnmarshalJSON(b []byte) error {
	if isDigit(b[0]) {
		*m = moment(b)
		return nil
	}
	return json.Unmarshal(b, (*string)(m))
}

// rendered is a text that may be written as an object that has it as HTML: WordPress does.
type rendered string

// UnmarshalJSON implements [json.Unmarshaler].
func (r *rendered) UnmarshalJSON(b []byte) error {
	if b[0] != '{' {
		return json.Unmarshal(b, (*string)(r))
	}
	var object struct {
		Rendered *string `json:"rendered"`
	}
	if json.Unmarshal(b, &object) != nil || object.Rendered == nil {
		return errors.New("must be a string, not object")
	}
	*r = rendered(textOfHTML(*object.Rendered))
	return nil
}

// names is a text that may also be written as an array of such, or as an object
// that has it as its name. A number, by which WordPress knows an author, names nobody.
type names string

// UnmarshalJSON implements [json.Unmarshaler].
func (n *names) UnmarshalJSON(b []byte) error {
	switch c := b[0]; {
	case isDigit(c):
		return nil
	case c == '[':
		list, err := namesIn(b)
		*n = names(strings.Join(list, ", "))
		return err
	case c == '{':
		var object struct {
			Name *string `json:"name"`
		}
		if json.Unmarshal(b, &object) != nil || object.Name == nil {
			return errors.New(`must be a string, or an object with a "name"`)
		}
		*n = names(*object.Name)
		return nil
	}
	return json.Unmarshal(b, (*string)(n))
}

// namesIn returns the names of an array that are not blank.
func namesIn(b []byte) (known []string, err error) {
	var list []names
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, err
	}
	for _, name := range list {
		if name := strings.TrimSpace(string(name)); name != "" {
			known = append(known, name)
		}
	}
	return known, nil
}

// people is a text like names, in which an array reads as a byline does: “A, B and C”.
type people string

// UnmarshalJSON implements [json.Unmarshaler].
func (p *people) UnmarshalJSON(b []byte) error {
	if b[0] != '[' {
		return json.Unmarshal(b, (*names)(p))
	}
	list, err := namesIn(b)
	if last := len(list) - 1; last > 0 {
		list = []string{strings.Join(list[:last], ", ") + " and " + list[last]}
	}
	*p = people(strings.Join(list, ""))
	return err
}
