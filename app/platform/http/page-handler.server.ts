import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { secondsUntil, wantsJson } from "./answer.server";
import { withCacheRules } from "./cache-rules";
import { answerFailures, type FailingOptions } from "./failing.server";
import type { KeptForm } from "./kept-form";

/** Address of the page that says what went wrong; nothing else answers there. */
const failurePath = "/-/failure";
/** Address of the page that asks for files again before a form is sent on. */
const resumePath = "/-/resume";

export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Remix's handler with two things added. A change that failed is answered with the error page, whatever kind of
 * route it met. And when a request has signed somebody in, the form that signing in had interrupted is carried out
 * at once, so that a vote or a reply sent after the session ended is not lost.
 */
export function pageHandler(build: ServerBuild, options: FailingOptions): PageHandler {
  const handle = createRequestHandler(answerFailures(build, options), "production");

  async function answer(request: Request, context: AppLoadContext): Promise<Response> {
    if (!isReadable(new URL(request.url))) context.failure = { status: 400, id: "address-unreadable" };
    const response = context.failure ? null : await handle(trusted(request), context);
    const { failure } = context;
    if (response && !failure) return response;
    if (!wantsPage(request)) return Response.json({ id: failure!.id }, { status: failure!.status });
    return handle(pageRequest(failurePath, request, withoutForm(request)), context);
  }

  async function resume(request: Request, context: AppLoadContext, response: Response): Promise<Response> {
    if (!context.resume || response.status !== 303) return response;
    const needsFiles = context.resume.fileFields.length > 0;
    const next = {
      ...context,
      memo: new Map(),
      failure: undefined,
      resume: needsFiles ? context.resume : undefined,
    };
    const headers = signedInHeaders(request, response);
    const resumed = await answer(
      needsFiles ? pageRequest(resumePath, request, headers) : sentOn(request, headers, context.resume),
      next,
    );
    return withCookies(resumed, response);
  }

  return async (request, context) => {
    const response = await resume(request, context, await answer(request, context));
    return withCacheRules(request, withRetryAfter(response, context));
  };
}

// PostgreSQL takes no NUL in a text, so an address with one would be an error of ours wherever it is looked up.
function isReadable({ pathname, search }: URL): boolean {
  try {
    return !/\0|%00/.test(decodeURIComponent(pathname) + search);
  } catch {
    return false;
  }
}

// The origin was checked on arrival against the configured one. Remix would check it again against Host, which a proxy
// may have rewritten, and answer with an empty page.
function trusted(request: Request): Request {
  if (!request.headers.has("origin")) return request;
  const headers = new Headers(request.headers);
  headers.delete("origin");
  return new Request(request, { headers });
}

function wantsPage(request: Request): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return !wantsJson(request);
  return (request.headers.get("accept") ?? "").includes("text/html");
}

function pageRequest(path: string, request: Request, headers: Headers): Request {
  const method = request.method === "HEAD" ? "HEAD" : "GET";
  return new Request(new URL(path, request.url), { method, headers, signal: request.signal });
}

function sentOn(request: Request, headers: Headers, { path, fields }: KeptForm): Request {
  const body = new URLSearchParams(fields);
  return new Request(new URL(path, request.url), { method: "POST", headers, body, signal: request.signal });
}

function withoutForm(request: Request): Headers {
  const headers = new Headers(request.headers);
  for (const name of ["content-type", "content-length", "transfer-encoding", "origin"]) headers.delete(name);
  return headers;
}

/** The request's headers as its browser would send them next: with the cookies the answer sets. */
function signedInHeaders(request: Request, response: Response): Headers {
  const headers = withoutForm(request);
  const made = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);
  const replaced = new Set(made.map(nameOf));
  const sent = (headers.get("cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const kept = sent.filter((cookie) => cookie !== "" && !replaced.has(nameOf(cookie)));
  headers.set("cookie", [...made, ...kept].join("; "));
  return headers;
}

function withRetryAfter(response: Response, { failure, platform }: AppLoadContext): Response {
  if (response.status !== 429 || !failure?.allowedAt) return response;
  const headers = new Headers(response.headers);
  headers.set("Retry-After", secondsUntil(failure.allowedAt, platform.clock.now()));
  return new Response(response.body, { status: response.status, headers });
}

function nameOf(cookie: string): string {
  return cookie.split("=")[0]!;
}

function withCookies(response: Response, from: Response): Response {
  const headers = new Headers(response.headers);
  for (const cookie of from.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
