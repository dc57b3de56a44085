import { ownTable } from "./own-table";

export const membersTables = [
  ownTable({
    ...{ file: "account", table: "Member", owner: "id", key: "id" },
    columns: {
      ...{ name: `x."name"`, displayName: `x."displayName"`, email: `x."email"`, role: `x."role"` },
      ...{ title: `x."title"`, about: `x."bio"`, language: `x."locale"`, theme: `x."theme"` },
      ...{ timeZone: `x."timeZone"`, createdAt: `x."createdAt"`, emailConfirmedAt: `x."emailVerifiedAt"` },
      ...{ lastSeenAt: `x."lastSeenAt"`, secondStepSinceAt: `x."secondFactorAt"` },
      ...{ votesHiddenSinceAt: `x."votesHiddenAt"`, leftTeamAt: `x."leftTeamAt"` },
    },
  }),
  ownTable({
    ...{ file: "names", table: "NameClaim", owner: "memberId", key: "skeleton" },
    columns: { name: `x."name"`, releasedAt: `x."releasedAt"` },
  }),
  ownTable({
    ...{ file: "former-names", table: "NameChange", owner: "memberId", key: "id" },
    columns: { kind: `x."kind"`, from: `x."from"`, changedAt: `x."changedAt"` },
  }),
  ownTable({
    ...{ file: "team-terms", table: "TeamTerm", owner: "memberId", key: "id" },
    columns: { fromAt: `x."fromAt"`, toAt: `x."toAt"` },
  }),
] as const;
