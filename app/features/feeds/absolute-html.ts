/** Sanitised markup whose links and pictures work outside the site. Looks inside tags only, so text stays as written. */
export function absoluteHtml(html: string, origin: string): string {
  return html.replace(/<[a-z][^>]*>/g, (tag) => tag.replace(/(\s(?:href|src)=")\/(?!\/)/g, `$1${origin}/`));
}
