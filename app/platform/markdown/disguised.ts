// Written as character references, direction overrides and control characters pass by the cleaning of the source.
const disguised = /[\u202D\u202E\p{Surrogate}]|(?![\n\t])\p{Cc}/gu;

export function withoutDisguised(html: string): string {
  return html.replace(disguised, "");
}
