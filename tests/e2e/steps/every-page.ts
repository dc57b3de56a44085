import type { HearbackProcess } from "../hearback-process";
import { anAnnouncement } from "./announcing";
import { aMemberOf, type Person, send } from "./people";

const unbreakable = "Unbreakable".repeat(9);
// Links of newcomers wait for a look; those to the site itself do not.
const bodyOn = (site: HearbackProcess) =>
  [
    `An address nobody can break: ${site.address}/${"9f3c".repeat(40)}`,
    `## A heading\n\n${"W".repeat(300)}`,
    "很长的一段没有空格的中文".repeat(20),
    `\`\`\`js\nconst line = "${"x".repeat(300)}";\n\`\`\``,
    `\`${"inline".repeat(60)}\``,
    `| ${"Column | ".repeat(12)}\n| ${"--- | ".repeat(12)}\n| ${"value | ".repeat(12)}`,
    `> quoted ${"Q".repeat(200)}`,
    `1. one\n   - two\n     - three\n       - four\n         - five ${"V".repeat(100)}`,
  ].join("\n\n");

/** Fills the site with what is hardest to show, and answers with the address of a page of every kind. */
export async function everyPage(site: HearbackProcess, staff: Person): Promise<string[]> {
  const body = bodyOn(site);
  const author = await aMemberOf(site, "Bartholomew-Featherstonehaugh");
  const post = async (path: string, fields: Record<string, string>, who = author) => {
    const answer = await send(site, path, { asked: "1", ...fields }, who.session);
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
    return answer.headers.get("location")!;
  };
  const problem = { kind: "problem", title: `${unbreakable} and more`, did: body, happened: body };
  const topic = await post("/discussions/new?kind=problem", { ...problem, area: "technical" });
  const at = /^\/t\/\d+/.exec(topic)![0];
  let reply = "";
  for (const text of ["Short.", body, "Short.", body, "Short.", body, "Short."]) {
    const place = await post(`${at}/replies`, { body: text, "reply-to": reply });
    reply = /\d+$/.exec(place)![0];
  }
  const promised = {
    promise: unbreakable,
    "promise-due": new Date(Date.now() + 864e5 * 30).toISOString().slice(0, 10),
  };
  const letter = await post(`${at}/official`, { type: "planned", body, ...promised }, staff);
  const wish = { title: `${"Wish".repeat(25)} for it`, body, area: "transaction" };
  const suggestion = await post("/suggestions/new", wish);
  const title = `${"Entry".repeat(20)} of it`;
  const entry = await anAnnouncement(site, staff, { title, release: "10.20.30-rc.4", body });

  const below = (path: string, ...parts: string[]) => parts.map((part) => path + part);
  return [
    ...below(
      "/discussions",
      "",
      "?kind=problem&sort=newest",
      "/new",
      "/new?kind=problem",
      "/new?kind=question",
    ),
    ...below(topic, "", `?reply-to=${reply}`),
    ...below(at, "/replies", "/edit", "/history", "/status", "/lock", "/area", "/delete", "/official"),
    ...below(at, "/pin", "/tags", "/known-issue"),
    ...below(/^\/t\/\d+/.exec(suggestion)![0].replace("/t/", "/suggestions/"), "/merge", "/voters"),
    ...["/known-issues", "/tags", "/me/drafts"],
    ...below(`${at}/replies/${reply}`, "/branch", "/edit", "/history", "/delete"),
    ...below("/suggestions", "", "/new", "?status=planned"),
    ...[suggestion, `${/^\/t\/\d+/.exec(suggestion)![0].replace("/t/", "/suggestions/")}/status`],
    ...below("/changelog", "", "/new", "?label=security"),
    ...below(entry.path, "", "/edit", "/history", "/publication", "/schedule", "/recipients"),
    ...below("/search", "", `?q=${unbreakable}`, "?q=zzzz", "?q=heading"),
    ...below("/discussions", "?unread=1"),
    ...[
      "/",
      "/keyboard",
      "/feeds",
      "/roadmap",
      "/staff",
      `/members/${author.name}`,
      "/official",
      "/promises",
      "/promises?standing=late",
      "/official/HB-0000-00",
      letter,
    ],
    ...[
      "/me",
      "/me/following",
      "/areas/technical/follow",
      `${at}/reactions/people`,
      ...[
        "/admin/response",
        "/admin/holding",
        "/suspensions",
        `/members/${author.name}/suspension`,
        "/admin/saved-replies",
        "/inbox",
        `/inbox?open=${at.slice(3)}`,
      ],
      ...[`${at}/claim`, `${at}/notes`],
      ...["/moderation", "/moderation/log", "/me/reports", "/admin/moderation"],
      ...[`${at}/flag`, `${at}/replies/${reply}/flag`],
      "/settings/profile",
      "/settings/name",
      "/settings/security",
      "/settings/security/check-up",
      "/settings/data",
      "/settings/data/deletion",
      "/admin",
      "/admin/areas",
      "/admin/policy-reports",
      "/subscribe",
      "/subscribe?asked",
      "/admin/audit",
      ...["/notifications", "/settings/notifications", "/settings/uploads"],
      ...["/settings/security/authenticator", "/admin/suggestions", "/admin/mails"],
      ...["/sign-in", "/sign-in/provider/callback?state=unknown", "/sign-in/app?token=unknown"],
      ...["/sign-up", "/sign-up/passkey", "/reset"],
      "/no-such-page",
    ],
  ];
}
