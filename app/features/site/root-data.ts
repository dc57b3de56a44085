import { useRouteLoaderData } from "@remix-run/react";
import type { Actor } from "~/features/members/context";
import { type Locale, locales } from "~/locales/locales";
import type { Theme } from "~/ui/layouts/theme";
import { emptySite } from "./site";
import type { StatusChanges } from "./status-change";

/** What the root loader knows about every page. */
export interface RootData {
  actor: Actor | null;
  /** Why this reader cannot use the rights of the team just now. */
  resting: "second-factor-missing" | "second-factor-due" | "proof-old" | null;
  locale: Locale;
  theme: Theme;
  /** Address of the page being read, as the way back for forms in its frame. */
  path: string;
  requestId: string;
  /** Notices the reader has not seen. */
  unread: number;
  /** What waits for the team, up to a hundred; null for readers it is no business of. */
  waiting: number | null;
  /** What waits for moderators, up to a hundred; null for everybody who is none. */
  toDecide: number | null;
  /** When the page was made. */
  now: Date;
  site: {
    name: string;
    /** In the reader's language; empty where the site has none in it. */
    tagline: string;
    languages: Locale[];
    markPath: string | null;
    /** What the site changed about the statuses of suggestions. */
    statuses: StatusChanges;
    hasSample: boolean;
    isSetUp: boolean;
    /** Ways in beside the password: what the sign-in provider is called, and whether browsers keep passkeys for this address. */
    signIn: { provider: string | null; passkeys: boolean };
  };
}

const beforeAnything: RootData = {
  actor: null,
  resting: null,
  locale: locales[0],
  theme: "auto",
  path: "/",
  requestId: "",
  unread: 0,
  waiting: null,
  toDecide: null,
  now: new Date(0),
  site: {
    ...emptySite,
    tagline: "",
    markPath: null,
    isSetUp: true,
    signIn: { provider: null, passkeys: false },
  },
};

/** Complete also where Remix gives up before any loader ran. */
export function useRootData(): RootData {
  return useRouteLoaderData<RootData>("root") ?? beforeAnything;
}

/** Name and look of the site, for components that say it. */
export function useSite(): RootData["site"] {
  return useRootData().site;
}

export function rootDataOf(matches: readonly { id: string; data: unknown }[]): RootData {
  return (matches.find(({ id }) => id === "root")?.data as RootData | undefined) ?? beforeAnything;
}
