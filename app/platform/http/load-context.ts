import type { Platform } from "~/platform/platform";
import type { Failure } from "./failure";
import type { KeptForm } from "./kept-form";

/** What the server hands to every loader and action of one request. */
export interface RequestContext {
  platform: Platform;
  requestId: string;
  /** Address of the client, believed through as many proxies as TRUST_PROXY says. */
  clientAddress: string;
  /** Answers several loaders of this one request would otherwise ask for again. */
  memo: Map<string, Promise<unknown>>;
  /** Why this request ended without its page; see page-handler.server. */
  failure?: Failure;
  /** A form to send on in the name of whoever this request signed in; see page-handler.server. */
  resume?: KeptForm;
}

declare module "@remix-run/server-runtime" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Remix names it, we only fill it
  interface AppLoadContext extends RequestContext {}
  // What loaders give arrives as it is, dates as dates.
  interface Future {
    v3_singleFetch: true;
  }
}
