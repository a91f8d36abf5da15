package discord

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot"
	"newshound/bot/internal/form"
	"newshound/bot/internal/plain"
	"newshound/bot/internal/tree"
)

// event is something to react to, as the journal keeps it: a question or a command, who
// asked, and where the reply goes.
type event struct {
	ID      string `json:"id"`              // of the interaction, or of the message
	Token   string `json:"token,omitempty"` // of the interaction; "" for a message
	App     string `json:"app,omitempty"`
	Channel string `json:"channel"`
	Direct  bool   `json:"direct,omitempty"` // it came from direct messages with the bot
	User    string `json:"user"`
	Text    string `json:"text"`           // what the bot is asked
	Last    string `json:"last,omitempty"` // the turn before, encoded; else what is remembered
	Private bool   `json:"private,omitempty"`
	Update  bool   `json:"update,omitempty"` // the reply replaces the message whose button was pressed
	DM      bool   `json:"dm,omitempty"`     // the reply goes into a direct message
	// Deferred says that the first response went out in an HTTP answer, or may have
	// arrived.
	Deferred bool `json:"deferred,omitempty"`
	// Once is the key of a button's action that is done only once. Then Text is a command that
	// the adapter carries out itself, and Shown what it shows to everyone.
	Once  string      `json:"once,omitempty"`
	Shown []component `json:"shown,omitempty"`
	// ToRole says that the message mentions the bot's role, and that Discord does not show the
	// bot its text.
	ToRole bool   `json:"to_role,omitempty"`
	guild  string // of a message
	// roles are those mentioned by a message that does not mention the bot: it is accepted only
	// if the bot's own role is among them.
	roles []string
}

// key identifies the event when it comes again.
func (e *event) key() string {
	if e.Token != "" {
		return "interaction " + e.ID
	}
	return "message " + e.ID
}

// conversation is the key of the last turn: a person's in a channel.
func (e *event) conversation() string { return "turn " + e.Channel + " " + e.User }

// written is the key of the time when the person was last answered in a direct message because
// posts are refused in the channel.
func (e *event) written() string { return "refused " + e.Channel + " " + e.User }

// deferral returns the response that tells Discord, and the person, to wait.
func (e *event) deferral() *response {
	switch {
	case e.Update:
		return &response{Type: discordgo.InteractionResponseDeferredMessageUpdate}
	case e.Private:
		return &response{discordgo.InteractionResponseDeferredChannelMessageWithSource, map[string]any{"flags": discordgo.MessageFlagsEphemeral}}
	}
	return &response{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource}
}

// readInteraction decodes an interaction into an event to carry out, or into an event and
// the response that settles it at once. Both are nil for an interaction of an unknown kind or
// without a token to respond with.
func (a *Adapter) readInteraction(raw []byte) (*event, *response) {
	i := tree.Parse(raw)
	e := &event{
		ID: i.Text("id"), Token: i.Text("token"), App: i.Text("application_id"), Channel: i.Text("channel_id", "channel.id"),
		User: i.Text("member.user.id", "user.id"), // in a guild there is no user, in direct messages no member
	}
	where, err := strconv.Atoi(i.Text("context"))
	e.Direct = i.Text("guild_id") == "" && (err != nil || where == int(discordgo.InteractionContextBotDM))
	var first *response
	kind := discordgo.InteractionType(i.Int("type"))
	switch {
	case kind == discordgo.InteractionPing:
		first = &response{Type: discordgo.InteractionResponsePong}
	case e.Token == "", e.ID == "":
		return nil, nil
	case kind == discordgo.InteractionApplicationCommandAutocomplete:
		first = a.complete(i)
	case kind == discordgo.InteractionApplicationCommand:
		first = e.readCommand(i)
	case kind == discordgo.InteractionMessageComponent:
		first = a.readPress(e, i, raw)
	default:
		return nil, nil
	}
	return e, first
}

