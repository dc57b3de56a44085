const outsideRel = "ugc nofollow noopener noreferrer";
const voidTags = new Set(["br", "hr", "img"]);
const word = (...values: string[]) => new RegExp(`^(?:${values.join("|")})$`);

// Written down anew and not taken from the renderer, so that a slip there is seen here.
const attributesOfTag: Record<string, Record<string, RegExp>> = {
  a: {
    href: /^(?:https?:\/\/[^@/?#]+(?:[/?#]|$)|mailto:[^?]+$|\/(?![/\\]))/,
    class: word("mention", "reference", "outside-image"),
    rel: word(outsideRel),
  },
  img: {
    src: /^\/files\/[A-Za-z0-9_-]{1,64}(?:\/[a-z]{1,16})?$/,
    alt: /^/,
    loading: word("lazy"),
    decoding: word("async"),
  },
  ol: { start: /^\d{1,9}$/ },
  li: { class: word("task") },
  th: { align: word("left", "center", "right") },
  td: { align: word("left", "center", "right") },
  pre: { tabindex: word("0"), class: word("plain") },
  div: { tabindex: word("0"), class: word("table") },
  code: { class: /^language-[a-z0-9+#-]+$/ },
  span: { class: /^(?:hljs-|language-)[a-z_-]+(?: [a-z_]+_)*$/ },
};
for (const tag of "h3 h4 h5 h6 p br hr blockquote ul table thead tbody tr strong em del".split(" "))
  attributesOfTag[tag] = {};

/** The first thing in the markup that must not be there, or null. Reads strictly: what a browser repairs is a fault here. */
export function faultIn(html: string): string | null {
  const open: string[] = [];
  for (const piece of html.split(/(<[^>]*>)/)) {
    const fault = piece.startsWith("<") ? faultInTag(piece, open) : faultInText(piece);
    if (fault) return fault;
  }
  return open.length > 0 ? `left open: ${open.join(" ")}` : null;
}

function faultInText(text: string): string | null {
  if (/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(text))
    return `raw character in ${JSON.stringify(text.slice(0, 80))}`;
  if (/[\u202d\u202e]|(?![\n\t])\p{Cc}|\p{Surrogate}/u.test(text))
    return `disguised character in ${JSON.stringify(text.slice(0, 80))}`;
  return null;
}

function faultInTag(tag: string, open: string[]): string | null {
  const [, slash, name = "", attributes = ""] =
    /^<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)(?: \/)?>$/.exec(tag) ?? [];
  const allowed = attributesOfTag[name];
  if (!allowed) return `tag ${tag}`;
  if (slash) return open.pop() === name ? null : `closes what is not open: ${tag}`;
  if (name === "a" && open.includes("a")) return "a link in a link";
  if (name === "a" && /href="(?:http|mailto)/.test(attributes) && !attributes.includes(`rel="${outsideRel}"`))
    return `no rel: ${tag}`;
  for (const [, key = "", value = ""] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
    if (!allowed[key]?.test(value)) return `attribute ${key}=${value} in ${tag}`;
  }
  if (!voidTags.has(name)) open.push(name);
  return null;
}
