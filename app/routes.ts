import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Access } from "~/features/auth/access";

export interface Row extends RouteConfigEntry {
  access: Access;
}

/**
 * Every URL of the site, top to bottom, with the least somebody must be to read there and to send a form there. A route
 * that is not here does not exist; nobody below what a row says reaches its loader or action. What depends on the thing
 * itself (whose it is, whether it is held) is decided by its feature function.
 */
export default [
  // Everybody
  index("routes/home.tsx", { read: "anyone" }),
  route("files/:id", "routes/files/show.ts", { read: "anyone" }),
  route("files/:id/thumb", "routes/files/thumb.ts", { read: "anyone" }),
  route("live", "routes/live/index.ts", { read: "anyone" }),
  route("keyboard", "routes/site/keyboard.tsx", { read: "anyone" }),

  // Finding
  route("search", "routes/search/index.tsx", { read: "anyone" }),
  route("search/suggest", "routes/search/suggest.ts", { read: "anyone" }),
  route("search/similar", "routes/search/similar.tsx", { read: "anyone" }),

  // Accounts
  route("members/:name", "routes/members/show.tsx", { read: "anyone" }),
  route("members/:name/suspension", "routes/members/suspension.tsx", {
    read: "moderator",
    change: "moderator",
  }),
  route("suspensions", "routes/members/suspensions.tsx", { read: "moderator" }),
  route("staff", "routes/members/staff.tsx", { read: "anyone" }),
  route("sign-in", "routes/auth/sign-in.tsx", { read: "anyone", change: "anyone" }),
  route("sign-up", "routes/auth/sign-up.tsx", { read: "anyone", change: "anyone" }),
  route("sign-up/passkey", "routes/auth/passkey-sign-up.tsx", { read: "anyone", change: "anyone" }),
  route("sign-up/elsewhere", "routes/auth/external-account.tsx", { read: "anyone", change: "anyone" }),
  route("sign-in/provider", "routes/auth/provider.tsx", { read: "anyone", change: "anyone" }),
  route("sign-in/provider/callback", "routes/auth/provider-callback.tsx", { read: "anyone" }),
  route("sign-in/app", "routes/auth/app.tsx", { read: "anyone", change: "anyone" }),
  route("prove/provider", "routes/auth/prove-by-provider.tsx", { read: "member", change: "member" }),
  route("sign-out", "routes/auth/sign-out.ts", { change: "anyone" }),
  route("sign-in/second-step", "routes/auth/second-step.tsx", { read: "anyone", change: "anyone" }),
  route("sign-in/passkey", "routes/auth/passkey-sign-in.tsx", { read: "anyone", change: "anyone" }),
  route("passkeys/options", "routes/auth/passkey-options.ts", { change: "anyone" }),
  route("prove", "routes/auth/prove.tsx", { read: "member", change: "member" }),
  route("reset", "routes/auth/reset.tsx", { read: "anyone", change: "anyone" }),
  route("reset/:token", "routes/auth/new-password.tsx", { read: "anyone", change: "anyone" }),
  route("confirm/:token", "routes/auth/confirm.tsx", { read: "anyone", change: "anyone" }),
  route("goodbye", "routes/auth/goodbye.tsx", { read: "anyone" }),
  route("keep-account/:token", "routes/auth/keep-account.tsx", { read: "anyone", change: "anyone" }),
  route("password-strength", "routes/auth/strength.ts", { change: "anyone" }),
  route("-/resume", "routes/auth/resume.tsx", { read: "anyone" }),
  route("settings/profile", "routes/settings/profile.tsx", { read: "member", change: "member" }),
  route("settings/name", "routes/settings/name.tsx", { read: "member", change: "member" }),
  route("settings/security", "routes/settings/security.tsx", { read: "member", change: "member" }),
  route("settings/security/check-up", "routes/settings/check-up.tsx", { read: "member" }),
  route("settings/security/authenticator", "routes/settings/authenticator.tsx", {
    read: "member",
    change: "member",
  }),
  route("settings/security/recovery-codes", "routes/settings/recovery-codes.tsx", {
    read: "member",
    change: "member",
  }),
  route("settings/security/passkeys", "routes/settings/passkeys.tsx", { read: "member", change: "member" }),
  route("settings/security/passkeys/:id", "routes/settings/passkey.ts", { change: "member" }),
  route("settings/security/identities", "routes/settings/identities.tsx", {
    read: "member",
    change: "member",
  }),
  route("settings/security/identities/:handle", "routes/settings/identity.ts", { change: "member" }),
  route("settings/security/address", "routes/settings/address.ts", { change: "member" }),
  route("settings/security/confirmation", "routes/settings/confirmation.ts", { change: "member" }),
  route("settings/security/sessions", "routes/settings/sessions.ts", { change: "member" }),
  route("settings/security/sessions/:handle", "routes/settings/session.ts", { change: "member" }),
  route("settings/uploads", "routes/settings/uploads.tsx", { read: "member" }),
  route("settings/uploads/:id", "routes/settings/upload.ts", { change: "member" }),
  route("uploads", "routes/uploads.ts", { change: "member" }),
  route("settings/data", "routes/settings/data/index.tsx", { read: "member" }),
  route("settings/data/deletion", "routes/settings/data/deletion.tsx", { read: "member", change: "member" }),
  route("settings/data/copies", "routes/settings/data/copies.ts", { change: "member" }),
  route("settings/data/copies/:key", "routes/settings/data/copy.ts", { read: "member" }),
  route("settings/appearance", "routes/settings/appearance.ts", { change: "anyone" }),
  route("settings/keyboard", "routes/settings/keyboard.ts", { read: "anyone", change: "anyone" }),
  route("settings/language", "routes/settings/language.ts", { change: "anyone" }),

  // What one is told
  route("notifications", "routes/notifications/index.tsx", { read: "member" }),
  route("notifications/read", "routes/notifications/read.ts", { change: "member" }),
  route("me/drafts", "routes/drafts/index.tsx", { read: "member" }),
  route("me/drafts/:form", "routes/drafts/draft.tsx", { read: "member", change: "member" }),
  route("me/drafts/:form/text", "routes/drafts/text.ts", { read: "anyone", change: "member" }),
  route("me/drafts/:form/instead/:number", "routes/drafts/instead.tsx", { read: "member", change: "member" }),
  route("unsubscribe/:token", "routes/notifications/unsubscribe.tsx", { read: "anyone", change: "anyone" }),
  route("subscribe", "routes/subscriptions/new.tsx", { read: "anyone", change: "anyone" }),
  route("subscribe/:token", "routes/subscriptions/confirm.tsx", { read: "anyone", change: "anyone" }),
  route("subscribe/:token/stop", "routes/subscriptions/stop.tsx", { read: "anyone", change: "anyone" }),
  route("settings/notifications", "routes/settings/notifications.tsx", { read: "member", change: "member" }),
  route("settings/notifications/code", "routes/settings/mail-code.ts", { change: "member" }),
  route("settings/notifications/address", "routes/settings/mail-address.ts", { change: "member" }),

  // Running the site
  route("first-run/:token", "routes/first-run/new.tsx", { read: "anyone", change: "anyone" }),
  route("admin", "routes/admin/site.tsx", { read: "admin", change: "admin" }),
  route("admin/areas", "routes/admin/areas.tsx", { read: "admin", change: "admin" }),
  route("admin/suggestions", "routes/admin/suggestions.tsx", { read: "admin", change: "admin" }),
  route("admin/response", "routes/admin/response.tsx", { read: "admin", change: "admin" }),
  route("admin/holding", "routes/admin/holding.tsx", { read: "admin", change: "admin" }),
  route("admin/moderation", "routes/admin/moderation.tsx", { read: "admin", change: "admin" }),
  route("admin/saved-replies", "routes/admin/saved-replies.tsx", { read: "admin", change: "admin" }),
  route("admin/saved-replies/:id", "routes/admin/saved-reply.tsx", { read: "admin", change: "admin" }),
  route("admin/mails", "routes/admin/mails.tsx", { read: "admin" }),
  route("admin/mails/:name", "routes/admin/mail.tsx", { read: "admin" }),
  route("admin/mails/:name/body", "routes/admin/mail-body.ts", { read: "admin" }),
  route("admin/policy-reports", "routes/admin/policy-reports.tsx", { read: "admin", change: "admin" }),
  route("policy-reports", "routes/policy-reports/take.ts", { read: "anyone", change: "anyone" }),
  route("admin/audit", "routes/admin/audit.tsx", { read: "admin" }),
  route("admin/sample", "routes/admin/sample.tsx", { read: "admin", change: "admin" }),
  route("site-mark/:key", "routes/admin/mark.ts", { read: "anyone" }),

  // A member's own page
  route("me", "routes/me/posted.tsx", { read: "member" }),
  route("me/voted", "routes/me/voted.tsx", { read: "member" }),
  route("me/following", "routes/me/following.tsx", { read: "member", change: "member" }),
  route("me/affected", "routes/me/affected.tsx", { read: "member" }),
  route("me/bookmarks", "routes/me/bookmarks.tsx", { read: "member" }),
  route("me/bookmarks/:id", "routes/me/bookmark.ts", { read: "member", change: "member" }),
  route("areas/:slug/follow", "routes/areas/follow.tsx", { read: "member", change: "member" }),

  // What waits for the team
  route("inbox", "routes/inbox/index.tsx", { read: "moderator" }),
  route("t/:number/claim", "routes/inbox/claim.tsx", { read: "staff", change: "staff" }),
  route("t/:number/owner", "routes/inbox/owner.ts", { read: "anyone", change: "staff" }),
  route("t/:number/saved-reply", "routes/saved-replies/filled.ts", { read: "staff" }),
  route("t/:number/notes", "routes/notes/index.tsx", { read: "staff", change: "staff" }),
  route("t/:number/notes/:id", "routes/notes/edit.tsx", { read: "staff", change: "staff" }),

  // What moderators decide
  route("moderation", "routes/moderation/index.tsx", { read: "moderator" }),
  route("moderation/log", "routes/moderation/log.tsx", { read: "anyone" }),
  route("moderation/:id", "routes/moderation/review.tsx", { read: "moderator", change: "moderator" }),
  route("moderation/:id/claim", "routes/moderation/claim.ts", { read: "moderator", change: "moderator" }),
  route("appeals/:id", "routes/moderation/appeal.tsx", { read: "member", change: "member" }),
  route("me/reports", "routes/moderation/own-flags.tsx", { read: "member", change: "member" }),
  route("t/:number/flag", "routes/moderation/flag-topic.tsx", { read: "anyone", change: "member" }),
  route("t/:number/replies/:id/flag", "routes/moderation/flag-reply.tsx", {
    read: "anyone",
    change: "member",
  }),

  // Discussions
  route("discussions", "routes/discussions/index.tsx", { read: "anyone" }),
  route("discussions/new", "routes/discussions/new.tsx", { read: "anyone", change: "member" }),
  route("known-issues", "routes/known-issues/index.tsx", { read: "anyone" }),

  // Tags
  route("tags", "routes/tags/index.tsx", { read: "anyone" }),
  route("tags/:slug", "routes/tags/show.tsx", { read: "anyone" }),
  route("tags/:slug/edit", "routes/tags/edit.tsx", { read: "staff", change: "staff" }),
  route("-/tags", "routes/tags/suggest.ts", { read: "anyone" }),

  // A topic of either board
  route("t/:number/:slug?", "routes/topics/show.tsx", { read: "anyone" }),
  route("t/:number/edit", "routes/topics/edit.tsx", { read: "member", change: "member" }),
  route("t/:number/history", "routes/topics/history.tsx", { read: "anyone" }),
  route("t/:number/delete", "routes/topics/delete.tsx", { read: "member", change: "member" }),
  route("t/:number/follow", "routes/topics/follow.ts", { read: "anyone", change: "member" }),
  route("t/:number/reactions", "routes/topics/reactions.ts", { read: "anyone", change: "member" }),
  route("t/:number/reactions/people", "routes/topics/reacted.tsx", { read: "member" }),
  route("t/:number/bookmark", "routes/topics/bookmark.ts", { read: "anyone", change: "member" }),
  route("t/:number/affected", "routes/topics/affected.ts", { read: "anyone", change: "member" }),
  route("t/:number/solution", "routes/topics/solution.ts", { read: "anyone", change: "member" }),
  route("t/:number/status", "routes/discussions/status.tsx", { read: "staff", change: "staff" }),
  route("t/:number/lock", "routes/topics/lock.tsx", { read: "staff", change: "staff" }),
  route("t/:number/area", "routes/topics/area.tsx", { read: "staff", change: "staff" }),
  route("t/:number/pin", "routes/topics/pin.tsx", { read: "staff", change: "staff" }),
  route("t/:number/tags", "routes/topics/tags.tsx", { read: "member", change: "member" }),
  route("t/:number/known-issue", "routes/known-issues/edit.tsx", { read: "staff", change: "staff" }),
  route("t/:number/known-issue/updates", "routes/known-issues/updates.tsx", {
    read: "staff",
    change: "staff",
  }),
  route("t/:number/fix-answer", "routes/known-issues/fix-answer.ts", { read: "anyone", change: "member" }),
  route("t/:number/official", "routes/official/compose.tsx", { read: "staff", change: "staff" }),
  route("t/:number/unread", "routes/topics/unread.ts", { read: "anyone" }),
  route("t/:number/merged", "routes/suggestions/merged-replies.tsx", { read: "anyone" }),
  route("t/:number/replies", "routes/topics/replies.tsx", { read: "member", change: "member" }),
  route("t/:number/replies/:id", "routes/topics/replies/permalink.ts", { read: "anyone" }),
  route("t/:number/replies/:id/edit", "routes/topics/replies/edit.tsx", { read: "member", change: "member" }),
  route("t/:number/replies/:id/history", "routes/topics/replies/history.tsx", { read: "anyone" }),
  route("t/:number/replies/:id/delete", "routes/topics/replies/delete.tsx", {
    read: "member",
    change: "member",
  }),
  route("t/:number/replies/:id/reactions", "routes/topics/replies/reactions.ts", {
    read: "anyone",
    change: "member",
  }),
  route("t/:number/replies/:id/reactions/people", "routes/topics/replies/reacted.tsx", { read: "member" }),
  route("t/:number/replies/:id/bookmark", "routes/topics/replies/bookmark.ts", {
    read: "anyone",
    change: "member",
  }),
  route("t/:number/replies/:id/answered", "routes/official/feedback.ts", {
    read: "anyone",
    change: "member",
  }),
  route("t/:number/replies/:id/branch", "routes/topics/replies/branch.tsx", { read: "anyone" }),
  route("preview", "routes/preview.ts", { change: "member" }),
  route("mentions", "routes/topics/mentions.ts", { read: "member" }),
  route("all-read", "routes/topics/all-read.ts", { read: "anyone", change: "member" }),

  // Suggestions
  route("suggestions", "routes/suggestions/index.tsx", { read: "anyone" }),
  route("suggestions/new", "routes/suggestions/new.tsx", { read: "anyone", change: "member" }),
  route("suggestions/:number/vote", "routes/suggestions/vote.ts", { read: "anyone", change: "member" }),
  route("suggestions/:number/status", "routes/suggestions/status.tsx", { read: "staff", change: "staff" }),
  route("suggestions/:number/merge", "routes/suggestions/merge.tsx", { read: "staff", change: "staff" }),
  route("suggestions/:number/voters", "routes/suggestions/voters.tsx", { read: "anyone", change: "staff" }),
  route("roadmap", "routes/roadmap.tsx", { read: "anyone" }),

  // What became of it
  route("changelog", "routes/changelog/index.tsx", { read: "anyone" }),
  route("changelog/new", "routes/changelog/new.tsx", { read: "staff", change: "staff" }),
  route("changelog/:slug", "routes/changelog/show.tsx", { read: "anyone" }),
  route("changelog/:slug/edit", "routes/changelog/edit.tsx", { read: "staff", change: "staff" }),
  route("changelog/:slug/reactions", "routes/changelog/reactions.ts", { read: "anyone", change: "member" }),
  route("changelog/:slug/reactions/people", "routes/changelog/reacted.tsx", { read: "member" }),
  route("changelog/:slug/history", "routes/changelog/history.tsx", { read: "anyone" }),
  route("changelog/:slug/publication", "routes/changelog/publication.tsx", {
    read: "staff",
    change: "staff",
  }),
  route("changelog/:slug/recipients", "routes/changelog/recipients.tsx", { read: "staff" }),
  route("changelog/:slug/schedule", "routes/changelog/schedule.tsx", { read: "staff", change: "staff" }),
  route("promises", "routes/promises/index.tsx", { read: "anyone" }),
  route("official", "routes/official/lookup.tsx", { read: "anyone" }),
  route("official/:reference", "routes/official/verify.tsx", { read: "anyone" }),
  route("feeds", "routes/feeds/index.tsx", { read: "anyone" }),
  route("feeds/:file", "routes/feeds/show.ts", { read: "anyone" }),

  // Whatever is left
  route("*", "routes/site/not-found.tsx", { read: "anyone" }),
] satisfies Row[];

/** Of an access without `read` or `change` the address knows no such method and answers 405. */
function route(path: string, file: string, access: Access): Row {
  return { path, file, access };
}

function index(file: string, access: Access): Row {
  return { index: true, file, access };
}
