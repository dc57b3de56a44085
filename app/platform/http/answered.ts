import type { RequestContext } from "./load-context";

interface Args {
  context: Pick<RequestContext, "memo">;
}

const key = "answered";

/** Called by an action whose answer is a page. Remix asks the page's loader after it, which may have nothing left to find. */
export function markAnswered({ context }: Args): void {
  context.memo.set(key, Promise.resolve(true));
}

export function isAnswered({ context }: Args): boolean {
  return context.memo.has(key);
}
