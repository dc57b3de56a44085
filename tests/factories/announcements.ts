import { randomUUID } from "node:crypto";
import type { Label } from "~/features/changelog/announcement";
import { saveDraft } from "~/features/changelog/drafting.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import type { Actor } from "~/features/members/context";
import type { Platform } from "~/platform/platform";
import { contextFor } from "../setup/contexts";
import { aMember } from "./members";

interface AnnouncementTraits {
  title?: string;
  body?: string;
  release?: string;
  labels?: readonly Label[];
  /** Numbers of the topics it answers. */
  topics?: readonly number[];
  status?: "draft" | "published" | "withdrawn";
  /** Publishing also ships and solves its topics. */
  settle?: boolean;
  author?: Actor;
}

export interface AnnouncementMade {
  id: number;
  slug: string;
  author: Actor;
}

let made = 0;

/** A changelog entry written by staff the way staff do; published unless another status is asked for. */
export async function anAnnouncement(
  platform: Platform,
  traits: AnnouncementTraits = {},
): Promise<AnnouncementMade> {
  const author = traits.author ?? (await aMember(platform, { role: "staff" }));
  const ctx = contextFor(platform, author);
  const saved = await saveDraft(ctx, {
    title: traits.title ?? `Change number ${++made}`,
    body: traits.body ?? "What is different now.",
    release: traits.release ?? "",
    labels: [...(traits.labels ?? [])],
    topics: [...(traits.topics ?? [])],
    attachmentIds: [],
    submission: randomUUID(),
  });
  if (!saved.ok) throw new Error(`No such topics: ${saved.numbers.join(", ")}`);
  const slug = slugOf(saved.location);
  const { status = "published", settle = false } = traits;
  if (status !== "draft") await publishAnnouncement(ctx, { slug, version: 1, settle });
  if (status === "withdrawn") await withdrawAnnouncement(ctx, { slug });
  const { id } = await platform.db.announcement.findUniqueOrThrow({ where: { slug } });
  return { id, slug, author };
}

export function slugOf(location: string): string {
  return decodeURIComponent(location.split("/")[2]!);
}
