import type { Actor } from "~/features/members/context";
import { isModerator, isStaff } from "~/features/members/role";
import type { Row } from "~/routes";
import type { People, Scene } from "./scene";

type May = (actor: Actor | null) => boolean;

/** One address of a row, filled in, and for whom what it names is there. */
export interface Sample {
  what: string;
  path: string;
  /** The same address of what never existed: whoever finds nothing must not be able to tell the two apart. */
  missing?: string;
  /** Who finds it; for the others it is not there. */
  isThere: May;
  /** The same for whoever sends a form, where that differs. */
  takesForms: May;
  /** It says that it was taken back, to those for whom it is not there. */
  isGone: boolean;
  /** What a form needs so that its answer says who may. */
  form: Record<string, string>;
  /** Of those who find it and are enough of a somebody for the row: who may. The others are refused. */
  mayRead: May;
  mayChange: May;
  /** Reading leads elsewhere without looking, so it tells nothing. */
  leads: boolean;
  /** Goes on for ever: a script that asked for it as data would wait for its end. */
  isStream: boolean;
}

const noNumber = 999_999;
const noId = 888_888;
/** Of addresses that take nothing else. */
const takeAway = { _method: "DELETE" };
const anybody: May = () => true;
const nobody: May = () => false;
/** What is done to a topic is over with it: its pages are gone, its forms change nothing any more. */
const over = { reads: nobody };

/** What the table of URLs cannot say of a row: which things stand under it and whose they are. */
interface Rule {
  /** Who of those who may read the topic or reply may do this; default: all the row lets in. */
  who?: May;
  /** The same for whoever sends a form, where reading is for more. */
  sends?: May;
  form?: Record<string, string>;
  /** The row redirects every reader without looking at what the address names. */
  leads?: boolean;
  /** Samples of its own, in place of those its parameters suggest. */
  samples?: Partial<Sample>[];
  /** Of what was deleted, whoever still sees it may not do this any more. */
  standing?: boolean;
  /** What was withdrawn says so instead of being missing. */
  saysGone?: boolean;
  /** Who still finds what was deleted under it, and who may still send a form there; default: moderators. */
  deleted?: { reads: May; sends?: May };
}

export function samplesOf(row: Row, scene: Scene, people: People): Sample[] {
  const { author } = people;
  const path = `/${row.path ?? ""}`;
  const rule = rulesFor(scene, people)[path.slice(1)] ?? {};
  const { who = anybody, sends = who, leads = false, deleted = { reads: isModerator }, form = {} } = rule;
  const whole = (sample: Partial<Sample>): Sample => ({
    ...{ what: "it", path, isThere: anybody, isGone: false, mayRead: who, mayChange: sends, form, leads },
    ...{ isStream: false, takesForms: sample.isThere ?? anybody },
    ...sample,
  });
  // Moderators see what was deleted; what it no longer takes is refused.
  const standing = rule.standing ? { mayRead: nobody } : {};
  const buried = {
    ...standing,
    isThere: deleted.reads,
    takesForms: deleted.sends ?? isModerator,
  };
  if (rule.samples) return rule.samples.map(whole);
  const heldFor: May = (actor) => isModerator(actor) || actor?.id === author.id;
  const { problem, wish, reply } = scene;

  if (path.startsWith("/t/:number/replies/:id")) {
    const at = (id: number) =>
      path.replace(":number", String(problem.open.number)).replace(":id", String(id));
    const missing = at(noId);
    return [
      { what: "a reply", path: at(reply.open.id) },
      { what: "a held reply", path: at(reply.held.id), isThere: heldFor, missing },
      { what: "a deleted reply", path: at(reply.deleted.id), ...buried, missing },
      {
        what: "a reply in a held topic",
        path: path.replace(":number", String(problem.held.number)).replace(":id", String(scene.ofHeld.id)),
        ...{ isThere: heldFor, missing: at(noId).replace(/\d+/, String(noNumber)) },
      },
    ].map(whole);
  }
  if (path.includes(":number")) {
    const { open, held, deleted: gone } = path.startsWith("/suggestions/") ? wish : problem;
    const at = (number: number) =>
      path.replace("/:slug?", "").replace(":form", "suggestion").replace(":number", String(number));
    const missing = at(noNumber);
    return [
      { what: "a topic", path: at(open.number) },
      { what: "a held topic", path: at(held.number), isThere: heldFor, missing },
      { what: "a deleted topic", path: at(gone.number), ...buried, missing },
    ].map(whole);
  }
  if (path.startsWith("/changelog/:slug")) {
    const { published, draft, scheduled, withdrawn } = scene.announcement;
    const at = (slug: string) => path.replace(":slug", slug);
    const missing = at("no-such-entry");
    return [
      { what: "an announcement", path: at(published.slug) },
      { what: "a draft", path: at(draft.slug), isThere: isStaff, missing },
      { what: "a scheduled one", path: at(scheduled.slug), isThere: isStaff, missing },
      {
        what: "a withdrawn one",
        path: at(withdrawn.slug),
        isThere: isStaff,
        ...(rule.saysGone ? { isGone: true } : { missing }),
      },
    ].map(whole);
  }
  return [whole({ path: path.replace(":name", author.name) })];
}

