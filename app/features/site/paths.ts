export const inboxPath = "/inbox";
export const moderationPath = "/moderation";
export const suspendedPath = "/suspensions";
export const adminPath = "/admin";
export const keyboardPath = "/keyboard";
export const shortcutsSettingPath = "/settings/keyboard";
export const samplePath = "/admin/sample";

export function markPath(markKey: string): string {
  return `/site-mark/${markKey}`;
}
