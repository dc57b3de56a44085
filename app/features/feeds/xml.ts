// Characters XML 1.0 has no way to write, not even escaped: https://www.w3.org/TR/xml/#charsets
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Any text as XML text or attribute value. Without it a title could end its element and begin another. */
export function escapeXml(text: string): string {
  return text.replace(unwritable, "").replace(/[&<>"']/g, (character) => entities[character]!);
}

/** `<name a="1">text</name>`, everything escaped; attributes without a value are left out. */
export function element(name: string, attributes: Record<string, string | undefined>, text?: string): string {
  const written = Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join("");
  return text === undefined ? `<${name}${written}/>` : `<${name}${written}>${escapeXml(text)}</${name}>`;
}
