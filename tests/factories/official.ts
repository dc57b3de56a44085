import { randomUUID } from "node:crypto";
import type { Actor } from "~/features/members/context";
import type { PromiseAct } from "~/features/official/promise-act";
import type { OfficialType } from "~/features/official/official-reply";
import { postOfficialReply } from "~/features/official/posting.server";
import type { Platform } from "~/platform/platform";
import { contextFor } from "../setup/contexts";
import { aMember } from "./members";

interface OfficialTraits {
  body?: string;
  type?: OfficialType;
  status?: string;
  reason?: string;
  announcementIds?: readonly number[];
  promise?: PromiseAct;
  parentId?: number;
  quietReason?: string;
  author?: Actor;
}

export interface OfficialMade {
  id: number;
  reference: string;
  author: Actor;
}

/** A letter of staff on this topic, sent the way staff send one. */
export async function anOfficialReply(
  platform: Platform,
  topic: { number: number },
  traits: OfficialTraits = {},
): Promise<OfficialMade> {
  const { author = await aMember(platform, { role: "staff", title: "Support engineer" }), ...rest } = traits;
  const posted = await postOfficialReply(contextFor(platform, author), {
    number: topic.number,
    body: "It is safe to wait.",
    type: "answer",
    announcementIds: [],
    attachmentIds: [],
    submission: randomUUID(),
    ...rest,
  });
  if (!posted.ok) throw new Error(posted.reason);
  const id = Number(posted.location.split("/").at(-1));
  const { reference } = await platform.db.officialReply.findUniqueOrThrow({ where: { replyId: id } });
  return { id, reference, author };
}
