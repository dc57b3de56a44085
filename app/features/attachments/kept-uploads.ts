import type { Attachment, RefusedUpload } from "./attachment";

export type KeptUpload = Pick<Attachment, "id" | "mediaType" | "fileName" | "alt" | "bytes">;

/** What a refused form hands to its page about pictures, inside the values it echoes. */
export interface KeptUploads {
  attachments: KeptUpload[];
  refusals: RefusedUpload[];
}

const field = "kept-uploads";
const nothing: KeptUploads = { attachments: [], refusals: [] };

export function writeKeptUploads({ attachments, refusals }: KeptUploads): Record<string, string> {
  const kept = attachments.map(({ id, mediaType, fileName, alt, bytes }) => ({
    ...{ id, mediaType, fileName, alt, bytes },
  }));
  return { [field]: JSON.stringify({ attachments: kept, refusals } satisfies KeptUploads) };
}

/** Reads what `readPost` put into the values of an action's answer. */
export function readKeptUploads(values: Readonly<Record<string, string>> | undefined): KeptUploads {
  const written = values?.[field];
  if (!written) return nothing;
  try {
    return JSON.parse(written) as KeptUploads;
  } catch {
    return nothing; // a browser's own field of this name, echoed by a route that read no pictures
  }
}
