/**
 * A path fit for a log: what follows these makes whoever has it the administrator, the owner of an account, or the one who
 * decides what mails somebody gets.
 */
export function loggedPath(path: string): string {
  return path.replace(/^(\/(?:first-run|reset|confirm|keep-account|subscribe|unsubscribe)\/).+/, "$1…");
}
