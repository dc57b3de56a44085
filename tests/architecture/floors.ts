/** The house from the cellar up. A file imports its own room or a lower floor; type imports count. */
export const floors: readonly (readonly string[])[] = [
  ["locales"],
  ["platform"],
  ["ui"],
  ["guard", "members"],
  ["audit"],
  ["site"],
  ["holding"],
  ["mailing"],
  ["attachments", "contacts", "auth"],
  ["topics"],
  ["discussions", "suggestions", "tags", "notes"],
  ["changelog"],
  ["official", "known-issues", "cases", "moderation"],
  ["inbox", "saved-replies"],
  ["notifications", "search", "webhooks", "insights"],
  ["api", "feeds", "live", "transfer", "admin", "subscriptions", "own-data"],
  ["routes"],
  ["wiring"],
];

/** Which room a file of app/ belongs to: its feature, or the folder or file directly under app/. */
export function roomOf(file: string): string {
  const parts = file.replace(/^app\//, "").split("/");
  if (parts[0] === "features") return parts[1]!;
  if (parts.length > 1) return parts[0]!;
  // root, the table of URLs and the entries stand where routes do; the server entry knows the wiring.
  return parts[0] === "entry.server.tsx" ? "wiring" : parts[0] === "entry.client.tsx" ? "ui" : "routes";
}

export function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}
