import { dataSettingsPath } from "~/features/members/paths";
import type { NoticeType } from "./notice";

/** What an address shows, as far as notices are about it. */
export type Opened = { number: number } | { slug: string } | { type: NoticeType };

export function openedAt(pathname: string): Opened | null {
  const topic = /^\/t\/(\d{1,9})(?:\/|$)/.exec(pathname);
  if (topic) return { number: Number(topic[1]) };
  if (pathname === dataSettingsPath) return { type: "copy" };
  const entry = /^\/changelog\/([^/]{1,300})$/.exec(pathname);
  return entry ? slugOf(entry[1]!) : null;
}

function slugOf(written: string): Opened | null {
  try {
    return { slug: decodeURIComponent(written) };
  } catch {
    return null;
  }
}
