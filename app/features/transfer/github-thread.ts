import { z } from "zod";
import * as field from "./fields";
import type { SourceChange, SourceReply, SourceTopic } from "./source-topic";

const hunkLinesShown = 6;

const EventSchema = z.object({
  event: z.string(),
  id: field.id.nullish(),
  user: field.person,
  actor: field.person,
  author_association: z.string().nullish(),
  body: field.text,
  created_at: field.time.nullish(),
  submitted_at: field.time.nullish(),
});

const LineCommentSchema = z.object({
  id: field.id,
  in_reply_to_id: field.id.nullish(),
  user: field.person,
  author_association: z.string().nullish(),
  body: field.text,
  path: field.text,
  diff_hunk: field.text,
  created_at: field.time,
});

const ThreadSchema = z.object({
  number: field.number,
  title: field.title,
  body: field.text,
  user: field.person,
  author_association: z.string().nullish(),
  html_url: z.string(),
  state: z.enum(["open", "closed"]),
  state_reason: z.string().nullish(),
  merged: z.boolean().nullish(),
  labels: field.labels,
  locked: z.boolean().nullish(),
  created_at: field.time,
  closed_at: field.time.nullish(),
  closed_by: field.person,
});

/** `{ type, issue | pull, events, comments }`: an issue or pull request with its whole timeline. */
export const GithubThreadSchema = z
  .object({
    type: z.enum(["issue", "pull"]),
    issue: ThreadSchema.nullish(),
    pull: ThreadSchema.nullish(),
    events: z.array(EventSchema).default([]),
    comments: z.array(LineCommentSchema).default([]),
  })
  .transform((record, context): SourceTopic => {
    const thread = record.type === "pull" ? record.pull : record.issue;
    const source = /github\.com\/([^/]+\/[^/]+)\//.exec(thread?.html_url ?? "")?.[1];
    if (!thread || !source) {
      context.addIssue({ code: "custom", message: `has no ${record.type} with an address` });
      return z.NEVER;
    }
    const closing = record.events.findLast(({ event }) => event === "closed" || event === "merged");
    const isMember = ({ author_association }: { author_association?: string | null }) =>
      author_association === "MEMBER";
    return {
      source,
      number: thread.number,
      title: thread.title,
      body: thread.body,
      author: thread.user,
      isPull: record.type === "pull",
      createdAt: thread.created_at,
      editedAt: null,
      closedAt: thread.closed_at ?? null,
      isOpen: thread.state === "open",
      ending: endingOf(thread, record.type === "pull"),
      closedBy: closing?.actor.login ? closing.actor : thread.closed_by.login ? thread.closed_by : null,
      lockedAt: thread.locked
        ? (record.events.findLast(({ event }) => event === "locked")?.created_at ?? thread.created_at)
        : null,
      labels: thread.labels,
      thumbsUp: 0,
      changes: record.events.flatMap(changeOf),
      replies: [...record.events.flatMap(replyOf), ...record.comments.map(lineReply)],
      staff: [
        ...(isMember(thread) ? [thread.user.login] : []),
        ...record.events.filter(isMember).map(({ user }) => user.login),
        ...record.comments.filter(isMember).map(({ user }) => user.login),
      ],
    };
  });

function endingOf(thread: z.infer<typeof ThreadSchema>, isPull: boolean): SourceTopic["ending"] {
  if (thread.state === "open") return null;
  if (isPull) return thread.merged ? "merged" : "declined";
  return thread.state_reason === "not_planned" ? "declined" : "completed";
}

function changeOf({ event, created_at, actor }: z.infer<typeof EventSchema>): SourceChange[] {
  if (!created_at) return [];
  const by = actor.login ? actor : null;
  switch (event) {
    case "closed":
    case "reopened":
    case "merged":
    case "locked":
      return [{ type: event, at: created_at, by }];
    default:
      return [];
  }
}

/** Comments, and reviews that say something. */
function replyOf(event: z.infer<typeof EventSchema>): SourceReply[] {
  const createdAt = event.event === "reviewed" ? event.submitted_at : event.created_at;
  const isReply = event.event === "commented" || (event.event === "reviewed" && event.body.trim() !== "");
  if (!isReply || !createdAt || !event.id) return [];
  return [
    {
      externalId: `${event.event === "reviewed" ? "review" : "comment"}-${event.id}`,
      parentId: null,
      author: event.user,
      body: event.body,
      createdAt,
      editedAt: null,
      thumbsUp: 0,
    },
  ];
}

/** A comment on a line of a change. The first of a thread quotes what it speaks of. */
function lineReply(comment: z.infer<typeof LineCommentSchema>): SourceReply {
  const hunk = comment.diff_hunk.split("\n").slice(-hunkLinesShown).join("\n");
  const quote =
    comment.in_reply_to_id || hunk === "" ? "" : `\`${comment.path}\`\n\n\`\`\`diff\n${hunk}\n\`\`\`\n\n`;
  return {
    externalId: `line-${comment.id}`,
    parentId: comment.in_reply_to_id ? `line-${comment.in_reply_to_id}` : null,
    author: comment.user,
    body: quote + comment.body,
    createdAt: comment.created_at,
    editedAt: null,
    thumbsUp: 0,
  };
}
