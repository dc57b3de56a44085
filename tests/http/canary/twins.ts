import type { Row } from "~/routes";
import type { HiddenPosts } from "./hidden-posts";
import type { HiddenThings } from "./hidden-things";
import type { Open } from "./open";

/** An address of something hidden, and the same of what never existed. */
export interface Twin {
  path: string;
  missing: string;
  row: Row;
  /** The one part in which the two differ. */
  there: string;
  nowhere: string;
}

const noNumber = "999999";
export const noId = "888888";

/** Addresses of all that is hidden, under each row that names such things. */
export function twinsOf(rows: readonly Row[], posts: HiddenPosts, things: HiddenThings): Twin[] {
  const twins: Twin[] = [];
  for (const row of rows) {
    const { path = "" } = row;
    const at = `/${path.replace("/:slug?", "").replace(":form", "suggestion")}`;
    const add = (pattern: string, there: string | number, nowhere: string) => {
      const fill = (value: string) => pattern.replace(/:\w+/, value).replace(":id", "1");
      twins.push({ row, path: fill(String(there)), missing: fill(nowhere), there: String(there), nowhere });
    };
    if (path.startsWith("t/:number/replies/:id"))
      for (const { number, id } of posts.replies) add(at.replace(":number", String(number)), id, noId);
    else if (path.includes(":number"))
      for (const number of path.startsWith("suggestions/")
        ? posts.suggestions
        : [...posts.topics, ...posts.suggestions])
        add(at, number, noNumber);
    else if (path.startsWith("changelog/:slug"))
      for (const slug of things.announcements.unpublished) add(at, slug, "no-such-entry");
    else if (path.startsWith("files/:id")) for (const id of posts.files) add(at, id, "nosuchfile");
    else if (path.startsWith("me/bookmarks/:id")) add(at, things.bookmark, noId);
    else if (path.startsWith("settings/data/copies/:key")) add(at, things.copy, "none");
  }
  return twins;
}

/** Where a hidden post is named in the query of something that everybody may read, or under another topic. */
export function namedTwins(
  rows: readonly Row[],
  { replies }: HiddenPosts,
  { problem, wish, reply }: Open,
): Twin[] {
  const topic = `/t/${problem.number}`;
  const patterns = [
    ...["oldest", "newest", "best"].flatMap((sort) => [
      `${topic}?sort=${sort}&from=`,
      `${topic}?sort=${sort}&before=`,
    ]),
    `${topic}/replies/${reply.id}/branch?from=`,
    ...[`/t/${wish.number}/merged?from=`, `${topic}?reply-to=`, `${topic}/replies?reply-to=`],
    ...[`${topic}/replies/:id`, `${topic}/replies/:id/branch`, `${topic}/replies/:id/flag`],
    `${topic}/replies/:id/history`,
  ];
  return replies.flatMap(({ id }) =>
    patterns.map((pattern) => {
      const fill = (value: string) =>
        pattern.includes(":id") ? pattern.replace(":id", value) : pattern + value;
      const row = rows.find(
        ({ path = "" }) => pattern.endsWith("/flag") && path.endsWith("replies/:id/flag"),
      );
      return {
        ...{ row: row ?? rows[0]!, path: fill(String(id)), missing: fill(noId) },
        ...{ there: String(id), nowhere: noId },
      };
    }),
  );
}

/** Forms of what is open that name a reply in a field. */
export function fieldsNaming({ problem }: Open) {
  const topic = `/t/${problem.number}`;
  return [
    { path: `${topic}/replies`, form: (id: string) => ({ body: "Some words of mine.", "reply-to": id }) },
    { path: `${topic}/solution`, form: (id: string) => ({ replyId: id }) },
  ];
}

/** Empty, full, and the taking away: what an answer says must not depend on what the form lacks. */
export const formsToSend: Record<string, string>[] = [
  {},
  {
    ...{ reason: "spam", note: "a note", body: "Some words of mine.", title: "A title of some length" },
    ...{ version: "1", level: "following", kind: "helpful", answer: "yes", replyId: "1" },
    submission: "7f9c0f3e-0d5c-4c39-8a43-1f2f6d6b1c11",
  },
  { _method: "DELETE" },
];
