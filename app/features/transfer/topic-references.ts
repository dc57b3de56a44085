/** Public numbers by tracker ("owner/repository") and number there. */
export type NumbersBySource = ReadonlyMap<string, ReadonlyMap<number, number>>;

const address = /https?:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(\d+)(?:#[\w-]+)?/g;
const shorthand = /(?<![\w/.-])([A-Za-z][\w.-]*)#(\d+)\b/g;
const fixing = /\b(?:fix(?:es|ed)?|close[sd]?|resolve[sd]?):?\s+#(\d+)\b/gi;

/** The topics a text names by address or as "repository#12": public numbers, each once. */
export function namedTopics(text: string, numbers: NumbersBySource): number[] {
  const found = new Set<number>();
  for (const [, source, number] of text.matchAll(address))
    add(found, numbers.get(source!)?.get(Number(number)));
  for (const [, name, number] of text.matchAll(shorthand))
    add(found, bySourceName(numbers, name!)?.get(Number(number)));
  return [...found];
}

/** Numbers of the same tracker that a change says it settles. */
export function settledBy(text: string): number[] {
  return [...new Set([...text.matchAll(fixing)].map(([, number]) => Number(number)))];
}

/** Addresses of imported topics become paths of this site; all else stays. */
export function withOwnAddresses(text: string, numbers: NumbersBySource): string {
  return text.replace(address, (whole: string, source: string, number: string, offset: number) => {
    const own = numbers.get(source)?.get(Number(number));
    if (own === undefined) return whole;
    const before = text.slice(Math.max(0, offset - 2), offset);
    return before.endsWith("](") ? `/t/${own}` : `[${source.split("/")[1]}#${number}](/t/${own})`;
  });
}

/** "gui#12" and the like with where they lead. */
export function shorthandLinks(text: string, numbers: NumbersBySource): Record<string, string> {
  const links: Record<string, string> = {};
  for (const [written, name, number] of text.matchAll(shorthand)) {
    const own = bySourceName(numbers, name!)?.get(Number(number));
    if (own !== undefined) links[written] = `/t/${own}`;
  }
  return links;
}

function bySourceName(numbers: NumbersBySource, name: string): ReadonlyMap<number, number> | undefined {
  for (const [source, known] of numbers) if (source.split("/")[1] === name) return known;
  return undefined;
}

function add(found: Set<number>, number: number | undefined): void {
  if (number !== undefined) found.add(number);
}
