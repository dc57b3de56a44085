import type { PreparedText } from "~/features/topics/text.server";
import { escapeHtml } from "~/platform/markdown/escape-html";
import { excerpt } from "~/platform/text/excerpt";
import type { Phrases } from "./seed-phrases";
import type { Random } from "./seed-random";

const excerptCharacters = 200;

export type Role = keyof Phrases["sentences"];

/** A piece of a text that was rendered before: a block with markup, or a paragraph that needs none. */
export interface Block {
  body: string;
  bodyHtml: string;
}

/** What a seed writes with: phrases, their marked blocks as the renderer made them, and the renderer's version. */
export interface Pen {
  phrases: Phrases;
  blocks: readonly Block[];
  rendererVersion: number;
}

export interface Shape {
  role: Role;
  /** At most this many paragraphs. */
  paragraphs: number;
  /** How often it holds a block with markup. */
  markedShare: number;
}

/** A text the renderer would turn into the same markup; nothing is rendered here. */
export function writeText(pen: Pen, random: Random, { role, paragraphs, markedShare }: Shape): PreparedText {
  const blocks = Array.from({ length: 1 + random.below(paragraphs) }, () => paragraph(pen, random, role));
  if (random.chance(markedShare)) blocks.splice(1, 0, random.pick(pen.blocks));
  return textOf(pen, blocks);
}

export function writeTitle({ phrases }: Pen, random: Random, kind: keyof Phrases["titles"]): string {
  const title = fill(random.pick(phrases.titles[kind]), phrases, random);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The text of an announcement: an opening and a list of changes. */
export function writeAnnouncement(
  pen: Pen,
  random: Random,
  release: string,
): PreparedText & { title: string } {
  const { announcement } = pen.phrases;
  const [opening, title] = [announcement.opening, announcement.title].map((templates) =>
    fill(random.pick(templates), pen.phrases, random),
  ) as [string, string];
  const changes = inTurn(announcement.change, random, 3 + random.below(3)).map((template) =>
    fill(template, pen.phrases, random),
  );
  const list: Block = {
    body: changes.map((change) => `- ${change}`).join("\n"),
    bodyHtml: `<ul>\n${changes.map((change) => `<li>${escapeHtml(change)}</li>`).join("\n")}\n</ul>`,
  };
  const colon = pen.phrases.language === "zh" ? "：" : ": ";
  return { ...textOf(pen, [plain(opening), list]), title: release + colon + title };
}

export function fill(template: string, phrases: Phrases, random: Random): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    switch (slot) {
      case "feature":
      case "asset":
      case "device":
      case "network":
        return random.pick(phrases[slot]);
      case "version":
        return `${3 + random.below(3)}.${random.below(20)}.${random.below(10)}`;
      case "hours":
        return String(2 + random.below(46));
      case "amount":
        return (1 + random.next() * 400).toFixed(2);
      case "block":
        return String(10 + random.below(90));
      default:
        throw new Error(`No phrase is called ${slot}`);
    }
  });
}

function paragraph({ phrases }: Pen, random: Random, role: Role): Block {
  const templates = inTurn(phrases.sentences[role], random, 1 + random.below(role === "reply" ? 2 : 4));
  return plain(templates.map((template) => fill(template, phrases, random)).join(phrases.space));
}

/** So many one after the other, from a random one: nothing is said twice in one breath. */
function inTurn(templates: readonly string[], random: Random, count: number): string[] {
  const first = random.below(templates.length);
  return Array.from({ length: count }, (_, index) => templates[(first + index) % templates.length]!);
}

function plain(text: string): Block {
  return { body: text, bodyHtml: `<p>${escapeHtml(text)}</p>` };
}

function textOf({ phrases, rendererVersion }: Pen, blocks: readonly Block[]): PreparedText {
  const body = blocks.map((block) => block.body).join("\n\n");
  const beginning = blocks[0]!.body;
  return {
    body,
    bodyHtml: blocks.map((block) => block.bodyHtml).join("\n"),
    // Cutting text between characters costs more than writing it, and most need no cut.
    excerpt: beginning.length > excerptCharacters ? excerpt(beginning, excerptCharacters) : beginning,
    language: phrases.language,
    rendererVersion,
    text: body,
    mentions: [],
  };
}
