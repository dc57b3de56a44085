import type { Context } from "~/features/members/context";
import { mailFolder } from "~/platform/mail/open.server";
import { listStoredMails, type OpenedMail, readStoredMail } from "~/platform/mail/stored-mails.server";
import { NotFound } from "~/platform/errors";
import { requireAdmin } from "./managing.server";

export interface MailHealth {
  /** Where mails go: to an SMTP server, or into the data folder. */
  kind: "smtp" | "files";
  waiting: number;
  sentToday: number;
  failedThisWeek: number;
  suppressed: number;
  /** What the last mail that did not go was told. */
  lastFailure: { at: Date; outcome: string } | null;
}

const dayMs = 86_400_000;

/** How mail is doing. Admins only: mails kept as files hold links that open accounts. */
export async function readMailHealth(ctx: Context): Promise<MailHealth> {
  requireAdmin(ctx);
  const { db, clock, mail } = ctx;
  const since = (days: number) => new Date(clock.now().getTime() - days * dayMs);
  const [waiting, sentToday, failedThisWeek, suppressed, last] = await Promise.all([
    db.mail.count({ where: { state: "waiting", dueAt: { lte: clock.now() } } }),
    db.mail.count({ where: { state: "sent", endedAt: { gte: since(1) } } }),
    db.mail.count({ where: { state: "failed", endedAt: { gte: since(7) } } }),
    db.mailBounce.count({ where: { suppressedAt: { not: null } } }),
    db.mail.findFirst({ where: { state: "failed" }, orderBy: { endedAt: "desc" } }),
  ]);
  const lastFailure = last?.endedAt ? { at: last.endedAt, outcome: last.outcome ?? "" } : null;
  return { kind: mail.kind, waiting, sentToday, failedThisWeek, suppressed, lastFailure };
}

export async function listKeptMails(ctx: Context, before: string | null) {
  requireAdmin(ctx);
  return listStoredMails(mailFolder(ctx.config.dataDir), before);
}

export async function getKeptMail(ctx: Context, name: string): Promise<OpenedMail> {
  requireAdmin(ctx);
  const mail = await readStoredMail(mailFolder(ctx.config.dataDir), name);
  if (!mail) throw new NotFound("mail");
  return mail;
}
