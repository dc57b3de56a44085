import { data, redirect } from "@remix-run/node";
import type { FormErrors, FormFailure } from "./form-errors";

const longestEcho = 300_000;

/** 303 to where a change can be seen. */
export function seeOther(location: string, headers?: HeadersInit): Response {
  return redirect(location, { status: 303, ...(headers ? { headers } : {}) });
}

/** The form again, with what was wrong and what was typed. 422 for its content, 409 and 429 where they say more. */
export function formAgain(
  errors: FormErrors,
  values: Record<string, string>,
  init: { status?: number; headers?: HeadersInit } = {},
) {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!/password/i.test(name) && name !== "_method") kept[name] = value.slice(0, longestEcho);
  }
  return data({ errors, values: kept } satisfies FormFailure, {
    status: init.status ?? 422,
    ...(init.headers ? { headers: init.headers } : {}),
  });
}

/** True when the enhancement script asked: it wants numbers, not a page. */
export function wantsJson(request: Request): boolean {
  return (request.headers.get("accept") ?? "").startsWith("application/json");
}

/** A path on this site that a form may name as the way back; anything else becomes the fallback. */
export function safePath(path: string | null | undefined, fallback = "/"): string {
  if (!path || !/^\/(?![/\\])/.test(path) || /[\u0000-\u001f\\]/.test(path)) return fallback;
  return path;
}

/** For Retry-After: whole seconds, rounded up so that whoever obeys is not told to wait once more. */
export function secondsUntil(at: Date, now: Date): string {
  return String(Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1_000)));
}
