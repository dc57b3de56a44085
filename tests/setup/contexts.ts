import type { Actor, Context, MemberContext } from "~/features/members/context";
import type { Locale } from "~/locales/locales";
import type { Platform } from "~/platform/platform";

/** What a feature function gets when this member asks. */
export function contextFor(platform: Platform, actor: Actor, locale: Locale = "en"): MemberContext {
  return { ...platform, actor, locale };
}

/** What a feature function gets when nobody is signed in. */
export function guest(platform: Platform, locale: Locale = "en"): Context {
  return { ...platform, actor: null, locale };
}