// readCommand decodes a slash command or a message command.
func (e *event) readCommand(i tree.JSON) *response {
	options := map[string]string{}
	for _, o := range i.List("data.options") {
		options[o.Text("name")] = typed(o.Text("value"))
	}
	name := i.Text("data.name")
	asked, asks := options["question"]
	if !asks {
		asked, asks = options["text"]
	}
	e.Private = !e.Direct
	switch {
	case i.Int("data.type") == int(discordgo.MessageApplicationCommand):
		e.Text = typed(said(i.Object("data.resolved.messages." + i.Text("data.target_id"))))
		if e.Text == "" {
			return say(bot.NoText)
		}
	case !asks: // a command of the bot's own
		e.Text = plain.Join(" ", "/"+name, options["number"], options["style"])
	default:
		filters, problem := form.Fields{Outlet: options["outlet"], From: options["from"], To: options["to"]}.Text()
		if problem != "" {
			return say(problem)
		}
		f, question := syntax.FormOf(asked)
		if name != "ask" { // a form of answers has a command of its name
			f = answer.Form(name)
		}
		if f == answer.CheckQuote && filters != "" {
			return say("A quote is looked for in all of the coverage. Leave outlet, from and to out.")
		}
		e.Private = options["private"] == "true" && !e.Direct
		e.Text = syntax.As(f, filters+question) // the form comes first
	}
	return nil
}

// readPress decodes the press of a button. The question is in the button's message.
func (a *Adapter) readPress(e *event, i tree.JSON, raw []byte) *response {
	command, turn, ok := parseCustomID(i.Text("data.custom_id"))
	var pressed struct {
		Message struct{ Components []component }
	}
	_ = json.Unmarshal(raw, &pressed) // a message in another form is not ours
	components := pressed.Message.Components
	private := i.Int("message.flags")&int(discordgo.MessageFlagsEphemeral) != 0
	switch {
	case !ok, command == bot.ShareCommand && len(components) == 0:
		return say("This button is of an older version of me. Ask again with /ask.")
	case bot.Once(command):
		e.Text, e.Once = command, strings.Join([]string{"press", i.Text("message.id"), e.User, i.Text("data.custom_id")}, " ")
		if e.Private = command != bot.ShareCommand; !e.Private {
			e.Shown = shared(components)
		}
		return nil
	case command == bot.DirectCommand:
		command, e.DM = bot.CiteCommand(0, ""), !e.Direct
	}
	turn.Question = echoed(components)
	// A server may not send the message's content. Then it is the last answer in this
	// conversation, if that has the same quotes.
	last, err := bot.DecodeTurn(a.events.Recall(e.conversation()))
	if err == nil && turn.Seal != "" && last.Seal == turn.Seal && last.Shown == turn.Shown {
		turn.Question, turn.Earlier = cmp.Or(turn.Question, last.Question), last.Earlier
	}
	if turn.Question == "" {
		return say("I can no longer tell what this was about. Ask again with /ask.")
	}
	e.Text, e.Last = command, turn.Encode()
	// A page is turned in place for the asker; anyone else gets their own.
	asker := i.Text("message.interaction_metadata.user.id", "message.interaction.user.id", "message.referenced_message.author.id")
	turns := command == bot.MoreCommand || command == bot.BackCommand
	e.Update = turns && (private || e.Direct || asker == e.User && e.User != "")
	e.Private = private && e.Update || !e.Update && !e.Direct
	return nil
}

// readMessage decodes a message. It returns nil unless a person asks the bot something, by
// mentioning it or its role, or in direct messages.
func (a *Adapter) readMessage(raw []byte) *event {
	m, me := tree.Parse(raw), a.who.Load().bot
	e := &event{ID: m.Text("id"), Channel: m.Text("channel_id"), guild: m.Text("guild_id"), User: m.Text("author.id")}
	e.Direct = e.guild == ""
	content := said(m)
	e.Text = typed(content)
	mentioned := slices.ContainsFunc(m.List("mentions"), func(u tree.JSON) bool { return u.Text("id") == me })
	if _, told := m["mentions"]; !told { // that list leaves out mentions in code
		mentioned = strings.Contains(content, "<@"+me+">") || strings.Contains(content, "<@!"+me+">")
	}
	// Only plain messages and replies ask: no joins, no pins.
	kind := discordgo.MessageType(m.Int("type"))
	plainly := kind == discordgo.MessageTypeDefault || kind == discordgo.MessageTypeReply
	byPerson := e.User != "" && e.User != me && m.Text("author.bot") != "true" && m.Text("webhook_id") == ""
	if e.ID == "" || !plainly || !byPerson {
		return nil
	}
	if !e.Direct && !mentioned {
		var mentions struct {
			Roles []string `json:"mention_roles"`
		}
		if json.Unmarshal(raw, &mentions) != nil || len(mentions.Roles) == 0 {
			return nil
		}
		e.roles, e.ToRole = mentions.Roles, content == ""
	}
	return e
}
