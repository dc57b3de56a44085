import type { Params } from "@remix-run/react";
import { NumberSchema } from "./input";
import { NotFound } from "~/platform/errors";

/** Public number of the topic an address names. */
export function topicNumberIn({ params }: { params: Params }): number {
  return idIn(params.number, "topic");
}

export function replyIdIn({ params }: { params: Params }): number {
  return idIn(params.id, "reply");
}

function idIn(text: string | undefined, thing: string): number {
  // Only the way it is written in our own links: "1e3" or "0x10" would be further addresses of the same page.
  const id = /^[1-9]\d{0,9}$/.test(text ?? "") ? NumberSchema.safeParse(text).data : undefined;
  if (id === undefined) throw new NotFound(thing);
  return id;
}
