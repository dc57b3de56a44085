import { uploadsSettingsPath } from "~/features/members/paths";

/** Where the script sends one file at a time. */
export const uploadsPath = "/uploads";

export function ownUploadPath(id: string): string {
  return `${uploadsSettingsPath}/${id}`;
}

export function filePath(id: string): string {
  return `/files/${id}`;
}

export function thumbPath(id: string): string {
  return `/files/${id}/thumb`;
}
