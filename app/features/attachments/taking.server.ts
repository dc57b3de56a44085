import type { MemberContext } from "~/features/members/context";
import { type Attachment, isVideo, maxAttachments, maxVideos, type RefusedUpload } from "./attachment";
import { displayName } from "./display-name";
import { type Incoming, storeUpload } from "./uploading.server";

export interface Taken {
  attachments: Attachment[];
  refusals: RefusedUpload[];
}

export interface TakingUploads extends Taken {
  /** Stores one file, or says why not in `refusals`. One after the other: a picture may take 100 MB while decoded. */
  take(file: Incoming): Promise<void>;
  /** Of each file in the order they came, what became of it. */
  outcomes: (Attachment | null)[];
}

/** Takes the files of one form: each good one is kept although others are refused. */
export function takingUploads(ctx: MemberContext): TakingUploads {
  const attachments: Attachment[] = [];
  const refusals: RefusedUpload[] = [];
  const outcomes: (Attachment | null)[] = [];
  return {
    attachments,
    refusals,
    outcomes,
    async take(file) {
      const isFull = outcomes.length >= 2 * (maxAttachments + maxVideos);
      const outcome = isFull ? "too-many" : await storeUpload(ctx, file);
      if (typeof outcome === "string")
        refusals.push({ fileName: displayName(file.fileName), reason: outcome });
      else attachments.push(outcome);
      outcomes.push(typeof outcome === "string" ? null : outcome);
    },
  };
}

/** How many of each kind fit on one post, in order; the rest is refused. */
export function withinLimits(all: readonly Attachment[]): { fit: Attachment[]; over: Attachment[] } {
  const fit: Attachment[] = [];
  const over: Attachment[] = [];
  for (const each of all) {
    const alike = fit.filter((one) => isVideo(one) === isVideo(each)).length;
    (alike < (isVideo(each) ? maxVideos : maxAttachments) ? fit : over).push(each);
  }
  return { fit, over };
}

export function overLimit(attachment: Attachment): RefusedUpload {
  return { fileName: attachment.fileName, reason: isVideo(attachment) ? "too-many-videos" : "too-many" };
}

/** Files that are at hand as a whole: what imports, samples and tests have. */
export async function storeUploads(
  ctx: MemberContext,
  files: readonly File[],
  alts: readonly string[] = [],
): Promise<Taken & { ok: boolean }> {
  const taking = takingUploads(ctx);
  for (const [index, file] of files.entries()) {
    const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
    await taking.take({ fileName: file.name, content, alt: alts[index], declaredBytes: file.size });
  }
  const { attachments, refusals } = taking;
  return { ok: refusals.length === 0, attachments, refusals };
}
