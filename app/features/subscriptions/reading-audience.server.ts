import type { Label } from "~/features/changelog/announcement";
import type { Context } from "~/features/members/context";
import { previewAudience } from "~/features/notifications/previewing-audience.server";
import { countSubscribers } from "./counting.server";

/** The three numbers of an entry that is about to go out. */
export async function readAudience(
  ctx: Context,
  entry: { id: number; labels: readonly Label[] },
): Promise<{ told: number; mailed: number; subscribers: number }> {
  const [{ told, mailed }, subscribers] = await Promise.all([
    previewAudience(ctx, entry.id),
    countSubscribers(ctx, entry),
  ]);
  return { told, mailed, subscribers: subscribers.mailed };
}
