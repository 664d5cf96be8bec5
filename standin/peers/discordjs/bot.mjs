// `/quote`, `/answer` and `/draw` with @discordjs/core and better-sqlite3, as their documentation
// has it: statements prepared once, the database in WAL mode.

import { Client, GatewayDispatchEvents, MessageFlags } from "@discordjs/core";
import { REST } from "@discordjs/rest";
import { WebSocketManager } from "@discordjs/ws";
import Database from "better-sqlite3";

const THEMES = [
  "power", "liberty", "economy", "planning", "bureaucracy", "thought", "institutions", "history",
];
const QUOTES = 10_000;
const PER_THEME = QUOTES / THEMES.length;

const db = new Database(process.env.DATABASE);
db.pragma("journal_mode = WAL");
db.pragma(`synchronous = ${process.env.SYNCHRONOUS === "FULL" ? "FULL" : "NORMAL"}`);
db.exec(`
  CREATE TABLE IF NOT EXISTS quotes (id INTEGER PRIMARY KEY, theme TEXT NOT NULL,
    nth INTEGER NOT NULL, author TEXT NOT NULL, work TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (theme, nth));
  CREATE TABLE IF NOT EXISTS answers (id INTEGER PRIMARY KEY, guild INTEGER NOT NULL,
    member INTEGER NOT NULL, text TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS drawn (id INTEGER PRIMARY KEY, channel INTEGER NOT NULL,
    quote INTEGER NOT NULL);
`);
if (db.prepare("SELECT count(*) AS count FROM quotes").get().count === 0) {
  const insert = db.prepare(
    "INSERT INTO quotes (theme, nth, author, work, text) VALUES (?, ?, ?, ?, ?)",
  );
  db.transaction(() => {
    for (let n = 0; n < QUOTES; n++) {
      const theme = THEMES[n % THEMES.length];
      const text = `Sentence ${n}, which says something about ${theme}. `.repeat(4);
      const nth = Math.floor(n / THEMES.length);
      insert.run(theme, nth, `Author ${n % 20}`, `Work ${n % 50}`, text);
    }
  })();
}
const quote = db.prepare(
  "SELECT id, theme, author, work, text FROM quotes WHERE theme = ? AND nth = ?",
);
const answer = db.prepare("INSERT INTO answers (guild, member, text) VALUES (?, ?, ?)");
const drawn = db.prepare("INSERT INTO drawn (channel, quote) VALUES (?, ?)");

function reply(interaction) {
  const { name, options } = interaction.data;
  const given = options?.[0]?.value ?? "";
  if (name === "answer") {
    answer.run(BigInt(interaction.guild_id), BigInt(interaction.member.user.id), given);
    return { content: "Your answer is recorded.", flags: MessageFlags.Ephemeral };
  }
  const found = quote.get(given, Math.floor(Math.random() * PER_THEME));
  if (!found) return { content: "There is no such theme.", flags: MessageFlags.Ephemeral };
  if (name === "draw") drawn.run(BigInt(interaction.channel.id), found.id);
  return {
    embeds: [{
      title: `${found.author}, ${found.work}`,
      description: found.text,
      footer: { text: `${found.theme} · ${found.id}` },
    }],
  };
}

const token = process.env.DISCORD_TOKEN;
const rest = new REST({ version: "10", api: `${process.env.DISCORD_API}/api` }).setToken(token);
const gateway = new WebSocketManager({ token, intents: 0, rest });
const client = new Client({ rest, gateway });

client.on(GatewayDispatchEvents.InteractionCreate, async ({ data: interaction, api }) => {
  try {
    await api.interactions.reply(interaction.id, interaction.token, reply(interaction));
  } catch (error) {
    console.error(`/${interaction.data.name}:`, error);
  }
});

client.once(GatewayDispatchEvents.Ready, async ({ data, api }) => {
  const option = (name, description) => ({ type: 3, name, description, required: true });
  await api.applicationCommands.bulkOverwriteGlobalCommands(data.application.id, [
    { name: "quote", description: "A quote about a theme", options: [option("theme", "The theme")] },
    { name: "answer", description: "Records an answer", options: [option("text", "The answer")] },
    {
      name: "draw",
      description: "A quote about a theme, noted as drawn",
      options: [option("theme", "The theme")],
    },
  ]);
});

process.once("SIGTERM", () => {
  db.close();
  process.exit(0);
});
await gateway.connect();
