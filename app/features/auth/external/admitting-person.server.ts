import type { Context } from "~/features/members/context";
import { minutes } from "~/platform/clock/clock";
import { findChallenge, makeChallenge } from "../challenges.server";
import { findClosing } from "../closing-account.server";
import { type Entered, letIn } from "../letting-in.server";
import type { Visit } from "../sessions.server";
import type { ExternalPerson } from "./person";

const validForMs = minutes(30);

export type Admitted =
  | Entered
  | { ok: false; reason: "identity-refused" }
  /** Nobody here is them yet; `token` stands for them in the form for an account. */
  | { ok: true; token: string };

/** The account somebody known elsewhere has here. */
export interface LinkedMember {
  id: number;
  name: string;
  role: string;
  suspendedAt: Date | null;
  deletedAt: Date | null;
  secondFactorAt: Date | null;
}

export async function findLinkedMember(
  { db }: Pick<Context, "db">,
  { issuer, subject }: Pick<ExternalPerson, "issuer" | "subject">,
): Promise<LinkedMember | null> {
  const identity = await db.externalIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: {
      member: {
        select: {
          id: true,
          name: true,
          role: true,
          suspendedAt: true,
          deletedAt: true,
          secondFactorAt: true,
        },
      },
    },
  });
  return identity?.member ?? null;
}

/**
 * Lets in whoever another place vouches for. Found by issuer and subject alone: a mail address says nothing about who
 * somebody is here, or whoever runs a mail server elsewhere could open accounts.
 */
export async function admitPerson(ctx: Context, person: ExternalPerson, visit: Visit): Promise<Admitted> {
  const member = await findLinkedMember(ctx, person);
  if (!member) return { ok: true, token: await keepPerson(ctx, person) };
  if (member.deletedAt && !(await findClosing(ctx, member.id)))
    return { ok: false, reason: "identity-refused" };
  return letIn(ctx, member, visit);
}

/** The person who waits for a name; null for made-up, used and old tokens alike. */
export async function findPerson(ctx: Context, token: string): Promise<ExternalPerson | null> {
  const waiting = await findChallenge(ctx, "external-account", token);
  return waiting ? (waiting.data.person as ExternalPerson) : null;
}

async function keepPerson(ctx: Context, person: ExternalPerson): Promise<string> {
  return makeChallenge(ctx, { purpose: "external-account", data: { person: { ...person } }, validForMs });
}
