/** "2026-11" in UTC, the zone all days of the changelog are in. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** Entries in the order given, under their months. */
export function byMonth<Entry extends { publishedAt: Date }>(
  entries: readonly Entry[],
): { month: string; entries: Entry[] }[] {
  const groups: { month: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const month = monthOf(entry.publishedAt);
    const last = groups.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else groups.push({ month, entries: [entry] });
  }
  return groups;
}
