import type { SearchHit } from "~/platform/search-engine/port";
import type { IndexedThing } from "./document-ids";

/** A hit of the engine with the row it stands for. */
export type ReadableHit = IndexedThing & { hit: SearchHit };
