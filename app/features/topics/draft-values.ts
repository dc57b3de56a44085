/** Everything typed into one form. Far more than a post may hold, so that a text that is too long is kept as well. */
const maxDraftCharacters = 200_000;
const maxFields = 60;
const maxNameCharacters = 40;

/** Sent with the form, but about this sending or about pictures, which are kept by themselves. */
const notTyped =
  /^(submission|draft|preview|asked|then|back|joined|_method|kept|files|attachment|remove-attachment|change-attachments|alt|alt-.*|kept-uploads)$/;
/** Chosen or given by the page: alone they are nothing somebody would miss. */
const notWritten = /^(kind|area|reply-to|version|type|status|reason|promise-id|promise-act)$/;
/** Lists of boxes, and the name under which their form takes all that were ticked. */
const lists: Record<string, string> = { announcement: "announcements", label: "labels" };

/** What a draft keeps of a sent form; null when it is more than any form takes. */
export function draftValues(fields: readonly [name: string, value: string][]): Record<string, string> | null {
  const kept = new Map<string, string>();
  let characters = 0;
  for (const [name, value] of fields) {
    const list = Object.hasOwn(lists, name) ? lists[name]! : null;
    if (notTyped.test(name) || /password/i.test(name) || (!list && kept.has(name))) continue;
    characters += value.length;
    if (name.length > maxNameCharacters || kept.size >= maxFields || characters > maxDraftCharacters)
      return null;
    if (!list) kept.set(name, value);
    else kept.set(list, [kept.get(list), value].filter(Boolean).join(" "));
  }
  return Object.fromEntries(kept);
}

/** False when nothing in it is anybody's own words. */
export function hasWords(values: Readonly<Record<string, string>>): boolean {
  return Object.entries(values).some(([name, value]) => !notWritten.test(name) && value.trim() !== "");
}
