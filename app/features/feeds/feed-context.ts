import type { Context } from "~/features/members/context";
import type { EntryContext } from "./entry-columns";

/** Nobody in particular, in the site's language, with the name that stands in its ids. */
export type FeedContext = Context & EntryContext & { actor: null };
