import { isNameless } from "./nameless-name";

/** A member's own page, which only they see. */
export const myPath = "/me";
export const staffPath = "/staff";
export const profileSettingsPath = "/settings/profile";
export const renamePath = "/settings/name";
export const uploadsSettingsPath = "/settings/uploads";
export const dataSettingsPath = "/settings/data";
export const securitySettingsPath = "/settings/security";
export const appearancePath = "/settings/appearance";
export const languagePath = "/settings/language";

export function memberPath({ name }: { name: string }): string {
  return `/members/${encodeURIComponent(name)}`;
}

/** The same for whoever wrote something; nothing for a record without a name, which has no page. */
export function authorPath({ name }: { name: string }): string | undefined {
  return isNameless({ name }) ? undefined : memberPath({ name });
}
