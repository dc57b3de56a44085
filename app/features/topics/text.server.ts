import type { Context } from "~/features/members/context";
import { leadsSince, stillLeads } from "~/features/members/former-names.server";
import type { MarkdownOptions, RenderedMarkdown } from "~/platform/markdown/port";
import { namesIn, referencesIn } from "~/platform/markdown/names-in-text";
import { cleanLine, cleanText } from "~/platform/text/clean-text";
import { excerpt } from "~/platform/text/excerpt";
import { guessLanguage } from "~/platform/text/guess-language";
import { topicPath } from "./paths";
import { visibleWhere } from "./visibility";

const excerptCharacters = 200;
const lookedUpAtOnce = 500;
const ownReference = /^#(\d{1,9})$/;

export interface TextDraft {
  title?: string;
  /** Markdown as written. */
  body: string;
  /** Cross references beyond "#12", with their addresses: `{ "gui#7": "/t/12/…" }`. They win over our own. */
  references?: Readonly<Record<string, string>>;
  /** Written for GitHub or a forum that takes some HTML. */
  isImported?: boolean;
}

/** A text ready to be stored: clean, rendered, described. Nothing in it is trusted by being in it but `bodyHtml`. */
export interface PreparedText {
  title?: string;
  body: string;
  /** Sanitised markup of the markdown port. */
  bodyHtml: string;
  /** The beginning in one line. */
  excerpt: string;
  language: "en" | "zh";
  rendererVersion: number;
  /** What a reader sees, for search and mails. */
  text: string;
  /** Names mentioned, as written by their members. */
  mentions: string[];
}

type Prepared<Draft extends TextDraft> = PreparedText &
  (Draft extends { title: string } ? { title: string } : unknown);

/** Cleans and renders one text. Before the transaction: rendering takes its time and must not hold a lock. */
export async function prepareText<Draft extends TextDraft>(
  ctx: Context,
  draft: Draft,
): Promise<Prepared<Draft>> {
  const clean = cleaned(draft);
  const options = optionsFor(clean, await lookUp(ctx, [clean]));
  return describe(clean, await ctx.markdown.render(clean.body, options)) as Prepared<Draft>;
}

/** Many texts, as imports bring them: known names and references are looked up together. In the order given. */
export async function prepareTexts<Draft extends TextDraft>(
  ctx: Context,
  drafts: readonly Draft[],
): Promise<Prepared<Draft>[]> {
  const clean = drafts.map(cleaned);
  const known = await lookUp(ctx, clean);
  const rendered = await ctx.markdown.renderMany(
    clean.map((draft) => ({ source: draft.body, options: optionsFor(draft, known) })),
  );
  return clean.map((draft, index) => describe(draft, rendered[index]!) as Prepared<Draft>);
}

function cleaned(draft: TextDraft): TextDraft {
  const { title, body } = draft;
  return {
    ...draft,
    ...(title !== undefined && { title: cleanLine(title) }),
    body: cleanText(body).trimEnd(),
  };
}

interface Known {
  /** Members' names by their folded form. */
  names: ReadonlyMap<string, string>;
  /** Addresses by "#12". */
  references: Readonly<Record<string, string>>;
}

/** Who and what the texts may speak of. At most two queries for each five hundred names or numbers. */
async function lookUp(ctx: Context, drafts: readonly TextDraft[]): Promise<Known> {
  const names = unique(drafts.flatMap(({ body }) => namesIn(body)).map(folded));
  const numbers = unique(
    drafts
      .flatMap(({ body }) => referencesIn(body))
      .flatMap((written) => ownReference.exec(written)?.[1] ?? []),
  ).map(Number);
  const visible = visibleWhere(null);

  const members = await inParts(names, (part) =>
    ctx.rows<{ name: string; nameFolded: string }>(
      `SELECT "name", "nameFolded" FROM "Member" WHERE "nameFolded" IN (${marks(part)}) AND "deletedAt" IS NULL
       UNION SELECT n."from", n."fromFolded" FROM "NameChange" n JOIN "Member" m ON m."id" = n."memberId"
       WHERE n."fromFolded" IN (${marks(part)}) AND ${stillLeads} AND m."deletedAt" IS NULL`,
      [...part, ...part, leadsSince(ctx)],
    ),
  );
  const topics = await inParts(numbers, (part) =>
    ctx.rows<{ number: number; slug: string }>(
      `SELECT t."number", t."slug" FROM "Topic" t WHERE t."number" IN (${marks(part)}) AND ${visible.sql}`,
      [...part, ...visible.params],
    ),
  );
  return {
    names: new Map(members.map(({ name, nameFolded }) => [nameFolded, name])),
    references: Object.fromEntries(topics.map((topic) => [`#${topic.number}`, topicPath(topic)])),
  };
}

/** Only what the text speaks of itself: the options travel to another thread with each text. */
function optionsFor(draft: TextDraft, known: Known): MarkdownOptions {
  const names = unique(namesIn(draft.body).flatMap((name) => known.names.get(folded(name)) ?? []));
  const references = referencesIn(draft.body).flatMap((written) => {
    const address = draft.references?.[written] ?? known.references[written];
    return address === undefined ? [] : [[written, address]];
  });
  return {
    linkReference: Object.fromEntries(references) as Record<string, string>,
    names,
    ...(draft.isImported && { isImported: true }),
  };
}

function describe({ title, body }: TextDraft, rendered: RenderedMarkdown): PreparedText {
  return {
    ...(title !== undefined && { title }),
    body,
    bodyHtml: rendered.html,
    excerpt: excerpt(rendered.text, excerptCharacters),
    language: guessLanguage(title === undefined ? body : `${title}\n\n${body}`),
    rendererVersion: rendered.version,
    text: rendered.text,
    mentions: rendered.mentions,
  };
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

async function inParts<Value, Row>(
  values: readonly Value[],
  read: (part: Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < values.length; from += lookedUpAtOnce) {
    found.push(...(await read(values.slice(from, from + lookedUpAtOnce))));
  }
  return found;
}

function marks(values: readonly unknown[]): string {
  return values.map(() => "?").join(", ");
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
