import sanitize from "sanitize-html";

/**
 * The second wall behind a renderer that only makes these things: whatever else gets into the markup is dropped here.
 * No ids, names, styles or titles: a member's text must not be able to stand in for a part of the page.
 */
const allowList: sanitize.IOptions = {
  allowedTags: [
    ..."h3 h4 h5 h6 p br hr blockquote pre code ul ol li div table thead tbody tr th td".split(" "),
    ..."a img strong em del span".split(" "),
  ],
  allowedAttributes: {
    a: ["href", "rel"],
    img: ["src", "alt", { name: "loading", values: ["lazy"] }, { name: "decoding", values: ["async"] }],
    ol: ["start"],
    th: [{ name: "align", values: ["left", "center", "right"] }],
    td: [{ name: "align", values: ["left", "center", "right"] }],
    pre: [{ name: "tabindex", values: ["0"] }],
    div: [{ name: "tabindex", values: ["0"] }],
  },
  allowedClasses: {
    a: ["mention", "reference", "outside-image"],
    code: ["language-*"],
    span: ["hljs-*", "language-*", /^[a-z]{1,20}_{1,2}$/],
    li: ["task"],
    div: ["table"],
    pre: ["plain"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  parseStyleAttributes: false,
};

export function keepAllowed(html: string): string {
  return sanitize(html, allowList);
}
