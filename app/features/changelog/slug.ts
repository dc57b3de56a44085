import { slug } from "~/platform/text/slug";

// Addresses below /changelog that are pages of their own.
const reserved = new Set(["new"]);

/** What an announcement's address should be: its release, then its title, unless the title names the release itself. */
export function wantedSlug({ title, release }: { title: string; release: string }): string {
  const words = slug(title);
  const number = slug(release);
  if (!number || `-${words}-`.includes(`-${number}-`)) return words || "announcement";
  return words ? `${number}-${words}` : number;
}

/** The wanted slug, or the first numbered one that nobody has. */
export function freeSlug(wanted: string, isTaken: (slug: string) => boolean): string {
  if (!reserved.has(wanted) && !isTaken(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const candidate = `${wanted}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
