import { foldText } from "../language/folding";
import { hanIndexTokens } from "../language/han-grams";
import { runsOf } from "../language/runs";
import type { SearchDocument } from "../port";

/** Grows when documents are stored differently; an index filled before then has to be rebuilt. */
export const documentVersion = "1";

/** A document as Meilisearch holds it: flat, times as numbers, and a side field of Han pairs for each text. */
export interface StoredDocument {
  id: string;
  kind: string;
  threadId: string;
  audience: readonly string[];
  title: string;
  titlePairs: string;
  body: string;
  bodyPairs: string;
  tags: readonly string[];
  status: string | null;
  category: string | null;
  authorId: string;
  authorName: string;
  official: boolean;
  officialRank: 0 | 1;
  answered: boolean | null;
  votes: number;
  replyCount: number;
  createdAt: number;
  activeAt: number;
  language: string;
  rev: number;
}

export function toStored(document: SearchDocument): StoredDocument {
  return {
    id: document.id,
    kind: document.kind,
    threadId: document.threadId,
    audience: document.audience,
    title: document.title,
    titlePairs: hanPairsIn(document.title),
    body: document.body,
    bodyPairs: hanPairsIn(document.body),
    tags: document.tags,
    status: document.status ?? null,
    category: document.category ?? null,
    authorId: document.authorId,
    authorName: document.authorName,
    official: document.official,
    officialRank: document.official ? 1 : 0,
    answered: document.answered ?? null,
    votes: document.votes,
    replyCount: document.replyCount,
    createdAt: document.createdAt.getTime(),
    activeAt: document.activeAt.getTime(),
    language: document.language,
    rev: document.rev,
  };
}

/**
 * Meilisearch cuts Han text into words by its own dictionary, and a question cut differently misses them. Pairs that
 * stand alone are cut the same way in texts and in questions; they also carry the folding to simplified characters.
 */
function hanPairsIn(text: string): string {
  return runsOf(foldText(text))
    .filter((run) => run.script === "han")
    .flatMap((run) => hanIndexTokens(run.text))
    .join(" ");
}
