/** Puts values into the `{slots}` of a sentence. */
export function fillSlots(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
