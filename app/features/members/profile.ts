export const longestBio = 500;
export const longestStaffTitle = 60;

/** Zones a member can choose, the ones most readers live in first in each part of the world's list. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone")];
}
