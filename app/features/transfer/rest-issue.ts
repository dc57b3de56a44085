import { z } from "zod";
import * as field from "./fields";
import type { SourceTopic } from "./source-topic";

const CommentSchema = z.object({
  id: field.id,
  user: field.person,
  body: field.text,
  created_at: field.time,
  updated_at: field.time.nullish(),
});

/**
 * An issue as the REST interface answers, with its comments put in. Such records do not say who belongs to the team:
 * whoever an issue is assigned to, or who closed an issue somebody else opened, is taken for it.
 */
export const RestIssueSchema = z
  .object({
    number: field.number,
    title: field.title,
    body: field.text,
    user: field.person,
    html_url: z.string(),
    state: z.enum(["open", "closed"]),
    labels: field.labels,
    locked: z.boolean().nullish(),
    assignee: field.person,
    assignees: z.array(field.person).nullish(),
    created_at: field.time,
    updated_at: field.time.nullish(),
    closed_at: field.time.nullish(),
    closed_by: field.person,
    comments: z.array(CommentSchema),
    pull_request: z.unknown().optional(),
  })
  .transform((issue, context): SourceTopic => {
    const source = /github\.com\/([^/]+\/[^/]+)\//.exec(issue.html_url)?.[1];
    if (!source) {
      context.addIssue({ code: "custom", message: "has no address" });
      return z.NEVER;
    }
    const closedBy = issue.closed_by.login ? issue.closed_by : null;
    const isPull = issue.pull_request !== undefined && issue.pull_request !== null;
    const closedAt = issue.closed_at ?? null;
    return {
      source,
      number: issue.number,
      title: issue.title,
      body: issue.body,
      author: issue.user,
      isPull,
      createdAt: issue.created_at,
      editedAt: null,
      closedAt,
      isOpen: issue.state === "open",
      ending: issue.state === "open" ? null : "completed",
      closedBy,
      lockedAt: issue.locked ? (closedAt ?? issue.created_at) : null,
      labels: issue.labels,
      thumbsUp: 0,
      changes: closedAt ? [{ type: "closed", at: closedAt, by: closedBy }] : [],
      replies: issue.comments.map((comment) => ({
        externalId: `comment-${comment.id}`,
        parentId: null,
        author: comment.user,
        body: comment.body,
        createdAt: comment.created_at,
        editedAt: isLater(comment.updated_at, comment.created_at) ? comment.updated_at! : null,
        thumbsUp: 0,
      })),
      staff: [
        issue.assignee.login,
        ...(issue.assignees ?? []).map(({ login }) => login),
        ...(closedBy && !isPull && closedBy.login !== issue.user.login ? [closedBy.login] : []),
      ],
    };
  });

function isLater(updatedAt: Date | null | undefined, createdAt: Date): boolean {
  return updatedAt !== null && updatedAt !== undefined && updatedAt.getTime() > createdAt.getTime();
}
