import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type ServerBuild,
} from "@remix-run/node";
import {
  Conflict,
  MethodNotAllowed,
  ProductError,
  ProofRequired,
  SignInRequired,
  TooManyRequests,
} from "~/platform/errors";
import { wantsJson } from "./answer.server";
import type { Failure } from "./failure";
import { bounded, type KeptForm } from "./kept-form";
import { logUnexpected } from "./log-unexpected.server";
import { readForm } from "./read-form.server";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Handler = (args: Args) => unknown;
type RouteModule = ServerBuild["routes"][string]["module"];

export interface FailingOptions {
  /** Where somebody who has to sign in is sent when they only wanted to read. */
  signInPath: (next: string) => string;
  /** Asked before every loader and action; throws TooManyRequests when somebody did the same too often. */
  admit?: (
    args: LoaderFunctionArgs | ActionFunctionArgs,
    routeId: string,
  ) => Promise<((answer: unknown) => Promise<void>) | null>;
  /** What to say instead of an error, knowing who asked: rights that only rest are not rights somebody lacks. */
  reconsider?: (error: Error, args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<Error>;
  /** Where somebody who has to show that it is them is sent when they only wanted to read. */
  provePath?: (next: string) => string;
}

/**
 * The same build with loaders and actions that end in an answer whatever they throw. Without it Remix turns every
 * thrown error into a 500 and forgets which one it was.
 */
export function answerFailures(build: ServerBuild, options: FailingOptions): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [
      id,
      { ...route, module: guarded(id, route.module, options) },
    ]),
  );
  return { ...build, routes };
}

function guarded(id: string, module: RouteModule, options: FailingOptions): RouteModule {
  const isPage = module.default !== undefined;
  const read = admitted(id, module.loader, options);
  const change = admitted(id, module.action, options);
  return {
    ...module,
    ...((read || !isPage) && {
      loader: (args: LoaderFunctionArgs) => runLoader(read ?? refuseMethod, args, isPage, options),
    }),
    action: (args: ActionFunctionArgs) => runAction(change ?? refuseMethod, args, options),
  };
}

function admitted(id: string, handle: Handler | undefined, { admit }: FailingOptions): Handler | undefined {
  if (!handle || !admit) return handle;
  return async (args) => {
    const settle = await admit(args, id);
    const answer = await handle(args);
    await settle?.(answer);
    return answer;
  };
}

async function runLoader(
  read: Handler,
  args: Args,
  isPage: boolean,
  options: FailingOptions,
): Promise<unknown> {
  try {
    return await read(args);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const error = (await options.reconsider?.(thrown, args)) ?? thrown;
    if (error instanceof SignInRequired && !wantsJson(args.request))
      throw redirect(options.signInPath(pathOf(args.request)), 303);
    if (error instanceof ProofRequired && error.id === "proof-required" && options.provePath)
      throw redirect(options.provePath(pathOf(args.request)), 303);
    const failure = failureOf(error, args);
    // A page shows its failure where it stands; anything else leaves it to the page handler.
    if (isPage) throw data(failure, { status: failure.status });
    throw failed(args, failure);
  }
}

async function runAction(change: Handler, args: Args, options: FailingOptions): Promise<unknown> {
  try {
    return await change(args);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const error = (await options.reconsider?.(thrown, args)) ?? thrown;
    const failure = failureOf(error, args);
    if (isForLater(error)) failure.kept = await keepForm(args.request);
    throw failed(args, failure);
  }
}

/** What was sent can be taken once somebody signed in, waited or showed that it is them. */
function isForLater(error: Error): boolean {
  return (
    error instanceof SignInRequired || error instanceof TooManyRequests || error instanceof ProofRequired
  );
}

function refuseMethod(): never {
  throw new MethodNotAllowed();
}

function failureOf(error: Error, { context, request }: Args): Failure {
  const backTo = cameFrom(request);
  if (error instanceof ProductError) {
    return {
      status: error.status,
      id: error.id,
      backTo,
      ...(error instanceof Conflict && { details: error.details }),
      ...(error instanceof TooManyRequests && { allowedAt: error.allowedAt, details: error.details }),
      ...(error instanceof ProofRequired && { details: error.ways }),
    };
  }
  const isUnavailable = logUnexpected(error, request, context);
  return isUnavailable
    ? { status: 503, id: "unavailable", backTo }
    : { status: 500, id: "unexpected", backTo };
}

/** Leaves the answer to the page handler: a page, or a few words for whoever wants none. */
function failed({ context }: Args, failure: Failure): Response {
  context.failure = failure;
  return new Response(null, { status: failure.status });
}

async function keepForm(request: Request): Promise<KeptForm | undefined> {
  if (request.bodyUsed) return undefined;
  try {
    const { fields, fileFields } = await readForm(request);
    return bounded({ path: pathOf(request), fields, fileFields });
  } catch {
    return undefined; // Unreadable or too large: there is nothing to keep.
  }
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

function cameFrom(request: Request): string | undefined {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === new URL(request.url).host ? pathname + search : undefined;
}
