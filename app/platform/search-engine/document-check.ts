import { z } from "zod";
import type { SearchDocument } from "./port";

export const maxBodyCharacters = 20_000;
const maxTitleCharacters = 1_000;

// Ids end up in URLs of Meilisearch, which does not escape them.
const id = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/);
// Meilisearch refuses filter values beyond 468 bytes.
const word = z.string().max(117);
const time = z.date();

const schema = z.object({
  id,
  kind: z.enum([
    "topic",
    "problem",
    "question",
    "experience",
    "reply",
    "suggestion",
    "comment",
    "changelog",
    "contact",
    "note",
  ]),
  threadId: id,
  audience: z.array(word),
  title: z.string(),
  body: z.string(),
  tags: z.array(word),
  status: word.optional(),
  category: word.optional(),
  authorId: word,
  authorName: z.string(),
  official: z.boolean(),
  answered: z.boolean().optional(),
  votes: z.int(),
  replyCount: z.int(),
  createdAt: time,
  activeAt: time,
  language: z.enum(["zh", "en"]),
  rev: z.int(),
});

/** Splits a batch into what can be stored, with over-long texts cut, and the ids of what no engine can hold. */
export function checkDocuments(documents: readonly SearchDocument[]): {
  sound: SearchDocument[];
  poisonIds: string[];
} {
  const sound: SearchDocument[] = [];
  const poisonIds: string[] = [];
  for (const document of documents) {
    const parsed = schema.safeParse(document);
    if (parsed.success) sound.push(withinLimits(parsed.data));
    else poisonIds.push(String(document?.id));
  }
  return { sound, poisonIds };
}

export function isDocumentId(value: string): boolean {
  return id.safeParse(value).success;
}

function withinLimits(document: SearchDocument): SearchDocument {
  return {
    ...document,
    title: cleanText(document.title, maxTitleCharacters),
    body: cleanText(document.body, maxBodyCharacters),
  };
}

// U+E000 and U+E001 mark hits in answers of Meilisearch; a text that held them could forge marks.
function cleanText(text: string, maxCharacters: number): string {
  const cut = text.length > maxCharacters ? text.slice(0, maxCharacters) : text;
  return cut.replace(/[\0\uE000\uE001]/g, "").toWellFormed();
}