function rulesFor(scene: Scene, { author, staff }: People): Record<string, Rule> {
  const { ids, links, file, wish, letter } = scene;
  const authors: May = (actor) => actor?.id === author.id;
  const authorOrStaff: May = (actor) => authors(actor) || isStaff(actor);
  const authorOrModerator: May = (actor) => authors(actor) || isModerator(actor);
  const own = (path: string, missing: string): Partial<Sample> => ({
    ...{ what: "the author's", path, missing, isThere: authors },
  });
  const gone = (path: string, takesForms = nobody): Rule => ({
    samples: [{ path, isThere: nobody, takesForms }],
  });
  const leads: Rule = { leads: true };
  const files = (end: string): Rule => ({
    samples: [
      { what: "a file", path: `/files/${file.open}${end}` },
      {
        what: "a file of a held topic",
        path: `/files/${file.ofHeld}${end}`,
        isThere: authorOrModerator,
        missing: `/files/nosuchfile${end}`,
      },
      {
        what: "a file of no post",
        path: `/files/${file.unused}${end}`,
        isThere: authorOrModerator,
        missing: `/files/nosuchfile${end}`,
      },
    ],
  });
  return {
    live: { samples: [{ path: "/live", isStream: true }] },
    "files/:id": files(""),
    "files/:id/thumb": files("/thumb"),
    "reset/:token": { samples: [{ path: links.reset }, ...gone("/reset/none", anybody).samples!] },
    "confirm/:token": { samples: [{ path: links.confirm }, ...gone("/confirm/none", anybody).samples!] },
    "subscribe/:token": {
      samples: [{ path: links.subscribe }, ...gone("/subscribe/none", anybody).samples!],
    },
    "subscribe/:token/stop": { samples: [{ path: links.stop }] },
    "unsubscribe/:token": { samples: [{ path: links.unsubscribe }] },
    "-/resume": gone("/-/resume"),
    "first-run/:token": gone("/first-run/none"),
    "site-mark/:key": gone("/site-mark/none"),
    "*": gone("/no-such-page"),
    "policy-reports": gone("/policy-reports", anybody),
    "settings/security/passkeys/:id": {
      samples: [own(`/settings/security/passkeys/${ids.passkey}`, "/settings/security/passkeys/none")],
    },
    "settings/security/sessions/:handle": {
      samples: [own(`/settings/security/sessions/${ids.session}`, "/settings/security/sessions/none")],
    },
    "settings/uploads/:id": {
      samples: [own(`/settings/uploads/${file.unused}`, "/settings/uploads/nosuchfile")],
    },
    "me/bookmarks/:id": {
      samples: [own(`/me/bookmarks/${ids.bookmark}`, `/me/bookmarks/${noId}`)],
      leads: true,
    },
    "me/drafts/:form": { samples: [{ path: "/me/drafts/suggestion" }] },
    "me/drafts/:form/instead/:number": {
      leads: true,
      deleted: { reads: nobody, sends: nobody },
    },
    "me/drafts/:form/text": { samples: [{ path: "/me/drafts/suggestion/text" }], leads: true },
    "admin/saved-replies/:id": { samples: [{ path: `/admin/saved-replies/${ids.saved}` }] },
    "areas/:slug/follow": { samples: [{ path: `/areas/${scene.area.slug}/follow` }] },
    "t/:number/notes/:id": {
      who: (actor) => actor?.id === staff.id,
      sends: anybody,
      samples: [{ path: `/t/${scene.problem.open.number}/notes/${ids.note}` }],
    },
    "t/:number/saved-reply": {
      samples: [{ path: `/t/${scene.problem.open.number}/saved-reply?id=${ids.saved}` }],
    },
    "settings/security/identities/:handle": {
      samples: [{ path: "/settings/security/identities/none", takesForms: nobody, form: takeAway }],
    },
    // No provider and no app are configured here.
    "sign-in/provider": { samples: [{ path: "/sign-in/provider", takesForms: nobody }] },
    "sign-in/provider/callback": gone("/sign-in/provider/callback"),
    "sign-in/app": gone("/sign-in/app"),
    "prove/provider": { samples: [{ path: "/prove/provider", takesForms: nobody }] },
    "settings/security/identities": {
      samples: [{ path: "/settings/security/identities", takesForms: nobody }],
    },
    "keep-account/:token": gone("/keep-account/none"),
    "settings/data/copies/:key": gone("/settings/data/copies/none"),
    "moderation/:id": gone(`/moderation/${noId}`, anybody),
    "me/reports": { samples: [{ path: "/me/reports", takesForms: nobody, form: takeAway }] },
    "t/:number/flag": { deleted: over },
    "t/:number/replies/:id/flag": { deleted: over },
    "moderation/:id/claim": {
      samples: [
        {
          path: `/moderation/${noId}/claim`,
          takesForms: nobody,
          missing: `/moderation/${noNumber}/claim`,
        },
      ],
      leads: true,
    },
    "appeals/:id": gone(`/appeals/${noId}`),
    "admin/mails/:name": { samples: [{ path: `/admin/mails/${scene.mail}` }] },
    "admin/mails/:name/body": { samples: [{ path: `/admin/mails/${scene.mail}/body` }] },
    "suggestions/:number/voters": { who: (actor) => actor !== null },
    "t/:number/claim": { deleted: over },
    "t/:number/notes": { deleted: over },
    "t/:number/known-issue": { deleted: over },
    "t/:number/known-issue/updates": { deleted: over },
    "tags/:slug": { samples: [{ path: "/tags/swap" }] },
    "tags/:slug/edit": { samples: [{ path: "/tags/swap/edit" }] },
    "t/:number/edit": { who: authorOrStaff, deleted: { reads: nobody, sends: nobody } },
    "t/:number/tags": { who: authorOrStaff, standing: true },
    "t/:number/delete": { who: authorOrModerator, standing: true },
    "t/:number/replies/:id": { deleted: over },
    "t/:number/replies/:id/branch": { deleted: over },
    "t/:number/replies/:id/history": { deleted: over },
    "t/:number/replies/:id/reactions/people": { deleted: over },
    "t/:number/replies/:id/edit": { who: authorOrStaff, deleted: { reads: nobody, sends: nobody } },
    "t/:number/replies/:id/delete": {
      who: authorOrModerator,
      deleted: { reads: nobody, sends: authorOrModerator },
    },
    "changelog/:slug": { saysGone: true },
    "changelog/:slug/history": { saysGone: true },
    "changelog/:slug/reactions/people": { saysGone: true },
    "t/:number/merged": { samples: [{ path: `/t/${wish.open.number}/merged` }] },
    "t/:number/follow": leads,
    "t/:number/owner": leads,
    "t/:number/reactions": leads,
    "t/:number/bookmark": leads,
    "t/:number/affected": { leads: true, sends: (actor) => !authors(actor) },
    "t/:number/solution": {
      ...{ leads: true, who: anybody, sends: authorOrStaff },
      form: { replyId: String(scene.reply.open.id) },
    },
    "t/:number/fix-answer": leads,
    "suggestions/:number/vote": leads,
    "t/:number/replies/:id/reactions": leads,
    "t/:number/replies/:id/bookmark": leads,
    "t/:number/replies/:id/answered": leads,
    "changelog/:slug/reactions": leads,
    "official/:reference": { samples: [{ path: `/official/${letter.reference}` }] },
    "feeds/:file": {
      samples: [
        { path: "/feeds/all.atom" },
        {
          what: "a held topic",
          path: `/feeds/topic-${scene.problem.held.number}.atom`,
          isThere: nobody,
          missing: `/feeds/topic-${noNumber}.atom`,
        },
      ],
    },
  };
}
