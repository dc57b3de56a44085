import { randomUUID } from "node:crypto";
import type { Actor } from "~/features/members/context";
import { listAreas } from "~/features/site/areas.server";
import { postSuggestion } from "~/features/suggestions/posting.server";
import type { SuggestionStatus } from "~/features/suggestions/suggestion";
import { castVote } from "~/features/suggestions/voting.server";
import type { Platform } from "~/platform/platform";
import { contextFor } from "../setup/contexts";
import { anArea } from "./areas";
import { aMember } from "./members";

interface SuggestionTraits {
  title?: string;
  body?: string;
  status?: SuggestionStatus;
  /** Slug of its area. */
  area?: string;
  author?: Actor;
  /** Who votes for it beside its author. */
  voters?: readonly Actor[];
  mergedIntoId?: number;
}

let made = 0;

/** A suggestion as its author posted it, brought to the status asked for. */
export async function aSuggestion(platform: Platform, traits: SuggestionTraits = {}) {
  const author = traits.author ?? (await aMember(platform));
  const area = traits.area ?? (await listAreas(platform))[0]?.slug ?? (await anArea(platform)).slug;
  const posted = await postSuggestion(contextFor(platform, author), {
    title: traits.title ?? `Let me do thing number ${++made}`,
    body: traits.body ?? "",
    area,
    attachmentIds: [],
    submission: randomUUID(),
  });
  if (!posted.ok) throw new Error(posted.reason);
  const number = Number(/^\/t\/(\d+)/.exec(posted.location)?.[1]);
  for (const voter of traits.voters ?? []) await castVote(contextFor(platform, voter), { number });
  const { status = "open", mergedIntoId = null } = traits;
  const topic = await platform.db.topic.update({ where: { number }, data: { status, mergedIntoId } });
  return { id: topic.id, number, slug: topic.slug, author };
}
