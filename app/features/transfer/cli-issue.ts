import { z } from "zod";
import * as field from "./fields";
import type { SourceTopic } from "./source-topic";

const reactions = z
  .array(z.object({ content: z.string(), users: z.object({ totalCount: z.number().int().nonnegative() }) }))
  .nullish()
  .transform(
    (groups) => (groups ?? []).find(({ content }) => content === "THUMBS_UP")?.users.totalCount ?? 0,
  );

const CommentSchema = z.object({
  id: field.id,
  author: field.person,
  authorAssociation: z.string().nullish(),
  body: field.text,
  createdAt: field.time,
  reactionGroups: reactions,
});

/** An issue as the command-line client prints it. Members and collaborators are the team. */
export function cliIssueSchema(fallbackSource: string) {
  return z
    .object({
      number: field.number,
      title: field.title,
      body: field.text,
      author: field.person,
      url: z.string().nullish(),
      state: z.enum(["OPEN", "CLOSED"]),
      labels: field.labels,
      createdAt: field.time,
      closedAt: field.time.nullish(),
      reactionGroups: reactions,
      comments: z.array(CommentSchema),
    })
    .transform((issue): SourceTopic => {
      const closedAt = issue.closedAt ?? null;
      return {
        source: /github\.com\/([^/]+\/[^/]+)\//.exec(issue.url ?? "")?.[1] ?? fallbackSource,
        number: issue.number,
        title: issue.title,
        body: issue.body,
        author: issue.author,
        isPull: false,
        createdAt: issue.createdAt,
        editedAt: null,
        closedAt,
        isOpen: issue.state === "OPEN",
        ending: issue.state === "OPEN" ? null : "completed",
        closedBy: null,
        lockedAt: null,
        labels: issue.labels,
        thumbsUp: issue.reactionGroups,
        changes: closedAt ? [{ type: "closed", at: closedAt, by: null }] : [],
        replies: issue.comments.map((comment) => ({
          externalId: `comment-${comment.id}`,
          parentId: null,
          author: comment.author,
          body: comment.body,
          createdAt: comment.createdAt,
          editedAt: null,
          thumbsUp: comment.reactionGroups,
        })),
        staff: issue.comments
          .filter(
            ({ authorAssociation }) => authorAssociation === "MEMBER" || authorAssociation === "COLLABORATOR",
          )
          .map(({ author }) => author.login),
      };
    });
}
