// Judges the bodies that the tests of bot/discord recorded: see discord-schema.
//
//	node discord-schema.mjs CACHE BODIES
//
// A body of a route that is not listed here is an error, and so is a route of which
// nothing was recorded.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [cache, bodies] = process.argv.slice(2);
const build = join(cache, "node_modules", "discord-api-spec", "build");

// What is sent may hold no field that the schema does not know: Discord ignores such
// a one, and so a misspelt field would go unseen. The schema is made for that, but the
// switch has to be set before it is loaded.
const source = readFileSync(join(build, "discord-api-spec.zod.js"), "utf8");
const strictSource = source.replace("let zObject = z.object;", "let zObject = z.strictObject;");
if (strictSource === source) throw new Error("the schema has another form than expected");
writeFileSync(join(build, "strict.zod.js"), strictSource);
const load = (name) => import(pathToFileURL(join(build, name)).href);
const [sent, given] = [await load("strict.zod.js"), await load("discord-api-spec.zod.js")];

const callbacks = {
  1: "PongInteractionCallbackRequest",
  4: "CreateMessageInteractionCallbackRequest",
  5: "CreateMessageInteractionCallbackRequest",
  6: "UpdateMessageInteractionCallbackRequest",
  7: "UpdateMessageInteractionCallbackRequest",
  8: "ApplicationCommandAutocompleteCallbackRequest",
};
const command = { given: "ApplicationCommandResponse" };
const create = { ...command, sent: "ApplicationCommandCreateRequest" };

// What is sent and given, by route.
const routes = {
  "GET /gateway": { given: "GatewayResponse" },
  "GET /gateway/bot": { given: "GatewayBotResponse" },
  "GET /users/@me": { given: "UserPIIResponse" },
  "GET /applications/@me": { given: "PrivateApplicationResponse" },
  "GET /applications/{application_id}/commands": { ...command, list: true },
  "POST /applications/{application_id}/commands": create,
  "GET /applications/{application_id}/guilds/{guild_id}/commands": { ...command, list: true },
  "POST /applications/{application_id}/guilds/{guild_id}/commands": create,
  "POST /interactions/{interaction_id}/{interaction_token}/callback": { sent: (body) => callbacks[body.type] },
  "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original": {
    sent: "IncomingWebhookUpdateRequestPartial",
    given: "MessageResponse",
  },
  "POST /users/@me/channels": { sent: "CreatePrivateChannelRequest", given: "PrivateChannelResponse" },
  "GET /channels/{channel_id}/messages": { given: "MessageResponse", list: true },
  "GET /guilds/{guild_id}/roles": { given: "GuildRoleResponse", list: true },
  "POST /channels/{channel_id}/messages": { sent: "MessageCreateRequest", given: "MessageResponse" },
};

// schemaOf returns the name of the schema for a recorded body.
function schemaOf({ sent: isSent, route, status, body }) {
  if (!isSent && status === 429) return "RatelimitedResponse";
  if (!isSent && status >= 400) return "ErrorResponse";
  const name = routes[route]?.[isSent ? "sent" : "given"];
  return typeof name === "function" ? name(body) : name;
}

// judge returns what is wrong with a recorded body, "" if nothing is.
function judge(line) {
  const name = schemaOf(line);
  const schema = (line.sent ? sent : given)[`${name}Schema`];
  if (!schema) return `no schema ${name}`;
  const list = !line.sent && line.status < 400 && routes[line.route].list ? line.body : [line.body];
  for (const body of list) {
    const result = schema.safeParse(body);
    if (!result.success) return `${name}: ${JSON.stringify(result.error.issues, null, 1)}`;
  }
  return "";
}

// The judge is tried on bodies that it must refuse.
const post = { sent: true, route: "POST /channels/{channel_id}/messages" };
for (const body of [
  { content: 7 },
  { contents: "a field that does not exist" },
  { components: [{ type: 2, style: 5, label: "x", url: "no link" }] },
  { allowed_mentions: { parse: ["everybody"] } },
]) {
  if (!judge({ ...post, body })) throw new Error(`the schema lets pass ${JSON.stringify(body)}`);
}

let [judged, wrong] = [0, 0];
const seen = new Set();
for (const file of readdirSync(bodies)) {
  for (const text of readFileSync(join(bodies, file), "utf8").split("\n").filter(Boolean)) {
    const line = JSON.parse(text);
    judged++;
    if (line.sent || line.status < 400) seen.add(`${line.sent ? "sent" : "given"} ${line.route}`);
    const problem = judge(line);
    if (problem) {
      wrong++;
      if (wrong <= 10) console.error(`${file}: ${line.sent ? "sent" : `given (${line.status})`} ${line.route}\n${JSON.stringify(line.body)}\n${problem}\n`);
    }
  }
}
for (const [route, kinds] of Object.entries(routes)) {
  for (const kind of ["sent", "given"]) {
    if (kinds[kind] && !seen.has(`${kind} ${route}`)) {
      wrong++;
      console.error(`nothing was recorded: ${kind} ${route}`);
    }
  }
}
console.log(`${judged} bodies judged by Discord's schema, ${wrong} problems`);
process.exit(wrong > 0 || judged === 0 ? 1 : 0);
