import type { Locale } from "~/locales/locales";
import type { InTransaction } from "~/platform/db/transaction.server";
import type { Platform } from "~/platform/platform";
import type { Role } from "./role";

/** The signed-in person a request or command acts for. Only what permissions and bylines need. */
export interface Actor {
  id: number;
  name: string;
  displayName: string;
  role: Role;
  title: string;
}

/** What every feature function gets first: the platform, who acts, and the language they read. */
export interface Context extends Platform {
  /** Null for a visitor who is not signed in. */
  actor: Actor | null;
  locale: Locale;
}

/** A context in which somebody is signed in for certain. */
export interface MemberContext extends Context {
  actor: Actor;
}

/** Whoever runs the machine: commands and first start. No request ever gets one. */
export interface SystemContext extends Context {
  actor: null;
  isSystem: true;
}

export function systemContext(platform: Platform, locale: Locale = "en"): SystemContext {
  return { ...platform, actor: null, locale, isSystem: true };
}

/** The context inside a transaction; see platform/db/transaction.server. */
export type Tx<Ctx extends Context = Context> = InTransaction<Ctx>;
