import type { DatabaseKind } from "~/platform/db/client.server";
import { asBoolean, asJson } from "~/platform/db/columns";
import { dateInJson, jsonRows } from "./json-rows";
import { isKnownIssue, type KnownIssue, type KnownIssueState, type KnownIssueUpdate } from "./known-issue";

const updatesShown = 30;

/** The known issue of the topic `t` as one column; its one question mark is the reader's id. */
export function knownIssueColumn(kind: DatabaseKind): string {
  const updates = jsonRows(kind, {
    fields: {
      id: `u."id"`,
      state: `u."state"`,
      bodyHtml: `u."bodyHtml"`,
      createdAt: `u."createdAt"`,
      name: `n."name"`,
      displayName: `n."displayName"`,
    },
    from: `(SELECT * FROM "KnownIssueUpdate" WHERE "topicId" = k."topicId" ORDER BY "createdAt" DESC, "id" DESC
            LIMIT ${updatesShown}) u JOIN "Member" n ON n."id" = u."authorId"`,
    order: `u."createdAt" DESC, u."id" DESC`,
  });
  return jsonRows(kind, {
    fields: {
      ...Object.fromEntries(plain.map((name) => [name, `k."${name}"`])),
      updates: kind === "sqlite" ? `json(${updates})` : updates,
      answer: `(SELECT CASE WHEN x."isSolved" THEN 'yes' ELSE 'no' END FROM "FixAnswer" x
               WHERE x."topicId" = k."topicId" AND x."memberId" = ? AND x."answeredAt" >= k."fixedAt")`,
    },
    from: `"KnownIssue" k WHERE k."topicId" = t."id"`,
    order: `k."topicId"`,
  });
}

const plain = [
  "state",
  "summary",
  "workaround",
  "workaroundHtml",
  "versions",
  "isUrgent",
  "nextUpdateAt",
  "announcementId",
  "version",
  "createdAt",
  "fixedAt",
  "confirmedCount",
  "deniedCount",
  "doubtedAt",
] as const;

interface KnownIssueJson {
  state: KnownIssueState;
  summary: string;
  workaround: string;
  workaroundHtml: string;
  versions: string;
  isUrgent: unknown;
  nextUpdateAt: string | null;
  announcementId: number | null;
  version: number;
  createdAt: string;
  fixedAt: string | null;
  confirmedCount: number;
  deniedCount: number;
  doubtedAt: string | null;
  updates: (Omit<KnownIssueUpdate, "createdAt" | "by"> & {
    createdAt: string;
    name: string;
    displayName: string;
  })[];
  answer: KnownIssue["mine"];
}

/** Null for a topic that is none, or is none any more. */
export function knownIssueOf(column: unknown, topic: { kind: string; status: string }): KnownIssue | null {
  const [found] = asJson<KnownIssueJson[]>(column);
  if (!found || !isKnownIssue(topic) || (topic.status === "solved" && !found.fixedAt)) return null;
  const { state, summary, workaround, workaroundHtml, versions, announcementId, version } = found;
  return {
    ...{ state, summary, workaround, workaroundHtml, versions, announcementId, version },
    isUrgent: asBoolean(found.isUrgent),
    nextUpdateAt: dateOrNull(found.nextUpdateAt),
    createdAt: dateInJson(found.createdAt),
    fixedAt: dateOrNull(found.fixedAt),
    answers: { confirmed: found.confirmedCount, denied: found.deniedCount },
    doubtedAt: dateOrNull(found.doubtedAt),
    updates: found.updates.map(({ name, displayName, createdAt, ...update }) => ({
      ...update,
      by: { name, displayName },
      createdAt: dateInJson(createdAt),
    })),
    mine: found.answer,
  };
}

function dateOrNull(value: string | null): Date | null {
  return value === null ? null : dateInJson(value);
}
