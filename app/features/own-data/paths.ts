import { dataSettingsPath } from "~/features/members/paths";

/** POST asks for a copy. */
export const copiesPath = `${dataSettingsPath}/copies`;

export function copyPath(key: string): string {
  return `${copiesPath}/${key}`;
}

/** POST ends the account in seven days. */
export const deletionPath = `${dataSettingsPath}/deletion`;
