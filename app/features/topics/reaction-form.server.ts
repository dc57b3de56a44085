import { BadRequest } from "~/platform/errors";
import { seeOther, wantsJson } from "~/platform/http/answer.server";
import type { SentForm } from "~/platform/http/read-form.server";
import { isReactionKind, type ReactionKind, reactionKinds, type ReactionsShown } from "./reaction";

/** What a press on one of several keys means: `set` or `unset` names its value; DELETE takes back what `set` names. */
export function readKey({ method, values }: Pick<SentForm, "method" | "values">): {
  value: string;
  isSet: boolean;
} {
  const isSet = method !== "DELETE" && values.unset === undefined;
  return { value: values.unset ?? values.set ?? "", isSet };
}

export function readReaction(form: Pick<SentForm, "method" | "values">): {
  kind: ReactionKind;
  isSet: boolean;
} {
  const { value, isSet } = readKey(form);
  if (!isReactionKind(value)) throw new BadRequest("reaction-unknown");
  return { kind: value, isSet };
}

/** Every number for the script, zeros too, or the way back to the text. */
export function answerReaction(request: Request, { counts, mine }: ReactionsShown, back: string): Response {
  if (!wantsJson(request)) return seeOther(back);
  const all = Object.fromEntries<number>(reactionKinds.map((kind) => [kind, counts[kind] ?? 0]));
  return Response.json({ counts: all, mine });
}

export interface ReactedQuery {
  kind: ReactionKind | null;
  after: string | null;
}

export function readReactedQuery(request: Request): ReactedQuery {
  const query = new URL(request.url).searchParams;
  const kind = query.get("kind");
  return { kind: isReactionKind(kind) ? kind : null, after: query.get("after") };
}
